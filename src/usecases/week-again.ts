import { enqueue, newestSent } from '../../db/outbox.ts'
import type { Db, Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import type { Team } from '../domain/people.ts'
import { localDateOf } from '../domain/time.ts'
import type { Instant } from '../domain/types.ts'
import { weekBegan } from '../domain/week.ts'
import type { Deps } from './deps.ts'

/** Many answers in a few minutes change the message once. */
const GATHER_MS = 5 * 60_000

/** The message of the running week, where it has been sent; of a week that is over none is drawn anew. */
export async function currentWeek(
  db: Db,
  now: Instant,
  team: Pick<Team, 'workspace' | 'channel' | 'zone'>,
): Promise<{ readonly key: string } | undefined> {
  const since = weekBegan(localDateOf(now, team.zone), team.zone)
  return newestSent(db, team.workspace, { kind: 'leaderboard', target: team.channel, since })
}

/** Something that the week's message shows has changed: it is drawn anew in its place, at most once in five minutes. */
export async function oweWeekAgain(
  trx: Trx,
  deps: Deps,
  { workspace, team: id }: Pick<Goal, 'workspace' | 'team'>,
): Promise<void> {
  const team = await teamById(trx, workspace, id)
  const week = team && (await currentWeek(trx, deps.now(), team))
  if (team === undefined || week === undefined) return
  const dueAt = (Math.floor(deps.now() / GATHER_MS + 1) * GATHER_MS) as Instant
  await enqueue(trx, {
    id: deps.newId(),
    workspace,
    key: `again:${week.key}:${dueAt}`,
    kind: 'week-again',
    payload: { team: team.id, of: week.key },
    target: team.channel,
    dueAt,
  })
}
