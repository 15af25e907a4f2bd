import { peopleOf } from '../../db/people.ts'
import { daysOffOf } from '../domain/days-off.ts'
import { criticalChain, flagsOf, type Item, itemsOf, keyOf } from '../domain/dependencies.ts'
import type { Goal, Step } from '../domain/goal.ts'
import { inOrder, isAnyMarkable, mayMark } from '../domain/milestones.ts'
import type { Person, Team } from '../domain/people.ts'
import { mayChange, maySee } from '../domain/rights.ts'
import type { ItemName, MilestonePlan, MilestoneRow } from '../domain/sheets.ts'
import type { LocalDate, PersonId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import type { SeenGoal } from './goal-for.ts'
import { networkOf } from './network.ts'

/** A goal's milestones with what holds them up, as one viewer may know it; `today` is the owner's. */
export async function milestonePlan(
  deps: Deps,
  { goal, team, from }: SeenGoal,
  today: LocalDate,
): Promise<MilestonePlan> {
  const isOpenGoal = goal.state === 'active'
  const canAct = isOpenGoal && (mayChange(goal, from) || isAnyMarkable(goal, from))
  if (goal.steps.length === 0) return { rows: [], chain: [], canAct }
  const network = await networkOf(deps.db, goal.workspace, [goal])
  const items = itemsOf(network)
  const flags = flagsOf(items, { today, dayOff: await daysOffIn(deps, team) })
  const nameOf = namer(goal, network, (other) => other.team === goal.team && maySee(other, from))
  const byKey = new Map(items.map((item) => [item.key, item]))
  const people = await peopleOf(deps.db, goal.workspace, namedIn(goal))
  const rows = inOrder(goal.steps).map((step): MilestoneRow => {
    const held = flags.get(keyOf({ goal: goal.id, step: step.id }))
    const isOpen = !step.isDone && isOpenGoal
    return {
      step,
      assignee: nameIn(people, step.assignee),
      doneBy: nameIn(people, step.doneBy),
      isLate: isOpen && (step.due ?? goal.due) < today,
      blockedBy: isOpen ? (held?.blockedBy ?? []).map(nameOf) : [],
      slackDays: isOpen && held?.isSqueezed === true ? held.slackDays : undefined,
      after: step.after.flatMap((link) => {
        const item = byKey.get(keyOf(link))
        return item === undefined ? [] : [{ link, name: nameOf(item) }]
      }),
      canMark: isOpenGoal && mayMark(goal, step, from),
    }
  })
  const chain = isOpenGoal ? criticalChain(items, today, (item) => item.goal === goal.id).map(nameOf) : []
  return { rows, chain, canAct }
}

export async function daysOffIn(deps: Pick<Deps, 'holidays'>, team: Team) {
  const isHoliday = team.holidaysOf === undefined ? () => false : await deps.holidays.of(team.holidaysOf)
  return daysOffOf({ ...team, isHoliday })
}

const namedIn = (goal: Goal): readonly PersonId[] =>
  goal.steps.flatMap(({ assignee, doneBy }) => [assignee, doneBy].filter((id) => id !== undefined))

const nameIn = (people: ReadonlyMap<PersonId, Person>, id: PersonId | undefined): string | undefined =>
  id === undefined ? undefined : (people.get(id)?.name ?? id)

/** The goal's own milestones by their title alone; of what the viewer may not see, nothing. */
function namer(goal: Goal, network: readonly Goal[], isSeen: (other: Goal) => boolean) {
  return ({ goal: id, step }: Item): ItemName => {
    const other = network.find((one) => one.id === id)
    if (other === undefined || (other.id !== goal.id && !isSeen(other))) return hidden
    const title = other.steps.find((one: Step) => one.id === step)?.title
    return { goal: other.id === goal.id && step !== undefined ? undefined : other, step: title }
  }
}

const hidden: ItemName = { goal: undefined, step: undefined }
