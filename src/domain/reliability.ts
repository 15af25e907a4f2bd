import type { CheckInOutcome } from './leaderboard.ts'

/** How dependably someone answers: C of domain.md §4.2. */

const LAST_DUE = 6
/** Skips in a row that are left out before they begin to count as late. */
const FREE_SKIPS = 2

export interface Reliability {
  readonly onTime: number
  /** Of the last six due check-ins, those that count. */
  readonly due: number
  /** All that ever counted: a newcomer has fewer than two. */
  readonly dueEver: number
}

/** The last six due ones first, then the excused and the free skips go. */
export function reliabilityOf(outcomes: readonly CheckInOutcome[]): Reliability {
  const counted = countedOutcomes(outcomes)
  const recent = counted.slice(-LAST_DUE).filter((outcome) => outcome !== undefined)
  return {
    onTime: recent.filter((outcome) => outcome === 'on-time').length,
    due: recent.length,
    dueEver: counted.filter((outcome) => outcome !== undefined).length,
  }
}

/** Leave between two skips neither breaks their row nor lengthens it. */
function countedOutcomes(outcomes: readonly CheckInOutcome[]) {
  let skips = 0
  return outcomes.map((outcome): 'on-time' | 'late' | 'missed' | undefined => {
    if (outcome === 'excused') return undefined
    skips = outcome === 'skipped' ? skips + 1 : 0
    if (outcome !== 'skipped') return outcome
    return skips > FREE_SKIPS ? 'late' : undefined
  })
}
