import type { Standing } from './goal.ts'
import {
  type Board,
  type Contender,
  clampPace,
  MOST_GOALS,
  type Ranked,
  type Score,
  scoreOf,
} from './leaderboard.ts'
import type { PersonId } from './types.ts'

/** How one person's place on the board came about: the same numbers, nothing of anybody else's. */
export interface Receipt {
  readonly place: Ranked | 'hidden' | 'warming-up' | 'none'
  /** How many are ranked. */
  readonly of: number
  /** Absent where nothing can be scored yet. */
  readonly score: Score | undefined
  /** The goals that count, oldest first, at most five. */
  readonly goals: readonly { readonly standing: Standing; readonly pace: number; readonly verdict: string }[]
  readonly step: Step | undefined
}

/** The smallest honest step towards the next score above: what is answered or done, never what is promised. */
export type Step =
  | { readonly kind: 'leads' }
  | { readonly kind: 'answer'; readonly score: number }
  | { readonly kind: 'goal'; readonly standing: Standing; readonly value: number; readonly score: number }

const MOST_DUE = 6
const MOST_PACE = 1.15

/** From the same contenders the board was made of. */
export function receiptOf(contenders: readonly Contender[], board: Board, person: PersonId): Receipt {
  const own = contenders.find((one) => one.person === person)
  const score = own === undefined ? undefined : scoreOf(own)
  const ranked = board.ranked.find((one) => one.person === person)
  return {
    place: placeOf(own, ranked, board),
    of: board.ranked.length,
    score,
    goals: (own?.goals ?? [])
      .slice(0, MOST_GOALS)
      .flatMap(({ standing, pace, verdict }) =>
        standing === undefined ? [] : [{ standing, pace: clampPace(pace), verdict }],
      ),
    step:
      own === undefined || score === undefined || ranked === undefined
        ? undefined
        : stepFor(own, score, board),
  }
}

function placeOf(own: Contender | undefined, ranked: Ranked | undefined, board: Board): Receipt['place'] {
  if (own === undefined) return 'none'
  if (own.isOffBoard) return 'hidden'
  return ranked ?? (board.warmingUp.includes(own.person) ? 'warming-up' : 'none')
}

/** The next check-in in time where that is enough; else the goal where the least is missing. */
function stepFor(own: Contender, score: Score, board: Board): Step | undefined {
  const above = board.ranked.map((one) => one.score).filter((one) => one > score.score)
  if (above.length === 0) return { kind: 'leads' }
  const next = Math.min(...above)
  // A half rounds up, so that much less is enough.
  const gap = next - 0.5 - rawOf(score)
  const due = Math.min(MOST_DUE, score.due + 1)
  const onTime = Math.min(due, score.onTime + 1)
  if (25 * (onTime / due - score.onTime / score.due) >= gap) return { kind: 'answer', score: next }
  const counted = own.goals.slice(0, MOST_GOALS)
  const steps = counted.flatMap((goal) => goalStep(goal, (gap * counted.length) / 70, next) ?? [])
  return steps.toSorted((a, b) => a.distance - b.distance)[0]?.step
}

const rawOf = ({ pace, onTime, due, ambition }: Score) => 70 * pace + (25 * onTime) / due + 5 * ambition

/** What the goal would have to stand at today for its pace to rise by so much. */
function goalStep(
  { standing, pace }: Contender['goals'][number],
  rise: number,
  score: number,
): { readonly step: Step; readonly distance: number } | undefined {
  const goal = standing?.goal
  const wanted = clampPace(pace) + rise
  const hasPath = goal?.kind === 'reach' || goal?.kind === 'cumulative'
  if (
    standing === undefined ||
    goal === undefined ||
    !hasPath ||
    goal.target === undefined ||
    wanted > MOST_PACE
  )
    return undefined
  const from = goal.baseline ?? 0
  const share = wanted * standing.expected
  const exact = from + share * (goal.target - from)
  return {
    step: { kind: 'goal', standing, value: reached(exact, goal), score },
    distance: share - standing.progress,
  }
}

/** Things are whole, and the value must be enough. */
function reached(value: number, { unit, direction }: Standing['goal']): number {
  const digits = unit.kind === 'count' && unit.noun !== undefined ? 0 : 2
  const scale = 10 ** digits
  const rounded = direction === 'down' ? Math.floor(value * scale + 1e-9) : Math.ceil(value * scale - 1e-9)
  return rounded / scale
}
