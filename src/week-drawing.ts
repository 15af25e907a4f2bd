import type { Letter } from '../db/outbox.ts'
import { sentMessage } from '../db/outbox.ts'
import { personOf } from '../db/people.ts'
import { teamById } from '../db/teams.ts'
import { digestMessage } from '../views/digest.ts'
import { weekMessage } from '../views/week.ts'
import { weekDetails } from '../views/week-details.ts'
import { isQuiet } from './domain/digest.ts'
import type { Payload } from './domain/outbox.ts'
import type { PersonId } from './domain/types.ts'
import { type Drawing, type Drawn, gone, sayToChannel } from './drawing.ts'
import { digestFor } from './usecases/digest-sheet.ts'
import { weekOfTeam, weekSheet } from './usecases/week-sheet.ts'

/** The channel's message of a week: posted, drawn anew in its place, and told in detail in its thread. */

export async function weekFor(
  drawing: Drawing,
  { workspace }: Letter,
  of: Pick<Payload<'leaderboard'>, 'team'>,
): Promise<Drawn> {
  const { deps } = drawing
  const team = await teamById(deps.db, workspace, of.team)
  if (team === undefined) return gone
  const say = await sayToChannel(drawing, workspace, team.leads)
  return { to: team.channel, message: weekMessage(await weekSheet(deps, team, deps.now()), say) }
}

export async function weekAgainFor(
  drawing: Drawing,
  letter: Letter,
  payload: Payload<'week-again'>,
): Promise<Drawn> {
  const sent = await sentMessage(drawing.deps.db, letter.workspace, payload.of)
  const drawn = sent === undefined ? gone : await weekFor(drawing, letter, payload)
  return sent === undefined || 'skip' in drawn ? gone : { ...drawn, to: sent.channel, replaces: sent.ts }
}

export async function weekDetailsFor(
  drawing: Drawing,
  { workspace }: Letter,
  { team: id, of, page }: Payload<'week-details'>,
): Promise<Drawn> {
  const { deps } = drawing
  const sent = await sentMessage(deps.db, workspace, of)
  const team = await teamById(deps.db, workspace, id)
  if (sent === undefined || team === undefined) return gone
  const say = await sayToChannel(drawing, workspace, team.leads)
  const message = weekDetails(await weekOfTeam(deps, team, deps.now()), page, say)
  return message === undefined ? gone : { to: sent.channel, threadTs: sent.ts, message }
}

/** Nothing to tell is not told. */
export async function digestToLead(
  { deps, sayTo }: Drawing,
  { workspace, target }: Letter,
  { team: id }: Payload<'lead-digest'>,
): Promise<Drawn> {
  const team = await teamById(deps.db, workspace, id)
  const lead = await personOf(deps.db, workspace, target as PersonId)
  if (team === undefined || lead === undefined || !team.leads.includes(lead.id)) return gone
  const digest = await digestFor(deps, lead, team, deps.now())
  if (isQuiet(digest)) return { skip: 'nothing-to-tell' }
  return { to: lead.id, message: digestMessage(team, digest, sayTo(lead)) }
}
