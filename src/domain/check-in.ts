import type { Goal, Provenance, Standing, StatusWord } from './goal.ts'
import type {
  AnswerId,
  AskId,
  GoalId,
  Instant,
  LocalDate,
  OccurrenceId,
  PeriodKey,
  PersonId,
  TeamId,
} from './types.ts'

/** domain.md §4.2 and PRODUCT.md §3. `unasked`: no prompt had asked for this period. */
export type Timeliness = 'early' | 'on-time' | 'late' | 'unasked'

/** One thing a person said about one goal, ready to be stored. At least one field beyond `goal` says something. */
export interface NewAnswer {
  readonly goal: GoalId
  /** The goal's value after this answer, in its unit. */
  readonly value: number | undefined
  /** A change by so much: the value is computed when it is stored, so that two of them add twice. */
  readonly delta: number | undefined
  readonly status: StatusWord | undefined
  /** 1-10 */
  readonly confidence: number | undefined
  readonly note: string | undefined
  readonly blocker: string | undefined
  /** The value stays as it was; counts as an answer. */
  readonly isNoChange: boolean
  /** Said to be finished. */
  readonly isDone: boolean
  /** Nothing stands in the way any more. */
  readonly isUnblocked?: boolean | undefined
  /** Why it was read so; absent where it was chosen or typed into a field of its own. */
  readonly because?: Reason | undefined
  /** What a rate was made of: 12 of 40. */
  readonly counts?: Counts | undefined
}

export interface Counts {
  readonly numerator: number
  readonly denominator: number
}

export interface Reason {
  readonly how: Because
  /** The words that decided it, as typed. */
  readonly words: string | undefined
}

export const becauses = [
  'bare',
  'signed',
  'said-added',
  'said-now',
  'fraction',
  'from-to',
  'remaining',
  'nothing-new',
  'corrected',
  'remembered',
  'no-change',
  'done',
  'blocked',
  'unblocked',
  'status',
] as const
export type Because = (typeof becauses)[number]

export interface Answer extends NewAnswer {
  readonly id: AnswerId
  readonly person: PersonId
  readonly at: Instant
  readonly periodKey: PeriodKey
  readonly timeliness: Timeliness
  readonly provenance: Provenance
  /** The value before this answer, so that the receipt can say "12 → 14". */
  readonly before: number | undefined
}

/** What the bot says back after storing: one line per answer. */
export interface Understood {
  readonly goal: Goal
  readonly answer: Answer
}

/** One goal in a prompt. `position` counts from 1 through the whole prompt. */
export interface PromptItem {
  readonly position: number
  readonly standing: Standing
  readonly ask: AskId
  readonly periodKey: PeriodKey
  readonly team: TeamId
  readonly isAnswered: boolean
  /** Due check-ins in a row that were missed before this one. */
  readonly missed?: number | undefined
}

/** All that one prompt asks of one person. */
export interface PromptSheet {
  readonly occurrence: OccurrenceId
  readonly person: PersonId
  readonly localDate: LocalDate
  readonly items: readonly PromptItem[]
  /** On time until then. */
  readonly windowEnds: Instant
  /** The person's first ever prompt explains itself. */
  readonly isFirst: boolean
  readonly isLate: boolean
  /** The person passes it over; an answer still counts. */
  readonly isSkipped?: boolean | undefined
}
