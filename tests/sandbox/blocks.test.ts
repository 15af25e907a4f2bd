import { expect, test } from 'vitest'
import { checkMessage, checkView, tooLongMessage } from '../../sandbox/blocks.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const section = (text: string) => ({ type: 'section', text: plain(text) })
const button = (more: object = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (value: string) => ({ text: plain(value), value })
const select = (more: object = {}) => ({ type: 'static_select', options: [option('a')], ...more })
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Goal'),
  element,
  ...more,
})
const text = { type: 'plain_text_input', action_id: 'value' }
const modal = (blocks: readonly object[], more: object = {}) => ({
  type: 'modal',
  title: plain('Goal'),
  submit: plain('Save'),
  blocks,
  ...more,
})
const home = (...blocks: object[]) => ({ type: 'home', blocks })
const chart = (more: object = {}) => ({
  type: 'data_visualization',
  title: 'Pace',
  chart: {
    type: 'line',
    series: [{ name: 'Ana', data: [{ label: 'W1', value: 3 }] }],
    axis_config: { categories: ['W1'] },
    ...more,
  },
})
const cell = (held: string) => ({ type: 'raw_text', text: held })
const table = (rows: object[][]) => ({ type: 'data_table', caption: 'Board', rows })
const rich = (held: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: held }] }],
})

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at))

test.each<[string, readonly object[]]>([
  ['a section', [section('Hello')]],
  ['two charts', [chart(), chart()]],
  ['a table', [table([[cell('Who')], [{ type: 'raw_number', value: 97, text: '97 %' }], [rich('Ana')]])]],
  ['an input', [input(text)]],
  ['rich text', [rich('*not bold*')]],
  ['fifty blocks', many(50, () => ({ type: 'divider' }))],
  ['a select that starts on an option', [actions(select({ initial_option: option('a') }))]],
])('a message takes %s', (_, blocks) => {
  expect(checkMessage(blocks)).toEqual([])
})

test.each<[string, readonly object[], string]>([
  ['no blocks', [], '/blocks'],
  ['fifty-one blocks', many(51, () => ({ type: 'divider' })), '/blocks'],
  ['an unknown block', [{ type: 'sparkle' }], '/blocks/0/type'],
  ['an unknown field', [{ ...section('a'), colour: 'red' }], '/blocks/0/colour'],
  ['an empty text', [section('')], '/blocks/0/text/text'],
  ['3001 characters', [section('a'.repeat(3001))], '/blocks/0/text/text'],
  ['a section of nothing', [{ type: 'section' }], '/blocks/0'],
  ['eleven fields', [{ type: 'section', fields: many(11, () => plain('a')) }], '/blocks/0/fields'],
  ['a long header', [{ type: 'header', text: plain('a'.repeat(151)) }], '/blocks/0/text/text'],
  ['a mrkdwn header', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }], '/blocks/0/text/type'],
  ['a crowded context', [{ type: 'context', elements: many(11, () => plain('a')) }], '/blocks/0/elements'],
  ['a long button', [actions(button({ text: plain('a'.repeat(76)) }))], '/blocks/0/elements/0/text/text'],
  ['a long value', [actions(button({ value: 'a'.repeat(2001) }))], '/blocks/0/elements/0/value'],
  ['a style of its own', [actions(button({ style: 'warning' }))], '/blocks/0/elements/0/style'],
  ['26 buttons', [actions(...many(26, (at) => button({ action_id: `${at}` })))], '/blocks/0/elements'],
  ['one action id twice', [actions(button(), button())], '/blocks/0/elements/1/action_id'],
  [
    'one block id twice',
    [
      { ...section('a'), block_id: 'x' },
      { ...section('b'), block_id: 'x' },
    ],
    '/blocks/1/block_id',
  ],
  [
    '101 options',
    [actions(select({ options: many(101, (at) => option(`${at}`)) }))],
    '/blocks/0/elements/0/options',
  ],
  ['no options', [actions(select({ options: [] }))], '/blocks/0/elements/0/options'],
  [
    'options and groups',
    [actions(select({ option_groups: [{ label: plain('g'), options: [option('a')] }] }))],
    '/blocks/0/elements/0',
  ],
  ['a start that is no option', [actions(select({ initial_option: option('b') }))], '/blocks/0/elements/0'],
  [
    'six overflow options',
    [actions({ type: 'overflow', options: many(6, (at) => option(`${at}`)) })],
    '/blocks/0/elements/0/options',
  ],
  [
    'eleven radio buttons',
    [actions({ type: 'radio_buttons', options: many(11, (at) => option(`${at}`)) })],
    '/blocks/0/elements/0/options',
  ],
  ['a text box outside an input', [actions(text)], '/blocks/0/elements/0/type'],
  ['a number box', [input({ type: 'number_input', is_decimal_allowed: true })], '/blocks/0/element'],
  ['an alert', [{ type: 'alert', text: plain('Careful') }], '/blocks/0'],
  ['three charts', [chart(), chart(), chart()], '/blocks/2'],
  ['two tables', many(2, () => table([[cell('Who')], [cell('Ana')]])), '/blocks/1'],
  ['an uneven table', [table([[cell('Who')], [cell('Ana'), cell('97')]])], '/blocks/0'],
  ['a table of a header', [table([[cell('Who')]])], '/blocks/0/rows'],
  ['a rich header cell', [table([[rich('Who')], [cell('Ana')]])], '/blocks/0'],
  ['a point without category', [chart({ axis_config: { categories: ['W1', 'W2'] } })], '/blocks/0/chart'],
  [
    'a pie of nothing',
    [{ ...chart(), chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } }],
    '/blocks/0/chart/segments/0/value',
  ],
  ['an image of nowhere', [{ type: 'image', alt_text: 'a' }], '/blocks/0'],
  [
    'an impossible day',
    [actions({ type: 'datepicker', initial_date: '2026-02-30' })],
    '/blocks/0/elements/0/initial_date',
  ],
  [
    'too long a confirmation',
    [actions(button({ confirm: { text: plain('a'.repeat(301)) } }))],
    '/blocks/0/elements/0/confirm/text/text',
  ],
])('a message refuses %s', (_, blocks, pointer) => {
  expect(checkMessage(blocks).map((fault) => fault.pointer)).toContain(pointer)
})

test('legal blocks that are too long together are refused under a name of their own', () => {
  const blocks = many(5, () => section('a'.repeat(2900)))
  expect(tooLongMessage(blocks)).toMatchObject({ pointer: '/blocks' })
  expect(checkMessage(blocks)).toHaveLength(1)
  expect(tooLongMessage(many(4, () => section('a'.repeat(2900))))).toBeUndefined()
})

test.each<[string, object]>([
  [
    'inputs',
    modal([input(text), input({ type: 'number_input', is_decimal_allowed: false, min_value: '0' })]),
  ],
  ['an alert', modal([{ type: 'alert', level: 'warning', text: plain('Careful') }])],
  ['nothing to submit', { type: 'modal', title: plain('Goal'), blocks: [section('Loading…')] }],
  ['a home', home(section('Due now'), actions(button()))],
])('a view takes %s', (_, view) => {
  expect(checkView(view)).toEqual([])
})

test.each<[string, unknown, string]>([
  ['what is no view', 'modal', ''],
  ['an unknown kind', { type: 'workflow', blocks: [] }, '/type'],
  ['no title', { type: 'modal', blocks: [section('a')] }, '/title'],
  ['a long title', modal([section('a')], { title: plain('a'.repeat(25)) }), '/title/text'],
  ['inputs without submit', { type: 'modal', title: plain('Goal'), blocks: [input(text)] }, '/submit'],
  ['no blocks', modal([]), '/blocks'],
  ['101 blocks', modal(many(101, () => section('a'))), '/blocks'],
  ['much metadata', modal([section('a')], { private_metadata: 'a'.repeat(3001) }), '/private_metadata'],
  ['fields of its own', modal([section('a')], { hash: '1' }), '/hash'],
  ['two focused inputs', modal(many(2, () => input({ ...text, focus_on_load: true }))), '/blocks/1/element'],
  ['a table', modal([table([[cell('Who')], [cell('Ana')]])]), '/blocks/0'],
  ['a chart on Home', home(chart()), '/blocks/0'],
  ['a table on Home', home(table([[cell('Who')], [cell('Ana')]])), '/blocks/0'],
  [
    'a number box on Home',
    home(input({ type: 'number_input', is_decimal_allowed: true })),
    '/blocks/0/element',
  ],
  [
    'a number as number',
    modal([input({ type: 'number_input', is_decimal_allowed: true, initial_value: 3 })]),
    '/blocks/0/element/initial_value',
  ],
  [
    'a text longer than its box',
    modal([input({ ...text, max_length: 2, initial_value: 'abc' })]),
    '/blocks/0/element',
  ],
  ['a quarter megabyte', home(...many(80, () => section('長'.repeat(3000)))), ''],
])('a view refuses %s', (_, view, pointer) => {
  expect(checkView(view).map((fault) => fault.pointer)).toContain(pointer)
})
