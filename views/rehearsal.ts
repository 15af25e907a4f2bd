import type { KnownBlock } from '@slack/types'
import type { RehearsalSheet, RehearsalSlot, RehearsalWeek } from '../src/domain/rehearsal.ts'
import { weekdayOf } from '../src/domain/time.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, header, quoted, section } from './blocks.ts'
import { dayBlocks } from './days.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** Five weeks of it leave room for the rest. */
const A_WEEK = 2_200
const NAME_MOST = 40
const MOST_GOALS = 5
const MOST_ZONES = 5

/** Who would be asked and told what in the next four weeks, on each one's own clock, and what is left out and why. */
export function rehearsal(sheet: RehearsalSheet, say: Messages): Message {
  const { team, weeks, people, leftOut } = sheet
  const title =
    team === undefined
      ? say['rehearsal.title.own']()
      : say['rehearsal.title.team']({ channel: quoted(team.channelName, NAME_MOST) })
  const dates = { from: say.format.date(sheet.from), until: say.format.date(sheet.until) }
  return {
    text: spoken(title),
    blocks: [
      header(title),
      context(say['rehearsal.if'](dates)),
      ...(weeks.length === 0 ? [section(say['rehearsal.nothing']())] : []),
      ...weeks.flatMap((week) => weekBlocks(week, team !== undefined, say)),
      ...(leftOut === 0
        ? []
        : [context(say['rehearsal.left-out']({ count: people, all: people + leftOut }))]),
      ...clockBlocks(sheet, say),
    ],
  }
}

/** Meanwhile: it takes a moment. */
export function rehearsing(say: Messages): Message {
  const sentence = say['rehearsal.begun']()
  return { text: spoken(sentence), blocks: [section(sentence)] }
}

function weekBlocks({ monday, days }: RehearsalWeek, isTeam: boolean, say: Messages): KnownBlock[] {
  const count = days.reduce((sum, { slots }) => sum + slots.length, 0)
  const room = Math.min(300, Math.max(80, Math.floor(A_WEEK / Math.max(1, count)) - 100))
  const { blocks, left } = dayBlocks(
    days.map(({ date, slots }) => ({
      head: say['prompt.date']({ weekday: say.format.weekday(weekdayOf(date)), date: say.format.date(date) }),
      lines: slots.map((slot) => lineOf(slot, { isTeam, room }, say)),
    })),
    A_WEEK,
  )
  return [
    context(say['rehearsal.week']({ date: say.format.date(monday) })),
    ...blocks,
    ...(left === 0 ? [] : [context(say['log.more']({ count: left }))]),
  ]
}

function lineOf(
  slot: RehearsalSlot,
  { isTeam, room }: { readonly isTeam: boolean; readonly room: number },
  say: Messages,
): string {
  const time = say.format.time(slot.time)
  const what = whatOf(slot, say)
  const who = isTeam ? namesOf(slot, room, say) : goalsOf(slot.people[0]?.goals ?? [], say)
  const facts = { time, what: who === '' ? what : say['rehearsal.for']({ what, who }) }
  if (slot.outcome !== 'skipped') return say['rehearsal.line']({ ...facts })
  return say['rehearsal.line.skipped']({ ...facts, why: say[`why.${slot.reason ?? 'gone'}`]() })
}

function whatOf({ kind, nth }: RehearsalSlot, say: Messages): string {
  switch (kind) {
    case 'leaderboard':
      return say['rehearsal.leaderboard']()
    case 'partner-told':
    case 'blocked-told':
      return say['log.kind.told']()
    case 'reminder':
      return nth === undefined || nth === 1
        ? say['rehearsal.reminder']()
        : say['rehearsal.reminder.nth']({ nth })
    default:
      return say[`log.kind.${kind}`]()
  }
}

/** As many names as fit, each with what the person would be asked for. */
function namesOf({ people, kind }: RehearsalSlot, room: number, say: Messages): string {
  const names = people.map(({ name, goals }) => {
    const listed = kind === 'reminder' ? '' : goalsOf(goals, say)
    const shown = quoted(name, NAME_MOST)
    return listed === '' ? shown : say['rehearsal.person']({ name: shown, goals: listed })
  })
  let length = 0
  const fitting = names.findIndex((name) => {
    length += name.length + 2
    return length > room
  })
  const shown = fitting === -1 ? names : names.slice(0, Math.max(1, fitting))
  const more = names.length - shown.length
  return [...shown, ...(more === 0 ? [] : [say['rehearsal.more-people']({ count: more })])].join(
    say['rehearsal.comma'](),
  )
}

function goalsOf(numbers: readonly number[], say: Messages): string {
  const shown = numbers.slice(0, MOST_GOALS).map((number) => say['log.goal']({ number }))
  const more = numbers.length - shown.length
  return [...shown, ...(more === 0 ? [] : [say['log.more']({ count: more })])].join(say['rehearsal.comma']())
}

function clockBlocks({ clockChanges }: RehearsalSheet, say: Messages): KnownBlock[] {
  return clockChanges
    .slice(0, MOST_ZONES)
    .map(({ zone, date }) => context(say['rehearsal.clocks']({ zone, date: say.format.date(date) })))
}
