import { CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import { newestAsked, recentAsks } from '../../db/asks.ts'
import { draftsOf, forgetDrafts } from '../../db/drafts.ts'
import { goalsConcerning, goalsHiddenFrom, sharedGoalsOf } from '../../db/feed-goals.ts'
import { feedByToken, feedsMadeBy } from '../../db/feeds.ts'
import { closedGoalsOf, goalsOwnedBy } from '../../db/goals.ts'
import { homeChoiceOf } from '../../db/home-choices.ts'
import { countTeamGoals, teamGoalsPage } from '../../db/home-goals.ts'
import { forgetInbox, unfinishedInbox } from '../../db/inbox.ts'
import { hasOccurrence } from '../../db/occurrences.ts'
import { letterAt, sentMessage } from '../../db/outbox.ts'
import { copyForRehearsal } from '../../db/rehearsal-copy.ts'
import {
  dueSchedules,
  isAnyScheduledAfter,
  nextScheduleAt,
  promptSchedulesOf,
  schedulesOfTeam,
} from '../../db/schedules.ts'
import type { Db } from '../../db/schema.ts'
import {
  dueLetters,
  nextLetterAt,
  orphansToUnknown,
  settledLetters,
  workspacesWithWork,
} from '../../db/sending.ts'
import { askedOf, lettersTo, owedTo } from '../../db/sent-log.ts'
import { reachedGoals, runningGoals } from '../../db/timeline-goals.ts'
import { freshDatabase, freshPostgres } from '../support/databases.ts'
import { acme, ana, aTeam, day, instant, salesChannel } from '../support/people.ts'

const now = instant('2026-05-18T07:00Z')
const fourWeeks = { from: instant('2026-04-20T07:00Z'), until: now }

const theTeams = { person: ana.id, teams: [aTeam().id], state: 'active' } as const

/** What the engine asks every second, and what is asked for each letter or reply. */
const asked: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  isAnyScheduledAfter: (db) => isAnyScheduledAfter(db, now),
  dueSchedules: (db) => dueSchedules(db, now, 50),
  'dueSchedules, a later page': (db) => dueSchedules(db, now, 50, { nextAt: now, id: 'x' }),
  nextScheduleAt: (db) => nextScheduleAt(db),
  schedulesOfTeam: (db) => schedulesOfTeam(db, acme, aTeam().id),
  promptSchedulesOf: (db) => promptSchedulesOf(db, acme, ana.id),
  workspacesWithWork: (db) => workspacesWithWork(db, now),
  orphansToUnknown: (db) => orphansToUnknown(db, acme, now),
  dueLetters: (db) => dueLetters(db, acme, now, 100),
  settledLetters: (db) => settledLetters(db, acme, now, 1),
  nextLetterAt: (db) => nextLetterAt(db),
  sentMessage: (db) => sentMessage(db, acme, 'card:1'),
  letterAt: (db) => letterAt(db, acme, salesChannel, '1.0'),
  hasOccurrence: (db) =>
    hasOccurrence(db, acme, { kind: 'prompt', subject: ana.id, date: day('2026-05-18') }),
  newestAsked: (db) => newestAsked(db, acme, ana.id),
  'owedTo, what /goal why reads': (db) => owedTo(db, acme, [ana.id, aTeam().id], fourWeeks),
  lettersTo: (db) => lettersTo(db, acme, [ana.id, salesChannel], fourWeeks),
  askedOf: (db) => askedOf(db, acme, [ana.id], fourWeeks),
  feedByToken: (db) => feedByToken(db, 'hash'),
  feedsMadeBy: (db) => feedsMadeBy(db, acme, ana.id),
  sharedGoalsOf: (db) => sharedGoalsOf(db, acme, aTeam().id, now),
  goalsConcerning: (db) => goalsConcerning(db, acme, ana.id, now),
  goalsHiddenFrom: (db) => goalsHiddenFrom(db, acme, aTeam().id, now),
  goalsOwnedBy: (db) => goalsOwnedBy(db, acme, [ana.id]),
  homeChoiceOf: (db) => homeChoiceOf(db, acme, ana.id),
  draftsOf: (db) => draftsOf(db, acme, ana.id, now, 3),
  forgetDrafts: (db) => forgetDrafts(db, acme, ana.id, { changed: now, ended: now }),
  countTeamGoals: (db) => countTeamGoals(db, acme, theTeams),
  teamGoalsPage: (db) => teamGoalsPage(db, acme, theTeams, { skip: 10, most: 10 }),
  'closedGoalsOf an owner': (db) => closedGoalsOf(db, acme, ana.id, 'owner'),
  'closedGoalsOf whoever supports': (db) => closedGoalsOf(db, acme, ana.id, 'supporter'),
  'runningGoals of a team': (db) => runningGoals(db, acme, { actor: ana.id, team: aTeam().id }),
  'runningGoals of a person': (db) => runningGoals(db, acme, { actor: ana.id, team: undefined }),
  reachedGoals: (db) =>
    reachedGoals(
      db,
      acme,
      { actor: ana.id, team: undefined },
      { from: day('2026-04-01'), to: day('2026-06-30') },
    ),
  'copyForRehearsal, what it reads': async (db) => {
    await using stage = await freshDatabase()
    const whose = { people: [ana.id], teams: [aTeam().id] }
    await copyForRehearsal(db, acme, whose, stage.db, now)
  },
  recentAsks: (db) => recentAsks(db, acme, aTeam().id, ana.id, 12),
  unfinishedInbox: (db) => unfinishedInbox(db, now, 100),
  forgetInbox: (db) => forgetInbox(db, now),
}

test.each(Object.entries(asked))('%s reads by an index and scans no table', async (_name, ask) => {
  await using world = await freshDatabase()
  const queries: CompiledQuery[] = []
  const watched = world.db.withPlugin({
    transformQuery: ({ node }) => {
      queries.push(world.db.getExecutor().compileQuery(node, { queryId: 'seen' }))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await ask(watched)
  expect(queries.length).toBeGreaterThan(0)
  for (const { sql, parameters } of queries) {
    const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters])
    const { rows } = await world.db.executeQuery<{ detail: string }>(explained)
    const steps = rows.map(({ detail }) => detail)
    expect(
      steps.filter((step) => step.startsWith('SCAN') && !step.includes('USING')),
      steps.join('\n'),
    ).toEqual([])
    expect(steps.join('\n')).toMatch(/USING (COVERING )?INDEX|PRIMARY KEY/)
  }
})

test('PostgreSQL has the same indexes', async () => {
  await using here = await freshDatabase()
  await using there = await freshPostgres()
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'index' and sql is not null`.execute(here.db)
  const known = await sql<{ name: string }>`
    select indexname as name from pg_indexes where schemaname = 'public'`.execute(there.db)
  expect(rows.length).toBeGreaterThan(20)
  expect(known.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(rows.map(({ name }) => name)))
})
