import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessSmart, type Grade } from '../../src/domain/smart.ts'
import type { LocalDate } from '../../src/domain/types.ts'
import { day } from '../support/people.ts'

const today = day('2026-02-10')
const grades = (text: string, on: LocalDate | undefined) => {
  const { letters } = assessSmart({ text, today: on })
  return [letters.S.grade, letters.M.grade, letters.T.grade]
}

describe('domain.md §1.4', () => {
  test.each<[string, Grade, Grade, Grade, number, readonly string[]]>([
    ['Increase sales', 'fail', 'fail', 'fail', 7.5, ['M1', 'T1']],
    ['Increase sales soon', 'fail', 'fail', 'fail', 7.5, ['M1', 'T2']],
    ['50 demos a week', 'partial', 'pass', 'partial', 55, ['T3', 'S5']],
    ['Raise close rate from 25% to 30%', 'pass', 'pass', 'fail', 57.5, ['T1', 'R1']],
    ['Grow email list 20% by 30 June', 'pass', 'partial', 'pass', 65, ['M2', 'R1']],
    ['Reduce churn from 45% to 20% next quarter by extending trials', 'pass', 'pass', 'pass', 77.5, ['R1']],
    ['提升業績', 'fail', 'fail', 'fail', 7.5, ['M1', 'T1']],
    ['下一季把客戶流失率從 45% 降到 20%,靠延長試用期', 'pass', 'pass', 'pass', 77.5, ['R1']],
  ])('%s', (text, s, m, t, score, hints) => {
    const found = assessSmart({ text, today })
    expect(grades(text, today)).toEqual([s, m, t])
    expect(found.score).toBe(score)
    expect(found.hints).toEqual(hints)
  })

  test('a parent is worth 15', () => {
    const text = 'Reduce churn from 45% to 20% next quarter by extending trials'
    expect(assessSmart({ text, today, parent: 'goal' })).toMatchObject({ score: 92.5, band: 'smart' })
  })

  test('ten bugs in three months are countable, and count work', () => {
    expect(assessSmart({ text: 'Resolve at least 10 bugs in 3 months', today }).found).toContain('S5')
  })
})

interface Labelled {
  readonly set: string
  readonly language: string
  readonly text: string
  readonly labels: readonly string[]
}

const rows = (file: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)

const labelled: readonly Labelled[] = rows('smart-goals.tsv').map((line) => {
  const [set = '', language = '', s = '', m = '', t = '', text = ''] = line.split('\t')
  return { set, language, text, labels: [s, m, t] }
})

/** Shares of letters judged as labelled, and what was not. */
function agreement(set: string, language: string) {
  const own = labelled.filter((row) => row.set === set && row.language === language)
  const misses = own.flatMap(({ text, labels }) => {
    // Labelled from the text alone: whether a year is near or far is not in it.
    const found = grades(text, undefined)
    return labels.flatMap((label, i) =>
      label === found[i] ? [] : [`${'SMT'[i]} ${label} -> ${found[i]}: ${text}`],
    )
  })
  return { share: 1 - misses.length / (3 * own.length), misses }
}

test.each([
  ['tune', 'en', 0.92],
  ['measure', 'en', 0.92],
  ['tune', 'zh-Hant', 0.88],
  ['measure', 'zh-Hant', 0.88],
])('the %s set in %s is judged as people label it in at least %d of cases', (set, language, least) => {
  const { share, misses } = agreement(set, language)
  expect(share, `${share.toFixed(3)}\n${misses.join('\n')}`).toBeGreaterThanOrEqual(least)
})

test.each(rows('smart-pairs.tsv').map((line) => line.split('\t') as [string, string]))(
  '“%s” scores lower than “%s”',
  (bad, good) => {
    expect(assessSmart({ text: bad, today }).score).toBeLessThan(assessSmart({ text: good, today }).score)
  },
)

test('fields beat the text: what the form knows need not be written', () => {
  const found = assessSmart({
    text: 'Increase sales',
    today,
    metric: 'revenue',
    baseline: 40,
    target: 55,
    due: day('2026-06-30'),
    why: 'two hires',
    levers: ['two trade fairs'],
    verdict: 'stretch',
  })
  expect(found).toMatchObject({ score: 100, band: 'smart', hints: [] })
})

test.each([
  [{ due: day('2026-01-01') }, 'T4'],
  [{ due: day('2027-06-01') }, 'T4'],
  [{ verdict: 'over-ambitious' as const }, 'A1'],
  [{ verdict: 'comfortable' as const }, 'A2'],
  [{ confidence: 5 }, 'A4'],
  [{ isOverloaded: true }, 'A5'],
  [{ owner: null }, 'S4'],
  [{ source: null }, 'M4'],
  [{ why: 'x', isMisaligned: true }, 'R2'],
])('%o is told by %s', (known, rule) => {
  const text = 'Raise the number of signed deals from 5 to 9'
  expect(assessSmart({ text, today, ...known }).found).toContain(rule)
})

test('a day that may be two days is asked about, a percentage by percent too', () => {
  expect(assessSmart({ text: 'Close 9 deals by 6/10', today }).found).toContain('T5')
  expect(assessSmart({ text: 'Raise close rate by 5% by June', today }).found).toContain('M3')
})

test('whatever is typed, the score lies between 0 and 100 and there are at most two hints, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const found = assessSmart({ text, today })
      expect(found).toEqual(assessSmart({ text, today }))
      return found.score >= 0 && found.score <= 100 && found.hints.length <= 2
    }),
  )
})
