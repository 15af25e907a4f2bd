import { answersById } from '../db/check-ins.ts'
import { goalById, goalsOf, goalsSupportedBy } from '../db/goals.ts'
import type { Letter } from '../db/outbox.ts'
import { peopleOf, personOf } from '../db/people.ts'
import { teamById } from '../db/teams.ts'
import { blockedTold } from '../views/blocked-told.ts'
import { goalsBrought } from '../views/goals-brought.ts'
import { milestoneGiven } from '../views/milestone-given.ts'
import { milestonesDone } from '../views/milestones-done.ts'
import { teamTrouble } from '../views/team-trouble.ts'
import { zoneLacked } from '../views/zone-lacked.ts'
import { areAllDone } from './domain/milestones.ts'
import type { Payload } from './domain/outbox.ts'
import type { PersonId } from './domain/types.ts'
import { type Drawing, type Drawn, gone } from './drawing.ts'

/** Draws what partners, leads and owners are told apart from any goal of their own being asked for. */

export async function blockedFor(
  { deps, sayTo }: Drawing,
  { workspace, target }: Letter,
  { goal: id, answer: since, to }: Payload<'blocked-told'>,
): Promise<Drawn> {
  const goal = await goalById(deps.db, workspace, id)
  const [answer] = await answersById(deps.db, workspace, [since])
  const people = await peopleOf(deps.db, workspace, [target as PersonId, ...(goal ? [goal.owner] : [])])
  const person = people.get(target as PersonId)
  if (goal === undefined || answer?.blocker === undefined || person === undefined) return gone
  const owner = people.get(goal.owner)?.name ?? goal.owner
  return { to: person.id, message: blockedTold({ goal, owner, blocker: answer.blocker, to }, sayTo(person)) }
}

export async function troubleFor(
  { deps, sayTo }: Drawing,
  { workspace, target }: Letter,
  { team: id, trouble, person }: Payload<'team-trouble'>,
): Promise<Drawn> {
  const team = await teamById(deps.db, workspace, id)
  const people = await peopleOf(deps.db, workspace, [target as PersonId, ...(person ? [person] : [])])
  const lead = people.get(target as PersonId)
  if (team === undefined || lead === undefined) return gone
  const left = person && (await goalsOf(deps.db, workspace, person)).filter((goal) => goal.team === id)
  const away = person && left && { name: people.get(person)?.name ?? person, goals: left }
  const { channelName } = team
  return { to: lead.id, message: teamTrouble({ trouble, channelName, gone: away }, sayTo(lead)) }
}

export async function zoneLackedFor(
  { deps, sayTo }: Drawing,
  { workspace }: Letter,
  { person: id, zone }: Payload<'zone-lacked'>,
): Promise<Drawn> {
  const person = await personOf(deps.db, workspace, id)
  // Slack has another one by now, or they chose one themselves.
  if (person === undefined || person.lackedZone !== zone) return gone
  return { to: person.id, message: zoneLacked(person, zone, sayTo(person)) }
}

/** Nothing where the goal was closed meanwhile, or a mark taken back. */
export async function allDoneFor(
  { deps, sayTo }: Drawing,
  { workspace }: Letter,
  { goal: id }: Payload<'milestones-done'>,
): Promise<Drawn> {
  const goal = await goalById(deps.db, workspace, id)
  const owner = goal && (await personOf(deps.db, workspace, goal.owner))
  if (owner === undefined || goal?.state !== 'active' || !areAllDone(goal.steps)) return gone
  return { to: owner.id, message: milestonesDone(goal, sayTo(owner)) }
}

/** Nothing where none of them is open by now. */
export async function goalsBroughtFor(
  { deps, sayTo }: Drawing,
  { workspace, target }: Letter,
  { by, since }: Payload<'goals-brought'>,
): Promise<Drawn> {
  const people = await peopleOf(deps.db, workspace, [target as PersonId, by])
  const person = people.get(target as PersonId)
  if (person === undefined) return gone
  const all = [
    ...(await goalsOf(deps.db, workspace, person.id)),
    ...(await goalsSupportedBy(deps.db, workspace, person.id)),
  ]
  const goals = all.filter(({ createdBy, createdAt }) => createdBy === by && createdAt >= since)
  if (goals.length === 0) return gone
  const told = { person: person.id, by: people.get(by)?.name ?? by, goals }
  return { to: person.id, message: goalsBrought(told, sayTo(person)) }
}

/** Nothing where it is done, left out or somebody else's by now. */
export async function milestoneGivenFor(
  { deps, sayTo }: Drawing,
  { workspace, target }: Letter,
  { goal: id, step: stepId }: Payload<'milestone-given'>,
): Promise<Drawn> {
  const goal = await goalById(deps.db, workspace, id)
  const step = goal?.steps.find((one) => one.id === stepId)
  if (goal === undefined || goal.state !== 'active' || step === undefined) return gone
  if (step.isDone || step.assignee !== target) return gone
  const people = await peopleOf(deps.db, workspace, [step.assignee, goal.owner])
  const assignee = people.get(step.assignee)
  if (assignee === undefined) return gone
  const owner = people.get(goal.owner)?.name ?? goal.owner
  return { to: assignee.id, message: milestoneGiven({ goal, step, owner }, sayTo(assignee)) }
}
