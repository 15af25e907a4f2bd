import { expect, test } from 'vitest'
import { readHistory } from '../../src/domain/past.ts'
import { parseGoalSentence } from '../../src/domain/quick-create.ts'
import { assessSmart } from '../../src/domain/smart.ts'
import { randomOf } from '../faults/random.ts'
import { day } from '../support/people.ts'
import { churn, deals, portal, rate, read, revenue } from '../support/replies.ts'

/**
 * Hostile and random texts up to 2,000 characters: no parser takes long, throws, or reads the same text in two ways. `FUZZ`
 * says how many; the long run is `npm run faults:parsers`.
 */
const TEXTS = Number(process.env.FUZZ ?? 1_500)
const SEED = Number(process.env.SEED ?? 7)
/** Beside other tests a machine is no clock: there only what is far too slow is caught. */
const SLOWEST_MS = process.env.FUZZ === undefined ? 40 : 5

const today = day('2026-02-10')
const calendar = { today, firstMonth: 1, isDayFirst: false }
const goals = [deals, rate, portal, revenue, churn]

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  'a reply about one goal': (text) => read(text, deals),
  'a reply about several': (text) => read(text, ...goals),
  'a goal sentence': (text) => parseGoalSentence(text, calendar),
  'a goal judged': (text) => assessSmart({ text, today }),
  'pasted values': (text) => readHistory(text, undefined),
}

const pieces = [
  ...'0123456789 ,.;:-+%/()$€£~*"\n',
  ...'abcdefghijklmnopqrstuvwxyz',
  ...'的了把從到個件萬千百十一二兩三成降升約，。、年月日週內前',
  ...[
    'from ',
    ' to ',
    ' by ',
    'by end of ',
    ' of ',
    ' a week',
    'not ',
    'sorry, ',
    'rest same',
    'blocked by ',
  ],
  ...[
    'next quarter',
    '6/10',
    '1,450',
    '1.450',
    '十二萬',
    '%',
    ' -> ',
    '<@U123>',
    '`x`',
    'https://x.y/1',
    '🟢',
  ],
  ...['\u202e', '\u0000', '\ud83d', '\uf800', '\ue000', '１２％', '三成', 'G-12', '1)', 'and ', 'until '],
]

function textOf(random: ReturnType<typeof randomOf>): string {
  const below = (most: number) => Math.floor(random() * most)
  const kind = below(6)
  const length = kind === 0 ? 2_000 : kind < 3 ? 60 : 8
  const piece = () => pieces[below(pieces.length)] ?? ''
  // The same few pieces over and over are what makes a bad pattern slow.
  if (kind === 1) return (piece() + piece() + piece()).repeat(200).slice(0, 2_000)
  return Array.from({ length: 1 + below(length) }, piece)
    .join('')
    .slice(0, 2_000)
}

/** The best of a few: neither a pause of the machine nor a pattern's first compilation is a slow pattern. */
function timed(run: () => string): { readonly ms: number; readonly answers: readonly string[] } {
  let ms = Number.POSITIVE_INFINITY
  const answers: string[] = []
  for (let count = 0; count < 8 && (count < 2 || ms > SLOWEST_MS / 2); count += 1) {
    const began = performance.now()
    answers.push(run())
    ms = Math.min(ms, performance.now() - began)
  }
  return { ms, answers }
}

test(`no parser takes ${SLOWEST_MS} ms for any of ${TEXTS} texts, and each reads the same twice (seed ${SEED})`, () => {
  const random = randomOf(SEED)
  const slowest = Object.fromEntries(Object.keys(parsers).map((name) => [name, { ms: 0, text: '' }]))
  for (let count = 0; count < TEXTS; count += 1) {
    const text = textOf(random)
    for (const [name, parse] of Object.entries(parsers)) {
      const { ms, answers } = timed(() => JSON.stringify(parse(text)))
      expect(new Set(answers).size).toBe(1)
      const known = slowest[name]
      if (known !== undefined && ms > known.ms) slowest[name] = { ms, text }
    }
  }
  if (process.env.FUZZ !== undefined)
    console.log(
      Object.entries(slowest)
        .map(([name, { ms }]) => `${name} ${ms.toFixed(2)} ms`)
        .join(', '),
    )
  for (const [name, { ms, text }] of Object.entries(slowest))
    expect(ms, `${name}: ${JSON.stringify(text).slice(0, 300)}`).toBeLessThan(SLOWEST_MS)
})
