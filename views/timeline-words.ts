import { isYesNo } from '../src/domain/progress.ts'
import type { DatedStep, TimelineRow, TimelineSheet } from '../src/domain/timeline.ts'
import { lastDayOf, type Months } from '../src/domain/timeline-window.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted } from './blocks.ts'
import { fitted, widthOf } from './columns.ts'
import { hasPath, joined, shareText } from './goal-words.ts'

/** A timeline's facts in words. They hold what people typed: plain or rich text only. */

const OWNER_MOST = 16

export function timelineTitle({ channelName }: Pick<TimelineSheet, 'channelName'>, say: Messages): string {
  return channelName === undefined
    ? say['timeline.title.own']()
    : say['timeline.title.team']({ channel: quoted(channelName) })
}

/** `Apr – Jun 2026 · 12 goals` */
export function timelineSpan({ months, total, outside }: TimelineSheet, say: Messages): string {
  return joined([
    monthsText(months, say),
    say['timeline.goals']({ count: total }),
    outside === 0 ? undefined : say['timeline.outside']({ count: outside }),
  ])
}

/** `Apr – Jun 2026` */
export const monthsText = (months: Months, say: Messages): string =>
  say['timeline.span']({ start: months.from, due: lastDayOf(months) })

/** `G-12 Sign 20 deals · Ana`: where it is too long, the title is cut. */
export function rowName(row: TimelineRow, say: Messages, columns: number, units: number): string {
  const tail = rowTail(row, say)
  const name = say['goal.numbered'](row.standing.goal)
  return `${fitted(name, columns - widthOf(tail), units - tail.length)}${tail}`
}

/** ` · Ana · private` */
export function rowTail({ standing, owner }: TimelineRow, say: Messages): string {
  const isPrivate = standing.goal.visibility === 'private'
  const words = joined([
    owner === undefined ? undefined : fitted(owner, OWNER_MOST, OWNER_MOST),
    isPrivate ? say['timeline.private']() : undefined,
  ])
  return words === '' ? '' : ` · ${words}`
}

/** `62% · At risk · due 30 Jun 2026`: what is late says so in a word. */
export function rowFacts({ standing }: TimelineRow, say: Messages): string {
  const { goal, progress, status, today } = standing
  const isWaiting = goal.state === 'active' && today < goal.start
  const isCounted = hasPath(goal) || (goal.kind === 'milestone' && !isYesNo(goal))
  return joined([
    isCounted && !isWaiting ? shareText(progress, say) : undefined,
    isWaiting ? say['goal.not-started']() : say[`status.${status}`](),
    say['goal.due']({ due: say.format.date(goal.due) }),
  ])
}

/** `12 Dec 2026: Pilot with three customers`, and that it is late where it is. */
export function stepText({ title, due, state }: DatedStep, say: Messages): string {
  const step = { title, date: say.format.date(due) }
  return state === 'late' ? say['timeline.step.late'](step) : say['timeline.step'](step)
}
