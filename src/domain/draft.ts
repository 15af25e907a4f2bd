import type { GoalDraft, Measure, Visibility } from './goal.ts'
import type { DraftRefusal } from './refusals.ts'
import type { Result } from './result.ts'
import type { ChannelId, GoalId, PersonId } from './types.ts'

/** The goal form as it was filled in: numbers and days still as typed. */
export interface TypedGoal {
  readonly title: string
  readonly measure: Measure
  /** `deals`, `%`, `EUR`, `hours`; asked for custom measures and for money. */
  readonly unit: string | undefined
  readonly baseline: string | undefined
  readonly target: string | undefined
  readonly low: string | undefined
  readonly high: string | undefined
  readonly start: string | undefined
  readonly due: string | undefined
  readonly channel: ChannelId | undefined
  readonly owner: PersonId | undefined
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly visibility: Visibility
  readonly levers: string | undefined
  readonly why: string | undefined
  readonly parent: GoalId | undefined
  readonly firstStep: string | undefined
  readonly confidence: number | undefined
}

export type ReadDraft = (typed: TypedGoal) => Result<GoalDraft, readonly DraftRefusal[]>
