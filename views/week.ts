import type { KnownBlock } from '@slack/types'
import type { WeekSheet } from '../src/domain/sheets.ts'
import type { Week, WeekGoal } from '../src/domain/week.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, divider, header, plain, quoted, section } from './blocks.ts'
import { goalName, hasPath, joined, SHORT_TITLE, shareText } from './goal-words.ts'
import { boardParts } from './leaderboard.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { progressBar } from './progress-bar.ts'
import { spoken } from './spoken.ts'

/** Of each list; the rest stands in the thread. */
const MOST_LINES = 5
const NAME_MOST = 40
const MOST_AWAY = 12

const lists = ['reached', 'blocked', 'atRisk', 'onTrack'] as const

/** A channel's one message of a week: where everything stands, then the leaderboard. Names, never mentions. */
export function weekMessage(sheet: WeekSheet, say: Messages): Message {
  const { team, week, board } = sheet
  const title = say['week.title']({ channel: team.channelName })
  const summary = week === undefined ? undefined : summaryBlocks(week, say)
  const parts = board === undefined ? undefined : boardParts(board, say)
  const of = week?.of ?? board?.weekOf
  const top = [
    header(title),
    ...(of === undefined ? [] : [context(say['board.week']({ date: say.format.date(of) }))]),
  ]
  const between = summary !== undefined && parts !== undefined ? [divider()] : []
  const text = spoken(joined([title, week && countsText(week, say), parts?.text]))
  const before = [...top, ...(summary ?? []), ...between]
  if (parts === undefined) return { text, blocks: before }
  return {
    text,
    blocks: [...before, ...parts.blocks],
    ...(parts.fallback === undefined ? {} : { fallback: [...before, ...parts.fallback] }),
  }
}

function summaryBlocks(week: Week, say: Messages): readonly KnownBlock[] {
  const isEmpty = lists.every((list) => week[list].length === 0)
  return [
    ...(week.asked === 0 ? [] : [section(answeredText(week, say))]),
    ...(isEmpty && week.waiting.length === 0 ? [section(say['week.empty']())] : []),
    ...lists.flatMap((list) => (week[list].length === 0 ? [] : [listBlock(list, week[list], say)])),
    ...restBlocks(week, say),
  ]
}

/** `9 of 12 have answered ▰▰▰▰▰▰▰▱▱▱` */
const answeredText = ({ answered, asked }: Week, say: Messages) =>
  `${say['week.answered']({ answered, asked })} ${progressBar(answered / asked)}`

const countsText = (week: Week, say: Messages) =>
  joined([
    week.asked === 0 ? undefined : say['week.answered'](week),
    ...lists.map((list) =>
      week[list].length === 0 ? undefined : say[`week.${list}`]({ count: week[list].length }),
    ),
  ])

function listBlock(list: (typeof lists)[number], goals: readonly WeekGoal[], say: Messages): KnownBlock {
  const some = goals.slice(0, MOST_LINES)
  const more = goals.length - some.length
  return section(
    plain(
      [
        say[`week.${list}`]({ count: goals.length }),
        ...some.map((one) => `• ${weekLine(one, say)}`),
        ...(more > 0 ? [say['week.more']({ count: more })] : []),
      ].join('\n'),
    ),
  )
}

/** `G-12 Raise the close rate – Ana · 62% (plan 80%)`; in public whoever left the leaderboard is not named here either. */
export function weekLine(
  { standing, owner, blocker }: WeekGoal,
  say: Messages,
  to: 'channel' | 'leads' = 'channel',
): string {
  const { goal, progress, expected } = standing
  const title = goalName(goal, say, SHORT_TITLE)
  const isNamed = to === 'leads' || !owner.isOffBoard
  const name = isNamed ? say['week.line']({ goal: title, owner: clip(owner.name, NAME_MOST) }) : title
  const isClosed = goal.state === 'reached'
  const share =
    hasPath(goal) && !isClosed
      ? say['week.share']({ share: shareText(progress, say), plan: shareText(expected, say) })
      : undefined
  return joined([name, blocker === undefined ? share : quoted(blocker, 80)])
}

function restBlocks(week: Week, say: Messages): KnownBlock[] {
  const { waiting, away } = week
  const named = away.slice(0, MOST_AWAY).map((name) => clip(name, NAME_MOST))
  const line = joined([
    waiting.length === 0 ? undefined : say['week.waiting']({ count: waiting.length }),
    away.length === 0
      ? undefined
      : say['week.away']({ names: say.format.list(named), more: away.length - named.length }),
  ])
  return line === '' ? [] : [context(line)]
}
