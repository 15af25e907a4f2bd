import { updateMarks } from '../../db/goal-writes.ts'
import type { Trx } from '../../db/schema.ts'
import type { Goal } from '../domain/goal.ts'
import { areAllDone, marked, mayMark, withStep } from '../domain/milestones.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { GoalId, StepId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy } from './goal-for.ts'
import { note } from './note.ts'
import { tellAllDone } from './tell.ts'

/** Marks a milestone done, or open again. No goalpost moves by it: no version, and progress follows at once. */
export async function markMilestone(
  deps: Deps,
  actor: Person,
  id: GoalId,
  asked: { readonly step: StepId; readonly isDone: boolean },
): Promise<Result<Goal, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await goalSeenBy(trx, actor, { id })
    if (!seen.ok) return seen
    const { goal, from } = seen.value
    const step = goal.steps.find((one) => one.id === asked.step)
    if (step === undefined) return refuse({ kind: 'no-such-milestone' })
    if (!mayMark(goal, step, from)) return refuse({ kind: 'not-your-milestone' })
    if (goal.state !== 'active')
      return refuse({ kind: 'goal-closed', number: goal.number, title: goal.title })
    // Pressed twice, or by two people: whoever was first did it.
    if (step.isDone === asked.isDone) return ok(goal)
    const mark = asked.isDone ? { by: actor.id, at: deps.now() } : undefined
    const now: Goal = { ...goal, steps: withStep(goal.steps, marked(step, mark)) }
    return ok(await store(trx, deps, actor, now, asked))
  })
}

async function store(
  trx: Trx,
  deps: Deps,
  actor: Person,
  goal: Goal,
  asked: { readonly step: StepId; readonly isDone: boolean },
): Promise<Goal> {
  const isStored = await updateMarks(trx, goal.workspace, goal, deps.now())
  // Only where two processes change the goal at once; thrown, so that the retry marks what is there by then.
  if (!isStored) throw new Error(`goal ${goal.id} was changed at the same moment`)
  await note(trx, deps, actor, {
    action: asked.isDone ? 'milestone-done' : 'milestone-undone',
    subject: goal.id,
    details: { step: asked.step },
  })
  // Whoever closes the goal and marks the last one is offered it where they are.
  const isNews = goal.kind === 'milestone' && areAllDone(goal.steps) && actor.id !== goal.owner
  if (isNews) await tellAllDone(trx, deps, goal)
  return goal
}
