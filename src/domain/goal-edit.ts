import { isDeepStrictEqual } from 'node:util'
import type { Ease, Goal, GoalTerms, Visibility } from './goal.ts'
import { countsFrom, easeOf, lockedAt } from './goal-rules.ts'
import type { Refusal } from './refusals.ts'
import { mayApproveBaseline, mayChange, type Standpoint } from './rights.ts'
import { termsOf } from './terms.ts'
import type { Instant, PersonId } from './types.ts'

/** Changing a goal, domain.md §4.3: before the lock quietly, after it in front of everyone. */

export interface GoalEdit {
  readonly terms: GoalTerms
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly visibility: Visibility
  readonly reason: string | undefined
}

export interface JudgedEdit {
  readonly isLocked: boolean
  readonly ease: Ease
  /** From when the new terms alone count for scoring. */
  readonly countsFrom: Instant
  /** Said in the card's thread, with who and why. */
  readonly isPosted: boolean
}

export function judgeEdit(goal: Goal, edit: GoalEdit, now: Instant): JudgedEdit {
  const isLocked = now >= lockedAt(goal)
  const ease = isLocked ? easeOf(termsOf(goal), edit.terms) : 'same'
  return {
    isLocked,
    ease,
    countsFrom: countsFrom(ease, isLocked, now),
    isPosted: isLocked && (ease !== 'same' || movesGoalposts(goal, edit.terms)),
  }
}

/** Why there is nothing to edit here for this person; undefined when there is. */
export function editBarrier(goal: Goal, edit: GoalEdit, from: Standpoint): Refusal | undefined {
  const may = mayChange(goal, from) || (mayApproveBaseline(goal, from) && movesBaselineAlone(goal, edit))
  if (!may) return { kind: 'not-your-goal', number: goal.number }
  if (goal.state !== 'active') return { kind: 'goal-closed', number: goal.number, title: goal.title }
  return changesNothing(goal, edit) ? { kind: 'nothing-changed' } : undefined
}

/** What else speaks against an edit, besides faults of its terms. */
export function editRefusals(
  goal: Goal,
  edit: GoalEdit,
  judged: JudgedEdit,
  from: Standpoint,
): readonly Refusal[] {
  const needsApproval =
    judged.isLocked && goal.baseline !== edit.terms.baseline && !mayApproveBaseline(goal, from)
  const needsReason = judged.ease === 'easier' && edit.reason === undefined
  return [
    ...(edit.partner === goal.owner ? [{ kind: 'partner-is-owner' } as const] : []),
    ...(needsApproval ? [{ kind: 'baseline-needs-approval' } as const] : []),
    ...(needsReason ? [{ kind: 'reason-needed' } as const] : []),
  ]
}

/** The fields that lock. */
function movesGoalposts(goal: Goal, terms: GoalTerms): boolean {
  return !isDeepStrictEqual(goalposts(goal), goalposts(terms))
}

const goalposts = (terms: GoalTerms) => [
  terms.measure,
  terms.kind,
  terms.direction,
  terms.unit,
  terms.baseline,
  terms.target,
  terms.low,
  terms.high,
  terms.start,
  terms.due,
  terms.isAspirational,
]

/** A partner may mend the baseline, and nothing else. */
function movesBaselineAlone(goal: Goal, edit: GoalEdit): boolean {
  return changesNothing(goal, { ...edit, terms: { ...edit.terms, baseline: goal.baseline } })
}

export function changesNothing(goal: Goal, edit: Omit<GoalEdit, 'reason'>): boolean {
  return (
    isDeepStrictEqual(termsOf(goal), termsOf(edit.terms)) &&
    isDeepStrictEqual(goal.coOwners.toSorted(), edit.coOwners.toSorted()) &&
    goal.partner === edit.partner &&
    goal.visibility === edit.visibility
  )
}
