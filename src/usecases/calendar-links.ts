import { randomBytes } from 'node:crypto'
import { feedsMadeBy, insertFeed, revokeFeeds } from '../../db/feeds.ts'
import { teamsJoined } from '../../db/members.ts'
import type { Db } from '../../db/schema.ts'
import { teamById, teamsWith } from '../../db/teams.ts'
import { isAble } from '../domain/channel-rules.ts'
import type { CalendarLink, Feed, FeedSubject } from '../domain/feed.ts'
import type { Person, Team } from '../domain/people.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { ChannelId } from '../domain/types.ts'
import { hashOf } from './calendar-feed.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { note } from './note.ts'

const TOKEN_BYTES = 32

/** Their own, then those of the teams whose open channel they are in: the team of `here` first, the others by name. */
export async function calendarLinks(
  deps: Deps,
  actor: Person,
  here?: ChannelId,
): Promise<readonly CalendarLink[]> {
  const made = await feedsMadeBy(deps.db, actor.workspace, actor.id)
  const teams = await ownTeams(deps.db, actor)
  const ordered = [
    ...teams.filter(({ channel }) => channel === here),
    ...teams.filter(({ channel }) => channel !== here),
  ]
  const subjects = [
    { subject: { kind: 'person' } as const, channelName: undefined },
    ...ordered.map(({ id, channelName }) => ({ subject: { kind: 'team', team: id } as const, channelName })),
  ]
  return subjects.map((one) => ({
    ...one,
    madeAt: made.findLast(({ subject }) => isSame(subject, one.subject))?.createdAt,
  }))
}

/** A new link in place of the one they had. The token is told here and never again. */
export async function makeLink(
  deps: Deps,
  actor: Person,
  subject: FeedSubject,
): Promise<Result<string, 'not-yours'>> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  return decideIn(deps.db, async (trx): Promise<Result<string, 'not-yours'>> => {
    if (!(await mayLink(trx, actor, subject))) return refuse('not-yours')
    const at = deps.now()
    await revokeFeeds(trx, actor.workspace, actor.id, subject, at)
    const made = { id: deps.newId(), workspace: actor.workspace, createdBy: actor.id, createdAt: at }
    const feed: Feed = { ...made, subject }
    await insertFeed(trx, actor.workspace, feed, hashOf(token))
    const details = { kind: subject.kind }
    await note(trx, deps, actor, { action: 'calendar-link-made', subject: feed.id, details })
    return ok(token)
  })
}

/** Ends the link they have to this, also to a team that they are no longer in. False when there was none. */
export async function revokeLink(deps: Deps, actor: Person, subject: FeedSubject): Promise<boolean> {
  const revoked = await decideIn(deps.db, async (trx) => {
    const ids = await revokeFeeds(trx, actor.workspace, actor.id, subject, deps.now())
    for (const id of ids)
      await note(trx, deps, actor, { action: 'calendar-link-revoked', subject: id, details: {} })
    return ok(ids.length > 0)
  })
  return revoked.ok && revoked.value
}

async function mayLink(db: Db, actor: Person, subject: FeedSubject): Promise<boolean> {
  if (!isAble(actor)) return false
  if (subject.kind === 'person') return true
  const team = await teamById(db, actor.workspace, subject.team)
  const joined = await teamsJoined(db, actor.workspace, actor.id)
  return team?.channelState === 'open' && joined.has(team.id)
}

async function ownTeams(db: Db, actor: Person): Promise<readonly Team[]> {
  const joined = await teamsJoined(db, actor.workspace, actor.id)
  const teams = await teamsWith(db, actor.workspace, actor.id)
  return teams.filter(({ id, channelState }) => channelState === 'open' && joined.has(id))
}

function isSame(one: FeedSubject, other: FeedSubject): boolean {
  if (one.kind === 'person' || other.kind === 'person') return one.kind === other.kind
  return one.team === other.team
}
