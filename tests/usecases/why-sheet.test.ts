import { describe, expect, test } from 'vitest'
import { enqueue } from '../../db/outbox.ts'
import { personOf } from '../../db/people.ts'
import { claim, markSent, markSkipped } from '../../db/sending.ts'
import type { Person } from '../../src/domain/people.ts'
import { wallTimeOf } from '../../src/domain/time.ts'
import type { WhyLine, WhySheet } from '../../src/domain/why-sheet.ts'
import { whySheet } from '../../src/usecases/why-sheet.ts'
import { answeringWorld } from '../support/answering.ts'
import { databases } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aTeam,
  ben,
  channelId,
  chen,
  dee,
  goalId,
  instant,
  teamId,
} from '../support/people.ts'
import { storePerson } from '../support/stored.ts'

const anas = aGoal()
const bens = aGoal({ id: goalId('b'), number: 13, owner: ben.id, partner: dee.id })
const ops = aTeam({ id: teamId('ops'), channel: channelId('C0OPS'), channelName: 'ops', leads: [ben.id] })
const anasOps = aGoal({ id: goalId('o'), number: 14, team: ops.id })

const told = (line: WhyLine) =>
  [
    wallTimeOf(line.at, ana.zone),
    line.kind,
    line.goals.map(({ number }) => number).join('+'),
    line.reason ?? line.outcome,
    line.toName === undefined ? '' : `to ${line.toName}`,
    line.ownerName === undefined ? '' : `of ${line.ownerName}`,
  ]
    .filter((word) => word !== '')
    .join(' ')

describe.each(databases)('on $name', ({ fresh }) => {
  async function world(given: Partial<Parameters<typeof answeringWorld>[1]> = {}) {
    const base = await fresh()
    const made = await answeringWorld(base, { people: [ana, ben, dee], goals: [anas, bens], ...given })
    /** Everything that is owed by then is sent. */
    async function sends(iso: string): Promise<void> {
      await made.plansAt(iso)
      const { db, now } = made.at(iso)
      const due = await db
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'due')
        .where('due_at', '<=', now())
        .execute()
      for (const { id } of due) {
        const to = { channel: 'D0', threadTs: undefined, at: now() }
        await claim(db, { workspace: acme, id }, to)
        await markSent(db, { workspace: acme, id }, { channel: 'D0', ts: id, at: now() })
      }
    }
    async function sheet(iso: string, actor: Person, whose?: Person): Promise<WhySheet> {
      const found = await whySheet(made.at(iso), actor, whose?.id)
      if (!found.ok) throw new Error(found.refusal.kind)
      return found.value
    }
    return { ...made, sends, sheet, [Symbol.asyncDispose]: () => base[Symbol.asyncDispose]() }
  }

  test('questions, reminders and boards come newest first with what became of them', async () => {
    await using one = await world()
    await one.sends('2026-05-18T07:00Z')
    await one.sends('2026-05-19T07:00Z')
    await one.sends('2026-05-20T08:00Z')
    const { lines, nothing, next } = await one.sheet('2026-05-21T07:00Z', ana)
    expect(lines.map(told)).toEqual([
      '10:00 leaderboard sent',
      '09:00 reminder 12 sent',
      '09:00 prompt 12 sent',
    ])
    expect(lines.map(({ channels }) => channels)).toEqual([['sales'], ['sales'], ['sales']])
    expect(nothing).toBeUndefined()
    expect(next).toBe(instant('2026-05-25T07:00Z'))
  })

  test('what is older than four weeks, and what is still to come, is left out', async () => {
    await using one = await world()
    await one.sends('2026-05-18T07:00Z')
    expect((await one.sheet('2026-06-15T06:59Z', ana)).lines.map(told)).toContain('09:00 prompt 12 sent')
    expect((await one.sheet('2026-06-15T07:01Z', ana)).lines.map(told)).not.toContain('09:00 prompt 12 sent')
    expect((await one.sheet('2026-05-18T08:00Z', ana)).lines.map(told)).toEqual(['09:00 prompt 12 sent'])
  })

  test.each([
    ['muted', { ...ana, muted: 'everything' as const }],
    ['deactivated', { ...ana, isDeactivated: true }],
  ])('a skip has its reason: %s', async (reason, person) => {
    await using one = await world()
    await storePerson(one.db, person, instant('2026-05-17T13:00Z'))
    await one.sends('2026-05-18T07:00Z')
    expect((await one.sheet('2026-05-18T08:00Z', person)).lines.map(told)).toEqual([`09:00 prompt ${reason}`])
  })

  test('what was planned and left out on the way has one line, with the reason of the letter', async () => {
    await using one = await world()
    await one.plansAt('2026-05-18T07:00Z')
    const { id } = await one.db
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'prompt')
      .where('target', '=', ana.id)
      .executeTakeFirstOrThrow()
    await markSkipped(one.db, { workspace: acme, id }, 'slack-no-direct-messages')
    expect((await one.sheet('2026-05-18T08:00Z', ana)).lines.map(told)).toEqual([
      '09:00 prompt 12 slack-no-direct-messages',
    ])
  })

  test('what Slack has not confirmed yet says so', async () => {
    await using one = await world()
    await one.plansAt('2026-05-18T07:00Z')
    expect((await one.sheet('2026-05-18T07:00Z', ana)).lines.map(told)).toEqual(['09:00 prompt 12 waiting'])
  })

  test('what others are told about a goal stands with its owner, and with whom it was told', async () => {
    await using one = await world()
    await enqueue(one.db, {
      id: 'p',
      workspace: acme,
      key: 'partner:b',
      kind: 'partner-told',
      payload: { goal: bens.id },
      target: dee.id,
      dueAt: instant('2026-05-17T12:00Z'),
    })
    await one.sends('2026-05-17T12:00Z')
    expect((await one.sheet('2026-05-17T13:00Z', ben)).lines.map(told)).toEqual([
      '14:00 partner-told 13 sent to Dee',
    ])
    expect((await one.sheet('2026-05-17T13:00Z', dee)).lines.map(told)).toEqual([
      '14:00 partner-told 13 sent of Ben',
    ])
    expect((await one.sheet('2026-05-17T13:00Z', ana)).lines).toEqual([])
  })

  test('a lead sees what concerns the teams they lead, and no goal of another one', async () => {
    await using one = await world({ teams: [aTeam(), ops], goals: [anas, anasOps, bens] })
    await one.sends('2026-05-18T07:00Z')
    expect((await one.sheet('2026-05-18T08:00Z', ana)).lines.map(told)).toEqual(['09:00 prompt 12+14 sent'])
    const seen = await one.sheet('2026-05-18T08:00Z', ben, ana)
    expect(seen.isOwn).toBe(false)
    expect(seen.lines.map(told)).toEqual(['09:00 prompt 14 sent'])
    expect(seen.lines.map(({ channels }) => channels)).toEqual([['ops']])
  })

  test.each([
    ['a colleague', dee, ana.id],
    ['a lead of someone else’s team', ana, chen.id],
    ['someone unknown', ana, 'U0NOBODY' as Person['id']],
  ])('%s sees nothing', async (_who, actor, whose) => {
    await using one = await world()
    await storePerson(one.db, chen)
    expect(await whySheet(one.at('2026-05-18T08:00Z'), actor, whose)).toEqual({
      ok: false,
      refusal: { kind: 'not-their-lead' },
    })
  })

  test('another workspace with the same people shows nothing', async () => {
    await using one = await world()
    await one.sends('2026-05-18T07:00Z')
    const stranger = { ...ana, workspace: 'T0OTHER' as Person['workspace'] }
    expect((await one.sheet('2026-05-18T08:00Z', stranger)).lines).toEqual([])
  })

  test.each([
    ['not-yet', {}, ana, '2026-05-25T07:00Z'],
    ['muted', {}, { ...ana, muted: 'everything' as const }, undefined],
    ['no-goals', { goals: [] }, ana, undefined],
    ['no-team', { teams: [], goals: [] }, ana, undefined],
  ])('nothing in four weeks says why: %s', async (nothing, given, person, next) => {
    await using one = await world(given)
    await one.db
      .updateTable('schedule')
      .set({ next_at: instant('2026-05-25T07:00Z') })
      .execute()
    await storePerson(one.db, person, instant('2026-05-17T13:00Z'))
    const seen = await personOf(one.db, acme, ana.id)
    if (seen === undefined) throw new Error('Ana is gone')
    expect(await one.sheet('2026-05-18T08:00Z', seen)).toMatchObject({
      lines: [],
      nothing,
      next: next === undefined ? undefined : instant(next),
    })
  })
})
