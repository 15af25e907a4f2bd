import { describe, expect, test } from 'vitest'
import {
  markGreeted,
  type PersonFacts,
  peopleOf,
  personOf,
  savePerson,
  savePreferences,
} from '../../db/people.ts'
import { databases } from '../support/databases.ts'
import { acme, ana, globex, instant, personId, zone } from '../support/people.ts'

const at = instant('2026-05-04T08:00Z')

const anaFacts: PersonFacts = {
  id: ana.id,
  name: 'Ana',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  isBot: false,
  isDeactivated: false,
  isForeign: false,
  isAdmin: false,
}

const nothingChosen = { zone: undefined, language: undefined, muted: 'nothing', isOffBoard: false } as const

describe.each(databases)('on $name', ({ fresh }) => {
  test('a person is what Slack said last', async () => {
    await using world = await fresh()
    await savePerson(world.db, acme, { ...anaFacts, name: 'A.' }, at)
    await savePerson(world.db, acme, anaFacts, at)
    expect(await personOf(world.db, acme, ana.id)).toEqual(ana)
  })

  test('what a person chose stands over what Slack says, and can be given back', async () => {
    await using world = await fresh()
    await savePerson(world.db, acme, anaFacts, at)
    await savePreferences(world.db, acme, ana.id, {
      zone: zone('Asia/Taipei'),
      language: 'zh-Hant',
      muted: 'reminders',
      isOffBoard: true,
    })
    await savePerson(world.db, acme, anaFacts, at)
    expect(await personOf(world.db, acme, ana.id)).toMatchObject({
      zone: 'Asia/Taipei',
      zoneIsOwn: true,
      language: 'zh-Hant',
      languageIsOwn: true,
      locale: 'zh-Hant-TW',
      muted: 'reminders',
      isOffBoard: true,
    })
    await savePreferences(world.db, acme, ana.id, nothingChosen)
    expect(await personOf(world.db, acme, ana.id)).toEqual(ana)
  })

  test.each([
    ['zh-TW', 'zh-Hant', 'zh-Hant-TW'],
    ['zh-HK', 'zh-Hant', 'zh-Hant-HK'],
    ['zh-CN', 'en', 'en-GB'],
    ['de-DE', 'en', 'en-GB'],
    ['en-US', 'en', 'en-US'],
    [undefined, 'en', 'en-GB'],
  ])('Slack locale %s is answered in %s, with numbers as in %s', async (locale, language, written) => {
    await using world = await fresh()
    await savePerson(world.db, acme, { ...anaFacts, locale }, at)
    expect(await personOf(world.db, acme, ana.id)).toMatchObject({ language, locale: written })
  })

  test.each([['Mars/Olympus_Mons'], [undefined], ['']])('the zone %s becomes UTC', async (known) => {
    await using world = await fresh()
    await savePerson(world.db, acme, { ...anaFacts, zone: known }, at)
    expect(await personOf(world.db, acme, ana.id)).toMatchObject({ zone: 'UTC', zoneIsOwn: false })
  })

  test('a person is greeted once', async () => {
    await using world = await fresh()
    await savePerson(world.db, acme, anaFacts, at)
    expect(await markGreeted(world.db, acme, ana.id, at)).toBe(true)
    expect(await markGreeted(world.db, acme, ana.id, instant('2026-05-05T08:00Z'))).toBe(false)
    expect((await personOf(world.db, acme, ana.id))?.greetedAt).toBe(at)
  })

  test('the same id in two workspaces is two people', async () => {
    await using world = await fresh()
    await savePerson(world.db, acme, anaFacts, at)
    await savePerson(world.db, globex, { ...anaFacts, name: 'Anatol', isAdmin: true }, at)
    await savePreferences(world.db, globex, ana.id, { ...nothingChosen, muted: 'everything' })
    expect(await personOf(world.db, acme, ana.id)).toEqual(ana)
    expect(await personOf(world.db, globex, ana.id)).toMatchObject({ name: 'Anatol', muted: 'everything' })
  })

  test('people who are not known are left out', async () => {
    await using world = await fresh()
    await savePerson(world.db, acme, anaFacts, at)
    const found = await peopleOf(world.db, acme, [ana.id, personId('U0NOBODY'), ana.id])
    expect([...found.keys()]).toEqual([ana.id])
    expect(await peopleOf(world.db, acme, [])).toEqual(new Map())
  })
})
