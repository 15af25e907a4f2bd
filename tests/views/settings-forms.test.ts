import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import { defaultSettings, type TeamSettings } from '../../src/domain/people.ts'
import type { Place } from '../../src/domain/types.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { section } from '../../views/blocks.ts'
import { closeForm, closeFormErrors, closeFormView, readCloseForm } from '../../views/close-form.ts'
import { leaveFormErrors, leaveFormView, readLeaveForm } from '../../views/leave-form.ts'
import { loadingView } from '../../views/loading.ts'
import { myBlocks, myFormErrors, myFormView, readMyForm } from '../../views/my-settings-form.ts'
import { noteView } from '../../views/note.ts'
import { settingsSummary } from '../../views/settings-summary.ts'
import { readTeamForm, teamBlocks, teamFormErrors, teamFormView } from '../../views/team-settings-form.ts'
import { workDayFaults } from '../../views/work-days-fields.ts'
import { aGoal, ana, aPerson, aTeam, day, salesChannel, wall, withValue, zone } from '../support/people.ts'
import { allRefusals } from './refusals.ts'
import { hostile, inputsOf, longest, picture, sent, shown } from './sent.ts'

const languages = ['en', 'zh-Hant'] as const
const usual: TeamSettings = { ...defaultSettings, zone: zone('Asia/Taipei') }
const unusual: TeamSettings = {
  cadence: 'monthly',
  weekday: 5,
  monthlyOn: 'date',
  monthDay: 31,
  time: wall('16:45'),
  reminders: 0,
  reminderAfterHours: 5,
  windowHours: 30,
  hasSummary: true,
  fiscalMonth: 4,
  hasBoard: false,
  boardWeekday: 7,
  boardTime: wall('00:00'),
  tellsLeads: true,
  workingDays: [1, 2, 5, 7],
  holidaysOf: 'DE-BY' as Place,
  companyDays: [day('2026-12-24'), day('2026-12-31')],
  zone: zone('America/Argentina/ComodRivadavia'),
}

const team = { channel: salesChannel, channelName: 'sales', leads: aTeam().leads }

describe.each(languages)('in %s', (language) => {
  const say = sayIn(language, language === 'en' ? 'en-GB' : 'zh-Hant-TW')
  const goal = withValue(aGoal(), 12)

  test.each([
    ['team-form.usual', teamFormView({ say, ...team, settings: usual })],
    ['team-form.unusual', teamFormView({ say, ...team, leads: [], channelName: hostile, settings: unusual })],
    ['my-form.slack', myFormView({ say, person: aPerson() })],
    [
      'my-form.own',
      myFormView({ say, person: aPerson({ zoneIsOwn: true, languageIsOwn: true, muted: 'reminders' }) }),
    ],
    ['close-form.number', closeFormView({ say, goal, as: 'reached' })],
    [
      'close-form.deliverable',
      closeFormView({ say, goal: aGoal({ kind: 'milestone', title: hostile }), as: 'retired' }),
    ],
    ['close-form.longest', closeFormView({ say, goal: { ...goal, title: longest }, as: 'reached' })],
    ['loading', loadingView(say)],
    [
      'note',
      noteView(say, { text: hostile, blocks: [section(hostile), { type: 'markdown', text: '# no' }] }),
    ],
    ['note.empty', noteView(say, { text: longest, blocks: [] })],
  ])('the form is pictured: %s', async (name, view) => {
    expect(checkView(view)).toEqual([])
    await expect(picture(view)).toMatchFileSnapshot(shown(`${name}.${language}`))
  })

  test('faults stand at fields that are shown', () => {
    const ids = inputsOf(teamFormView({ say, ...team, settings: usual })).map(({ id }) => id)
    const faults = { hasNoLead: true, isZoneUnknown: true, refusals: allRefusals }
    for (const block of Object.keys(teamFormErrors(faults, say))) expect(ids).toContain(block)
    const mine = inputsOf(myFormView({ say, person: ana })).map(({ id }) => id)
    expect(mine).toContain(Object.keys(myFormErrors('zone-missing', say))[0])
    for (const kind of ['milestone', 'reach'] as const) {
      const closing = inputsOf(closeFormView({ say, goal: { ...goal, kind }, as: 'reached' })).map(
        ({ id }) => id,
      )
      for (const block of Object.keys(closeFormErrors(allRefusals, say, { kind })))
        expect(closing).toContain(block)
    }
  })
})

const say = sayIn('en', 'en-GB')
const today = day('2026-05-18')

test.each([
  ['usual', usual],
  ['unusual', unusual],
])('%s team settings are read back as they were shown', (_, settings) => {
  const view = teamFormView({ say, ...team, settings })
  expect(readTeamForm(sent(view), usual, today, true)).toEqual({ settings, leads: team.leads, faults: [] })
})

test('settings that the form leaves out stay as they are', () => {
  expect(readTeamForm({}, unusual, today, true)).toEqual({ settings: unusual, leads: [], faults: [] })
})

test('a value that no form of ours offers is a fault', () => {
  const values = { [teamBlocks.weekday]: { weekday: { selected_option: { value: '8' } } } }
  expect(() => readTeamForm(values, usual, today, true)).toThrow()
})

test('the settings say what they make happen', () => {
  expect(settingsSummary(usual, say)).toBe(
    'Everyone is asked each Monday at 09:00, in their own time zone. Anyone who has not answered is reminded once, after 24 hours. An answer is on time within 48 hours. The week’s summary with the leaderboard is posted each Wednesday at 10:00 (Asia/Taipei).',
  )
  expect(settingsSummary({ ...unusual, cadence: 'daily' }, say)).toBe(
    'Everyone is asked on workdays at 16:45, in their own time zone. Nobody is reminded. An answer is on time within 30 hours. The week’s summary is posted each Sunday at 00:00 (America/Argentina/ComodRivadavia). Public holidays: Germany, BY. 2 company days are kept free. Leads hear of a goal that stays blocked for four working days.',
  )
})

test('every month is told by its weekday or its date', () => {
  const said = (settings: Partial<TeamSettings>) =>
    settingsSummary({ ...usual, cadence: 'monthly', ...settings }, say).split('.')[0]
  expect(said({ monthlyOn: 'last' })).toContain('on the last Monday of the month at 09:00')
  expect(said({ monthlyOn: 'date', monthDay: 31 })).toContain('on day 31 of the month at 09:00')
})

test.each([
  [
    aPerson(),
    {
      language: 'slack',
      zone: 'slack',
      holidaysOf: undefined,
      muted: 'nothing',
      isNewsMuted: false,
      isOffBoard: false,
    },
  ],
  [
    aPerson({
      zoneIsOwn: true,
      holidaysOf: 'TW' as Place,
      languageIsOwn: true,
      muted: 'everything',
      isNewsMuted: true,
      isOffBoard: true,
    }),
    {
      language: 'en',
      zone: 'Europe/Berlin',
      holidaysOf: 'TW',
      muted: 'everything',
      isNewsMuted: true,
      isOffBoard: true,
    },
  ],
])('a person’s settings are read back as they were shown', (person, settings) => {
  expect(readMyForm(sent(myFormView({ say, person })))).toEqual(settings)
})

test('a zone of one’s own that was not chosen is missing', () => {
  const values = { [myBlocks.zoneFrom]: { x: { selected_option: { value: 'own' } } } }
  expect(readMyForm(values).zone).toBe('missing')
})

test('closing reads the ending, the last number as typed, and what was learned', () => {
  const view = closeFormView({ say, goal: withValue(aGoal(), 12), as: 'reached' })
  expect(readCloseForm(sent(view, { [closeForm.value]: '21', [closeForm.note]: 'Start earlier' }))).toEqual({
    as: 'reached',
    value: '21',
    note: 'Start earlier',
  })
})

test.each(languages)('the form for time off is pictured in %s', async (language) => {
  const inTheirs = sayIn(language)
  const view = leaveFormView({ say: inTheirs, today, isLead: true, whose: ana.id })
  expect(checkView(view)).toEqual([])
  await expect(picture(view)).toMatchFileSnapshot(shown(`leave-form.${language}`))
})

test('time off is read back as it was shown; only leads are asked whose it is', () => {
  const asked = { say, today, whose: ana.id }
  expect(readLeaveForm(sent(leaveFormView({ ...asked, isLead: true })))).toEqual({
    whose: ana.id,
    from: today,
    last: undefined,
  })
  expect(readLeaveForm(sent(leaveFormView({ ...asked, isLead: false }))).whose).toBeUndefined()
})

test('every fault of time off has its field and its sentence', () => {
  const faults = (['past-leave', 'too-long', 'not-theirs'] as const).map((one) => leaveFormErrors(one, say))
  expect(faults.map((one) => Object.keys(one))).toEqual([['last'], ['last'], ['who']])
})

test('a team that works on no day, or is asked on a day it does not work, is refused', () => {
  expect(workDayFaults({ ...usual, workingDays: [] })).toEqual([{ is: 'no-days' }])
  expect(workDayFaults({ ...usual, workingDays: [2] })).toEqual([{ is: 'not-a-work-day', weekday: 1 }])
  expect(workDayFaults({ ...usual, workingDays: [2], cadence: 'daily' })).toEqual([])
  const monthly = { ...usual, workingDays: [2], cadence: 'monthly' } as const
  expect(workDayFaults({ ...monthly, monthlyOn: 'date' })).toEqual([])
  expect(workDayFaults({ ...monthly, monthlyOn: 'last' })).toHaveLength(1)
})

test('company days are read from ranges and lists, past ones dropped, and a word that is none is named', () => {
  const read = (value: string) =>
    readTeamForm(
      {
        ...Object(sent(teamFormView({ say, ...team, settings: usual }))),
        'company-days': { it: { value } },
      },
      usual,
      today,
      true,
    )
  expect(read('24 Dec, 2026-12-30 to 2027-01-01\n2026-01-01、5/20').settings.companyDays).toEqual([
    '2026-05-20',
    '2026-12-24',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
  ])
  for (const typed of ['3', 'some day', '2026-02-30', '2026-01-01 to 2030-01-01', '2026-12-31 to 2026-12-28'])
    expect(read(`24 Dec, ${typed}`).faults).toEqual([{ is: 'unreadable', typed }])
})
