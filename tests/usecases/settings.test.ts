import { describe, expect, test } from 'vitest'
import { membersOf } from '../../db/members.ts'
import { personOf, savePerson } from '../../db/people.ts'
import { teamIn } from '../../db/teams.ts'
import { defaultSettings, type Person, type TeamSettings } from '../../src/domain/people.ts'
import { channelChanged, memberJoined, memberLeft, setMembers } from '../../src/usecases/channel-news.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import { homeSheet } from '../../src/usecases/home-sheet.ts'
import { saveMySettings } from '../../src/usecases/save-my-settings.ts'
import { saveTeamSettings } from '../../src/usecases/save-team-settings.ts'
import { settingsSheet } from '../../src/usecases/settings-sheet.ts'
import { aDraft, deeds, rowCounts, sales, salesNow, theFacts } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  ana,
  aTeam,
  ben,
  channelId,
  chen,
  dee,
  globex,
  instant,
  personId,
  salesChannel,
  wall,
  zone,
} from '../support/people.ts'
import { everyone, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/** Tuesday, half past ten in Berlin. */
const now = instant('2026-05-05T08:30Z')

const friday: TeamSettings = {
  ...defaultSettings,
  zone: zone('Europe/Berlin'),
  weekday: 5,
  time: wall('16:30'),
  reminders: 3,
  hasBoard: false,
}

async function deps(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  return world.deps(now)
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('whoever sets a channel up first leads its team', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await saveTeamSettings(given, ben, salesNow, friday, [])
    expect(result).toMatchObject({ ok: true, value: { ...friday, leads: [ben.id], channelName: 'sales' } })
    expect(await teamIn(world.db, acme, salesChannel)).toEqual(result.ok && result.value)
    expect(await deeds(world.db)).toEqual(['team-made by U0BEN', 'team-settings by U0BEN'])
  })

  test('a lead changes settings and leads; bots, foreigners and strangers do not become leads', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await storePerson(world.db, { ...dee, isForeign: true })
    await storeTeam(world.db, aTeam())
    const leads = [ben.id, chen.id, ben.id, dee.id, personId('U0NOBODY')]
    const result = await saveTeamSettings(given, ana, salesNow, friday, leads)
    expect(result).toMatchObject({ ok: true, value: { ...friday, leads: [ben.id, chen.id] } })
    expect(await teamIn(world.db, acme, salesChannel)).toMatchObject({ ...friday, leads: [ben.id, chen.id] })
  })

  test('a team is never left without a lead by its form', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await storeTeam(world.db, aTeam())
    const result = await saveTeamSettings(given, ana, salesNow, friday, [])
    expect(result).toMatchObject({ ok: true, value: { leads: [ana.id] } })
  })

  test('an admin appoints leads once none is left in the channel, not before', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await storeTeam(world.db, aTeam())
    const admin = { ...ben, isAdmin: true }
    const refusal = { kind: 'not-a-lead', leads: ['Ana'] }
    expect(await saveTeamSettings(given, admin, salesNow, friday, [])).toEqual({ ok: false, refusal })
    const without = { channel: sales, members: [ben.id, chen.id] }
    expect(await saveTeamSettings(given, chen, without, friday, [])).toEqual({ ok: false, refusal })
    const result = await saveTeamSettings(given, admin, without, friday, [chen.id])
    expect(result).toMatchObject({ ok: true, value: { leads: [chen.id] } })
  })

  const barred: readonly [string, Person, typeof salesNow, object][] = [
    [
      'a direct message',
      ana,
      { ...salesNow, channel: { ...sales, isDirect: true } },
      { kind: 'choose-team' },
    ],
    [
      'an archived channel',
      ana,
      { ...salesNow, channel: { ...sales, isArchived: true } },
      { kind: 'channel-archived', channel: 'sales' },
    ],
    [
      'a shared channel',
      ana,
      { ...salesNow, channel: { ...sales, isShared: true } },
      { kind: 'channel-shared', channel: 'sales' },
    ],
    [
      'a channel without the bot',
      ana,
      { ...salesNow, channel: { ...sales, isMember: false } },
      { kind: 'not-in-channel', channel: 'sales' },
    ],
    ['a channel one is not in', ana, { ...salesNow, members: [ben.id] }, { kind: 'outsider' }],
    ['someone of another organisation', { ...ana, isForeign: true }, salesNow, { kind: 'outsider' }],
  ]
  test.each(barred)('%s gets no team and nothing is written', async (_what, actor, where, refusal) => {
    await using world = await fresh()
    const given = await deps(world)
    const before = await rowCounts(world.db)
    expect(await saveTeamSettings(given, actor, where, friday, [])).toEqual({ ok: false, refusal })
    expect(await rowCounts(world.db)).toEqual(before)
  })

  test('the form opens with the defaults in one’s own zone, or with what the team has', async () => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await settingsSheet(given, chen, sales)).toEqual({
      ok: true,
      value: {
        team: undefined,
        channel: salesChannel,
        channelName: 'sales',
        settings: { ...defaultSettings, zone: 'Asia/Taipei' },
        leads: [chen],
        canChange: true,
      },
    })
    await storeTeam(world.db, aTeam())
    expect(await settingsSheet(given, ben, sales)).toMatchObject({
      ok: true,
      value: { settings: { zone: 'Europe/Berlin' }, leads: [ana], canChange: false },
    })
    expect(await settingsSheet(given, ana, { ...sales, isArchived: true })).toMatchObject({ ok: false })
  })

  test('other settings move the next prompt', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await createGoal(given, ana, aDraft(), theFacts())
    expect((await homeSheet(given, ana)).nextPromptAt).toBe(instant('2026-05-11T07:00Z'))
    await saveTeamSettings(given, ana, salesNow, friday, [ana.id])
    expect((await homeSheet(given, ana)).nextPromptAt).toBe(instant('2026-05-08T14:30Z'))
  })

  test('another zone of one’s own moves one’s own prompts only', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await createGoal(given, ana, aDraft(), theFacts())
    await createGoal(given, ana, aDraft({ owner: ben.id }), theFacts({ owner: ben, key: 'form-2' }))
    const moved = await saveMySettings(given, ana, { zone: zone('Asia/Taipei') })
    expect(moved).toMatchObject({ zone: 'Asia/Taipei', zoneIsOwn: true })
    expect((await homeSheet(given, moved)).nextPromptAt).toBe(instant('2026-05-11T01:00Z'))
    expect((await homeSheet(given, ben)).nextPromptAt).toBe(instant('2026-05-11T13:00Z'))
    const back = await saveMySettings(given, moved, { zone: 'as-slack' })
    expect(back).toEqual(ana)
    expect((await homeSheet(given, back)).nextPromptAt).toBe(instant('2026-05-11T07:00Z'))
  })

  test('what is not mentioned stays as it was chosen', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await saveMySettings(given, ana, { language: 'zh-Hant', muted: 'reminders' })
    await saveMySettings(given, ana, { isOffBoard: true })
    expect(await saveMySettings(given, ana, {})).toMatchObject({
      language: 'zh-Hant',
      languageIsOwn: true,
      muted: 'reminders',
      isOffBoard: true,
      zoneIsOwn: false,
    })
    expect(await saveMySettings(given, ana, { language: 'as-slack' })).toMatchObject({
      language: 'en',
      languageIsOwn: false,
    })
  })

  test('settings of a namesake in another workspace stay theirs', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await savePerson(world.db, globex, { ...ana, zone: ana.zone, locale: 'en-GB' }, now)
    await saveMySettings(given, { ...ana, workspace: globex }, { muted: 'everything' })
    expect(await personOf(world.db, acme, ana.id)).toEqual(ana)
  })

  test('the member list follows the channel; channels without a team are left alone', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await storeTeam(world.db, aTeam(), [ana, ben])
    const ids = async () => (await membersOf(world.db, acme, aTeam().id)).map((member) => member.person)
    await memberJoined(given, acme, salesChannel, chen.id)
    await memberJoined(given, acme, channelId('C0OTHER'), dee.id)
    await memberLeft(given, acme, salesChannel, ben.id)
    expect(await ids()).toEqual([ana.id, chen.id])
    await setMembers(given, acme, salesChannel, [dee.id])
    await setMembers(given, globex, salesChannel, [])
    expect(await ids()).toEqual([dee.id])
    await channelChanged(given, acme, salesChannel, { channelState: 'archived' })
    expect((await teamIn(world.db, acme, salesChannel))?.channelState).toBe('archived')
  })
})
