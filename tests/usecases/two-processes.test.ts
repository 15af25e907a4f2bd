import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { putSchedule } from '../../db/schedules.ts'
import { claim } from '../../db/sending.ts'
import { addMs } from '../../src/domain/time.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { hearReply } from '../../src/usecases/hear-reply.ts'
import { planDue } from '../../src/usecases/plan-due.ts'
import { answeringWorld } from '../support/answering.ts'
import { aDraft, theFacts } from '../support/asking.ts'
import { freshPostgres, type SharedDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aPerson,
  aTeam,
  channelId,
  day,
  goalId,
  instant,
  personId,
} from '../support/people.ts'
import { owe, sendingWorld } from '../support/sending.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/** Two processes with connections of their own on one PostgreSQL. */

const monday = instant('2026-05-18T07:00Z')

async function twoOf(world: SharedDatabase): Promise<readonly [Deps, Deps]> {
  const own = { ...world.deps(monday), newId: () => randomUUID() }
  return [own, { ...own, db: await world.another() }]
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)

test('goals made at once get numbers of their own, and only one of equal goals is made', async () => {
  await using world = await freshPostgres()
  const both = await twoOf(world)
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  const make = (deps: Deps, title: string, key: string) =>
    createGoal(deps, ana, aDraft({ title, measure: 'custom-total' }), theFacts({ key }))
  const different = await Promise.all(
    upTo(6).map((n) => make(both[n % 2 === 0 ? 0 : 1], `Total ${n}`, `form-${n}`)),
  )
  expect(sorted(different.map((made) => (made.ok ? made.value.goal.number : 0)))).toEqual([1, 2, 3, 4, 5, 6])
  expect(new Set(different.map((made) => made.ok && made.value.team.id)).size).toBe(1)
  const equal = await Promise.all(both.map((deps, n) => make(deps, 'Calls', `equal-${n}`)))
  expect(equal.map((made) => made.ok).toSorted()).toEqual([false, true])
  const again = await Promise.all(both.map((deps) => make(deps, 'Visits', 'one-form')))
  expect(new Set(again.map((made) => made.ok && made.value.goal.number)).size).toBe(1)
})

test('what is due is planned once, whoever plans it, and nobody is left out', async () => {
  await using world = await freshPostgres()
  const both = await twoOf(world)
  const people = upTo(20).map((n) => aPerson({ id: personId(`U0P${n}`) }))
  await storeWorkspace(world.db)
  for (const person of people) await storePerson(world.db, person)
  await storeTeam(world.db, aTeam(), people)
  for (const [n, { id }] of people.entries()) {
    await storeGoal(world.db, aGoal({ id: goalId(`goal-${n}`), number: n + 1, owner: id }))
    await putSchedule(world.db, {
      workspace: acme,
      team: aTeam().id,
      id: `schedule-${n}`,
      kind: 'prompt',
      person: id,
      nextAt: monday,
      date: day('2026-05-18'),
    })
  }
  const failed: unknown[] = []
  await Promise.all(both.map((deps) => planDue(deps, (_, fault) => void failed.push(fault))))
  expect(failed).toEqual([])
  const planned = await world.db.selectFrom('occurrence').select('subject').execute()
  expect(planned.map(({ subject }) => subject).toSorted()).toEqual(people.map(({ id }) => id).toSorted())
  expect(await world.db.selectFrom('ask').select('id').execute()).toHaveLength(20)
  const prompts = await world.db.selectFrom('outbox').select('id').where('kind', '=', 'prompt').execute()
  expect(prompts).toHaveLength(20)
})

test('each letter is claimed by one of two', async () => {
  await using shared = await freshPostgres()
  const other = await shared.another()
  const world = await sendingWorld(async () => shared)
  const to = { channel: ana.id, threadTs: undefined, at: world.now() }
  for (const n of upTo(20)) await owe(world, `letter-${n}`)
  const wins = await Promise.all(
    upTo(20).map(async (n) => {
      const letter = { workspace: acme, id: `letter-${n}` }
      return Promise.all([claim(world.db, letter, to), claim(other, letter, to)])
    }),
  )
  for (const both of wins) expect(both.toSorted()).toEqual([false, true])
})

test('an answer that both are handed at once is stored once, and different ones all', async () => {
  await using world = await freshPostgres()
  const both = await twoOf(world)
  const asked = await answeringWorld(world, { goals: [aGoal()] })
  await asked.plansAt('2026-05-18T07:00Z')
  const hears = (deps: Deps, minute: number, text: string) => {
    const ts = `${addMs(monday, minute * 60_000) / 1000}.000000`
    return hearReply({ ...deps, now: () => addMs(monday, minute * 60_000) }, ana, {
      change: 'new',
      version: '0',
      channel: channelId('D0DM'),
      threadTs: undefined,
      isDirect: true,
      ts,
      text,
      key: `event:${ts}`,
    })
  }
  await Promise.all(both.map((deps) => hears(deps, 1, '5')))
  expect(await asked.answers()).toEqual(['2026-W21 on-time 5'])
  await Promise.all(both.map((deps, n) => hears(deps, n + 2, '+3')))
  const values = (await asked.answers()).map((answer) => Number(answer.split(' ')[2]))
  expect(sorted(values)).toEqual([5, 8, 11])
})
