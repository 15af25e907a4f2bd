import { describe, expect, test } from 'vitest'
import { personOf } from '../../db/people.ts'
import { promptSchedulesOf, putSchedule } from '../../db/schedules.ts'
import { tallyRows } from '../../db/tallies.ts'
import type { Person } from '../../src/domain/people.ts'
import { lifeWordIn } from '../../src/domain/reply/life-words.ts'
import { followZoneRules } from '../../src/usecases/follow-zone-rules.ts'
import { lifeSheet } from '../../src/usecases/life-sheet.ts'
import { tellLife } from '../../src/usecases/prompt-life.ts'
import { ensureSchedules, reschedulePerson } from '../../src/usecases/schedules.ts'
import { answeringWorld } from '../support/answering.ts'
import { waiting } from '../support/asking.ts'
import { databases } from '../support/databases.ts'
import { acme, aGoal, ana, aPerson, aTeam, ben, instant, personId, zone } from '../support/people.ts'

const monday = '2026-05-18T07:00Z'
const goal = aGoal()

describe.each(databases)('on $name', ({ fresh }) => {
  async function world(given: Partial<Parameters<typeof answeringWorld>[1]> = {}) {
    const base = await fresh()
    const made = await answeringWorld(base, { goals: [goal], people: [ana, ben], ...given })
    const tells = async (iso: string, text: string, person: Person = ana) => {
      const word = lifeWordIn(text)
      if (word === undefined) throw new Error(`no word: ${text}`)
      return tellLife(made.at(iso), person, word)
    }
    const outcomes = async () =>
      (await tallyRows(made.db, acme))
        .find(({ person }) => person === ana.id)
        ?.recent.map((one) => one.outcome)
    return { ...made, tells, outcomes, [Symbol.asyncDispose]: () => base[Symbol.asyncDispose]() }
  }

  test('the first two skips in a row are free, the third counts as late, and the person hears which it is', async () => {
    await using one = await world()
    const nths: unknown[] = []
    for (const at of ['18', '25']) {
      await one.plansAt(`2026-05-${at}T07:00Z`)
      nths.push(await one.tells(`2026-05-${at}T08:00Z`, 'skip'))
    }
    await one.plansAt('2026-06-01T07:00Z')
    nths.push(await one.tells('2026-06-01T08:00Z', 'skip'))
    expect(nths).toMatchObject([1, 2, 3].map((nth) => ({ as: 'skipped', nth })))
    expect(await one.outcomes()).toEqual(['skipped', 'skipped', 'skipped'])
  })

  test('an answer after a skip counts, and a snooze takes the skip back', async () => {
    await using one = await world()
    await one.plansAt(monday)
    await one.tells('2026-05-18T08:00Z', 'skip')
    await one.says(ana, '2026-05-18T09:00Z', '5')
    expect(await one.answers()).toEqual(['2026-W21 on-time 5'])
    expect(await one.outcomes()).toEqual(['on-time'])
    expect(await one.tells('2026-05-18T09:30Z', 'skip')).toMatchObject({ as: 'all-answered' })
    await one.plansAt('2026-05-25T07:00Z')
    await one.tells('2026-05-25T08:00Z', 'skip')
    await one.tells('2026-05-25T09:00Z', 'snooze 1h')
    expect(await one.asks()).toEqual(['2026-W21 skipped', '2026-W22 asked'])
  })

  test('with nothing open there is nothing to snooze or skip', async () => {
    await using one = await world()
    for (const word of ['snooze 2h', 'skip'])
      expect(await one.tells('2026-05-17T13:00Z', word)).toEqual({
        as: 'nothing-open',
        next: instant(monday),
      })
  })

  test.each([
    ['snooze 2h', '2026-05-18T10:00Z'],
    ['snooze until 15:00', '2026-05-18T13:00Z'],
    ['snooze until 9:00', '2026-05-19T07:00Z'],
    ['snooze tomorrow', '2026-05-19T07:00Z'],
    ['明天再問', '2026-05-19T07:00Z'],
  ])('“%s” at ten brings the prompt again at %s', async (text, until) => {
    await using one = await world()
    await one.plansAt(monday)
    expect(await one.tells('2026-05-18T08:00Z', text)).toEqual({ as: 'snoozed', until: instant(until) })
  })

  test('put off beyond the next prompt, that one comes instead and no letter waits', async () => {
    await using one = await world()
    await one.plansAt(monday)
    const told = await one.tells('2026-05-18T08:00Z', 'snooze 3 weeks')
    expect(told).toEqual({ as: 'snoozed-to-next', next: instant('2026-05-25T07:00Z') })
    expect((await waiting(one.db)).filter((letter) => letter.includes('again'))).toEqual([])
  })

  test('what is answered early is not asked for, so the next question is the one after it', async () => {
    await using one = await world()
    const when = async (iso: string) =>
      (await lifeSheet(one.at(iso), ana, { as: 'when' })) as { next: unknown }
    expect((await when('2026-05-17T13:00Z')).next).toEqual([{ channel: 'sales', at: instant(monday) }])
    await one.says(ana, '2026-05-17T13:00Z', '5')
    expect((await when('2026-05-17T13:01Z')).next).toEqual([
      { channel: 'sales', at: instant('2026-05-25T07:00Z') },
    ])
  })

  test('a pause leaves prompts out until its day, says how many, and counts like skips', async () => {
    await using one = await world()
    expect(await one.tells('2026-05-17T13:00Z', 'stop until 2026-05-26')).toEqual({
      as: 'stopped',
      until: '2026-05-26',
      prompts: 2,
    })
    for (const at of [monday, '2026-05-25T07:00Z', '2026-06-01T07:00Z']) await one.plansAt(at)
    expect((await one.occurrences()).filter((text) => text.includes('ANA'))).toEqual([
      'U0ANA 2026-05-18 stopped',
      'U0ANA 2026-05-25 stopped',
      'U0ANA 2026-06-01 planned',
    ])
    expect((await one.outcomes())?.slice(0, 2)).toEqual(['skipped', 'skipped'])
  })

  test('a pause without an end holds until it is ended', async () => {
    await using one = await world()
    await one.tells('2026-05-17T13:00Z', 'stop')
    await one.plansAt(monday)
    const person = (await personOf(one.db, acme, ana.id)) ?? ana
    expect(await lifeSheet(one.at(monday), person, { as: 'when' })).toMatchObject({
      next: [],
      isStopped: true,
    })
    expect(await one.tells('2026-05-19T07:00Z', 'resume')).toEqual({
      as: 'resumed',
      next: instant('2026-05-25T07:00Z'),
    })
    expect(await one.tells('2026-05-19T07:00Z', 'resume')).toMatchObject({ as: 'not-stopped' })
  })

  test.each([
    ['stop until yesterday', 'unclear'],
    ['stop until 2026-05-17', 'past'],
    ['stop until xyzzy', 'unclear'],
  ])('“%s” pauses nothing', async (text, as) => {
    await using one = await world()
    expect((await one.tells('2026-05-17T13:00Z', text)).as).toBe(as)
    await one.plansAt(monday)
    expect(await one.occurrences()).toContain('U0ANA 2026-05-18 planned')
  })

  test('what is silenced is listed since it was', async () => {
    await using one = await world()
    await one.tells('2026-05-17T13:00Z', 'mute everything')
    await one.plansAt(monday)
    const person = (await personOf(one.db, acme, ana.id)) ?? ana
    expect(await lifeSheet(one.at(monday), person, { as: 'muted-list' })).toMatchObject({
      since: instant('2026-05-17T13:00Z'),
      silenced: [{ kind: 'prompt', at: instant(monday) }],
    })
    await one.tells('2026-05-18T08:00Z', 'unmute')
    const heard = (await personOf(one.db, acme, ana.id)) ?? ana
    expect(await lifeSheet(one.at(monday), heard, { as: 'muted-list' })).toMatchObject({ since: undefined })
  })

  test('a block owes its partner and then a lead one letter each, however often it is repeated', async () => {
    const blocked = aGoal({ partner: ben.id })
    await using one = await world({
      goals: [blocked],
      teams: [aTeam({ tellsLeads: true, leads: [personId('U0LEAD')] })],
    })
    await one.plansAt(monday)
    await one.says(ana, '2026-05-18T08:00Z', 'blocked by legal')
    await one.says(ana, '2026-05-19T08:00Z', 'blocked by legal and by finance')
    const rows = await one.db
      .selectFrom('outbox')
      .select(['target', 'due_at'])
      .where('kind', '=', 'blocked-told')
      .orderBy('due_at')
      .execute()
    expect(rows).toEqual([
      { target: 'U0BEN', due_at: instant('2026-05-20T08:00Z') },
      { target: 'U0LEAD', due_at: instant('2026-05-22T08:00Z') },
    ])
  })

  test('with newer zone rules what is planned moves to where they put it, once', async () => {
    await using one = await world()
    const [schedule] = await promptSchedulesOf(one.db, acme, ana.id)
    if (schedule === undefined) throw new Error('no schedule')
    await putSchedule(one.db, { ...schedule, nextAt: instant('2026-05-18T06:00Z') })
    const deps = one.at('2026-05-17T13:00Z')
    await followZoneRules(deps, '2026a')
    expect((await promptSchedulesOf(one.db, acme, ana.id))[0]?.nextAt).toBe(instant(monday))
    await putSchedule(one.db, { ...schedule, nextAt: instant('2026-05-18T06:00Z') })
    await followZoneRules(deps, '2026a')
    expect((await promptSchedulesOf(one.db, acme, ana.id))[0]?.nextAt).toBe(instant('2026-05-18T06:00Z'))
  })

  test('whoever is asked by a stand-in for their zone hears of it once', async () => {
    const person = aPerson({ id: personId('U0MOON'), zone: zone('UTC'), lackedZone: 'Moon/Tranquility' })
    await using one = await world()
    const deps = one.at('2026-05-17T13:00Z')
    const team = aTeam({ id: aTeam().id })
    await ensureSchedules(one.db, deps, team, [person])
    await reschedulePerson(one.db, deps, person)
    expect((await waiting(one.db)).filter((letter) => letter.includes('zone'))).toHaveLength(1)
  })
})
