import { goalById } from '../db/goals.ts'
import { lookBackOn } from '../db/look-backs.ts'
import { type Letter, sentMessage } from '../db/outbox.ts'
import { teamById } from '../db/teams.ts'
import { askedToLookBack, lookedBack } from '../views/look-back.ts'
import type { Goal } from './domain/goal.ts'
import type { Payload } from './domain/outbox.ts'
import { type Drawing, type Drawn, gone, sayToChannel } from './drawing.ts'
import { outcomeFor } from './usecases/look-back.ts'
import { standingsOf } from './usecases/standings.ts'

/** Draws what is asked and told when a goal has ended. */

export async function lookBackFor(
  drawing: Drawing,
  { workspace }: Letter,
  { goal: id }: Payload<'look-back'>,
): Promise<Drawn> {
  const ended = await endedGoal(drawing, workspace, id)
  if (ended === undefined) return gone
  const { goal, owner, outcome } = ended
  return { to: owner.id, message: askedToLookBack({ goal, outcome }, drawing.sayTo(owner)) }
}

/** As it is written by then; nothing where it was taken out of sight meanwhile. */
export async function lookedBackFor(
  drawing: Drawing,
  { workspace }: Letter,
  { goal: id }: Payload<'looked-back'>,
): Promise<Drawn> {
  const { db } = drawing.deps
  const ended = await endedGoal(drawing, workspace, id)
  const written = await lookBackOn(db, workspace, id)
  if (ended === undefined || written?.isShared !== true || ended.goal.visibility === 'private') return gone
  const team = await teamById(db, workspace, ended.goal.team)
  if (team === undefined) return gone
  const card = await sentMessage(db, workspace, `card:${id}`)
  const { goal, owner, outcome } = ended
  const say = await sayToChannel(drawing, workspace, team.leads)
  return {
    to: team.channel,
    ...(card === undefined ? {} : { threadTs: card.ts }),
    message: lookedBack({ goal, owner: owner.name, outcome, written }, say),
  }
}

async function endedGoal({ deps }: Drawing, workspace: Letter['workspace'], id: Goal['id']) {
  const goal = await goalById(deps.db, workspace, id)
  if (goal === undefined || goal.state === 'active') return undefined
  const [owned] = await standingsOf(deps.db, workspace, [goal], { goals: [id] }, deps.now())
  return owned && { goal, owner: owned.owner, outcome: await outcomeFor(deps.db, owned) }
}
