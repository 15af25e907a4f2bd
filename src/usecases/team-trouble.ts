import { goalsOf } from '../../db/goals.ts'
import { enqueue } from '../../db/outbox.ts'
import { peopleOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { saveChannel, teamById, teamIn } from '../../db/teams.ts'
import { transact } from '../../db/transaction.ts'
import { isAble } from '../domain/channel-rules.ts'
import type { Payload } from '../domain/outbox.ts'
import type { Person, Team } from '../domain/people.ts'
import { localDateOf, UTC } from '../domain/time.ts'
import type { ChannelId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'

/** What keeps a team's channel from working, told once to its first lead. */

type Lost = Exclude<Team['channelState'], 'open'>

/** The bot was removed or the channel archived: nobody is asked there until it is open again. */
export async function channelLost(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
  as: Lost,
): Promise<void> {
  await transact(deps.db, async (trx) => {
    const team = await teamIn(trx, workspace, channel)
    if (team === undefined || team.channelState === as) return
    await saveChannel(trx, workspace, channel, { channelState: as })
    if (team.channelState === 'open') await tellLead(trx, deps, team, as, String(deps.now()))
  })
}

const losses: Readonly<Record<string, Lost>> = {
  not_in_channel: 'left',
  channel_not_found: 'left',
  is_archived: 'archived',
}

/** Slack refused a message to a channel: what that says of the channel holds from now on. */
export async function channelRefused(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
  code: string,
): Promise<void> {
  const lost = losses[code]
  if (lost !== undefined) return channelLost(deps, workspace, channel, lost)
  if (!code.startsWith('restricted_action')) return
  await transact(deps.db, async (trx) => {
    const team = await teamIn(trx, workspace, channel)
    // Once a month: it may have been mended and come back.
    const month = localDateOf(deps.now(), team?.zone ?? UTC).slice(0, 7)
    if (team !== undefined) await tellLead(trx, deps, team, 'restricted', month)
  })
}

/** Someone's account is closed: the goals they leave open are asked of nobody. */
export async function ownerGone(deps: Deps, person: Person): Promise<void> {
  await transact(deps.db, async (trx) => {
    const goals = await goalsOf(trx, person.workspace, person.id)
    for (const id of new Set(goals.map((goal) => goal.team))) {
      const team = await teamById(trx, person.workspace, id)
      if (team !== undefined) await tellLead(trx, deps, team, 'owner-gone', person.id, person)
    }
  })
}

async function tellLead(
  trx: Trx,
  deps: Deps,
  team: Team,
  trouble: Payload<'team-trouble'>['trouble'],
  which: string,
  about?: Person,
): Promise<void> {
  const { workspace, id } = team
  const people = await peopleOf(trx, workspace, team.leads)
  const lead = team.leads.find((one) => {
    const known = people.get(one)
    return known !== undefined && isAble(known) && one !== about?.id
  })
  if (lead === undefined) return
  await enqueue(trx, {
    id: deps.newId(),
    workspace,
    key: `trouble:${id}:${trouble}:${which}`,
    kind: 'team-trouble',
    payload: { team: id, trouble, ...(about === undefined ? {} : { person: about.id }) },
    target: lead,
    dueAt: deps.now(),
    plannedFor: deps.now(),
  })
}
