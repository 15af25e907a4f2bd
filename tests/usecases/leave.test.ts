import { describe, expect, test } from 'vitest'
import { personOf, savePreferences } from '../../db/people.ts'
import { tallyRows } from '../../db/tallies.ts'
import { saveSettings, teamById } from '../../db/teams.ts'
import type { LifeTold } from '../../src/domain/life-told.ts'
import type { Person, TeamSettings } from '../../src/domain/people.ts'
import type { Instant, Place } from '../../src/domain/types.ts'
import { cancelLeave, comeBack, sayAway, setLeave } from '../../src/usecases/leave.ts'
import { offerLeave } from '../../src/usecases/offer-leave.ts'
import { tellLife } from '../../src/usecases/prompt-life.ts'
import { ensureSchedules, reschedulePerson } from '../../src/usecases/schedules.ts'
import { answeringWorld } from '../support/answering.ts'
import { waiting } from '../support/asking.ts'
import { databases } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aTeam,
  ben,
  channelId,
  chen,
  day,
  globex,
  goalId,
  instant,
  teamId,
} from '../support/people.ts'
import { storeTeam } from '../support/stored.ts'

/** Nine o'clock in Berlin on Monday the 18th, when Ana is asked. */
const monday = '2026-05-18T07:00Z'
const sunday = '2026-05-17T13:00Z'
const goal = aGoal()
const lead = ben
const germany = 'DE' as Place
const ops = aTeam({ id: teamId('ops'), channel: channelId('C0OPS'), channelName: 'ops', leads: [chen.id] })

describe.each(databases)('on $name', ({ fresh }) => {
  async function world(given: Partial<Parameters<typeof answeringWorld>[1]> = {}) {
    const base = await fresh()
    const teams = [aTeam({ leads: [lead.id] })]
    const made = await answeringWorld(base, { goals: [goal], people: [ana, ben, chen], teams, ...given })
    const says = async (iso: string, words: string, actor: Person = ana) => {
      const noted = await sayAway(made.at(iso), actor, ana.id, words)
      return noted.ok ? noted.value : noted.refusal
    }
    const outcomes = async () =>
      (await tallyRows(made.db, acme))
        .find(({ person }) => person === ana.id)
        ?.recent.map((one) => one.outcome)
    const anas = async () => (await made.occurrences()).filter((text) => text.includes('ANA'))
    const told = async () =>
      (await made.db.selectFrom('outbox').select('payload').where('kind', '=', 'said').execute()).map(
        ({ payload }) => String(payload),
      )
    /** The team works so from that moment on. */
    const works = async (iso: string, settings: Partial<TeamSettings>) => {
      const team = { ...((await teamById(made.db, acme, teamId('t1'))) ?? aTeam()), ...settings }
      await saveSettings(made.db, acme, team.id, team)
      await made.db.deleteFrom('schedule').execute()
      await ensureSchedules(made.db, made.at(iso), team, [ana])
    }
    return {
      ...made,
      works,
      says,
      outcomes,
      anas,
      told,
      [Symbol.asyncDispose]: () => base[Symbol.asyncDispose](),
    }
  }

  test('a leave says beforehand how many prompts it leaves out, and leaves exactly those out, counted for nothing', async () => {
    await using one = await world()
    expect(await one.says(sunday, 'until 2026-06-01')).toMatchObject({
      as: 'away',
      from: '2026-05-17',
      back: '2026-06-01',
      prompts: 2,
      excusesOpen: false,
    })
    for (const at of ['18', '25']) await one.plansAt(`2026-05-${at}T07:00Z`)
    await one.plansAt('2026-06-01T07:00Z')
    expect(await one.anas()).toEqual([
      'U0ANA 2026-05-18 leave',
      'U0ANA 2026-05-25 leave',
      'U0ANA 2026-06-01 planned',
    ])
    expect((await one.outcomes())?.slice(0, 2)).toEqual(['excused', 'excused'])
  })

  test('leave within the window of an open prompt excuses it, its end makes it count again, and an answer counts anyway', async () => {
    await using one = await world()
    await one.plansAt(monday)
    expect(await one.says('2026-05-18T09:00Z', 'tomorrow')).toMatchObject({ excusesOpen: true })
    expect(await one.asks()).toEqual(['2026-W21 excused'])
    const back = await comeBack(one.at('2026-05-18T10:00Z'), ana, ana.id)
    expect(back).toMatchObject({ value: { as: 'not-away', planned: '2026-05-19' } })
    await comeBack(one.at('2026-05-19T10:00Z'), ana, ana.id)
    expect(await one.asks()).toEqual(['2026-W21 asked'])
    await one.says('2026-05-19T11:00Z', 'tomorrow')
  })

  test('leave on a weekend within the window excuses nothing', async () => {
    await using one = await world({ teams: [aTeam({ leads: [lead.id], weekday: 5 })] })
    await one.plansAt('2026-05-22T07:00Z')
    expect(await one.says('2026-05-22T09:00Z', '2026-05-23 to 2026-05-24')).toMatchObject({
      prompts: 0,
      excusesOpen: false,
    })
    expect(await one.asks()).toEqual(['2026-W21 asked'])
  })

  test('a leave planned into the window asks, but counts for nothing', async () => {
    await using one = await world()
    await one.says(sunday, '2026-05-19')
    await one.plansAt(monday)
    expect(await one.anas()).toEqual(['U0ANA 2026-05-18 planned'])
    expect(await one.asks()).toEqual(['2026-W21 excused'])
    await one.plansAt('2026-05-25T07:00Z')
    expect((await one.outcomes())?.[0]).toBe('excused')
  })

  test('leaves may overlap: together they excuse, and each is taken back alone', async () => {
    await using one = await world()
    await one.says(sunday, '2026-05-18 to 2026-05-20')
    const second = await one.says(sunday, '2026-05-20 to 2026-05-29')
    expect(second).toMatchObject({ from: '2026-05-20', back: '2026-05-30', prompts: 1 })
    const id = (second as Extract<LifeTold, { as: 'away' }>).leave
    expect(await cancelLeave(one.at(sunday), ana, ana.id, id)).toMatchObject({
      value: { as: 'back', cancelled: '2026-05-20', next: instant('2026-05-25T07:00Z') },
    })
    for (const at of ['18', '25']) await one.plansAt(`2026-05-${at}T07:00Z`)
    expect(await one.anas()).toEqual(['U0ANA 2026-05-18 leave', 'U0ANA 2026-05-25 planned'])
    expect(await cancelLeave(one.at(sunday), ana, ana.id, id)).toMatchObject({ value: { as: 'not-away' } })
  })

  test('being back ends what is now and leaves what was planned for later', async () => {
    await using one = await world()
    await one.says(sunday, '2026-05-25 to 2026-05-29')
    await one.says(sunday, '')
    expect(await comeBack(one.at('2026-05-18T06:00Z'), ana, ana.id)).toMatchObject({ value: { as: 'back' } })
    for (const at of ['18', '25']) await one.plansAt(`2026-05-${at}T07:00Z`)
    expect(await one.anas()).toEqual(['U0ANA 2026-05-18 planned', 'U0ANA 2026-05-25 leave'])
  })

  test('what was passed over and then excused is excused, and passed over again without the leave', async () => {
    await using one = await world()
    await one.plansAt(monday)
    await tellLife(one.at(monday), ana, { is: 'skip' })
    await one.says('2026-05-18T09:00Z', 'tomorrow')
    expect(await one.asks()).toEqual(['2026-W21 excused'])
    await tellLife(one.at('2026-05-18T10:00Z'), ana, { is: 'skip' })
    expect(await one.asks()).toEqual(['2026-W21 excused'])
  })

  test('without an end it holds until the person is back', async () => {
    await using one = await world()
    expect(await one.says(sunday, '')).toMatchObject({ back: undefined, prompts: undefined })
    await one.plansAt(monday)
    await one.plansAt('2026-05-25T07:00Z')
    const back = await comeBack(one.at('2026-05-27T07:00Z'), ana, ana.id)
    expect(back).toMatchObject({ value: { as: 'back', next: instant('2026-06-01T07:00Z') } })
    await one.plansAt('2026-06-01T07:00Z')
    expect((await one.anas()).map((text) => text.split(' ').at(-1))).toEqual(['leave', 'leave', 'planned'])
  })

  test.each([
    ['2026-05-11 to 2026-05-14', { as: 'past-leave' }],
    ['2026-06-05 to 2026-06-01', { as: 'past-leave' }],
    ['2026-06-01 to 2028-06-01', { as: 'too-long' }],
    ['500', { as: 'too-long' }],
    ['soon', { as: 'unclear', what: 'away' }],
  ])('“%s” is not noted', async (words, told) => {
    await using one = await world()
    expect(await one.says(sunday, words)).toMatchObject(told)
    await one.plansAt(monday)
    expect(await one.anas()).toEqual(['U0ANA 2026-05-18 planned'])
  })

  test('a lead notes it for someone of the team, who is told by whom; others may not', async () => {
    await using one = await world()
    expect(await one.says(sunday, '3', lead)).toMatchObject({ as: 'away', of: ana.id })
    expect(await one.told()).toEqual([expect.stringContaining(`"by":"${lead.id}"`)])
    expect(await one.says(sunday, '3', chen)).toEqual({ kind: 'leave-needs-lead' })
    const refused = await setLeave(one.at(sunday), chen, ana.id, { from: day('2026-05-18'), back: undefined })
    expect(refused).toEqual({ ok: false, refusal: { kind: 'leave-needs-lead' } })
    await comeBack(one.at('2026-05-18T06:00Z'), lead, ana.id)
    expect(await one.told()).toHaveLength(2)
  })

  test('a lead of a team the person is not in may not, nor anyone of another workspace', async () => {
    await using one = await world()
    await storeTeam(one.db, ops, [chen])
    expect(await one.says(sunday, '3', chen)).toEqual({ kind: 'leave-needs-lead' })
    expect(await one.says(sunday, '3', { ...lead, workspace: globex })).toEqual({ kind: 'leave-needs-lead' })
  })

  describe('days on which nobody works', () => {
    /** Christmas 2026 is a Friday; asked are Thursdays and Fridays. */
    const eve = '2026-12-20T12:00Z'

    test.each([
      [
        'a holiday moves the prompt within its week',
        { weekday: 5, holidaysOf: germany },
        '2026-12-25',
        'holiday',
      ],
      [
        'a holiday with a working day behind it',
        { weekday: 5, workingDays: [5, 6], holidaysOf: germany },
        '2026-12-26',
        'planned',
      ],
      ['a company day', { weekday: 4, companyDays: [day('2026-12-24')] }, '2026-12-25', 'planned'],
      [
        'a company day before a holiday leaves the week out',
        { weekday: 4, companyDays: [day('2026-12-24')], holidaysOf: germany },
        '2026-12-24',
        'company-day',
      ],
      ['no holidays where none were chosen', { weekday: 5 }, '2026-12-25', 'planned'],
    ] as const)('%s', async (_, settings, date, outcome) => {
      await using one = await world()
      await one.works(eve, settings)
      for (const at of ['24', '25', '26', '27']) await one.plansAt(`2026-12-${at}T08:00Z`)
      expect(await one.anas()).toEqual([`U0ANA ${date} ${outcome}`])
      expect(await one.asks()).toEqual(outcome === 'planned' ? ['2026-W52 asked'] : [])
    })

    test('a day that becomes free on the very morning moves what is due on it', async () => {
      await using one = await world()
      const team = (await teamById(one.db, acme, teamId('t1'))) ?? aTeam()
      await saveSettings(one.db, acme, team.id, { ...team, companyDays: [day('2026-05-18')] })
      await one.plansAt(monday)
      expect(await one.anas()).toEqual([])
      await one.plansAt('2026-05-19T07:00Z')
      expect(await one.anas()).toEqual(['U0ANA 2026-05-19 planned'])
      expect(await one.asks()).toEqual(['2026-W21 asked'])
    })

    test('people with other holidays than their team keep their own', async () => {
      await using one = await world()
      await savePreferences(one.db, acme, ana.id, {
        zone: undefined,
        language: undefined,
        muted: 'nothing',
        isOffBoard: false,
        holidaysOf: 'TW' as Place,
      })
      await one.works(eve, { weekday: 5, holidaysOf: germany })
      const person = await personOf(one.db, acme, ana.id)
      if (person !== undefined) await reschedulePerson(one.db, one.at(eve), person)
      await one.plansAt('2026-12-25T10:00Z')
      await one.plansAt('2027-01-01T10:00Z')
      expect(await one.anas()).toEqual(['U0ANA 2026-12-25 planned', 'U0ANA 2027-01-01 holiday'])
    })
  })

  test('no board is opened for a team of whom everybody is away', async () => {
    await using one = await world({ goals: [goal, aGoal({ id: goalId('b'), number: 13, owner: chen.id })] })
    await one.says(sunday, '')
    await setLeave(one.at(sunday), chen, chen.id, { from: day('2026-05-18'), back: day('2026-05-25') })
    await one.plansAt('2026-05-20T08:00Z')
    await one.plansAt('2026-05-27T08:00Z')
    const boards = await one.db
      .selectFrom('occurrence')
      .select(['state', 'reason'])
      .where('kind', '=', 'leaderboard')
      .orderBy('due_at')
      .execute()
    expect(boards).toEqual([
      { state: 'skipped', reason: 'team-away' },
      { state: 'planned', reason: null },
    ])
  })

  describe('a Slack status', () => {
    const vacation = { text: 'Vacationing', emoji: ':palm_tree:', until: undefined }
    const offers = async (
      statuses: readonly (typeof vacation | { text: string; emoji: string; until: Instant })[],
      at = monday,
    ) => {
      const one = await world()
      for (const status of statuses) await offerLeave(one.at(at), acme, ana.id, status)
      const told = await one.told()
      await one[Symbol.asyncDispose]()
      return told.map((payload) => JSON.parse(payload).what.told)
    }

    test.each([
      [vacation, undefined],
      [{ text: 'Out sick', emoji: '', until: instant('2026-05-18T21:59:59Z') }, '2026-05-19'],
      [{ text: '', emoji: ':palm_tree:', until: instant('2026-05-24T21:59:59Z') }, '2026-05-25'],
      [{ text: '休假中', emoji: '', until: instant('2026-05-21T07:00Z') }, '2026-05-21'],
    ])('%j is offered as leave, back on %s', async (status, back) => {
      expect(await offers([status])).toEqual([
        { as: 'offer', status: status.text || status.emoji, ...(back === undefined ? {} : { back }) },
      ])
    })

    test.each([
      [{ text: 'In a meeting', emoji: ':calendar:', until: undefined }],
      [{ text: 'Working remotely', emoji: ':house_with_garden:', until: undefined }],
      [{ text: 'Holiday lunch', emoji: '', until: instant('2026-05-18T11:00Z') }],
      [{ text: '', emoji: '', until: undefined }],
    ])('%j is not', async (status) => {
      expect(await offers([status])).toEqual([])
    })

    test('is offered once, and again when it was set anew', async () => {
      const none = { text: '', emoji: '', until: undefined }
      expect(await offers([vacation, vacation])).toHaveLength(1)
      expect(await offers([vacation, none])).toHaveLength(1)
    })

    test('offers nothing to whoever is away already, is not asked, or has left the workspace', async () => {
      await using one = await world()
      await one.says(sunday, '')
      await offerLeave(one.at(monday), acme, ana.id, vacation)
      await offerLeave(one.at(monday), acme, chen.id, vacation)
      await offerLeave(one.at(monday), globex, ana.id, vacation)
      expect(await one.told()).toEqual([])
      expect((await waiting(one.db)).filter((letter) => letter.includes('told'))).toEqual([])
    })
  })
})
