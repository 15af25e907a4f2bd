import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guarded, plainNumber, unguarded } from '../../src/exchange/cells.ts'
import { readCsv } from '../../src/exchange/read-csv.ts'
import { readImportFile } from '../../src/exchange/read-file.ts'
import { csvFrom } from '../../src/exchange/write-csv.ts'
import { holds } from '../support/properties.ts'
import { bytesOf } from '../support/transfers.ts'

const pause = async () => {}

/** Texts that look for trouble, and any other. */
const cells = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\0')),
  fc
    .tuple(
      fc.constantFrom('', "'", "''", ' ', '\t', '\r', '\n', '"'),
      fc.constantFrom('=', '+', '-', '@', '＝', '＠', ';', ','),
      fc.string({ maxLength: 12 }),
    )
    .map((parts) => parts.join('')),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
)

test('no cell runs as a formula, numbers stay numbers, and reading takes the guard off again', () => {
  holds(
    fc.property(cells, (text) => {
      const cell = guarded(text)
      expect(unguarded(cell)).toBe(text)
      if (!plainNumber.test(text)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }),
    2000,
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+49 30', "'+49 30"],
  ['-2+3', "'-2+3"],
  ['-2', '-2'],
  ['-2.5e-7', '-2.5e-7'],
  ['\tx', "'\tx"],
  [' =x', "' =x"],
  ['＝x', "'＝x"],
  ["'=x", "''=x"],
  ["it's", "it's"],
  ["'quoted'", "'quoted'"],
])('%j is written %j', (text, cell) => {
  expect(guarded(text)).toBe(cell)
  expect(unguarded(cell)).toBe(text)
})

test('a table of any cells is read as it was written', async () => {
  const rows = fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      // A row without anything in it is no row.
      const full = table.map(([first, ...others]) => ['x', first ?? '', ...others])
      const bytes = await csvFrom(['a', 'b', 'c', 'd'], full, pause)
      const text = new TextDecoder().decode(bytes)
      const read = await readCsv(text, 100, pause)
      expect(read.ok && read.value.rows.map((row) => row.cells)).toEqual(full)
    }),
    { seed: 20_260_516, numRuns: 150 },
  )
})

describe('what spreadsheets write', () => {
  const read = async (text: string) => {
    const file = await readImportFile(bytesOf(text), pause)
    return file.ok ? file.value : file.refusal
  }

  test.each([
    ['commas', 'goal,date,value\nG-1,2026-05-04,12.5\n'],
    ['semicolons', 'goal;date;value\nG-1;2026-05-04;12,5\n'],
    ['tabs', 'goal\tdate\tvalue\nG-1\t2026-05-04\t12.5\n'],
    ['a mark at the beginning and Windows lines', '\uFEFFgoal,date,value\r\nG-1,2026-05-04,12.5\r\n'],
    ['a line that names the sign', 'sep=;\ngoal;date;value\nG-1;2026-05-04;12,5\n'],
    ['Chinese headers', '目標,日期,數值\nG-1,2026-05-04,12.5\n'],
    ['other words and capitals', 'Goal ID,DAY,Result\nG-1,2026-05-04,12.5\n'],
    ['empty lines and rows', '\ngoal,date,value\n\n,,\nG-1,2026-05-04,12.5\n\n'],
  ])('%s', async (_what, text) => {
    expect(await read(text)).toMatchObject({
      kind: 'readings',
      readings: [{ goal: 'G-1', date: '2026-05-04', value: expect.stringMatching(/^12[.,]5$/) }],
    })
  })

  test('lines are counted as an editor counts them, with quoted lines inside a cell', async () => {
    const file = await read('goal,date,value,note\nG-1,2026-05-04,1,"one\ntwo\nthree"\nG-1,2026-05-05,2,\n')
    expect('readings' in file && file.readings.map(({ line, note }) => [line, note])).toEqual([
      [2, 'one\ntwo\nthree'],
      [5, ''],
    ])
  })

  test('a column of dates and one for each goal', async () => {
    const file = await read('date,G-1,Win deals\n2026-05-04,1,2\n2026-05-11,,3\n')
    expect('readings' in file && file.readings.map(({ goal, date, value }) => [goal, date, value])).toEqual([
      ['G-1', '2026-05-04', '1'],
      ['Win deals', '2026-05-04', '2'],
      ['Win deals', '2026-05-11', '3'],
    ])
  })

  test('columns that mean nothing are named', async () => {
    expect(await read('goal,date,value,mood,値\nG-1,2026-05-04,1,,\n')).toMatchObject({
      unknown: ['mood', '値'],
    })
  })

  test.each([
    ['nothing', '', { kind: 'empty' }],
    ['blanks', ' \n\n', { kind: 'empty' }],
    ['no columns', 'hello\nworld\n', { kind: 'no-columns' }],
    ['rows without a header', 'G-1,2026-05-04,12\n', { kind: 'no-columns' }],
    [
      'an open quote',
      'goal,date,value\n"G-1,2026-05-04,1\n'.repeat(1),
      { kind: 'broken', line: expect.any(Number) },
    ],
    ['broken JSON', '{"format":', { kind: 'not-json' }],
    ['other JSON', '[1,2]', { kind: 'not-json' }],
    [
      'another format',
      '{"format":"goalpost-export/9","goals":[]}',
      { kind: 'other-format', format: 'goalpost-export/9' },
    ],
    [
      'JSON with a goal that is none',
      '{"format":"goalpost-export/1","goals":[{"title":{}}]}',
      { kind: 'broken', line: 1 },
    ],
    [
      'JSON with a reading that is none',
      '{"format":"goalpost-export/1","goals":[{"title":"x","readings":[{"at":1}]}]}',
      { kind: 'broken', line: 1 },
    ],
    ['a zip', 'PK\u0003\u0004\0\0', { kind: 'not-text' }],
  ])('%s is refused as a whole', async (_what, text, fault) => {
    expect(await read(text)).toEqual(fault)
  })

  test('bytes that are no UTF-8 are refused, UTF-16 with its mark is read', async () => {
    const bad = await readImportFile(Uint8Array.of(0x67, 0xff, 0xfe, 0x00), pause)
    expect(bad).toMatchObject({ ok: false, refusal: { kind: 'not-text' } })
    const wide = Buffer.from('\uFEFFgoal\tdate\tvalue\nG-1\t2026-05-04\t1\n', 'utf16le')
    expect(await readImportFile(wide, pause)).toMatchObject({ ok: true, value: { kind: 'readings' } })
  })

  test('too many rows, too many goals and too many bytes are refused', async () => {
    const rows = 'G-1,2026-05-04,1\n'.repeat(100_001)
    expect(await read(`goal,date,value\n${rows}`)).toEqual({ kind: 'too-many-rows', most: 100_000 })
    const goals = 'x,1,2026-05-04\n'.repeat(501)
    expect(await read(`title,target,due\n${goals}`)).toEqual({ kind: 'too-many-goals', most: 500 })
    expect(await read('x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({ kind: 'too-large' })
    expect(await read(`{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`)).toMatchObject({ kind: 'too-large' })
  })
})
