import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import { treeOf } from '../../src/domain/alignment.ts'
import { type PlanPart, type PlanWords, planParts } from '../../src/domain/plan-document.ts'
import type { PlanSheet } from '../../src/domain/sheets.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { planMessage } from '../../views/plan.ts'
import { planMarkdown, planTexts } from '../../views/plan-document.ts'
import { planTable } from '../../views/plan-files.ts'
import { planFormView, readPlanForm } from '../../views/plan-form.ts'
import { planHistory } from '../../views/plan-history.ts'
import { aGoal, ana, aStep, aTeam, day, goalId, instant, stepId } from '../support/people.ts'
import { expectShown, expectSound } from './message-rules.ts'
import { hostile, longest, picture, shown } from './sent.ts'
import { standings, variety } from './states.ts'

const at = instant('2026-05-10T08:00Z')
const wordsOf = (words: string) =>
  new Map<PlanPart, PlanWords>(
    planParts.map((part) => [part, { part, version: 1, words, by: ana.id, at }] as const),
  )

function aPlan(known: Partial<PlanSheet> = {}): PlanSheet {
  return {
    team: aTeam(),
    today: day('2026-05-16'),
    goals: [],
    branches: [],
    words: new Map(),
    changes: [],
    names: new Map([[ana.id, 'Ana']]),
    canWrite: true,
    ...known,
  }
}
const written = (version: number, words: string): PlanWords => ({
  part: 'purpose',
  version,
  words,
  by: ana.id,
  at,
})
const owned = (list: typeof variety) => list.map((standing) => ({ standing, owner: ana }))

const steps = [
  aStep({ title: 'Contract signed', due: day('2026-05-20') }),
  aStep({
    id: stepId('step-2'),
    title: 'Printed',
    due: day('2026-06-01'),
    after: [{ goal: aGoal().id, step: aStep().id }],
  }),
]
const usual = aPlan({
  goals: owned([
    { ...(variety[0] ?? standings(1)[0]), goal: { ...aGoal(), steps, levers: 'More demos' } } as never,
  ]),
  branches: treeOf(variety),
  words: wordsOf('Grow in the north\nKeep who we have'),
  changes: [
    { kind: 'reached', at, goal: goalId('ended'), title: 'One that ended' },
    { kind: 'words', at, by: ana.id, part: 'purpose', version: 2 },
    {
      kind: 'easier',
      at,
      by: ana.id,
      goal: aGoal().id,
      before: { ...termsOf(aGoal()), target: 25 },
      after: termsOf(aGoal()),
      reason: 'Two people left',
    },
    {
      kind: 'made',
      at,
      by: ana.id,
      goal: goalId('gone'),
      before: undefined,
      after: { ...termsOf(aGoal()), title: 'An older one' },
      reason: undefined,
    },
  ],
})

describe.each(['en', 'zh-Hant'] as const)('in %s', (language) => {
  const say = sayIn(language, language === 'en' ? 'en-GB' : 'zh-TW')

  test.each<readonly [string, PlanSheet]>([
    ['empty', aPlan()],
    ['empty-for-a-member', aPlan({ canWrite: false })],
    ['usual', usual],
    ['variety', aPlan({ goals: owned(variety), branches: treeOf(variety) })],
    [
      'crowded',
      aPlan({
        goals: owned(standings(100, { title: hostile, levers: longest, steps })),
        words: wordsOf(longest.slice(0, 3000)),
      }),
    ],
  ])('the plan is pictured: %s', async (name, sheet) => {
    const message = planMessage(sheet, say)
    expectSound(message)
    await expectShown(`plan.${name}.${language}`, message)
  })

  test.each<readonly [string, readonly PlanWords[]]>([
    ['none', []],
    ['usual', [written(2, 'Grow in the north'), written(1, 'Grow'), { ...written(1, ''), part: 'risks' }]],
    ['crowded', Array.from({ length: 100 }, (_, index) => written(100 - index, hostile.repeat(30)))],
  ])('what was written before is pictured: %s', async (name, versions) => {
    const message = planHistory({ team: aTeam(), versions, names: new Map([[ana.id, 'Ana']]) }, say)
    expectSound(message)
    await expectShown(`plan-history.${name}.${language}`, message)
  })

  test('the form holds what was written, and reads it back', async () => {
    const form = planFormView(usual, say)
    expect(checkView(form)).toEqual([])
    await expect(picture(form)).toMatchFileSnapshot(shown(`plan.form.${language}`))
    expect(checkView(planFormView(aPlan({ words: wordsOf('x'.repeat(3000)) }), say))).toEqual([])
  })

  test('the document has twelve sections, and what people typed makes none', () => {
    const tricky = '# Heading\n| a | b |\n![x](https://x.y/z) <@U1> **bold** `code`\n1. one\n- two'
    for (const sheet of [
      aPlan(),
      usual,
      aPlan({
        goals: owned(standings(3, { title: tricky, levers: tricky, why: tricky, steps })),
        words: wordsOf(tricky),
      }),
    ]) {
      const html = micromark(planMarkdown(sheet, say), { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
      expect(html.match(/<h1>/g)).toHaveLength(1)
      expect(html.match(/<h2>/g)).toHaveLength(12)
      expect(html).not.toMatch(/<img|<a |<strong>|<code>|<h3>/)
    }
  })

  test('each section that nobody has filled says what would stand there', () => {
    const texts = planTexts(aPlan(), say)
    expect(texts.every(({ isEmpty, lines }) => isEmpty && lines.length === 1)).toBe(true)
    expect(
      planTexts(usual, say)
        .filter(({ isEmpty }) => isEmpty)
        .map(({ section }) => section),
    ).toEqual(['tree'])
  })

  test('the table has a row for each goal', () => {
    const { header, rows } = planTable(aPlan({ goals: owned(variety) }), say)
    expect(rows).toHaveLength(variety.length)
    expect(rows.every((row) => row.length === header.length)).toBe(true)
  })
})

test('fields left empty take their words back', () => {
  expect(readPlanForm({ risks: { risks: { type: 'plain_text_input', value: ' Rain ' } } })).toEqual({
    risks: 'Rain',
  })
})
