import { DETAILS_PER_PAGE, type Week, type WeekGoal } from '../src/domain/week.ts'
import type { Messages } from '../src/i18n/say.ts'
import { plain, section } from './blocks.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { weekLine } from './week.ts'

const LINES_PER_BLOCK = 10

const lists = ['blocked', 'atRisk', 'onTrack', 'waiting', 'reached'] as const

/** Every goal of the week, for the thread of its message; `page` counts from 0. Undefined where the page is empty. */
export function weekDetails(week: Week, page: number, say: Messages): Message | undefined {
  const all = lists.flatMap((list) => week[list].map((one) => ({ list, one })))
  const shown = all.slice(page * DETAILS_PER_PAGE, (page + 1) * DETAILS_PER_PAGE)
  if (shown.length === 0) return undefined
  const blocks = [...Map.groupBy(shown, ({ list }) => list)].flatMap(([list, goals]) =>
    inBlocks(goals.map(({ one }) => one)).map((some, index) => {
      const head = index === 0 ? [say[`week.${list}`]({ count: week[list].length })] : []
      return section(plain([...head, ...some.map((one) => `• ${weekLine(one, say)}`)].join('\n')))
    }),
  )
  return { text: spoken(say['week.details']({ count: all.length })), blocks }
}

const inBlocks = (goals: readonly WeekGoal[]): readonly (readonly WeekGoal[])[] =>
  Array.from({ length: Math.ceil(goals.length / LINES_PER_BLOCK) }, (_, index) =>
    goals.slice(index * LINES_PER_BLOCK, (index + 1) * LINES_PER_BLOCK),
  )
