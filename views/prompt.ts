import type { KnownBlock } from '@slack/types'
import type { PromptItem, PromptSheet } from '../src/domain/check-in.ts'
import type { Standing } from '../src/domain/goal.ts'
import { weekdayOf } from '../src/domain/time.ts'
import type { Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, mrkdwn, rich, section } from './blocks.ts'
import { answerAllButton, answerButtons, isComeback, isPastItsDay } from './check-in-actions.ts'
import {
  currentText,
  hasPath,
  joined,
  neededText,
  progressText,
  roughly,
  SHORT_TITLE,
  timeLeftText,
  valueText,
} from './goal-words.ts'
import { laterSelect } from './life-actions.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { dayOf, momentToken } from './moments.ts'
import { exampleReply } from './reply-example.ts'
import { standingText } from './status.ts'

/** So many goals have their own buttons; the rest is listed and answered in the form. */
export const MOST_IN_FULL = 12
const MOST_LISTED = 40
const LINES_PER_BLOCK = 20
const FACTS_MOST = 400
const LINE_MOST = 100

/** Everything due of one person, in one message. `zone` is the person's, for the days of last values. */
export function prompt(sheet: PromptSheet, say: Messages, zone: Zone): Message {
  const count = sheet.items.length
  const date = dateText(sheet, say)
  const isOpen = sheet.items.some((item) => !item.isAnswered)
  return {
    text: say['prompt.text']({ count, date }),
    blocks: [
      section(say['prompt.hello']({ count, date })),
      ...explanation(sheet, say),
      ...goalBlocks(sheet, sheet.items, say, zone),
      ...(sheet.isSkipped === true ? [context(say['life.skipped']())] : []),
      ...(isOpen ? closing(sheet, say) : [context(say['prompt.all-answered']())]),
    ],
  }
}

/** What was put off, once more: only what is still missing. */
export function promptAgain(sheet: PromptSheet, say: Messages, zone: Zone): Message {
  const again = reminder(sheet, say, zone)
  const [first, ...rest] = again.blocks
  if (first === undefined || sheet.items.every((item) => item.isAnswered)) return again
  return { text: say['again.text'](), blocks: [section(say['again.hello']()), ...rest] }
}

/** Only what is still missing, once, in few words. */
export function reminder(sheet: PromptSheet, say: Messages, zone: Zone): Message {
  const missing = sheet.items.filter((item) => !item.isAnswered)
  const count = missing.length
  if (count === 0) {
    const thanks = say['prompt.all-answered']()
    return { text: thanks, blocks: [section(thanks)] }
  }
  return {
    text: say['reminder.text']({ count }),
    blocks: [
      section(say['reminder.hello']({ count })),
      ...goalBlocks(sheet, missing, say, zone),
      ...closing(sheet, say),
    ],
  }
}

function dateText({ localDate }: PromptSheet, say: Messages): string {
  const weekday = say.format.weekday(weekdayOf(localDate))
  return say['prompt.date']({ weekday, date: say.format.date(localDate) })
}

function explanation({ isFirst, isLate }: PromptSheet, say: Messages): KnownBlock[] {
  const lines = isFirst ? [`${say['prompt.first.what']()}\n${say['prompt.first.how']()}`] : []
  return [...lines, ...(isLate ? [say['prompt.late']()] : [])].map((line) => context(line))
}

/** The goals with their buttons, the first ones in full. Home shows them too. */
export function goalBlocks(
  sheet: Pick<PromptSheet, 'occurrence' | 'items'>,
  items: readonly PromptItem[],
  say: Messages,
  zone: Zone,
  most = MOST_IN_FULL,
): KnownBlock[] {
  const { occurrence } = sheet
  const full = items.slice(0, most)
  // Numbers are for replies such as `2) 14`: they stay the same whatever is left.
  const isAlone = sheet.items.length === 1
  return [
    ...full.flatMap((item) => [
      promptedGoal(item, { isAlone, zone }, say),
      ...comeback(item, say),
      ...pastItsDay(item, say),
      answerButtons(item, occurrence, say),
    ]),
    ...restBlocks(items.slice(most), say),
    ...(items.length > most ? [actions([answerAllButton(occurrence, say)])] : []),
  ]
}

function promptedGoal(item: PromptItem, shown: { isAlone: boolean; zone: Zone }, say: Messages) {
  const { standing, position } = item
  const { title } = standing.goal
  const name = shown.isAlone ? title : say['prompt.goal']({ position, title })
  const now = item.isAnswered
    ? joined([`✓ ${say['prompt.answered']()}`, currentText(standing.goal, say)])
    : joined([lastText(standing, shown.zone, say), expectedText(standing, say)])
  const facts = `${now}\n${paceLine(standing, say)}`
  return rich({ text: clip(name, 160), style: { bold: true } }, `\n${clip(facts, FACTS_MOST)}`)
}

/** After a miss: what it takes from here, and no word about the past beyond that. */
function comeback(item: PromptItem, say: Messages): KnownBlock[] {
  if (!isComeback(item)) return []
  const needed = neededText(item.standing, say)
  return [context(needed === undefined ? say['comeback.bare']() : say['comeback.line']({ needed }))]
}

/** With the last number in, an end is told apart from a goal that everyone forgot. */
function pastItsDay(item: PromptItem, say: Messages): KnownBlock[] {
  if (!isPastItsDay(item)) return []
  return [context(say['past-day.line']({ date: say.format.date(item.standing.goal.due) }))]
}

function lastText({ goal }: Standing, zone: Zone, say: Messages): string {
  if (goal.last === undefined) {
    return goal.kind === 'milestone' ? currentText(goal, say) : say['goal.last-never']()
  }
  const amount = valueText(goal, goal.last.value, say)
  return say['goal.last']({ amount, date: dayOf(goal.last.at, say, zone) })
}

function expectedText({ goal, expectedValue }: Standing, say: Messages): string | undefined {
  if (expectedValue === undefined) return undefined
  return say['goal.expected']({ amount: say.format.amount(roughly(expectedValue, goal.unit), goal.unit) })
}

function paceLine(standing: Standing, say: Messages): string {
  return joined([
    standingText(standing, say),
    timeLeftText(standing, say),
    neededText(standing, say),
    hasPath(standing.goal) ? progressText(standing.progress, say) : undefined,
  ])
}

function restBlocks(rest: readonly PromptItem[], say: Messages): KnownBlock[] {
  if (rest.length === 0) return []
  const lines = rest.slice(0, MOST_LISTED).map((item) => restLine(item, say))
  const unlisted = rest.length - lines.length
  if (unlisted > 0) lines.push(say['prompt.unlisted']({ count: unlisted }))
  const chunks = Array.from({ length: Math.ceil(lines.length / LINES_PER_BLOCK) }, (_, index) =>
    lines.slice(index * LINES_PER_BLOCK, (index + 1) * LINES_PER_BLOCK),
  )
  return [section(say['prompt.rest']({ count: rest.length })), ...chunks.map((some) => rich(some.join('\n')))]
}

function restLine({ standing, position, isAnswered }: PromptItem, say: Messages): string {
  const name = say['prompt.goal']({ position, title: clip(standing.goal.title, SHORT_TITLE) })
  const state = isAnswered ? `✓ ${say['prompt.answered']()}` : standingText(standing, say)
  return clip(joined([name, state, currentText(standing.goal, say)]), LINE_MOST)
}

function closing(sheet: PromptSheet, say: Messages): KnownBlock[] {
  const open = sheet.items.filter((item) => !item.isAnswered)
  const example = exampleReply(open, sheet.items.length > 1, say)
  return [
    context(
      say['prompt.reply']({ example }),
      mrkdwn(say['prompt.until']({ moment: momentToken(sheet.windowEnds, say) })),
    ),
    ...(sheet.isSkipped === true ? [] : [actions([laterSelect(sheet.occurrence, say)])]),
  ]
}
