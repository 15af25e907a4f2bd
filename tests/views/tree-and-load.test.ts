import { describe, expect, test } from 'vitest'
import { treeOf } from '../../src/domain/alignment.ts'
import type { Goal, Standing } from '../../src/domain/goal.ts'
import type { WeekLoad } from '../../src/domain/load.ts'
import { levelOf } from '../../src/domain/load.ts'
import type { LoadRow, LoadSheet, TreeSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { goalActions, goalButton } from '../../views/goal-actions.ts'
import { partsBlock } from '../../views/goal-parts.ts'
import { goalTree } from '../../views/goal-tree.ts'
import { teamLoad } from '../../views/team-load.ts'
import { ana, aStanding, aStep, aTeam, ben, chen, day, personId } from '../support/people.ts'
import { expectShown, expectSound, pressesOf, stringsOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { closeRate, hostileTerms, longestTerms, numbered, standings } from './states.ts'

const part = (
  index: number,
  of: number | undefined,
  known: Partial<Goal> = {},
  standing: Partial<Standing> = {},
) =>
  aStanding({
    goal: {
      ...numbered(index, known),
      parent: of === undefined ? undefined : numbered(of).id,
      why: 'growth',
    },
    ...standing,
  })

/** A year made of two quarters, one of them Ben's and Chen's; and one goal beside. */
const year = { title: 'Win 100 deals', target: 100, start: day('2026-01-01'), due: day('2026-12-31') }
const family: readonly Standing[] = [
  part(1, undefined, year),
  part(2, 1, { title: 'Win 40 deals by June', target: 40 }),
  part(3, 2, { title: 'Win 15 in Asia', owner: chen.id }, { status: 'off-track', progress: 0.2 }),
  part(4, 2, { title: 'Win 15 in Europe', owner: ben.id }, { progress: 0.7 }),
  part(
    5,
    1,
    { title: 'Win 30 deals by March', target: 30, due: day('2027-01-31') },
    { status: 'done', progress: 1 },
  ),
  aStanding({ goal: numbered(6, { ...closeRate, why: undefined }) }),
]
const names = new Map([
  [ana.id, 'Ana'],
  [ben.id, 'Ben'],
  [chen.id, 'Chen'],
])

function aTree(of: readonly Standing[], owner?: string): TreeSheet {
  const owners = owner === undefined ? names : new Map([[ana.id, owner]])
  return { team: aTeam(), branches: treeOf(of), owners }
}
const deep = (known: Partial<Goal>) =>
  Array.from({ length: 100 }, (_, index) => part(index + 1, index % 4 === 0 ? undefined : index, known))

const weeks = [day('2026-05-11'), day('2026-05-18'), day('2026-05-25'), day('2026-06-01')]
const loads = (...points: readonly number[]): readonly WeekLoad[] =>
  weeks.map((week, index) => ({
    week,
    points: points[index] ?? 0,
    level: levelOf(points[index] ?? 0),
    goals: (points[index] ?? 0) / 2,
    milestones: 0,
    hasTooManyGoals: (points[index] ?? 0) > 10,
    hasTooManyMilestones: false,
  }))

function row(index: number, name: string, known: Partial<LoadRow> = {}): LoadRow {
  return {
    person: personId(`U${index}`),
    name,
    isViewer: false,
    loads: loads(10, 6, 8),
    move: undefined,
    ...known,
  }
}
const move: LoadRow['move'] = {
  goal: numbered(4, { title: 'Open the shop', size: 'large' }),
  step: undefined,
  before: 10,
  after: 6,
  mate: { person: ben.id, before: 2, after: 6 },
  week: day('2026-05-11'),
  mateName: 'Ben',
}

function aLoad(known: Partial<LoadSheet> = {}): LoadSheet {
  const rows = known.rows ?? [
    row(1, 'Ana', { isViewer: true, move }),
    row(2, 'Ben', { loads: loads(2, 2, 2, 2) }),
    row(3, 'Chen', { loads: loads(12, 3) }),
  ]
  return {
    team: aTeam(),
    weeks,
    rows,
    totals: weeks.map((_, index) => rows.reduce((sum, one) => sum + (one.loads[index]?.points ?? 0), 0)),
    people: rows.length,
    isLead: true,
    milestones: [
      { due: day('2026-05-10'), isLate: true, name: { goal: numbered(7), step: 'Shelves' } },
      { due: day('2026-05-20'), isLate: false, name: { goal: numbered(7), step: 'Sign' } },
    ],
    ...known,
  }
}

const crowd = (name: string): readonly LoadRow[] =>
  Array.from({ length: 100 }, (_, index) =>
    row(index, name, {
      move: {
        ...move,
        goal: numbered(index + 1, { title: name }),
        step: aStep({ title: name }),
        mateName: name,
      },
    }),
  )

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each<[string, TreeSheet]>([
    ['none', aTree([])],
    ['one', aTree(standings(1))],
    ['family', aTree(family)],
    ['ring', aTree([part(1, 2), part(2, 1)])],
    ['many', aTree(deep({}))],
    ['longest', aTree(deep(longestTerms), longest)],
    ['hostile', aTree(deep(hostileTerms), hostile)],
  ])('the tree is pictured: %s', async (name, sheet) => {
    const message = goalTree(sheet, say)
    expectSound(message)
    await expectShown(`goal-tree.${name}.${language}`, message)
  })

  test.each<[string, LoadSheet]>([
    ['none', aLoad({ rows: [], people: 0, milestones: [] })],
    ['for-a-lead', aLoad()],
    [
      'for-a-member',
      aLoad({
        rows: [row(1, 'Ana', { isViewer: true, move })],
        people: 6,
        totals: [34, 30, 20, 8],
        isLead: false,
      }),
    ],
    ['at-ease', aLoad({ rows: [row(1, 'Ana', { loads: loads(2, 4) })], milestones: [] })],
    ['many', aLoad({ rows: crowd('Ana') })],
    [
      'longest',
      aLoad({
        rows: crowd(longest),
        milestones: Array(100).fill({
          due: day('2026-05-20'),
          isLate: true,
          name: { goal: numbered(7, longestTerms), step: longest },
        }),
      }),
    ],
    ['hostile', aLoad({ rows: crowd(hostile) })],
  ])('the load is pictured: %s', async (name, sheet) => {
    const message = teamLoad(sheet, say)
    expectSound(message)
    await expectShown(`team-load.${name}.${language}`, message)
  })
})

const say = sayIn('en', 'en-GB')

test('a goal with parts shows the worst of them, its own numbers beside, and what is wrong with its place', () => {
  const words = wordsOf(goalTree(aTree(family), say))
  expect(words).toContain('○ Off track · by its own numbers: ● On track')
  expect(words).toContain('its parts promise 70% of it')
  expect(words).toContain('ends after the goal it is part of')
  expect(words).toContain('Part of no open larger goal: G-6')
})

test('every goal of the tree can be opened', () => {
  const [select] = pressesOf(goalTree(aTree(family), say))
  expect(select?.actionId).toBe(goalActions.show)
  expect(select?.values.map((value) => goalButton.parse(value))).toHaveLength(family.length)
})

test('what a tree leaves out is counted', () => {
  const words = wordsOf(goalTree(aTree(deep(longestTerms), longest), say))
  expect(words).toMatch(/\d+ more goals are not shown here/)
  expect(wordsOf(goalTree(aTree(family), say))).not.toContain('not shown')
})

test('a lead is told what a mate carries, a member is not', () => {
  const lead = wordsOf(teamLoad(aLoad(), say))
  expect(lead).toContain(
    'You · Week 20 · move G-4 Open the shop to a later week (10 → 6) · or hand it to Ben',
  )
  expect(lead).toContain('(2 → 6)')
  const member = stringsOf(
    teamLoad(aLoad({ isLead: false, rows: [row(1, 'Ana', { isViewer: true, move })] }), say),
  )
  expect(member.join(' ')).toContain('or ask Ben')
  expect(member.join(' ')).not.toContain('2 → 6')
})

test('more than five goals at once are told whatever they weigh', () => {
  expect(wordsOf(teamLoad(aLoad(), say))).toContain('Chen · Week 20 · 6 active goals')
})

test('of a crowd those who carry least are left out and counted', () => {
  const light = row(0, 'Light', { loads: loads(1, 1, 1, 1) })
  const message = teamLoad(aLoad({ rows: [light, ...crowd('Ana').slice(0, 40)] }), say)
  expect(stringsOf(message.blocks)).not.toContain('Light')
  expect(wordsOf(message)).toContain('1 more person carries less')
})

test('the page of a goal shows its parts with the worst status and the mean of them', () => {
  const [parts] = treeOf(family)
  expect(wordsOf(partsBlock({ parts }, say))).toContain('Its parts · ○ Off track · 73%')
  expect(wordsOf(partsBlock({ parts }, say))).toContain('G-2 Win 40 deals by June · ○ Off track · 45%')
  const [crowded] = treeOf([
    part(1, undefined),
    ...Array.from({ length: 9 }, (_, index) => part(index + 2, 1)),
  ])
  expect(wordsOf(partsBlock({ parts: crowded }, say))).toContain('and 4 more')
  expect(partsBlock({ parts: undefined }, say)).toEqual([])
})
