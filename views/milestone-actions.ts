import { z } from 'zod'
import type { GoalId, StepId } from '../src/domain/types.ts'
import { goalId } from './answers.ts'
import { buttonValue } from './button-value.ts'

export const milestoneActions = {
  /** Opens the window: `goalButton`. */
  open: 'milestones.open',
  add: 'milestones.add',
  /** Of one milestone; what is chosen reads as `stepChoice`. What follows the slash tells them apart. */
  act: 'milestones.act',
  back: 'milestones.back',
} as const

export const stepId = z.custom<StepId>((value) => typeof value === 'string' && value !== '')

/** Reads back what was chosen for a milestone. */
export const stepChoice = buttonValue({
  step: stepId,
  do: z.enum(['mark', 'unmark', 'change', 'remove']),
})
export type StepChoice = z.infer<typeof stepChoice>

export const choiceValue = (choice: StepChoice): string => JSON.stringify(choice)

/** What all of its windows carry along. `round` counts them, so that the same window drawn again differs from before. */
export const milestoneMetadata = z.strictObject({
  goal: goalId,
  step: stepId.optional(),
  round: z.int().min(0).max(100_000).default(0),
})
export interface MilestoneMetadata {
  readonly goal: GoalId
  readonly step?: StepId | undefined
  readonly round: number
}
