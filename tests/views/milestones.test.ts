import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { ItemName, MilestoneRow, MilestoneSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { goalActions } from '../../views/goal-actions.ts'
import { goalChanged } from '../../views/goal-card.ts'
import type { ModalView } from '../../views/message.ts'
import { milestoneActions, milestoneMetadata, stepChoice } from '../../views/milestone-actions.ts'
import {
  linkValue,
  milestoneForm,
  milestoneFormErrors,
  milestoneFormView,
  milestoneRemovalView,
  readMilestoneForm,
} from '../../views/milestone-form.ts'
import { milestoneGiven } from '../../views/milestone-given.ts'
import { milestoneWindow } from '../../views/milestone-window.ts'
import { milestoneBlocks, milestonesButton } from '../../views/milestones.ts'
import { milestonesDone } from '../../views/milestones-done.ts'
import { ana, aStanding, aStep, ben, day, goalId, instant, someTerms, stepId } from '../support/people.ts'
import { expectShown, expectSound, parsedFaults, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest, picture, sent, shown } from './sent.ts'
import { deliverable, numbered } from './states.ts'

const at = instant('2026-05-10T08:00Z')
const own = (step: string): ItemName => ({ goal: undefined, step })
const id = (index: number) => stepId(`00000000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`)

const done = row(1, { title: 'Contract signed', isDone: true, doneBy: ben.id, doneAt: at }, { doneBy: 'Ben' })
const late = row(2, { title: 'Legal has agreed', due: day('2026-05-12') }, { isLate: true, assignee: 'Ben' })
const blocked = row(
  3,
  { title: 'Printed', due: day('2026-05-28'), weight: 3 },
  { blockedBy: [own('Legal has agreed')], after: [after(2, own('Legal has agreed'))] },
)
const squeezed = row(
  4,
  { title: 'Sent out' },
  { slackDays: 2, after: [after(3, { goal: { number: 7, title: 'Open the shop' }, step: 'Shelves' })] },
)
const rows = [done, late, blocked, squeezed]

function after(index: number, name: ItemName) {
  return { link: { goal: goalId('00000000-0000-7000-8000-000000000012'), step: id(index) }, name }
}

function row(
  index: number,
  step: Parameters<typeof aStep>[0],
  known: Partial<MilestoneRow> = {},
): MilestoneRow {
  return {
    step: aStep({ id: id(index), ...step }),
    assignee: undefined,
    doneBy: undefined,
    isLate: false,
    blockedBy: [],
    slackDays: undefined,
    after: [],
    canMark: true,
    ...known,
  }
}

function aSheet(known: Partial<MilestoneSheet> = {}, goal: Partial<Goal> = {}): MilestoneSheet {
  const { rows: given = rows } = known
  return {
    goal: { ...numbered(12, deliverable), steps: given.map(({ step }) => step), ...goal },
    rows: given,
    chain: [own('Legal has agreed'), own('Printed'), own('Sent out')],
    canAct: true,
    canChange: true,
    isLocked: true,
    ...known,
  }
}

const twenty = (words: string, isDone = false): readonly MilestoneRow[] =>
  Array.from({ length: 20 }, (_, index) =>
    row(
      index,
      { title: words.slice(0, 150), weight: 5, due: day('2026-05-28'), isDone, doneAt: at },
      {
        assignee: words.slice(0, 80),
        doneBy: words.slice(0, 80),
        isLate: true,
        slackDays: 1,
        blockedBy: Array(10).fill({ goal: { number: 7, title: words }, step: words }),
        after: Array.from({ length: 10 }, (__, nth) =>
          after(nth, { goal: { number: 7, title: words }, step: words }),
        ),
      },
    ),
  )

const sheets: readonly [string, MilestoneSheet][] = [
  ['none', aSheet({ rows: [], chain: [] })],
  ['some', aSheet()],
  ['one-late', aSheet({ rows: [late], chain: [] })],
  ['all-done', aSheet({ rows: [done], chain: [] })],
  [
    'for-a-deliverer',
    aSheet({ canChange: false, rows: [done, late].map((one, index) => ({ ...one, canMark: index === 1 })) }),
  ],
  ['longest', aSheet({ rows: twenty(longest), chain: Array(20).fill(own(longest)) })],
  ['hostile', aSheet({ rows: twenty(hostile), chain: Array(20).fill(own(hostile)) }, { title: hostile })],
]

function expectSoundWindow(view: ModalView): void {
  expect(checkView(view)).toEqual([])
  expect(parsedFaults(view)).toEqual([])
}

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)
  const expectPictured = (name: string, view: ModalView) =>
    expect(picture(view)).toMatchFileSnapshot(shown(`${name}.${language}`))

  test.each(sheets)('the window is pictured: %s', async (name, sheet) => {
    const view = milestoneWindow(sheet, say, { round: 3 })
    expectSoundWindow(view)
    await expectPictured(`milestone-window.${name}`, view)
  })

  test.each(sheets)('the blocks of a page are pictured: %s', async (name, sheet) => {
    const milestones = { rows: sheet.rows, chain: sheet.chain, canAct: true }
    const page = { milestones, owner: ana, standing: aStanding({ goal: sheet.goal }) }
    const message = { text: 'page', blocks: milestoneBlocks(page, say) }
    if (message.blocks.length > 0) expectSound(message)
    await expectShown(`milestones.${name}.${language}`, message)
  })

  test.each<[string, ModalView]>([
    ['new', milestoneFormView({ sheet: aSheet({ rows: [], chain: [] }), step: undefined, round: 1 }, say)],
    ['edit', milestoneFormView({ sheet: aSheet(), step: blocked.step, round: 1 }, say)],
    ['unlocked', milestoneFormView({ sheet: aSheet({ isLocked: false }), step: late.step, round: 1 }, say)],
    ['longest', formOf(twenty(longest), longest)],
    ['hostile', formOf(twenty(hostile), hostile)],
    ['removal', milestoneRemovalView({ sheet: aSheet(), step: late.step, round: 1 }, say)],
    [
      'removal-hostile',
      milestoneRemovalView({ sheet: aSheet(), step: aStep({ title: hostile }), round: 1 }, say),
    ],
  ])('the form is pictured: %s', async (name, view) => {
    expectSoundWindow(view)
    await expectPictured(`milestone-form.${name}`, view)
  })

  function formOf(given: readonly MilestoneRow[], title: string): ModalView {
    const step = given[0]?.step ?? aStep()
    return milestoneFormView({ sheet: aSheet({ rows: given }, { title }), step, round: 1 }, say)
  }

  test.each([
    ['usual', numbered(12, deliverable)],
    ['hostile', numbered(12, { ...deliverable, title: hostile })],
  ])('what an owner is told once all are done is pictured: %s', async (name, goal) => {
    const message = milestonesDone(goal, say)
    expectSound(message)
    await expectShown(`milestones-done.${name}.${language}`, message)
  })

  test.each([
    ['usual', 'Agree on prices', undefined],
    ['hostile', hostile, day('2026-05-20')],
  ] as const)('what an assignee is told is pictured: %s', async (name, title, due) => {
    const step = aStep({ title, due, assignee: ben.id })
    const message = milestoneGiven(
      { goal: numbered(12, { title }), step, owner: name === 'usual' ? 'Ben' : hostile },
      say,
    )
    expectSound(message)
    await expectShown(`milestone-given.${name}.${language}`, message)
  })

  test('changes of milestones are told line by line', async () => {
    const before = someTerms({ ...deliverable, steps: [aStep(), aStep({ id: id(2), title: 'Gone' })] })
    const steps = [
      aStep({
        title: 'Prices',
        due: day('2026-05-20'),
        weight: 2,
        assignee: ben.id,
        after: [after(9, own('x')).link],
      }),
      aStep({ id: id(3), title: hostile }),
    ]
    const version = {
      terms: { ...before, steps },
      reason: 'Online only',
      ease: 'easier' as const,
      countsFrom: at,
    }
    const message = goalChanged({ goal: numbered(12, deliverable), before, version, by: 'Ben' }, say)
    expectSound(message)
    await expectShown(`goal-changed.milestones.${language}`, message)
  })
})

const say = sayIn('en', 'en-GB')

test('an owner’s menu marks, changes and leaves out; whoever only delivers has one button; others none', () => {
  const acts = (sheet: MilestoneSheet) =>
    pressesOf(milestoneWindow(sheet, say, { round: 0 }))
      .filter(({ actionId }) => actionId.startsWith(milestoneActions.act))
      .map(({ values }) => values.map((value) => stepChoice.parse(value).do))
  expect(acts(aSheet({ rows: [done, late] }))).toEqual([
    ['unmark', 'change', 'remove'],
    ['mark', 'change', 'remove'],
  ])
  expect(acts(aSheet({ canChange: false, rows: [done, late] }))).toEqual([['unmark'], ['mark']])
  expect(acts(aSheet({ canChange: false, rows: [{ ...late, canMark: false }] }))).toEqual([])
})

test('a twenty-first cannot be added', () => {
  const actions = (sheet: MilestoneSheet) =>
    pressesOf(milestoneWindow(sheet, say, { round: 0 })).map(({ actionId }) => actionId)
  expect(actions(aSheet())).toContain(milestoneActions.add)
  expect(actions(aSheet({ rows: twenty('x') }))).not.toContain(milestoneActions.add)
})

test('closing is offered where every milestone is done and they are what counts', () => {
  const offers = (sheet: MilestoneSheet) =>
    pressesOf(milestoneWindow(sheet, say, { round: 0 })).some(
      ({ actionId }) => actionId === goalActions.reach,
    )
  expect(offers(aSheet({ rows: [done] }))).toBe(true)
  expect(offers(aSheet({ rows: [done, late] }))).toBe(false)
  expect(offers(aSheet({ rows: [done] }, { kind: 'cumulative' }))).toBe(false)
  expect(offers(aSheet({ rows: [done], canChange: false }))).toBe(false)
})

test('the form reads back what it was filled with', () => {
  const view = milestoneFormView({ sheet: aSheet(), step: blocked.step, round: 1 }, say)
  expect(readMilestoneForm(sentWithOptions(view))).toEqual({
    title: 'Printed',
    due: '2026-05-28',
    assignee: undefined,
    weight: 3,
    after: [after(2, own('')).link],
    reason: undefined,
  })
  expect(milestoneMetadata.parse(JSON.parse(view.private_metadata ?? ''))).toMatchObject({
    step: blocked.step.id,
    round: 1,
  })
})

/** The select that searches for several holds what it begins with, which `sent` does not know of. */
function sentWithOptions(view: ModalView): unknown {
  const values = sent(view)
  const block = view.blocks.find((one) => 'block_id' in one && one.block_id === milestoneForm.after)
  const element = block !== undefined && 'element' in block ? block.element : undefined
  const chosen = element !== undefined && 'initial_options' in element ? element.initial_options : []
  return { ...Object(values), [milestoneForm.after]: { [milestoneForm.asks]: { selected_options: chosen } } }
}

test('a link survives its way through Slack, whether to a goal or a milestone', () => {
  const goal = goalId('00000000-0000-7000-8000-000000000012')
  for (const link of [
    { goal, step: undefined },
    { goal, step: id(2) },
  ]) {
    const options = [{ value: linkValue(link) }]
    const values = { after: { [milestoneForm.asks]: { selected_options: options } } }
    expect(readMilestoneForm(values).after).toEqual([link])
  }
})

test('a refusal stands at its field; what has none, or none that is shown, at one that is', () => {
  const errors = (
    kind: 'dependency-cycle' | 'reason-needed' | 'goal-closed',
    shownIds: readonly string[],
  ) => {
    const refusal = kind === 'goal-closed' ? { kind, number: 12, title: 'x' } : { kind }
    return Object.keys(milestoneFormErrors([refusal], say, shownIds))
  }
  expect(errors('dependency-cycle', ['title', 'after'])).toEqual(['after'])
  expect(errors('goal-closed', ['title', 'after'])).toEqual(['title'])
  expect(errors('reason-needed', ['title', 'after'])).toEqual(['title'])
  expect(errors('goal-closed', ['reason'])).toEqual(['reason'])
})

test('a page without milestones says nothing of them, and has a button for whoever can add one', () => {
  const page = (canAct: boolean) => ({
    milestones: { rows: [], chain: [], canAct },
    owner: ana,
    standing: aStanding({ goal: numbered(12) }),
  })
  expect(milestoneBlocks(page(true), say)).toEqual([])
  expect(milestonesButton(page(false), say)).toBe(false)
  expect(milestonesButton(page(true), say)).toMatchObject({ action_id: milestoneActions.open })
})

test('each flag is said in words', () => {
  const milestones = { rows, chain: aSheet().chain, canAct: true }
  const words = wordsOf(milestoneBlocks({ milestones, owner: ana }, say))
  expect(words).toContain('1 of 4 milestones')
  expect(words).toContain('✓ Contract signed · done by Ben, 10 May 2026')
  expect(words).toContain('◇ Legal has agreed · Ben · due 12 May 2026 · late')
  expect(words).toContain('○ Printed · due 28 May 2026 · counts 3× · blocked: Legal has agreed is late')
  expect(words).toContain('squeezed: 2 working days are left for it')
  expect(words).toContain('Critical chain: Legal has agreed → Printed → Sent out')
})
