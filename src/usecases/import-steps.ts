import { updateMarks } from '../../db/goal-writes.ts'
import { goalById } from '../../db/goals.ts'
import type { Trx } from '../../db/schema.ts'
import { isAble } from '../domain/channel-rules.ts'
import type { Goal, GoalDraft, Link, Step } from '../domain/goal.ts'
import { goalNumber } from '../domain/import/match.ts'
import { readDay } from '../domain/import/values.ts'
import { MOST_PREDECESSORS, MOST_STEP_TITLE, MOST_STEPS, stepRefusals } from '../domain/milestones.ts'
import type { Person, Team } from '../domain/people.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maySee } from '../domain/rights.ts'
import { instantFrom } from '../domain/time.ts'
import type { FileGoal, FileStep, RowRefusal } from '../domain/transfer.ts'
import type { Instant, PersonId, StepId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { type ImportFacts, peopleIds } from './import-facts.ts'
import { linkRefusals } from './save-milestone.ts'

/** A new goal's milestones, without what they wait for: that may come later in the file. Ids in the order of the row's. */
export function stepsOf(
  deps: Deps,
  row: FileGoal,
  draft: Pick<GoalDraft, 'start' | 'due' | 'visibility'>,
  { facts, owner, team }: { readonly facts: ImportFacts; readonly owner: Person; readonly team: Team },
): Result<readonly Step[], readonly RowRefusal[]> {
  if (row.steps.length > MOST_STEPS) return refuse([{ kind: 'too-many-milestones', most: MOST_STEPS }])
  const steps = row.steps.map((told): Step => {
    const at = told.isDone ? earlierOf(instantFrom(told.doneAt ?? ''), deps.now()) : undefined
    return {
      id: deps.newId() as StepId,
      title: titleOf(told),
      weight: told.weight,
      due: told.due === undefined ? undefined : readDay(told.due, facts.calendar),
      assignee: assigneeOf(told, draft, { facts, owner, team }),
      after: [],
      isDone: told.isDone,
      doneBy: told.isDone ? owner.id : undefined,
      doneAt: at,
    }
  })
  const refusals = steps.flatMap((step) => stepRefusals(draft, step))
  return refusals.length > 0 ? refuse(refusals) : ok(steps)
}

const titleOf = ({ title }: FileStep) =>
  [...title.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, MOST_STEP_TITLE).join('')

const earlierOf = (at: Instant | undefined, now: Instant) => (at === undefined || at > now ? now : at)

/** Someone of the team who may know of the goal; else it is left to the owner. */
function assigneeOf(
  { assignee }: FileStep,
  { visibility }: Pick<GoalDraft, 'visibility'>,
  { facts, owner, team }: { readonly facts: ImportFacts; readonly owner: Person; readonly team: Team },
): PersonId | undefined {
  const [id] = peopleIds(assignee)
  const person = id === undefined ? undefined : facts.people.get(id)
  if (person === undefined || !isAble(person)) return undefined
  const isMember = facts.members.get(team.id)?.includes(person.id) === true
  const from = { person: person.id, isMember, isLead: team.leads.includes(person.id) }
  const named = { owner: owner.id, coOwners: [], partner: undefined, visibility }
  return isMember && maySee(named, from) ? person.id : undefined
}

/** A goal of the file that has become one here. */
export interface Made {
  readonly row: FileGoal
  readonly goal: Goal
}

/** What waits for what, once all of them are there. A link that the milestone window would refuse is left out. */
export async function linkSteps(
  trx: Trx,
  deps: Deps,
  actor: Person,
  { row, goal: before }: Made,
  all: ReadonlyMap<number, Made>,
): Promise<void> {
  const goal = await goalById(trx, actor.workspace, before.id)
  if (goal?.state !== 'active') return
  let linked: Goal = goal
  for (const [index, told] of row.steps.entries()) {
    for (const link of told.after.slice(0, MOST_PREDECESSORS).flatMap((one) => linkFrom(one, all) ?? []))
      linked = await withLink(trx, actor, linked, index, link)
  }
  if (linked !== goal) await updateMarks(trx, actor.workspace, linked, deps.now())
}

function linkFrom(told: FileStep['after'][number], all: ReadonlyMap<number, Made>): Link | undefined {
  const number = goalNumber(told.goal)
  const target = number === undefined ? undefined : all.get(number)
  if (target === undefined) return undefined
  if (told.step === undefined) return { goal: target.goal.id, step: undefined }
  const step = target.goal.steps[target.row.steps.findIndex(({ id }) => id === told.step)]
  return step && { goal: target.goal.id, step: step.id }
}

async function withLink(trx: Trx, actor: Person, goal: Goal, index: number, link: Link): Promise<Goal> {
  const step = goal.steps[index]
  if (step === undefined) return goal
  const more: Step = { ...step, after: [...step.after, link] }
  const changed: Goal = { ...goal, steps: goal.steps.map((one) => (one.id === more.id ? more : one)) }
  const refusals = await linkRefusals(trx, actor, changed, { ...more, after: [link] })
  return refusals.length > 0 ? goal : changed
}
