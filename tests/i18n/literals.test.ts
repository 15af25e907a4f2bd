// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the quoted code has placeholders
import { expect, test } from 'vitest'
import { literalsIn, literalsOf } from './literals.ts'

const root = new URL('../../', import.meta.url).pathname

test('no view and no command holds a text of its own', () => {
  expect(literalsIn([`${root}views`, `${root}commands`])).toEqual([])
})

test.each([
  ["section('Hello there')", ['Hello there']],
  ["const a = { text: 'Undo' }", ['Undo']],
  ["button({ text: isOn ? 'On' : say['x'](), actionId: 'a.b' })", ['On']],
  ['const a = `Due ${date}`', ['Due ']],
  ['header(`${count}x`)', ['x']],
  ["const names = ['目標']", ['目標']],
  ["const r = { show: 'message', message: { text: 'Hi', blocks: [] } }", ['Hi']],
  ["plain(say['prompt.title']({ text: 'you' }))", ['you']],
])('a text in the code is found: %s', (code, texts) => {
  expect(literalsOf(code).map(({ text }) => text)).toEqual(texts)
})

test.each([
  "import { a } from './two words.ts'",
  "const id = 'goal.new'",
  "button({ text: say['prompt.title'](), actionId: 'goal.new' })",
  "const feature = { name: 'new', aliases: ['新增', 'make one'] }",
  "throw new Error('only for developers')",
  "type Kind = 'one of two' | 'other'",
  'const line = `${a} · ${b}\\n`',
  "if (kind === 'two words') return",
  "section(say[isAnswered ? 'a.b' : 'c.d']())",
])('what nobody reads is left alone: %s', (code) => {
  expect(literalsOf(code.includes('return') ? `function f() { ${code} }` : code)).toEqual([])
})

test('the line is told', () => {
  expect(literalsOf("const a = 1\nsection('Hello there')")).toEqual([
    { file: 'some.ts', line: 2, text: 'Hello there' },
  ])
})
