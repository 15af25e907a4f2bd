import { isMember } from '../../db/members.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { isAble } from '../domain/channel-rules.ts'
import { cycleIn, itemsOf, keyOf } from '../domain/dependencies.ts'
import type { Goal, Link, Step } from '../domain/goal.ts'
import {
  inOrder,
  MOST_PREDECESSORS,
  MOST_STEP_TITLE,
  MOST_STEPS,
  type StepDraft,
  stepRefusals,
  withStep,
} from '../domain/milestones.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { type Result, refuse } from '../domain/result.ts'
import { maySee } from '../domain/rights.ts'
import type { GoalId, PersonId, StepId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy, standpointOf } from './goal-for.ts'
import { networkOf } from './network.ts'
import { openGoalChangedBy, planChanged } from './plan-changed.ts'
import { tellAssignee } from './tell.ts'

/** Adds a milestone, or changes the one with that id. Its mark stays; a person it names must be in our tables. */
export async function saveMilestone(
  deps: Deps,
  actor: Person,
  goal: GoalId,
  asked: {
    readonly step: StepId | undefined
    readonly draft: StepDraft
    readonly reason: string | undefined
  },
): Promise<Result<Goal, readonly Refusal[]>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await openGoalChangedBy(trx, actor, goal)
    if (!seen.ok) return refuse([seen.refusal])
    const { goal: now, team } = seen.value
    const before = now.steps.find(({ id }) => id === asked.step)
    if (asked.step !== undefined && before === undefined) return refuse([{ kind: 'no-such-milestone' }])
    const draft = tidied(asked.draft)
    const id = before?.id ?? (deps.newId() as StepId)
    const step: Step = { ...unmarked, ...before, ...draft, id }
    const changed: Goal = { ...now, steps: inOrder(withStep(now.steps, step)) }
    const refusals = [
      ...crowdRefusals(now, before),
      ...stepRefusals(now, draft),
      ...(await assigneeRefusals(trx, now, team, draft.assignee, before?.assignee)),
      ...(await linkRefusals(trx, actor, changed, step)),
    ]
    if (refusals.length > 0) return refuse(refusals)
    const stored = await planChanged(trx, deps, actor, seen.value, {
      steps: changed.steps,
      reason: asked.reason,
    })
    if (stored.ok && isNewsFor(actor, step, before)) await tellAssignee(trx, deps, stored.value, step)
    return stored
  })
}

/** Given to someone else than who gives it, or moved to another day. */
const isNewsFor = (actor: Person, step: Step, before: Step | undefined) =>
  step.assignee !== undefined &&
  step.assignee !== actor.id &&
  !step.isDone &&
  (step.assignee !== before?.assignee || step.due !== before.due)

const crowdRefusals = ({ steps }: Goal, before: Step | undefined): readonly Refusal[] =>
  before === undefined && steps.length >= MOST_STEPS
    ? [{ kind: 'too-many-milestones', most: MOST_STEPS }]
    : []

const unmarked = { isDone: false, doneBy: undefined, doneAt: undefined } as const

function tidied(draft: StepDraft): StepDraft {
  const title = [...draft.title.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, MOST_STEP_TITLE).join('')
  const links = new Map(draft.after.map((link) => [keyOf(link), link]))
  return { ...draft, title, after: [...links.values()].slice(0, MOST_PREDECESSORS) }
}

/** Whoever was named before may have left since: that is no reason to refuse another date. */
async function assigneeRefusals(
  trx: Trx,
  goal: Goal,
  team: Team,
  assignee: PersonId | undefined,
  before: PersonId | undefined,
): Promise<readonly Refusal[]> {
  if (assignee === undefined || assignee === before) return []
  const person = await personOf(trx, goal.workspace, assignee)
  const isThere = await isMember(trx, goal.workspace, team.id, assignee)
  if (person === undefined || !isAble(person) || !isThere) return [{ kind: 'assignee-unable' }]
  const from = await standpointOf(trx, team, person)
  return maySee(goal, from) ? [] : [{ kind: 'assignee-not-told' }]
}

export async function linkRefusals(
  trx: Trx,
  actor: Person,
  goal: Goal,
  step: Step,
): Promise<readonly Refusal[]> {
  for (const link of step.after)
    if (!(await isKnown(trx, actor, goal, link))) return [{ kind: 'dependency-unknown' }]
  const network = await networkOf(trx, goal.workspace, [goal])
  return cycleIn(itemsOf(network)) === undefined ? [] : [{ kind: 'dependency-cycle' }]
}

/** One of the goal's own, or of a goal of the same team that everyone who sees this one may see too. */
async function isKnown(trx: Trx, actor: Person, goal: Goal, link: Link): Promise<boolean> {
  if (link.goal === goal.id) return link.step === undefined || goal.steps.some(({ id }) => id === link.step)
  const seen = await goalSeenBy(trx, actor, { id: link.goal })
  if (!seen.ok || seen.value.goal.team !== goal.team) return false
  const other = seen.value.goal
  const hasStep = link.step === undefined || other.steps.some(({ id }) => id === link.step)
  return other.visibility === 'team' && hasStep
}
