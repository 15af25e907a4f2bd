import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import type { TimelineOf } from '../../src/domain/timeline.ts'
import { type Months, quarterOf } from '../../src/domain/timeline-window.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { timelineSheet } from '../../src/usecases/timeline-sheet.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aPerson,
  aTeam,
  ben,
  channelId,
  chen,
  day,
  dee,
  eve,
  finn,
  globex,
  goalId,
  instant,
  personId,
  teamId,
} from '../support/people.ts'
import {
  everyone,
  storeAnswer,
  storeGoal,
  storePerson,
  storeTeam,
  storeWorkspace,
} from '../support/stored.ts'

const now = instant('2026-05-16T09:00Z')
const team = aTeam()
const growth = aTeam({
  id: teamId('growth'),
  channel: channelId('C0GROWTH'),
  channelName: 'growth',
  leads: [dee.id],
})
const ours: TimelineOf = { kind: 'team', team: team.id }
const mine: TimelineOf = { kind: 'mine' }

const goal = (number: number, known: Partial<Goal> = {}) =>
  aGoal({ id: goalId(`goal-${number}`), number, owner: ben.id, ...known })

/** Ana leads the team, Finn is outside; Dee leads another team, whose goals nobody else sees. */
async function deps(world: FreshDatabase, goals: readonly Goal[]) {
  await storeWorkspace(world.db)
  await storeWorkspace(world.db, globex)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, team, [ana, ben, chen, dee, eve])
  await storeTeam(world.db, growth, [dee])
  for (const one of goals) await storeGoal(world.db, one)
  return world.deps(now)
}

const sheetFor = (
  given: Deps,
  actor: Person,
  of: TimelineOf,
  months?: Months,
  page = { skip: 0, most: 10 },
) => timelineSheet(given, actor, { of, months, page })

async function numbers(...asked: Parameters<typeof sheetFor>) {
  const sheet = await sheetFor(...asked)
  return sheet.ok ? sheet.value.rows.map(({ standing }) => standing.goal.number) : sheet.refusal.kind
}

describe.each(databases)('on $name', ({ fresh }) => {
  test.each<[string, Person, readonly number[] | string]>([
    ['a lead, private ones too', ana, [1, 2]],
    ['the owner', ben, [1, 2]],
    ['a co-owner', chen, [1, 2]],
    ['the partner', dee, [1, 2]],
    ['a member, what is shared', eve, [1]],
    ['someone outside the channel, nothing', finn, 'no-team-here'],
    ['someone nobody knows, nothing', aPerson({ id: personId('U0STRANGER') }), 'no-team-here'],
    ['someone of another workspace, nothing', { ...ana, workspace: globex }, 'no-team-here'],
  ])('a team’s timeline shows to %s', async (_who, actor, seen) => {
    await using world = await fresh()
    const given = await deps(world, [
      goal(1),
      goal(2, { visibility: 'private', coOwners: [chen.id], partner: dee.id }),
      goal(3, { team: growth.id, owner: dee.id }),
    ])
    expect(await numbers(given, actor, ours)).toEqual(seen)
  })

  test('one’s own are those one owns and co-owns, of all teams, not those one is partner of', async () => {
    await using world = await fresh()
    const given = await deps(world, [
      goal(1),
      goal(2, { owner: ana.id, coOwners: [ben.id], visibility: 'private' }),
      goal(3, { owner: ana.id, partner: ben.id }),
      goal(4, { owner: ana.id }),
    ])
    const sheet = await sheetFor(given, ben, mine)
    if (!sheet.ok) throw new Error(sheet.refusal.kind)
    expect(sheet.value.rows.map(({ standing, owner }) => [standing.goal.number, owner])).toEqual([
      [1, undefined],
      [2, 'Ana'],
    ])
    expect(sheet.value).toMatchObject({
      channelName: undefined,
      teams: [{ channelName: 'sales' }],
      day: '2026-05-16',
    })
    expect(await numbers(given, finn, mine)).toEqual([])
  })

  test('what was reached in the months stands among what runs; what was retired does not', async () => {
    await using world = await fresh()
    const reached = goal(2, { due: day('2026-05-01') })
    const retired = goal(3)
    const long = goal(4, { start: day('2026-01-01'), due: day('2026-03-01') })
    const hidden = goal(5, { visibility: 'private' })
    const given = await deps(world, [goal(1), reached, retired, long, hidden])
    for (const one of [reached, long, hidden]) await closes(world, one, 'reached')
    await closes(world, retired, 'retired')
    expect(await numbers(given, ben, ours)).toEqual([2, 1, 5])
    expect(await numbers(given, eve, ours)).toEqual([2, 1])
    expect(await numbers(given, ben, mine)).toEqual([2, 1, 5])
    expect(await numbers(given, ben, ours, quarterOf(day('2026-01-01')))).toEqual([4])
  })

  test('the months hold what runs, and values make the bars', async () => {
    await using world = await fresh()
    const long = goal(1, { due: day('2026-08-31') })
    const given = await deps(world, [long])
    await storeAnswer(world.db, long, { period: '2026-W20', at: instant('2026-05-11T08:00Z'), value: 10 })
    const sheet = await sheetFor(given, eve, ours)
    expect(sheet).toMatchObject({
      value: {
        months: { from: '2026-04-01', count: 5 },
        channelName: 'sales',
        teams: [],
        rows: [{ owner: 'Ben', bar: { from: 0, to: 153 }, done: { from: 0, to: 76.5 } }],
      },
    })
  })

  test('today is the viewer’s', async () => {
    await using world = await fresh()
    const given = { ...(await deps(world, [goal(1)])), now: () => instant('2026-05-16T22:30Z') }
    for (const [who, today] of [
      [ben, 45],
      [chen, 46],
    ] as const) {
      const sheet = await sheetFor(given, who, ours)
      expect(sheet).toMatchObject({ value: { today } })
    }
  })
})

const closes = (world: FreshDatabase, one: Goal, state: 'reached' | 'retired') =>
  markClosed(world.db, acme, one.id, { as: state, at: now, note: undefined })
