import type { Button, KnownBlock } from '@slack/types'
import { isGoodResult } from '../src/domain/grade.ts'
import type { GoalSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, mrkdwn, type RichPart, rich, section } from './blocks.ts'
import { pathChart } from './chart.ts'
import { checkInActions } from './check-in-actions.ts'
import { goalActions } from './goal-actions.ts'
import { readingsBlock, versionsBlock } from './goal-history.ts'
import { partsBlock } from './goal-parts.ts'
import { goalName, joined, neededText, roughly, spanText, standingLine } from './goal-words.ts'
import { clip } from './limits.ts'
import { measureName } from './measures.ts'
import type { Message } from './message.ts'
import { milestoneBlocks, milestonesButton } from './milestones.ts'
import { dayOf, dayToken } from './moments.ts'
import { spoken } from './spoken.ts'
import { statusText } from './status.ts'

const WORDS_MOST = 600
const NOTE_MOST = 1500

/** Everything about one goal for one viewer; only buttons that act are there. */
export function goalPage(sheet: GoalSheet, say: Messages): Message {
  const { standing, owner } = sheet
  const { goal } = standing
  const chart = pathChart(goal, sheet.readings, say, owner.zone)
  const before = [
    rich({ text: goalName(goal, say), style: { bold: true } }, `\n${standingLines(sheet, say).join('\n')}`),
    context(peopleLine(sheet, say)),
    ...purposeBlock(sheet, say),
    ...lastWordBlock(sheet, say),
  ]
  const after = [
    ...partsBlock(sheet, say),
    ...milestoneBlocks(sheet, say),
    ...readingsBlock(sheet, say),
    ...versionsBlock(sheet, say),
    ...noticeBlocks(sheet, say),
    ...buttonBlocks(sheet, say),
  ]
  const text = spoken(joined([goalName(goal, say), standingLine(standing, say)]))
  if (chart === undefined) return { text, blocks: [...before, ...after] }
  return { text, blocks: [...before, chart, ...after], fallback: [...before, ...after] }
}

function standingLines(sheet: GoalSheet, say: Messages): readonly string[] {
  const { standing, missed, kpiName } = sheet
  const { goal, bufferDays = 0, expectedValue } = standing
  const { format } = say
  const plan = [
    expectedValue === undefined
      ? undefined
      : say['goal.expected']({ amount: format.amount(roughly(expectedValue, goal.unit), goal.unit) }),
    neededText(standing, say),
    bufferDays >= 1 ? say['show.buffer']({ days: Math.floor(bufferDays) }) : undefined,
  ]
  const dates = say['show.dates']({ start: format.date(goal.start), due: format.date(goal.due) })
  return [
    standingLine(standing, say),
    ...(goal.state === 'active' ? [joined(plan), ...forecastLine(sheet, say)] : []),
    joined([spanText(goal, say), kpiName ?? measureName(goal.measure, say), dates]),
    ...promiseLine(standing, say),
    ...(missed > 0 && goal.state === 'active' ? [say['show.missed']({ count: missed })] : []),
    ...bothWords(standing, say),
  ]
}

/** Nothing of a commitment: that is what everyone takes a goal for. */
function promiseLine({ goal, progress }: GoalSheet['standing'], say: Messages): string[] {
  if (!goal.isAspirational) return []
  const isGood = goal.state !== 'active' && isGoodResult(goal, progress)
  return [say[isGood ? 'show.aspirational-good' : 'show.aspirational']()]
}

/** When the target comes if things go on as they are; nothing before there are three numbers to tell by. */
function forecastLine({ forecast }: GoalSheet, say: Messages): string[] {
  const { date } = say.format
  switch (forecast?.kind) {
    case 'not-in-sight':
      return [say['show.not-in-sight']()]
    case 'dates': {
      const { likely, earliest, latest } = forecast
      return [
        latest === undefined
          ? say['show.forecast-open']({ likely: date(likely), earliest: date(earliest) })
          : say['show.forecast']({ likely: date(likely), earliest: date(earliest), latest: date(latest) }),
      ]
    }
    default:
      return []
  }
}

/** Where the owner's word and the numbers differ, both are shown (domain.md §3.3). */
function bothWords({ computed, goal }: GoalSheet['standing'], say: Messages): string[] {
  const own = goal.ownWord
  if (own === undefined || own.status === computed || goal.state !== 'active') return []
  const words = [
    say['show.numbers-say']({ status: statusText(computed, say) }),
    say['show.owner-says']({ status: statusText(own.status, say) }),
    own.reason && clip(own.reason, WORDS_MOST),
  ]
  return [joined(words)]
}

function peopleLine({ standing, owner, coOwners, partner, team, parent }: GoalSheet, say: Messages): string {
  const names = coOwners.map(({ name }) => name)
  return joined([
    say['show.owner']({ owner: owner.name }),
    names.length > 0 ? say['show.with']({ names: say.format.list(names) }) : undefined,
    partner && say['show.partner']({ partner: partner.name }),
    say['show.team']({ channel: team.channelName }),
    parent && say['show.parent']({ goal: goalName(parent, say) }),
    standing.goal.visibility === 'private' ? say['show.private']() : undefined,
  ])
}

function purposeBlock({ standing }: GoalSheet, say: Messages): KnownBlock[] {
  const { levers, why, firstStep } = standing.goal
  const parts = [
    { title: say['show.by'](), words: levers },
    { title: say['show.why'](), words: why },
    { title: say['show.first-step'](), words: firstStep },
  ].flatMap(({ title, words }): (string | RichPart)[] =>
    words === undefined ? [] : [{ text: title, style: { bold: true } }, `  ${clip(words, WORDS_MOST)}\n`],
  )
  return parts.length === 0 ? [] : [rich(...parts)]
}

function lastWordBlock({ lastWord, owner }: GoalSheet, say: Messages): KnownBlock[] {
  if (lastWord === undefined) return []
  const { note, blocker, confidence } = lastWord
  const words = [
    blocker && say['show.blocked']({ blocker: clip(blocker, WORDS_MOST) }),
    note && clip(note, NOTE_MOST),
    confidence === undefined ? undefined : say['understood.confidence']({ value: confidence }),
  ].filter((line) => line !== undefined && line !== '')
  if (words.length === 0) return []
  const date = dayOf(lastWord.at, say, owner.zone)
  return [section(words.join('\n')), context(say['show.last-word']({ name: lastWord.byName, date }))]
}

/** What holds for the goal now, with moments in the reader's own zone. */
function noticeBlocks(sheet: GoalSheet, say: Messages): KnownBlock[] {
  const { goal } = sheet.standing
  if (goal.state !== 'active') {
    const date = goal.closedAt === undefined ? '' : dayOf(goal.closedAt, say, sheet.owner.zone)
    const status = say[goal.state === 'reached' ? 'status.done' : 'status.retired']()
    const note = goal.closingNote === undefined ? [] : [clip(goal.closingNote, NOTE_MOST)]
    return [context(say['show.closed']({ status, date }), ...note)]
  }
  const { easedUntil, nextPromptAt } = sheet
  const lines = [
    sheet.isLocked ? say['show.locked']() : say['show.locks-at']({ moment: dayToken(sheet.locksAt, say) }),
    ...(easedUntil === undefined ? [] : [say['show.counts-from']({ moment: dayToken(easedUntil, say) })]),
    ...(nextPromptAt === undefined ? [] : [say['show.next']({ moment: dayToken(nextPromptAt, say) })]),
  ]
  return [context(...lines.map((line) => mrkdwn(line)))]
}

function buttonBlocks(sheet: GoalSheet, say: Messages): KnownBlock[] {
  const { standing, can } = sheet
  const value = JSON.stringify({ goal: standing.goal.id })
  const buttons: readonly (Button | false)[] = [
    can.answer &&
      button({ text: say['show.check-in'](), actionId: checkInActions.enter, value, style: 'primary' }),
    milestonesButton(sheet, say),
    can.edit && button({ text: say['show.edit'](), actionId: goalActions.edit, value }),
    can.close && button({ text: say['show.close'](), actionId: goalActions.close, value }),
    can.reopen && button({ text: say['show.reopen'](), actionId: goalActions.reopen, value }),
  ]
  const shown = buttons.filter((one) => one !== false)
  return shown.length === 0 ? [] : [actions(shown)]
}
