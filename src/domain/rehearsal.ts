import type { Goal } from './goal.ts'
import type { Person, Team } from './people.ts'
import { inOrder, type LogEntry } from './sent-log.ts'
import { localDateOf, mondayOf, wallTimeOf } from './time.ts'
import type { LocalDate, PersonId, WallTime, Zone } from './types.ts'

/** The coming weeks as a lead or one person reads them. */
export interface RehearsalSheet {
  /** Absent where a person looks at their own weeks. */
  readonly team: Team | undefined
  readonly from: LocalDate
  readonly until: LocalDate
  readonly weeks: readonly RehearsalWeek[]
  /** How many people it is about, and how many more the team has. */
  readonly people: number
  readonly leftOut: number
  /** Zones whose clocks change meanwhile. */
  readonly clockChanges: readonly { readonly zone: Zone; readonly date: LocalDate }[]
}

export interface RehearsalWeek {
  readonly monday: LocalDate
  readonly days: readonly { readonly date: LocalDate; readonly slots: readonly RehearsalSlot[] }[]
}

/** The same for all of these people, at the same time on each one's own clock. */
export interface RehearsalSlot extends Pick<LogEntry, 'kind' | 'nth' | 'outcome' | 'reason'> {
  readonly time: WallTime
  /** By name. Nobody where a channel is told. */
  readonly people: readonly { readonly name: string; readonly goals: readonly Goal['number'][] }[]
}

interface Told {
  readonly entry: LogEntry
  readonly date: LocalDate
  readonly time: WallTime
}

/** By week, day, time and what is said, in that order. A channel's clock is its team's. */
export function weeksOf(
  entries: readonly LogEntry[],
  people: ReadonlyMap<PersonId, Person>,
  channelZone: Zone,
): readonly RehearsalWeek[] {
  const told = entries.map((entry): Told => {
    const zone = (entry.to && people.get(entry.to)?.zone) ?? channelZone
    return { entry, date: localDateOf(entry.at, zone), time: wallTimeOf(entry.at, zone) }
  })
  const days = Map.groupBy(
    told.toSorted((a, b) => compare(a.date, b.date) || compare(a.time, b.time) || inOrder(a.entry, b.entry)),
    ({ date }) => date,
  )
  const weeks = Map.groupBy([...days], ([date]) => mondayOf(date))
  return [...weeks].map(([monday, of]) => ({
    monday,
    days: of.map(([date, same]) => ({ date, slots: slotsOf(same, people) })),
  }))
}

function slotsOf(told: readonly Told[], people: ReadonlyMap<PersonId, Person>): readonly RehearsalSlot[] {
  const alike = Map.groupBy(told, ({ time, entry: { kind, nth, outcome, reason } }) =>
    [time, kind, nth, outcome, reason].join(' '),
  )
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { kind, nth, outcome, reason } = first.entry
    const named = same.flatMap(({ entry: { to, goals } }) =>
      to === undefined
        ? []
        : [{ name: people.get(to)?.name ?? to, goals: goals.map(({ number }) => number) }],
    )
    const byName = named.toSorted((a, b) => a.name.localeCompare(b.name))
    return [{ time: first.time, kind, nth, outcome, reason, people: byName }]
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
