import type { Letter } from '../db/outbox.ts'
import { sentMessage } from '../db/outbox.ts'
import { teamById } from '../db/teams.ts'
import { weekMessage } from '../views/week.ts'
import { weekDetails } from '../views/week-details.ts'
import type { Payload } from './domain/outbox.ts'
import { type Drawing, type Drawn, gone, sayToChannel } from './drawing.ts'
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
