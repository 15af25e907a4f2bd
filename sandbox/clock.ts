import { Temporal } from 'temporal-polyfill'
import type { UiActions } from './protocol.ts'
import { Refused, type Slack } from './slack.ts'

type To = UiActions['advance_clock']['to']

/** Moves the product's time; days and Mondays are those of the person's zone. */
export async function advance(slack: Slack, { user, to }: UiActions['advance_clock']): Promise<void> {
  const { clock } = slack
  if (clock === undefined) throw new Refused('not_supported')
  const due = to === 'next-due' ? await clock.nextDue() : momentOf(to, slack.now(), zoneOf(slack, user))
  if (due === null) throw new Refused('nothing_due')
  await clock.moveTo(Math.max(due, slack.now()))
}

const zoneOf = ({ state }: Slack, user: string) => state.users.get(user)?.tz ?? 'UTC'

/** Where the clock goes: `monday` is the next 09:00 of a Monday. */
export function momentOf(to: Exclude<To, 'next-due'>, now: number, zone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(zone)
  switch (to) {
    case 'hour':
      return here.add({ hours: 1 }).epochMilliseconds
    case 'day':
      return here.add({ days: 1 }).epochMilliseconds
    case 'monday': {
      const monday = here.add({ days: (8 - here.dayOfWeek) % 7 }).withPlainTime('09:00')
      const isPast = Temporal.ZonedDateTime.compare(monday, here) <= 0
      return (isPast ? monday.add({ days: 7 }) : monday).epochMilliseconds
    }
  }
}
