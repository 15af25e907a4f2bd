import type { Person } from './people.ts'
import { localDateOf } from './time.ts'
import type { Instant, LocalDate } from './types.ts'

/** Whether the person has paused everything on that day of theirs. */
export function isStoppedOn({ stop }: Pick<Person, 'stop'>, date: LocalDate): boolean {
  return stop !== undefined && (stop.until === undefined || date < stop.until)
}

export const isStoppedAt = (person: Pick<Person, 'stop' | 'zone'>, at: Instant): boolean =>
  isStoppedOn(person, localDateOf(at, person.zone))
