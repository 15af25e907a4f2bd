import type { Goal } from './goal.ts'
import type { Person } from './people.ts'
import type { LogEntry } from './sent-log.ts'
import type { Instant } from './types.ts'

/** What a person was asked and told of late, for themselves or for one who leads them. */
export interface WhySheet {
  readonly person: Person
  /** Whether it is shown to the person themselves. */
  readonly isOwn: boolean
  /** The newest first. */
  readonly lines: readonly WhyLine[]
  /** Why there are none. */
  readonly nothing: WhyNothing | undefined
  /** When the person is asked next; absent while nothing is to come. */
  readonly next: Instant | undefined
}

export interface WhyLine extends Pick<LogEntry, 'kind' | 'at' | 'outcome' | 'reason'> {
  /** Whom it went to, where that is not the person. */
  readonly toName: string | undefined
  /** Whose goal it is about, where it is not the person's. */
  readonly ownerName: string | undefined
  readonly channels: readonly string[]
  readonly goals: readonly Pick<Goal, 'number' | 'title'>[]
}

export type WhyNothing = 'muted' | 'stopped' | 'no-team' | 'no-goals' | 'not-yet'
