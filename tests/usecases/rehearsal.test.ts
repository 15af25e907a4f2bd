import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { enqueue } from '../../db/outbox.ts'
import type { Db } from '../../db/schema.ts'
import type { Person } from '../../src/domain/people.ts'
import type { RehearsalSheet } from '../../src/domain/rehearsal.ts'
import { createRehearsal } from '../../src/engine/rehearse.ts'
import { rehearsalSheet } from '../../src/usecases/rehearsal-sheet.ts'
import { ensureSchedules } from '../../src/usecases/schedules.ts'
import { answeringWorld } from '../support/answering.ts'
import { databases } from '../support/databases.ts'
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
  eve,
  goalId,
  instant,
  personId,
  salesChannel,
  teamId,
  wall,
} from '../support/people.ts'
import { storeGoal, storePerson, storeTeam } from '../support/stored.ts'

const sunday = '2026-05-17T12:00Z'
const signal = new AbortController().signal
const ops = aTeam({
  id: teamId('ops'),
  channel: channelId('C0OPS'),
  channelName: 'ops',
  leads: [ben.id],
  weekday: 2,
})
const anas = aGoal()
const bens = aGoal({ id: goalId('b'), number: 13, owner: ben.id })
const anasOps = aGoal({ id: goalId('o'), number: 14, team: ops.id })

/** `2026-05-18 09:00 prompt Ana 12, Ben 13` */
const told = ({ weeks }: RehearsalSheet) =>
  weeks.flatMap(({ days }) =>
    days.flatMap(({ date, slots }) =>
      slots.map(({ time, kind, reason, people }) => {
        const who = people.map(({ name, goals }) => [name, ...goals].join(' ')).join(', ')
        return [date, time, kind, who, reason].filter((word) => word !== undefined && word !== '').join(' ')
      }),
    ),
  )

async function everyRow(db: Db): Promise<string> {
  const tables = await db.introspection.getTables()
  const all = []
  for (const { name } of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    all.push(name, (await sql`select * from ${sql.table(name)} order by 1, 2`.execute(db)).rows)
  return JSON.stringify(all)
}

describe.each(databases)('on $name', ({ fresh }) => {
  async function world(given: Partial<Parameters<typeof answeringWorld>[1]> = {}) {
    const base = await fresh()
    const made = await answeringWorld(base, {
      people: [ana, ben],
      teams: [aTeam(), ops],
      goals: [anas, bens, anasOps],
      ...given,
    })
    const sheet = (iso: string, actor: Person, channel = salesChannel) => {
      const deps = made.at(iso)
      return rehearsalSheet(
        deps,
        createRehearsal({ ...deps, newId: () => crypto.randomUUID() }, signal),
        actor,
        channel,
      )
    }
    return { ...made, sheet, [Symbol.asyncDispose]: () => base[Symbol.asyncDispose]() }
  }

  test('a lead sees their team’s four weeks: who, what and when on each one’s own clock, and no other team’s goal', async () => {
    await using one = await world()
    const sheet = await one.sheet(sunday, ana)
    expect(told(sheet).slice(0, 3)).toEqual([
      '2026-05-18 09:00 prompt Ana 12, Ben 13',
      '2026-05-19 09:00 reminder Ana 12, Ben 13',
      '2026-05-20 10:00 leaderboard',
    ])
    expect(told(sheet)).toHaveLength(4 * 3)
    expect(sheet.team?.id).toBe(aTeam().id)
    expect(told(sheet).join()).not.toContain('14')
  })

  test('everyone else sees their own four weeks, over all their teams', async () => {
    await using one = await world()
    const sheet = await one.sheet(sunday, ana, ops.channel)
    expect(sheet.team).toBeUndefined()
    expect(told(sheet).slice(0, 4)).toEqual([
      '2026-05-18 09:00 prompt Ana 12',
      '2026-05-19 09:00 prompt Ana 14',
      '2026-05-19 09:00 reminder Ana 12',
      '2026-05-20 09:00 reminder Ana 14',
    ])
  })

  test('nothing of it is written, and what is owed meanwhile stays owed', async () => {
    await using one = await world()
    await one.plansAt('2026-05-18T07:00Z')
    await enqueue(one.db, {
      id: 'x',
      workspace: acme,
      key: 'x',
      kind: 'said',
      payload: { person: ana.id, what: { is: 'help' } },
      target: ana.id,
      dueAt: instant('2026-05-18T07:00Z'),
    })
    const before = await everyRow(one.db)
    await one.sheet('2026-05-18T08:00Z', ana)
    expect(await everyRow(one.db)).toBe(before)
  })

  test('reminders of an open prompt come, and what is answered by now is not reminded of', async () => {
    await using one = await world({ goals: [anas, bens] })
    await one.plansAt('2026-05-18T13:00Z')
    await one.db.updateTable('outbox').set({ state: 'sent' }).where('kind', '=', 'prompt').execute()
    await one.says(ana, '2026-05-18T14:00Z', 'no change')
    const lines = told(await one.sheet('2026-05-18T15:00Z', ana))
    expect(lines.slice(0, 2)).toEqual([
      '2026-05-19 09:00 reminder Ben 13',
      '2026-05-19 09:00 reminder Ana 12 answered',
    ])
  })

  test.each([
    ['muted', { ...ben, muted: 'everything' as const }],
    ['deactivated', { ...ben, isDeactivated: true }],
  ])('what will be left out has its reason: %s', async (reason, person) => {
    await using one = await world()
    await storePerson(one.db, person, instant('2026-05-17T12:30Z'))
    expect(told(await one.sheet('2026-05-17T13:00Z', ana))).toContain(`2026-05-18 09:00 prompt Ben ${reason}`)
  })

  test('someone whose goal begins later is skipped until then', async () => {
    await using one = await world({ goals: [anas, { ...bens, start: day('2026-05-20') }] })
    const lines = told(await one.sheet(sunday, ana))
    expect(lines).toContain('2026-05-18 09:00 prompt Ben no-goals')
    expect(lines).toContain('2026-05-25 09:00 prompt Ana 12, Ben 13')
  })

  test('the time on the clock stays while clocks change, and it is said when they do', async () => {
    await using one = await world()
    await one.db
      .updateTable('schedule')
      .set({ next_at: instant('2026-10-12T07:00Z'), local_date: '2026-10-12' })
      .execute()
    const sheet = await one.sheet('2026-10-11T12:00Z', ana)
    expect(sheet.clockChanges).toEqual([
      { zone: 'America/New_York', date: '2026-11-01' },
      { zone: 'Europe/Berlin', date: '2026-10-25' },
    ])
    const later = sheet.weeks.flatMap(({ days }) => days).filter(({ date }) => date > '2026-10-13')
    expect(new Set(later.flatMap(({ slots }) => slots.map(({ time }) => time)))).toEqual(
      new Set(['09:00', '10:00']),
    )
  })

  test('of another workspace nothing is taken', async () => {
    await using one = await world()
    const sheet = await one.sheet(sunday, { ...ana, workspace: 'T0OTHER' as Person['workspace'] })
    expect(sheet).toMatchObject({ team: undefined, weeks: [] })
  })
})

test('of a very large team the first hundred by name are rehearsed', async () => {
  const [{ fresh }] = databases
  await using base = await fresh()
  const people = Array.from({ length: 103 }, (_, index) =>
    aPerson({ id: personId(`U0${index}`), name: `Name ${String(index).padStart(3, '0')}` }),
  )
  const one = await answeringWorld(base, { people: [ana], goals: [] })
  for (const person of people) await storePerson(one.db, person)
  await storeTeam(one.db, ops, people)
  await ensureSchedules(one.db, one.at(sunday), { ...ops, time: wall('08:00') }, people)
  const last = people.at(-1)
  if (last !== undefined) await storeGoal(one.db, aGoal({ owner: last.id, team: ops.id }))
  const deps = one.at(sunday)
  const sheet = await rehearsalSheet(deps, createRehearsal(deps, signal), ben, ops.channel)
  expect(sheet).toMatchObject({ people: 100, leftOut: 3 })
  expect(sheet.weeks[0]?.days[0]?.slots[0]?.people).toHaveLength(100)
})

test('a rehearsal ends when the program stops', async () => {
  const [{ fresh }] = databases
  await using base = await fresh()
  const one = await answeringWorld(base, { people: [eve, chen], goals: [] })
  const stopping = new AbortController()
  const rehearse = createRehearsal(one.at(sunday), stopping.signal)
  stopping.abort()
  await expect(
    rehearse(acme, { people: [eve.id], teams: [] }, instant('2026-06-14T12:00Z')),
  ).rejects.toThrow()
})
