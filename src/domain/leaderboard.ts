import type { PersonId } from './types.ts'

/** One eligible goal's part in a score: its pace A/E before clamping, and whether its verdict earns D. */
export interface PacedGoal {
  /** A divided by E, unclamped; `done-early` and `maintain` handled by the caller as 1.15 and 1.0. */
  readonly pace: number
  readonly verdict: 'comfortable' | 'realistic' | 'stretch' | 'over-ambitious' | 'unknown'
}

export type CheckInOutcome = 'on-time' | 'late' | 'missed' | 'excused' | 'skipped'

/** What is known of one person when a board is made. */
export interface Contender {
  readonly person: PersonId
  readonly name: string
  readonly isOffBoard: boolean
  /** Days since the person joined the team. */
  readonly daysInTeam: number
  readonly goals: readonly PacedGoal[]
  /** Due check-ins, oldest first, only those whose window has closed. */
  readonly outcomes: readonly CheckInOutcome[]
}

export interface Ranked {
  readonly person: PersonId
  readonly name: string
  /** 1, 2, 2, 4 */
  readonly rank: number
  readonly isTied: boolean
  /** 0-111, domain.md §4.2. */
  readonly score: number
  readonly onTime: number
  readonly due: number
}

export interface Board {
  /** Fewer than four ranked people: no names, team totals only. */
  readonly isTeamOnly: boolean
  /** The top three, or the top half when that is smaller, with every tie at the cut. */
  readonly shown: readonly Ranked[]
  /** Everyone ranked, for private answers only. */
  readonly ranked: readonly Ranked[]
  readonly hiddenCount: number
  readonly warmingUp: readonly PersonId[]
  /** Means over everyone with a score: pace share (0-1.15), on-time share (0-1). */
  readonly teamPace: number | undefined
  readonly teamOnTime: number | undefined
}
