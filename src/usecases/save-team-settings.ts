import { peopleOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { saveSettings, setLeads, teamIn } from '../../db/teams.ts'
import { channelRefusal, isAble } from '../domain/channel-rules.ts'
import type { Person, Team, TeamSettings } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maySetUp } from '../domain/rights.ts'
import type { PersonId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { note } from './note.ts'
import { rescheduleTeam } from './schedules.ts'
import { type ChannelNow, teamForChannel } from './team-for-channel.ts'

/**
 * Changes how a channel runs its goals, and makes its team when it has none yet: whoever does that first is its lead.
 * Every date that is due by the old settings is computed anew.
 */
export async function saveTeamSettings(
  deps: Deps,
  actor: Person,
  where: ChannelNow,
  settings: TeamSettings,
  leads: readonly PersonId[],
): Promise<Result<Team, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    if (!isAble(actor)) return refuse({ kind: 'outsider' })
    const barrier = channelRefusal(where.channel)
    if (barrier !== undefined) return refuse(barrier)
    const known = await teamIn(trx, actor.workspace, where.channel.id)
    const refusal = await leadRefusal(trx, actor, where, known)
    if (refusal !== undefined) return refuse(refusal)
    const { team } = await teamForChannel(trx, deps, actor, where)
    const chosen = await ableLeads(trx, actor, leads)
    const changed = { ...team, ...settings, leads: chosen.length > 0 ? chosen : team.leads }
    await saveSettings(trx, actor.workspace, team.id, settings)
    await setLeads(trx, actor.workspace, team.id, changed.leads)
    await note(trx, deps, actor, {
      action: 'team-settings',
      subject: team.id,
      details: { leads: changed.leads, cadence: settings.cadence, zone: settings.zone },
    })
    await rescheduleTeam(trx, deps, changed)
    return ok(changed)
  })
}

/** Leads change settings; an admin may where no lead is left in the channel; anyone in it where there is no team yet. */
async function leadRefusal(
  trx: Trx,
  actor: Person,
  where: ChannelNow,
  team: Team | undefined,
): Promise<Refusal | undefined> {
  if (maySetUp(actor, where.members, team?.leads)) return undefined
  if (team === undefined) return { kind: 'outsider' }
  const people = await peopleOf(trx, actor.workspace, team.leads)
  return { kind: 'not-a-lead', leads: team.leads.flatMap((id) => people.get(id)?.name ?? []) }
}

async function ableLeads(trx: Trx, actor: Person, leads: readonly PersonId[]): Promise<readonly PersonId[]> {
  const people = await peopleOf(trx, actor.workspace, leads)
  return [...new Set(leads)].filter((id) => {
    const person = people.get(id)
    return person !== undefined && isAble(person)
  })
}
