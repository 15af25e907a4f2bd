import { describe, expect, test } from 'vitest'
import type { Goal, Step } from '../../src/domain/goal.ts'
import { standingOf } from '../../src/domain/progress.ts'
import type { TimelineGoal, TimelineSheet } from '../../src/domain/timeline.ts'
import { type Months, monthsFor, quarterOf } from '../../src/domain/timeline-window.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { fileTold } from '../../views/file-told.ts'
import { textPage, timeline, timelineUnread } from '../../views/timeline.ts'
import { timelineActions, timelineButton } from '../../views/timeline-actions.ts'
import { notDrawn } from '../../views/timeline-files.ts'
import { aGoal, aStep, aTeam, day, goalId, teamId, withValue } from '../support/people.ts'
import { drawn } from '../support/timelines.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const today = day('2026-05-16')
const team = aTeam().id

const step = (title: string, due: string, isDone = false): Step => aStep({ title, due: day(due), isDone })

function of(number: number, known: Partial<Goal> = {}, value?: number, owner = 'Ana'): TimelineGoal {
  const goal = aGoal({ id: goalId(`goal-${number}`), number, ...known })
  return { standing: standingOf(value === undefined ? goal : withValue(goal, value), today), owner }
}

function sheetOf(goals: readonly TimelineGoal[], months?: Months, page = 1): TimelineSheet {
  const shown =
    months ??
    monthsFor(
      goals.map(({ standing }) => standing.goal),
      today,
    )
  return {
    ...drawn(goals, shown, today, textPage(page)),
    of: { kind: 'team', team },
    channelName: 'sales',
    teams: [{ team: teamId('other-team'), channelName: 'growth' }],
    day: today,
  }
}

const launch: Partial<Goal> = {
  kind: 'milestone',
  target: undefined,
  baseline: undefined,
  title: '推出新的試用流程',
  steps: [
    step('訪談十位客戶', '2026-04-20', true),
    step('試用版上線', '2026-05-10'),
    step('正式推出', '2026-06-20'),
  ],
}

/** Ahead, behind, a part of it, overdue, kept, not begun, reached. */
const worked = [
  of(1, { title: 'Sign 20 deals' }, 14),
  of(2, { title: 'Raise the close rate', due: day('2026-06-15') }, 2, 'Ben'),
  of(3, { ...launch, parent: goalId('goal-1') }, undefined, '陳怡君'),
  of(4, { title: 'Publish the price list', due: day('2026-05-08') }, 15),
  of(
    5,
    { kind: 'maintain', low: 1, high: 3, target: undefined, title: 'Keep churn low', visibility: 'private' },
    2,
  ),
  of(6, { title: 'Hire two people', start: day('2026-06-01') }),
  of(7, { title: 'Move the office', state: 'reached', due: day('2026-04-30') }, 20),
]

const crowd = (count: number, known: Partial<Goal>, owner = 'Ana') =>
  Array.from({ length: count }, (_, index) => of(index + 1, known, 12, owner))

const mine = (sheet: TimelineSheet): TimelineSheet => ({
  ...sheet,
  of: { kind: 'mine' },
  channelName: undefined,
})

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)
  const longTitle = { title: longest.slice(0, 150), steps: [step(longest.slice(0, 150), '2026-05-01')] }
  const wide = { title: '客'.repeat(150), steps: [step('戶'.repeat(150), '2026-05-01')] }

  test.each([
    ['worked-example', sheetOf(worked)],
    ['a-year', sheetOf(worked, { from: day('2026-01-01'), count: 12 })],
    ['a-month', sheetOf(worked, { from: day('2026-05-01'), count: 1 })],
    ['empty', sheetOf([])],
    ['empty-own', mine(sheetOf([]))],
    ['elsewhere', sheetOf(worked, quarterOf(today, 8))],
    ['hundred', sheetOf(crowd(100, { title: '把客戶流失率從 45% 降到 20%' }, '陳怡君'), undefined, 1)],
    ['hundred-later', sheetOf(crowd(100, {}), undefined, 4)],
    ['longest', sheetOf(crowd(100, longTitle, longest.slice(0, 80)), undefined, 2)],
    ['wide', sheetOf(crowd(100, wide, '怡'.repeat(80)), undefined, 10)],
    [
      'hostile',
      sheetOf(crowd(2, { title: hostile, steps: [step(hostile, '2026-05-01')] }, hostile), undefined, 1),
    ],
  ])('it is pictured: %s', async (name, sheet) => {
    const shown = timeline(sheet, say)
    expectSound(shown)
    await expectShown(`timeline.${name}.${language}`, shown)
  })

  test('every outcome of a file is one line', () => {
    const told = [
      fileTold({ kind: 'sent' }, 'text-too', say),
      fileTold({ kind: 'no-scope' }, 'text-too', say),
      fileTold({ kind: 'refused', code: 'file_uploads_disabled' }, 'text-too', say),
      fileTold({ kind: 'unsure' }, 'text-too', say),
      notDrawn(say),
      timelineUnread('/goal', say),
    ]
    for (const message of told) {
      expectSound(message)
      expect(message.blocks).toHaveLength(1)
    }
  })
})

const say = sayIn('en', 'en-GB')

/** The code block's lines. */
const linesOf = (sheet: TimelineSheet): readonly string[] => {
  const block = timeline(sheet, say).blocks.find(({ type }) => type === 'rich_text')
  return wordsOf(block).split('\n')
}

test('bars show what is done, what is left, today and the steps', () => {
  expect(linesOf(sheetOf(worked))).toEqual([
    'Apr         May         Jun',
    'G-7 Move the office · Ana',
    '████████████·     │     ·             100% · Reached · due 30 Apr 2026',
    'G-4 Publish the price list · Ana',
    '███████████░░░░░▒▒│     ·             75% · Overdue · due 8 May 2026',
    'G-2 Raise the close rate · Ben',
    '███░░░░░░░░░░░░░░░│░░░░░░░░░░░        10% · Off track · due 15 Jun 2026',
    'G-1 Sign 20 deals · Ana',
    '██████████████████│██████░░░░░░░░░░░  70% · On track · due 30 Jun 2026',
    '  G-3 推出新的試用流程 · 陳怡君',
    '███████●████░░░!░░│░░░░░░░░░░░░○░░░░  33% · Just started · due 30 Jun 2026',
    '! late since 10 May 2026: 試用版上線',
    'G-5 Keep churn low · Ana · private',
    '██████████████████│░░░░░░░░░░░░░░░░░  On track · due 30 Jun 2026',
    'G-6 Hire two people · Ana',
    '·           ·     │     ░░░░░░░░░░░░  Not started · due 30 Jun 2026',
  ])
})

test('every bar is as wide as the months above it, whatever people typed', () => {
  const goals = crowd(10, { title: `${'👩‍👩‍👧 客戶 e\u0301 '.repeat(12)}` }, '陳怡君')
  for (const count of [1, 3, 5, 7, 12]) {
    const lines = linesOf(sheetOf(goals, { from: day('2026-05-01'), count }))
    const bars = lines.filter((line) => /^[█░▒│◄►·●○! ]+ {2}\d/.test(line))
    expect(bars).toHaveLength(10)
    expect(new Set(bars.map((line) => line.indexOf('  60%'))).size).toBe(1)
  }
})

test('what goes on beyond the months has an arrow', () => {
  const [, , bar] = linesOf(
    sheetOf([of(1, { start: day('2025-01-01'), due: day('2027-12-31') }, 12)], quarterOf(today)),
  )
  expect(bar).toMatch(/^◄█+│█+► /)
})

test('a bar is full only when all is done, and a day is never too short to be seen', () => {
  const almost = linesOf(sheetOf([of(1, {}, 19.99)]))[2]
  expect(almost).toMatch(/█░ {2}99%/)
  const year = { from: day('2026-01-01'), count: 12 }
  const short = linesOf(sheetOf([of(1, { start: day('2026-08-31'), due: day('2026-08-31') })], year))[2]
  expect(short).toMatch(/░/)
})

describe('the buttons', () => {
  const buttonsOf = (sheet: TimelineSheet) =>
    Object.fromEntries(
      pressesOf(timeline(sheet, say)).map(({ actionId, values }) => [
        actionId.replace('timeline.', ''),
        values[0] === undefined || !actionId.startsWith('timeline.')
          ? undefined
          : timelineButton.parse(values[0]),
      ]),
    )
  const ours = { kind: 'team', team }

  test('lead to earlier and later months, one’s own goals, other teams and files', () => {
    const months = { from: '2026-04-01', count: 3 }
    expect(buttonsOf(sheetOf(worked))).toEqual({
      picture: { of: ours, months, page: 1 },
      svg: { of: ours, months, page: 1 },
      'turn/earlier': { of: ours, months: { from: '2026-01-01', count: 3 }, page: 1 },
      'turn/later': { of: ours, months: { from: '2026-07-01', count: 3 }, page: 1 },
      'turn/mine': { of: { kind: 'mine' }, months: undefined, page: 1 },
      'turn/team-0': { of: { kind: 'team', team: 'other-team' }, months: undefined, page: 1 },
    })
  })

  test('lead to the other pages and say how many are left', () => {
    const pageOf = (page: number) => sheetOf(crowd(25, {}), undefined, page)
    expect(wordsOf(timeline(pageOf(2), say))).toContain('5 more goals')
    expect(buttonsOf(pageOf(2))).toMatchObject({
      'turn/less': { page: 1 },
      'turn/more': { page: 3 },
      picture: { page: 2 },
    })
    expect(buttonsOf(pageOf(3))).not.toHaveProperty('turn/more')
    expect(wordsOf(timeline(pageOf(99), say))).toContain('G-25')
  })

  test('lead back from months without goals, and draw nothing there', () => {
    const buttons = buttonsOf(sheetOf(worked, quarterOf(today, 8)))
    expect(Object.keys(buttons)).toEqual([
      'turn/earlier',
      'turn/later',
      'turn/all',
      'turn/mine',
      'turn/team-0',
    ])
    expect(buttons['turn/all']).toEqual({ of: ours, months: undefined, page: 1 })
  })

  test('lead out of an empty timeline to a first goal', () => {
    expect(Object.keys(buttonsOf(mine(sheetOf([]))))).toEqual(['home.new-goal', 'turn/team-0'])
  })

  test('end where the years do', () => {
    const buttons = buttonsOf(sheetOf(worked, { from: day('2000-01-01'), count: 12 }))
    expect(buttons).not.toHaveProperty('turn/earlier')
    expect(buttons).toHaveProperty('turn/later')
  })

  test.each(['', '{}', '{"page":0}', '{"page":1,"from":"2026-05-02","count":3}', '{"page":1,"more":1}'])(
    'of an older version or a forger are not read: %s',
    (value) => {
      expect(timelineButton.safeParse(value).success).toBe(false)
    },
  )

  test('have names that differ from those of all others', () => {
    expect(new Set(Object.values(timelineActions)).size).toBe(3)
  })
})
