import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionSchema } from '../../src/domain/question.ts'
import type { ReplyReading } from '../../src/domain/reply.ts'
import { aReplyGoal, churn, deals, portal, rate, read, reply, revenue } from '../support/replies.ts'

const all = [deals, rate, portal, revenue, churn, reply]

const words =
  '14 32% +3 -2 12/20 1) 2) G-12 deals close rate churn on track at risk blocked by legal no change done 沒變 完成 卡在 目前 三成 十二萬 件 , ; : . - ( ) ? ! will about not $5 1.450 1,5 🟢 :+1: <@U1> https://x.io/9 ` ~ * > \n'.split(
    ' ',
  )
const replies = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((picked) => picked.join(' ')),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((picked) => picked.join('')),
)

/** Answers are whole, about goals that were asked for, and at most one for each. */
function expectSound(reading: ReplyReading): void {
  if (reading.kind !== 'answers') return
  const goals = reading.answers.map(({ goal }) => goal)
  expect(new Set(goals).size).toBe(goals.length)
  for (const { value, delta } of reading.answers) {
    for (const number of [value, delta]) expect(number === undefined || Math.abs(number) <= 1e15).toBe(true)
  }
  for (const question of reading.questions) {
    expect(questionSchema.parse(JSON.parse(JSON.stringify(question)))).toEqual(question)
  }
}

test('twenty thousand texts of any kind are read without fault, the same each time, in no time', () => {
  const began = performance.now()
  fc.assert(
    fc.property(replies, fc.boolean(), (text, isOne) => {
      const goals = isOne ? [deals] : all
      const reading = read(text, ...goals)
      expectSound(reading)
      expect(read(text, ...goals)).toEqual(reading)
    }),
    { numRuns: 20_000, seed: 2 },
  )
  expect((performance.now() - began) / 40_000).toBeLessThan(5)
})

test('texts without a digit, numeral or keyword write nothing', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'qwzxvjk ,.!—\n"äéñ你嗎呢吧'), maxLength: 80 })
  fc.assert(
    fc.property(letters, (text) => {
      expect(read(text, ...all).kind).toBe('unread')
    }),
    { numRuns: 2000, seed: 2 },
  )
})

test('words of doubt never let a number through', () => {
  const doubtful = fc.constantFrom(
    (n: number) => `about ${n}`,
    (n: number) => `${n}?`,
    (n: number) => `will be ${n}`,
    (n: number) => `${n} expected`,
    (n: number) => `should be at ${n} by Friday`,
    (n: number) => `maybe ${n}`,
    (n: number) => `not ${n}`,
    (n: number) => `預計 ${n} 件`,
    (n: number) => `大概 ${n} 件`,
    (n: number) => `下週到 ${n}`,
    (n: number) => `如果順利 ${n}`,
    (n: number) => `${n}, I think`,
    (n: number) => `${n} 左右`,
    (n: number) => `at least ${n}`,
    (n: number) => `${n} or ${n + 1}`,
    (n: number) => `last week ${n}`,
  )
  fc.assert(
    fc.property(doubtful, fc.integer({ min: 0, max: 30 }), (sentence, number) => {
      const reading = read(sentence(number), deals)
      expect(reading.kind === 'answers' ? reading.answers : []).toEqual([])
    }),
    { numRuns: 500, seed: 2 },
  )
})

test('a signed change is that change, whatever the goal likes', () => {
  const deltaIn = (reading: ReplyReading) =>
    reading.kind === 'answers' ? reading.answers[0]?.delta : undefined
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.constantFrom(rate, churn), (size, goal) => {
      expect(deltaIn(read(`+${size}`, goal))).toBe(size)
      expect(deltaIn(read(`up ${size}`, goal))).toBe(size)
      expect(deltaIn(read(`-${size}`, goal))).toBe(-size)
      expect(deltaIn(read(`down ${size}`, goal))).toBe(-size)
    }),
  )
})

test.each([
  'all '.repeat(1000),
  '1;'.repeat(2000),
  '1)'.repeat(2000),
  '('.repeat(4000),
  '<'.repeat(4000),
  '`'.repeat(4000),
  '~a'.repeat(2000),
  '1,'.repeat(2000),
  '1 000 '.repeat(600),
  '三百'.repeat(2000),
  '14, '.repeat(1000),
  'from 1 to '.repeat(400),
  'a.'.repeat(2000),
  'still '.repeat(600),
  'close rate, '.repeat(330),
  '1) 14 2) 32% '.repeat(300),
  `${' '.repeat(100_000)}1`,
])('a hostile text costs little, even with a hundred goals: %#', (text) => {
  const many = Array.from({ length: 100 }, (_, index) =>
    aReplyGoal({ number: index + 1, position: index + 1, title: `Sign deals ${index}` }),
  )
  const began = performance.now()
  read(text, ...many)
  expect(performance.now() - began).toBeLessThan(1000)
})
