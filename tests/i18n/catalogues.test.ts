import { describe, expect, test } from 'vitest'
import { forms as enForms } from '../../src/i18n/en/forms.ts'
import { messages as enMessages } from '../../src/i18n/en/messages.ts'
import { formatsOf } from '../../src/i18n/formats.ts'
import { sayIn } from '../../src/i18n/say.ts'

type Sentence = (facts?: unknown) => string

const sentencesOf = (language: 'en' | 'zh-Hant'): ReadonlyMap<string, Sentence> => {
  const { format: _, language: __, ...sentences } = sayIn(language)
  return new Map(Object.entries(sentences) as [string, Sentence][])
}
const en = sentencesOf('en')
const zh = sentencesOf('zh-Hant')

/** Stands in for every fact: a list, a number or a word, as the sentence takes it. */
const facts = new Proxy({}, { get: (_, name) => stands[String(name)] ?? '12' })
const stands: Readonly<Record<string, unknown>> = {
  leads: ['12'],
  parts: ['12'],
  columns: ['12'],
  start: '2026-04-01',
  due: '2026-06-30',
  today: '2026-05-16',
  cadence: 'weekly',
  on: 'last',
  goal: 'G-12',
  ...Object.fromEntries(
    [
      'count',
      'days',
      'hours',
      'reminders',
      'page',
      'pages',
      'rank',
      'score',
      'value',
      'length',
      'most',
      'target',
    ].map((name) => [name, 3]),
  ),
}

test('both catalogues have the same sentences', () => {
  expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
})

test('no sentence of the forms is said otherwise by the messages', () => {
  const format = formatsOf('en')
  const both = Object.keys(enForms(format)).filter((key) => key in enMessages(format))
  expect(both).toEqual([])
})

describe.each([['en', en] as const, ['zh-Hant', zh] as const])('in %s', (_, sentences) => {
  test.each([...sentences.keys()])('%s says something of its own', (key) => {
    const said = sentences.get(key)?.(facts) ?? ''
    expect(said.trim()).not.toBe('')
    expect(said).not.toBe(key)
    expect(said).not.toMatch(/undefined|\[object|NaN|\$\{/)
  })
})

/** Names, units, zones and tokens that stay as they are in every language. */
const names =
  /Slack|Goalpost|SVG|timeline|Q1|files:(?:write|read)|JSON|MB|Excel|UTF-8|Google|Outlook|Apple|PUBLIC_URL|PORT|NT\$|\bk\b|G-\d*|API|KPI|CSV|Markdown|English|Monday|USD|EUR|TWD|NTD|hr|min|\/invite|\/goal|\{[a-z_]+\}|#\d+|\d+(\.\d+)?[kKh]\b/g

test.each([...zh.keys()])('%s has no English words left in Chinese', (key) => {
  const said = (zh.get(key)?.(facts) ?? '').replace(names, '')
  expect(said).not.toMatch(/[A-Za-z]/)
})

test('Chinese is punctuated in full width', () => {
  const half = [...zh]
    .map(([key, say]) => `${key}: ${say(facts)}`)
    .filter((line) => /\p{Script=Han}[,;?!]/u.test(line))
  expect(half).toEqual([])
})

test('no Chinese sentence uses a simplified character', () => {
  const simplified = /[们这个吗时间没问还进设请开关应现对会国发长门书东车马鸟鱼]/
  const traditional = /[個會現應時間]/
  const said = [...zh].map(([key, say]) => `${key}: ${say(facts)}`)
  const faulty = said.filter((line) =>
    [...line].some((one) => simplified.test(one) && !traditional.test(one) && !shared.has(one)),
  )
  expect(faulty).toEqual([])
})

/** Written alike in both scripts. */
const shared = new Set(['個', '會', '現', '國'])
