import { describe, expect, test } from 'vitest'
import { insertLeave } from '../../db/leaves.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import { comingPrompts } from '../../src/usecases/next-prompts.ts'
import { putPrompt } from '../../src/usecases/schedules.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { aGoal, ana, aTeam, channelId, day, goalId, instant, teamId, wall } from '../support/people.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/** A Saturday. */
const now = instant('2026-05-16T09:00Z')
const sales = aTeam()
const marketing = aTeam({
  id: teamId('t-2'),
  channel: channelId('C0MARKETING'),
  channelName: 'marketing',
  time: wall('08:00'),
  cadence: 'two-weekly',
})

async function withTeams(world: FreshDatabase, ...teams: readonly Team[]): Promise<void> {
  await storeWorkspace(world.db)
  await storePerson(world.db, ana)
  for (const [index, team] of teams.entries()) {
    await storeTeam(world.db, team, [ana])
    await storeGoal(world.db, aGoal({ id: goalId(`g-${index}`), number: index + 1, team: team.id }))
    await putPrompt(world.db, world.deps(now), team, ana, now)
  }
}

const times = async (world: FreshDatabase, person: Person = ana) =>
  (await comingPrompts(world.deps(now), person, 4)).map(
    ({ at, channelNames }) => `${new Date(at).toISOString().slice(0, 16)} ${channelNames.join('+')}`,
  )

describe.each(databases)('on $name', ({ fresh }) => {
  test('the next four weeks of a weekly team come on the person’s own clock', async () => {
    await using world = await fresh()
    await withTeams(world, sales)
    expect(await times(world)).toEqual([
      '2026-05-18T07:00 sales',
      '2026-05-25T07:00 sales',
      '2026-06-01T07:00 sales',
      '2026-06-08T07:00 sales',
    ])
  })

  test('teams that ask on the same day ask at once, at the earlier time', async () => {
    await using world = await fresh()
    await withTeams(world, sales, marketing)
    expect(await times(world)).toEqual([
      '2026-05-18T06:00 marketing+sales',
      '2026-05-25T07:00 sales',
      '2026-06-01T06:00 marketing+sales',
      '2026-06-08T07:00 sales',
    ])
  })

  test('leave is left out, and a company day moves the question on', async () => {
    await using world = await fresh()
    await withTeams(world, { ...sales, companyDays: [day('2026-06-01')] })
    const leave = { id: 'l', person: ana.id, from: day('2026-05-18'), back: day('2026-05-20') }
    await world.db
      .transaction()
      .execute((trx) => insertLeave(trx, ana.workspace, { ...leave, setBy: ana.id, setAt: now }))
    expect(await times(world)).toEqual([
      '2026-05-25T07:00 sales',
      '2026-06-02T07:00 sales',
      '2026-06-08T07:00 sales',
      '2026-06-15T07:00 sales',
    ])
  })

  test('a goal that has not begun is not asked for', async () => {
    await using world = await fresh()
    await storeWorkspace(world.db)
    await storePerson(world.db, ana)
    await storeTeam(world.db, sales, [ana])
    await storeGoal(world.db, aGoal({ start: day('2026-06-05') }))
    await putPrompt(world.db, world.deps(now), sales, ana, now)
    expect((await times(world))[0]).toBe('2026-06-08T07:00 sales')
  })

  test('nobody is asked by a channel that is gone', async () => {
    await using world = await fresh()
    await withTeams(world, { ...sales, channelState: 'archived' }, marketing)
    expect((await times(world)).slice(0, 2)).toEqual([
      '2026-05-18T06:00 marketing',
      '2026-06-01T06:00 marketing',
    ])
  })

  test.each([
    ['wants nothing', { muted: 'everything' }],
    ['has paused everything', { stop: { since: now, until: undefined } }],
  ] as const)('who %s is asked nothing', async (_, known) => {
    await using world = await fresh()
    await withTeams(world, sales)
    expect(await times(world, { ...ana, ...known })).toEqual([])
  })
})
