import type { Ease, Goal, GoalKind, PlanCurve, Step } from './goal.ts'
import type { Refusal } from './refusals.ts'
import { mayAnswer, mayChange, type Standpoint } from './rights.ts'
import type { Instant, PersonId, StepId } from './types.ts'

/** Milestones of a goal: what they may be, who may change and mark them, and what a change costs. */

export const MOST_STEPS = 20
export const MOST_STEP_TITLE = 150
export const MOST_PREDECESSORS = 10
/** Nothing finer is worth an argument. */
export const stepWeights = [1, 2, 3, 4, 5] as const

/** A milestone as it is asked for; marks are no part of it. */
export type StepDraft = Pick<Step, 'title' | 'weight' | 'due' | 'assignee' | 'after'>

/** Whoever delivers a milestone says themselves that it is done. */
export function mayMark(goal: Goal, step: Step, from: Standpoint): boolean {
  return mayChange(goal, from) || mayAnswer(goal, from.person) || step.assignee === from.person
}

export function isAnyMarkable(goal: Goal, from: Standpoint): boolean {
  return goal.steps.some((step) => mayMark(goal, step, from))
}

/** What is wrong with a milestone by itself; whom and what it names is looked up elsewhere. */
export function stepRefusals(goal: Pick<Goal, 'start' | 'due'>, draft: StepDraft): readonly Refusal[] {
  const { start, due } = goal
  const isOutside = draft.due !== undefined && (draft.due < start || draft.due > due)
  return [
    ...(/[^\p{C}\p{Z}]/u.test(draft.title) ? [] : [{ kind: 'milestone-untitled' } as const]),
    ...(isOutside ? [{ kind: 'milestone-outside', start, due } as const] : []),
  ]
}

/** In the order they are worked on: by date, those that come with the goal last; alike as they were added. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((a, b) => compare(a.due ?? LAST, b.due ?? LAST))
}

const LAST = '9999-12-31'
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

export function marked(step: Step, mark: { readonly by: PersonId; readonly at: Instant } | undefined): Step {
  return { ...step, isDone: mark !== undefined, doneBy: mark?.by, doneAt: mark?.at }
}

export function withStep(steps: readonly Step[], changed: Step): readonly Step[] {
  const isThere = steps.some(({ id }) => id === changed.id)
  return isThere ? steps.map((step) => (step.id === changed.id ? changed : step)) : [...steps, changed]
}

/** Without it, and nothing of the goal's own waits for it any more. */
export function withoutStep(goal: Pick<Goal, 'id' | 'steps'>, gone: StepId): readonly Step[] {
  return goal.steps
    .filter(({ id }) => id !== gone)
    .map((step) => ({
      ...step,
      after: step.after.filter((link) => link.goal !== goal.id || link.step !== gone),
    }))
}

/** Old terms with what is done by now: a mark moves no goalpost. */
export function withMarks(steps: readonly Step[], now: readonly Step[]): readonly Step[] {
  return steps.map((step) => {
    const known = now.find(({ id }) => id === step.id)
    const { isDone, doneBy, doneAt } = known ?? step
    return { ...step, isDone, doneBy, doneAt }
  })
}

/**
 * Where milestones are what counts, leaving out an open one, or making it lighter beside the others, is less to do.
 * Another date, a new milestone or another person is not.
 */
export function easeOfSteps(before: readonly Step[], after: readonly Step[]): Ease {
  const open = before.filter((step) => !step.isDone)
  const isLess = open.some((step) => weightOf(after, step.id) < step.weight)
  const isDoneWorthMore = before.some((step) => step.isDone && weightOf(after, step.id) > step.weight)
  return isLess || isDoneWorthMore ? 'easier' : 'same'
}

const weightOf = (steps: readonly Step[], id: StepId) => steps.find((step) => step.id === id)?.weight ?? 0

export const areAllDone = (steps: readonly Step[]) => steps.length > 0 && steps.every(({ isDone }) => isDone)

/** Where milestones are what counts and have dates, these dates are the plan. */
export function curveWith(kind: GoalKind, curve: PlanCurve, steps: readonly Step[]): PlanCurve {
  const hasDates = steps.some(({ due }) => due !== undefined)
  if (kind === 'milestone' && hasDates) return { kind: 'steps' }
  return curve.kind === 'steps' ? { kind: 'linear' } : curve
}
