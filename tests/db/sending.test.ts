import { describe, expect, test } from 'vitest'
import { settleOccurrence } from '../../db/occurrences.ts'
import { letterAt } from '../../db/outbox.ts'
import { dueSchedules } from '../../db/schedules.ts'
import {
  backToDue,
  claim,
  dueLetters,
  markSent,
  markSkipped,
  markUnknown,
  nextLetterAt,
  orphansToUnknown,
  putOff,
} from '../../db/sending.ts'
import type { OccurrenceId } from '../../src/domain/types.ts'
import { databases } from '../support/databases.ts'
import { acme, ana, aTeam, channelId, globex, instant, teamId } from '../support/people.ts'
import { letters, owe, type SendingWorld, schedulePrompt, sendingWorld } from '../support/sending.ts'
import { storeTeam } from '../support/stored.ts'

const a = { workspace: acme, id: 'a' }
const there = { channel: 'U0ANA', threadTs: undefined }

async function claimed(world: SendingWorld) {
  await owe(world, 'a')
  return claim(world.db, a, { ...there, at: world.now() })
}

const claimedAt = async (world: SendingWorld) =>
  (await world.db.selectFrom('outbox').select('claimed_at').executeTakeFirst())?.claimed_at

describe.each(databases)('on $name', ({ fresh }) => {
  test('a letter is claimed by one caller only', async () => {
    await using world = await sendingWorld(fresh)
    expect(await claimed(world)).toBe(true)
    expect(await claim(world.db, a, { ...there, at: world.now() })).toBe(false)
  })

  test('the moment of the first claim stays through every later one', async () => {
    await using world = await sendingWorld(fresh)
    await claimed(world)
    const first = world.now()
    await markUnknown(world.db, a, world.now())
    await backToDue(world.db, a, world.now())
    world.pass(60_000)
    await claim(world.db, a, { ...there, at: world.now() })
    expect(await claimedAt(world)).toBe(first)
  })

  describe('what has ended stays so', () => {
    test.each([
      [
        'sent',
        (world: SendingWorld) => markSent(world.db, a, { channel: 'D0ANA', ts: '1.0', at: world.now() }),
      ],
      ['skipped', (world: SendingWorld) => markSkipped(world.db, a, 'gone')],
    ])('when it is %s', async (state, end) => {
      await using world = await sendingWorld(fresh)
      await claimed(world)
      await end(world)
      await backToDue(world.db, a, world.now())
      await markUnknown(world.db, a, world.now())
      await markSkipped(world.db, a, 'too-old')
      await putOff(world.db, a, world.now())
      await orphansToUnknown(world.db, acme, world.now())
      expect((await letters(world.db))[0]).toMatch(new RegExp(`^a ${state}`))
    })

    test('also an occurrence', async () => {
      await using world = await sendingWorld(fresh)
      const id = 'o' as OccurrenceId
      const day = { id, kind: 'prompt', subject: ana.id, local_date: '2026-05-18', state: 'planned' }
      const row = { ...day, workspace_id: acme, due_at: world.now(), created_at: world.now() }
      await world.db.insertInto('occurrence').values(row).execute()
      expect(await settleOccurrence(world.db, acme, id, { state: 'sent' })).toBe(true)
      expect(await settleOccurrence(world.db, acme, id, { state: 'skipped', reason: 'too-old' })).toBe(false)
      const after = await world.db.selectFrom('occurrence').select(['state', 'reason']).execute()
      expect(after).toEqual([{ state: 'sent', reason: null }])
    })
  })

  test('the next thing to do may be to look for a message', async () => {
    await using world = await sendingWorld(fresh)
    await claimed(world)
    expect(await nextLetterAt(world.db)).toBeUndefined()
    await markUnknown(world.db, a, instant('2026-05-18T07:01Z'))
    expect(await nextLetterAt(world.db)).toBe(instant('2026-05-18T07:01Z'))
    await owe(world, 'b', { dueAt: instant('2026-05-18T08:00Z') })
    expect(await nextLetterAt(world.db)).toBe(instant('2026-05-18T07:01Z'))
  })

  test('what is being sent right now is no orphan', async () => {
    await using world = await sendingWorld(fresh)
    await claimed(world)
    expect(await orphansToUnknown(world.db, acme, world.now(), new Set(['a']))).toBe(0)
    expect(await letters(world.db)).toEqual(['a sending'])
    expect(await orphansToUnknown(world.db, acme, world.now())).toBe(1)
    expect(await letters(world.db)).toEqual(['a unknown'])
  })

  test('a reply to a message whose letter cannot be read any more finds nothing instead of failing', async () => {
    await using world = await sendingWorld(fresh)
    await claimed(world)
    await markSent(world.db, a, { channel: 'D0ANA', ts: '1.0', at: world.now() })
    expect(await letterAt(world.db, acme, channelId('D0ANA'), '1.0')).toMatchObject({ key: 'a' })
    await world.db.updateTable('outbox').set({ payload: 'null' }).execute()
    expect(await letterAt(world.db, acme, channelId('D0ANA'), '1.0')).toBeUndefined()
  })

  test('schedules that are due come in pages without gaps, also where many are due at one moment', async () => {
    await using world = await sendingWorld(fresh)
    for (let n = 0; n < 7; n += 1) {
      const team = aTeam({ id: teamId(`team-${n}`), channel: channelId(`C${n}`) })
      await storeTeam(world.db, team, [ana])
      await schedulePrompt(world.db, { workspace: acme, team: team.id }, world.now())
    }
    const seen: string[] = []
    let last: Awaited<ReturnType<typeof dueSchedules>>[number] | undefined
    for (;;) {
      const page = await dueSchedules(world.db, world.now(), 3, last)
      if (page.length === 0) break
      seen.push(...page.map(({ id }) => id))
      last = page.at(-1)
    }
    expect(seen).toEqual(Array.from({ length: 7 }, (_, n) => `schedule-team-${n}`))
  })

  test('letters of another workspace are not among those that are due', async () => {
    await using world = await sendingWorld(fresh)
    await owe(world, 'a')
    await owe(world, 'theirs', { workspace: globex })
    expect(await dueLetters(world.db, acme, world.now(), 10)).toMatchObject([{ id: 'a' }])
  })
})
