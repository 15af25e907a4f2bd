import { createHash } from 'node:crypto'
import { goalsConcerning, goalsHiddenFrom, sharedGoalsOf } from '../../db/feed-goals.ts'
import { feedByToken } from '../../db/feeds.ts'
import { isMember } from '../../db/members.ts'
import { peopleOf, personOf } from '../../db/people.ts'
import { teamById } from '../../db/teams.ts'
import { workspaceOf } from '../../db/workspaces.ts'
import { isAble } from '../domain/channel-rules.ts'
import type { Feed, FeedGoal, FeedSheet } from '../domain/feed.ts'
import type { Person } from '../domain/people.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { TeamId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { comingPrompts } from './next-prompts.ts'

/** So long calendars are told that something is gone. */
const CANCELLED_SHOWN_MS = 30 * DAY_MS
const PROMPTS_SHOWN = 4

/**
 * What the link with this token shows. Undefined when there is none, it was revoked, its maker is deactivated, or, for a
 * team, its maker is not in the channel or the channel is archived or without the bot (PRODUCT.md §11). It shows again
 * when they are back.
 */
export async function calendarFeed(deps: Deps, token: string): Promise<FeedSheet | undefined> {
  const feed = await feedByToken(deps.db, hashOf(token))
  if (feed === undefined) return undefined
  const maker = await personOf(deps.db, feed.workspace, feed.createdBy)
  if (maker === undefined || !isAble(maker)) return undefined
  return feed.subject.kind === 'team' ? teamFeed(deps, feed, feed.subject.team) : ownFeed(deps, feed, maker)
}

/** What is stored of a token. It is 256 random bits, so that nothing slower is needed. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

async function teamFeed(deps: Deps, feed: Feed, id: TeamId): Promise<FeedSheet | undefined> {
  const { db } = deps
  const { workspace } = feed
  const team = await teamById(db, workspace, id)
  if (team === undefined || team.channelState !== 'open') return undefined
  if (!(await isMember(db, workspace, id, feed.createdBy))) return undefined
  const since = addMs(deps.now(), -CANCELLED_SHOWN_MS)
  const goals = await sharedGoalsOf(db, workspace, id, since)
  const [lead] = team.leads
  return {
    feed,
    reader: lead === undefined ? undefined : await personOf(db, workspace, lead),
    team,
    goals,
    hidden: await goalsHiddenFrom(db, workspace, id, since),
    prompts: [],
    ...(await around(deps, feed, goals)),
  }
}

async function ownFeed(deps: Deps, feed: Feed, person: Person): Promise<FeedSheet> {
  const since = addMs(deps.now(), -CANCELLED_SHOWN_MS)
  const goals = await goalsConcerning(deps.db, feed.workspace, person.id, since)
  return {
    feed,
    reader: person,
    team: undefined,
    goals,
    hidden: [],
    prompts: await comingPrompts(deps, person, PROMPTS_SHOWN),
    ...(await around(deps, feed, goals)),
  }
}

async function around(
  { db }: Deps,
  { workspace }: Feed,
  goals: readonly FeedGoal[],
): Promise<Pick<FeedSheet, 'owners' | 'slack'>> {
  const owners = await peopleOf(db, workspace, [...new Set(goals.map(({ owner }) => owner))])
  const here = await workspaceOf(db, workspace)
  if (here === undefined) throw new Error(`workspace ${workspace} is not known`)
  return { owners, slack: { url: here.url, botUser: here.botUser } }
}
