import { describe, expect, test } from 'vitest'
import { judgedBlind } from '../support/blind-replies.ts'
import { labelledReplies, readingOf } from '../support/labelled-replies.ts'

const isNumber = (token: string) => /^\d?(?:[=+-]\d|same$|done$)/.test(token)
/** What kind of thing was said, without the number. */
const kindOf = (token: string) => token.replace(/[\d.]+/g, '')

describe.each(['tune', 'measure'] as const)('the %s set of replies', (set) => {
  const own = labelledReplies
    .filter((row) => row.set === set)
    .map((row) => {
      const read = readingOf(row)
      const allowed = row.expected.flat()
      const isMissing = row.expected.some((one) => one.includes('ask') || one.includes('unread'))
      const kinds = (tokens: readonly string[]) => [...new Set(tokens.map(kindOf))].toSorted().join(' ')
      return {
        row,
        read,
        isWrong: read.some((token) => isNumber(token) && !allowed.includes(token)),
        isOverAsked: !isMissing && read.includes('ask'),
        isIntended: row.expected.some((one) => kinds(one) === kinds(read)),
      }
    })
  const told = (list: typeof own) =>
    list
      .map(
        ({ row, read }) =>
          `${row.text} [${row.expected.map((one) => one.join(' ')).join(' | ')}] -> ${read.join(' ')}`,
      )
      .join('\n')

  test('writes no number that nobody said', () => {
    const wrong = own.filter((one) => one.isWrong)
    expect(wrong.length, told(wrong)).toBe(0)
  })

  test('asks back about plain answers in at most 8 of 100', () => {
    const asked = own.filter((one) => one.isOverAsked)
    expect(asked.length / own.length, told(asked)).toBeLessThanOrEqual(0.08)
  })

  test('understands what is meant in at least 93 of 100', () => {
    const missed = own.filter((one) => !one.isIntended)
    expect(1 - missed.length / own.length, told(missed)).toBeGreaterThanOrEqual(0.93)
  })
})

/**
 * Labelled by people who had not seen the grammar: as people mostly answer, in a hurry with words that nobody foresees, and
 * with numbers of something else beside. A wrong number is never taken; how much is understood of the latter two has not
 * reached the goals of 8 and 93 of 100 and is held where it stands, so that it only gets better.
 */
describe.each([
  ['everyday', 'tune', 0.05, 0.94],
  ['everyday', 'measure', 0.08, 0.93],
  ['hurried', 'tune', 0.08, 0.87],
  ['hurried', 'measure', 0.22, 0.57],
  ['trap', 'tune', 0.24, 0.66],
  ['trap', 'measure', 0.3, 0.6],
] as const)('blind %s replies, the %s set', (style, set, mostAsked, leastIntended) => {
  const own = judgedBlind().filter((one) => one.set === set && one.style === style)
  const texts = (list: typeof own) => list.map(({ text }) => text).join('\n')
  const share = (list: typeof own) => list.length / own.length

  test('writes no number that nobody said', () => {
    const wrong = own.filter((one) => one.isWrong)
    expect(wrong.length, texts(wrong)).toBe(0)
  })

  test(`asks back about plain answers in at most ${mostAsked * 100} of 100`, () => {
    expect(share(own.filter((one) => one.isOverAsked))).toBeLessThanOrEqual(mostAsked)
  })

  test(`understands what is meant in at least ${leastIntended * 100} of 100`, () => {
    expect(share(own.filter((one) => one.isIntended))).toBeGreaterThanOrEqual(leastIntended)
  })
})
