import { type Contender, type Score, scoreOf } from './leaderboard.ts'
import { reliabilityOf } from './reliability.ts'
import { addDays, mondayOf } from './time.ts'
import type { LocalDate } from './types.ts'

/** What a board ranks by, and over how long. */
export const boardModes = ['pace', 'consistency', 'improved', 'team'] as const
export type BoardMode = (typeof boardModes)[number]
export const boardRanges = ['week', 'month', 'quarter', 'season'] as const
export type BoardRange = (typeof boardRanges)[number]

/** Weeks of a range, the running one among them. */
export const WEEKS_IN: Readonly<Record<BoardRange, number>> = { week: 1, month: 4, quarter: 13, season: 26 }

/** A person's score as it was kept with one week's board. */
export interface WeekScore {
  /** The Monday of its week. */
  readonly week: LocalDate
  readonly score: number
  readonly onTime: number
  readonly due: number
}

export interface BoardChoice {
  readonly mode: BoardMode
  readonly range: BoardRange
}

export const usualBoard: BoardChoice = { mode: 'pace', range: 'week' }

/**
 * How people are scored in this mode: by pace as domain.md §4.2 has it, by the share of their answers that came on time, or
 * by how far they are above their own mean of before. Over a range it is the mean of its weeks, those a person was ranked in.
 */
export function scoringFor(
  { mode, range }: BoardChoice,
  today: LocalDate,
): (contender: Contender) => Score | undefined {
  const monday = mondayOf(today)
  const since = addDays(monday, -7 * (WEEKS_IN[range] - 1))
  const before = (contender: Contender, from: LocalDate) =>
    (contender.past ?? []).filter(({ week }) => week >= from && week < monday)
  return (contender) => {
    const now = scoreOf(contender)
    if (now === undefined) return undefined
    if (mode === 'consistency')
      return {
        ...now,
        score: Math.round(100 * mean([punctual(now), ...before(contender, since).map(punctual)])),
      }
    if (mode !== 'improved')
      return {
        ...now,
        score: Math.round(mean([now.score, ...before(contender, since).map(({ score }) => score)])),
      }
    const own = before(contender, addDays(monday, -7 * Math.max(WEEKS_IN.month, WEEKS_IN[range])))
    const gain = own.length === 0 ? 0 : Math.round(now.score - mean(own.map(({ score }) => score)))
    return gain > 0 ? { ...now, score: gain } : undefined
  }
}

const punctual = ({ onTime, due }: { readonly onTime: number; readonly due: number }) =>
  due === 0 ? 0 : onTime / due
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** What is kept of a person with a week's board; absent where they were not ranked. */
export function weekScoreOf(contender: Contender, week: LocalDate): WeekScore | undefined {
  const score = scoreOf(contender)
  const { onTime, due } = reliabilityOf(contender.outcomes)
  return score === undefined ? undefined : { week, score: score.score, onTime, due }
}
