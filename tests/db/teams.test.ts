import { describe, expect, test } from 'vitest'
import { dropMember, isMember, membersOf, replaceMembers } from '../../db/members.ts'
import {
  insertTeam,
  saveChannel,
  saveSettings,
  setLeads,
  teamById,
  teamIn,
  teamsWith,
} from '../../db/teams.ts'
import type { Place } from '../../src/domain/types.ts'
import { databases } from '../support/databases.ts'
import {
  acme,
  ana,
  aTeam,
  ben,
  channelId,
  chen,
  day,
  dee,
  globex,
  instant,
  personId,
  salesChannel,
  teamId,
  wall,
  zone,
} from '../support/people.ts'
import { longAgo, storeTeam } from '../support/stored.ts'

const now = instant('2026-05-04T08:00Z')
const support = aTeam({
  id: teamId('support'),
  channel: channelId('C0SUPPORT'),
  channelName: 'support',
  leads: [ben.id, chen.id],
})

describe.each(databases)('on $name', ({ fresh }) => {
  test('a team is read back as it was stored, with all its leads', async () => {
    await using world = await fresh()
    await storeTeam(world.db, support)
    await storeTeam(world.db, aTeam({ leads: [] }))
    expect(await teamById(world.db, acme, support.id)).toEqual(support)
    expect(await teamIn(world.db, acme, salesChannel)).toEqual(aTeam({ leads: [] }))
    expect(await teamIn(world.db, acme, channelId('C0OTHER'))).toBeUndefined()
  })

  test('a channel has one team: whoever comes second is told so', async () => {
    await using world = await fresh()
    const insert = (id: string) =>
      world.db.transaction().execute((trx) => insertTeam(trx, acme, aTeam({ id: teamId(id) })))
    expect(await insert('first')).toBe(true)
    expect(await insert('second')).toBe(false)
    expect((await teamIn(world.db, acme, salesChannel))?.id).toBe('first')
  })

  test('settings, channel and leads change by themselves', async () => {
    await using world = await fresh()
    await storeTeam(world.db, support)
    const settings = {
      cadence: 'two-weekly',
      weekday: 5,
      time: wall('16:30'),
      reminders: 3,
      reminderAfterHours: 4,
      windowHours: 12,
      hasSummary: true,
      fiscalMonth: 4,
      hasBoard: false,
      boardWeekday: 7,
      monthlyOn: 'last',
      monthDay: 31,
      tellsLeads: true,
      workingDays: [7, 1, 2, 3],
      holidaysOf: 'DE-BY' as Place,
      companyDays: [day('2026-12-24'), day('2026-12-31')],
      boardTime: wall('00:15'),
      zone: zone('Asia/Kathmandu'),
    } as const
    await saveSettings(world.db, acme, support.id, settings)
    await saveChannel(world.db, acme, support.channel, { channelName: 'help', channelState: 'archived' })
    await saveChannel(world.db, acme, support.channel, { isShared: true })
    await saveChannel(world.db, acme, support.channel, {})
    await world.db.transaction().execute((trx) => setLeads(trx, acme, support.id, [dee.id, dee.id]))
    expect(await teamById(world.db, acme, support.id)).toEqual({
      ...support,
      ...settings,
      channelName: 'help',
      channelState: 'archived',
      isShared: true,
      leads: [dee.id],
    })
  })

  test('a person has the teams they lead and the teams they are in, each once', async () => {
    await using world = await fresh()
    await storeTeam(world.db, support, [ben])
    await storeTeam(world.db, aTeam(), [ben, chen])
    const names = async (person: typeof ana) =>
      (await teamsWith(world.db, acme, person.id)).map((team) => team.channelName)
    expect(await names(ana)).toEqual(['sales'])
    expect(await names(ben)).toEqual(['sales', 'support'])
    expect(await names(chen)).toEqual(['sales', 'support'])
    expect(await names(dee)).toEqual([])
  })

  test('who stays in the channel keeps the day they joined, who left is gone, who came joined now', async () => {
    await using world = await fresh()
    await storeTeam(world.db, aTeam(), [ana, ben])
    const replace = (people: readonly (typeof ana)[]) =>
      world.db.transaction().execute((trx) =>
        replaceMembers(
          trx,
          acme,
          aTeam().id,
          people.map((person) => person.id),
          now,
        ),
      )
    await replace([ben, chen, chen])
    expect(await membersOf(world.db, acme, aTeam().id)).toEqual([
      { person: ben.id, joinedAt: longAgo },
      { person: chen.id, joinedAt: now },
    ])
    await dropMember(world.db, acme, aTeam().id, chen.id)
    expect(await isMember(world.db, acme, aTeam().id, chen.id)).toBe(false)
    expect(await isMember(world.db, acme, aTeam().id, ben.id)).toBe(true)
  })

  test('a channel of ten thousand people is stored', async () => {
    await using world = await fresh()
    await storeTeam(world.db, aTeam(), [])
    const crowd = Array.from({ length: 10_000 }, (_, index) => personId(`U${index}`))
    await world.db.transaction().execute((trx) => replaceMembers(trx, acme, aTeam().id, crowd, now))
    expect(await membersOf(world.db, acme, aTeam().id)).toHaveLength(10_000)
  })

  test('equal team ids of two workspaces never meet', async () => {
    await using world = await fresh()
    await storeTeam(world.db, aTeam(), [ana])
    await storeTeam(world.db, aTeam({ workspace: globex, channelName: 'theirs', leads: [dee.id] }), [dee])
    await saveChannel(world.db, globex, salesChannel, { channelState: 'left' })
    await dropMember(world.db, globex, aTeam().id, ana.id)
    await world.db.transaction().execute((trx) => setLeads(trx, globex, aTeam().id, []))
    expect(await teamById(world.db, acme, aTeam().id)).toEqual(aTeam())
    expect(await teamsWith(world.db, acme, dee.id)).toEqual([])
    expect(await isMember(world.db, acme, aTeam().id, ana.id)).toBe(true)
  })
})
