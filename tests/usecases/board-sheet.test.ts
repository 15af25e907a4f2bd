import type { KyselyPlugin } from 'kysely'
import { describe, expect, test } from 'vitest'
import { insertVersion, markClosed } from '../../db/goal-writes.ts'
import { addMembers, dropMember } from '../../db/members.ts'
import { putTally } from '../../db/tallies.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { CheckInOutcome } from '../../src/domain/leaderboard.ts'
import type { Person } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { addDays, addHours, localDateOf } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { boardSheet } from '../../src/usecases/board-sheet.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aTeam,
  ben,
  chen,
  dee,
  eve,
  finn,
  globex,
  goalId,
  instant,
} from '../support/people.ts'
import {
  everyone,
  storeAnswer,
  storeGoal,
  storePerson,
  storeTeam,
  storeWorkspace,
} from '../support/stored.ts'

/** Half time of everybody's 20 deals from April through June: the plan says 10. */
const now = instant('2026-05-16T09:00Z')
const team = aTeam()

const goalOf = (person: Person, known: Partial<Goal> = {}): Goal =>
  aGoal({
    id: goalId(`goal-${person.id}`),
    number: everyone.indexOf(person) + 1,
    owner: person.id,
    workspace: person.workspace,
    ...known,
  })

const outcomes = (onTime: number, missed: number): readonly CheckInOutcome[] => [
  ...Array<CheckInOutcome>(missed).fill('missed'),
  ...Array<CheckInOutcome>(onTime).fill('on-time'),
]

async function stands(
  world: FreshDatabase,
  person: Person,
  value: number,
  missed = 0,
  known: Partial<Goal> = {},
) {
  const goal = goalOf(person, known)
  await storeGoal(world.db, goal)
  await storeAnswer(world.db, goal, { period: '2026-W20', at: instant('2026-05-11T08:00Z'), value })
  const recent = outcomes(6 - missed, missed).map((outcome, index) => ({
    key: `W${index}`,
    windowEnds: addHours(instant('2026-04-06T07:00Z'), index * 7 * 24) as Instant,
    outcome,
  }))
  await putTally(world.db, person.workspace, { team: team.id, person: person.id, recent, at: now })
}

/** Ana at 12, Ben at 9 with three misses, Chen at 9, Dee at 6. */
async function fourPeople(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, team)
  await stands(world, ana, 12)
  await stands(world, ben, 9, 3)
  await stands(world, chen, 9)
  await stands(world, dee, 6)
  return world.deps(now)
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('people are ranked against their own plans, with their check-ins', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    const sheet = await boardSheet(given, team, now)
    expect(sheet).toMatchObject({ team, weekOf: '2026-05-11' })
    // 70 · 1.15 + 25 + 2.5 = 108; 70 · 0.9 + 25 · C + 2.5; 70 · 0.6 + 25 + 2.5
    expect(sheet.board.ranked.map(({ name, score, rank }) => [name, score, rank])).toEqual([
      ['Ana', 108, 1],
      ['Chen', 91, 2],
      ['Ben', 78, 3],
      ['Dee', 70, 4],
    ])
    expect(sheet.board.isTeamOnly).toBe(false)
  })

  test('the week begins on the team’s Monday', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    const late = instant('2026-05-17T22:30Z')
    expect((await boardSheet(given, team, late)).weekOf).toBe('2026-05-18')
  })

  test('members without goals, private goals, leavers and deactivated people are not on it', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    await stands(world, eve, 20, 0, { visibility: 'private' })
    await dropMember(world.db, acme, team.id, ben.id)
    await storePerson(world.db, { ...dee, isDeactivated: true })
    const { board } = await boardSheet(given, team, now)
    expect(board.ranked.map(({ name }) => name)).toEqual(['Ana', 'Chen'])
    expect(board).toMatchObject({ isTeamOnly: true, shown: [], warmingUp: [], hiddenCount: 0 })
  })

  test('a person who opted out is counted, not named', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    await storePerson(world.db, { ...ana, isOffBoard: true })
    const { board } = await boardSheet(given, team, now)
    expect(board.ranked.map(({ name, rank }) => [name, rank])).toEqual([
      ['Chen', 1],
      ['Ben', 2],
      ['Dee', 3],
    ])
    expect(board.hiddenCount).toBe(1)
  })

  test('a newcomer warms up', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    await dropMember(world.db, acme, team.id, finn.id)
    await addMembers(world.db, acme, team.id, [finn.id], instant('2026-05-07T09:00Z'))
    await stands(world, finn, 20)
    const { board } = await boardSheet(given, team, now)
    expect(board.warmingUp).toEqual([finn.id])
    expect(board.ranked).toHaveLength(4)
  })

  test('an eased target does not pay before its week is over', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    const eased = { ...goalOf(dee), target: 10 }
    await world.db
      .updateTable('goal')
      .set({ terms: JSON.stringify(termsOf(eased)) })
      .where('id', '=', eased.id)
      .execute()
    await world.db.transaction().execute((trx) =>
      insertVersion(
        trx,
        acme,
        {
          goal: eased.id,
          version: 2,
          terms: termsOf(eased),
          by: dee.id,
          at: now,
          reason: 'fewer leads',
          ease: 'easier',
          countsFrom: addHours(now, 7 * 24),
        },
        'team',
      ),
    )
    const scoreAt = async (at: Instant) =>
      (await boardSheet(given, team, at)).board.ranked.find(({ name }) => name === 'Dee')?.score
    expect(await scoreAt(now)).toBe(70)
    expect(await scoreAt(addHours(now, 7 * 24))).toBeGreaterThan(90)
  })

  test('a goal reached early goes on counting for a month', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    await markClosed(world.db, acme, goalOf(dee).id, { as: 'reached', at: now, note: undefined })
    const dees = async (at: Instant) =>
      (await boardSheet(given, team, at)).board.ranked.find(({ name }) => name === 'Dee')?.score
    expect(await dees(now)).toBe(108)
    expect(await dees(addHours(now, 31 * 24))).toBeUndefined()
  })

  test('whoever gives a goal up and makes it anew, easier, gains nothing for a week', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    const dees = async (at: Instant) =>
      (await boardSheet(given, team, at)).board.ranked.find(({ name }) => name === 'Dee')?.score
    const before = await dees(now)
    await markClosed(world.db, acme, goalOf(dee).id, { as: 'retired', at: now, note: undefined })
    const anew = goalOf(dee, {
      id: goalId('anew'),
      number: 77,
      createdAt: now,
      start: localDateOf(now, dee.zone),
      due: addDays(localDateOf(now, dee.zone), 6),
      target: 1,
    })
    await storeGoal(world.db, anew)
    await storeAnswer(world.db, anew, { period: '2026-W20', at: addHours(now, 1), value: 1 })
    expect(await dees(addHours(now, 4 * 24))).toBe(before)
    expect(await dees(addHours(now, 7 * 24))).toBeGreaterThan(before ?? 0)
  })

  test('an empty team has an empty board', async () => {
    await using world = await fresh()
    await storeWorkspace(world.db)
    await storeTeam(world.db, team, [])
    const { board } = await boardSheet(world.deps(now), team, now)
    expect(board).toMatchObject({ isTeamOnly: true, ranked: [], shown: [], teamPace: undefined })
  })

  test('nobody of another workspace is on it, whatever ids are equal', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    await storeWorkspace(world.db, globex)
    await storeTeam(world.db, aTeam({ workspace: globex }))
    for (const person of [ana, eve]) {
      const theirs = { ...person, workspace: globex, name: `${person.name} of Globex` }
      await storePerson(world.db, theirs)
      const goal = goalOf(person, { workspace: globex })
      await storeGoal(world.db, goal)
      await storeAnswer(world.db, goal, { period: '2026-W20', at: instant('2026-05-11T08:00Z'), value: 0 })
    }
    const { board } = await boardSheet(given, team, now)
    expect(board.ranked.map(({ name, score }) => [name, score])[0]).toEqual(['Ana', 108])
    expect(board.ranked).toHaveLength(4)
    expect(board.warmingUp).toEqual([])
  })

  test('it takes as many queries for six people as for one', async () => {
    await using world = await fresh()
    const given = await fourPeople(world)
    const small = await queriesFor(given, (counted) => boardSheet(counted, team, now))
    await stands(world, eve, 7)
    await stands(world, finn, 8)
    expect(await queriesFor(given, (counted) => boardSheet(counted, team, now))).toBe(small)
    expect(small).toBeGreaterThan(3)
    expect(small).toBeLessThanOrEqual(9)
  })
})

/** How many statements a piece of work sends, counted on a copy of the database's handle. */
async function queriesFor(given: Deps, work: (counted: Deps) => Promise<unknown>): Promise<number> {
  let count = 0
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await work({ ...given, db: given.db.withPlugin(counting) })
  return count
}
