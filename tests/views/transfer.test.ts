import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import type { FileFault, FileRefusal, RefusedRow, RowRefusal } from '../../src/domain/transfer.ts'
import type { ImportSheet } from '../../src/domain/transfer-sheet.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { exportOffer, exportTitle } from '../../views/export.ts'
import { fileTold } from '../../views/file-told.ts'
import { goalsBrought } from '../../views/goals-brought.ts'
import { importButton } from '../../views/import-actions.ts'
import { fileFaultMessage } from '../../views/import-fault.ts'
import { importFormView } from '../../views/import-form.ts'
import { importCancelled, importDone, importTried, importWorking } from '../../views/import-sheet.ts'
import { refusedFile } from '../../views/refused-rows.ts'
import { rowRefusalText } from '../../views/row-refusal.ts'
import { ana, ben, day, teamId } from '../support/people.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest, picture, shown as shownFile } from './sent.ts'
import { hostileTerms, longestTerms, numbered, standings } from './states.ts'

const nothing = { made: 0, changed: 0, same: 0 }
const place = { file: 'F0FILE00001', team: teamId('00000000-0000-7000-8000-00000000beef') }

function sheet(known: Partial<ImportSheet> = {}): ImportSheet {
  return { kind: 'readings', goals: nothing, readings: nothing, refused: [], unknown: [], ...known }
}

const rows = (count: number, typed = 'someday'): RefusedRow[] =>
  Array.from({ length: count }, (_, n) => ({
    part: n % 3 === 0 ? 'goal' : 'reading',
    line: n + 2,
    why: [{ kind: 'row-date-unreadable', typed }, { kind: 'title-missing' }],
  }))

const states: readonly [string, ImportSheet][] = [
  ['nothing', sheet()],
  ['one', sheet({ readings: { made: 1, changed: 0, same: 0 } })],
  [
    'many',
    sheet({
      kind: 'json',
      goals: { made: 12, changed: 3, same: 85 },
      readings: { made: 99_000, changed: 20, same: 980 },
      refused: rows(100),
      unknown: ['mood', '心情'],
    }),
  ],
  ['refused-only', sheet({ refused: rows(1) })],
  ['longest', sheet({ refused: rows(100, longest), unknown: Array.from({ length: 100 }, () => longest) })],
  [
    'hostile',
    sheet({ readings: { made: 2, changed: 0, same: 0 }, refused: rows(3, hostile), unknown: [hostile] }),
  ],
]

/** Every reason there is, once. */
const reasons: readonly RowRefusal[] = [
  { kind: 'row-no-goal-named' },
  { kind: 'row-no-such-goal', typed: hostile },
  { kind: 'row-which-goal', typed: 'Win deals' },
  { kind: 'row-not-yours', typed: 'Ben' },
  { kind: 'row-owner-unknown', typed: 'Nobody' },
  { kind: 'row-no-team' },
  { kind: 'row-measure-unknown', typed: 'happiness' },
  { kind: 'row-word-unknown', typed: 'maybe', column: 'state' },
  { kind: 'row-date-unreadable', typed: 'someday' },
  { kind: 'row-date-missing' },
  { kind: 'row-date-ahead', typed: '2027-01-01' },
  { kind: 'row-no-number' },
  { kind: 'row-said-otherwise', date: day('2026-05-04'), value: 1234.5 },
  { kind: 'row-twice', line: 1234 },
  { kind: 'row-goal-refused', line: 7 },
  { kind: 'goal-closed', number: 12, title: longest },
]

const faults: readonly (FileFault | FileRefusal)[] = [
  { kind: 'empty' },
  { kind: 'not-text' },
  { kind: 'not-json' },
  { kind: 'no-columns' },
  { kind: 'other-format', format: hostile },
  { kind: 'broken', line: 1234 },
  { kind: 'too-large', mostBytes: 4 * 1024 * 1024 },
  { kind: 'too-many-rows', most: 100_000 },
  { kind: 'too-many-goals', most: 500 },
  { kind: 'no-file' },
  { kind: 'no-read-scope' },
  { kind: 'file-too-large', mostBytes: 10 * 1024 * 1024 },
  { kind: 'file-unread' },
]

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['one', [numbered(12)]],
    ['as-partner', [numbered(12, { owner: ben.id, partner: ana.id })]],
    ['many', standings(100).map(({ goal }) => goal)],
    ['hostile', standings(3, hostileTerms).map(({ goal }) => goal)],
    ['longest', standings(100, longestTerms).map(({ goal }) => goal)],
  ] as const)('whoever has a part in imported goals is told: %s', async (name, goals) => {
    const message = goalsBrought({ person: ana.id, by: name === 'hostile' ? hostile : 'Ben', goals }, say)
    expectSound(message)
    await expectShown(`goals-brought.${name}.${language}`, message)
  })

  test.each(states)('what a file would do is pictured: %s', async (name, told) => {
    const shown = importTried(told, place, say)
    expectSound(shown)
    await expectShown(`import-tried.${name}.${language}`, shown)
  })

  test.each(states)('what it did is pictured: %s', async (name, told) => {
    const shown = importDone(told, place, say)
    expectSound(shown)
    await expectShown(`import-done.${name}.${language}`, shown)
  })

  test('the offer of files and all that is said of them are sound', async () => {
    await expectShown(`export-offer.${language}`, exportOffer(say))
    expectSound(exportOffer(say))
    for (const kind of ['sent', 'no-scope', 'unsure'] as const) expectSound(fileTold({ kind }, 'file', say))
    expectSound(fileTold({ kind: 'refused', code: 'not_allowed' }, 'file', say))
    for (const message of [
      importWorking('reading', say),
      importWorking('writing', say),
      importCancelled(say),
    ])
      expectSound(message)
  })

  test('why a file is not read is said in one line each', async () => {
    const all = faults.map((fault) => fileFaultMessage(fault, say))
    for (const message of all) expectSound(message)
    await expectShown(`import-faults.${language}`, {
      text: 'faults',
      blocks: all.flatMap(({ blocks }) => blocks),
    })
  })

  test('every reason is one sentence, in the file of refused rows too', async () => {
    const refused: RefusedRow[] = reasons.map((why, n) => ({ part: 'reading', line: n + 2, why: [why] }))
    const table = refusedFile.rows(refused, say)
    expect(table).toHaveLength(reasons.length + 1)
    for (const why of reasons) expect(rowRefusalText(why, say)).not.toMatch(/undefined|\[object/)
    await expect(picture(table)).toMatchFileSnapshot(shownFile(`import-reasons.${language}`))
  })

  test.each([0, 1, 100])('the form with %i teams is pictured', async (count) => {
    const teams = Array.from({ length: count }, (_, n) => ({
      id: teamId(`team-${n}`),
      channelName: n === 0 ? longest.slice(0, 80) : `sales-${n}`,
    }))
    const view = importFormView({ say, teams, filled: teams.at(-1)?.id })
    expect(checkView(view)).toEqual([])
    await expect(picture(view)).toMatchFileSnapshot(shownFile(`import-form.${count}.${language}`))
  })
})

const say = sayIn('en', 'en-GB')

test('the buttons carry which file, and nothing is there to press where nothing would change', () => {
  const [, , many] = states
  if (many === undefined) throw new Error('no state')
  const [run, refused, cancel] = pressesOf(importTried(many[1], place, say))
  expect([run?.actionId, refused?.actionId, cancel?.actionId]).toEqual([
    'import.run',
    'import.refused',
    'import.cancel',
  ])
  expect(importButton.parse(run?.values[0])).toEqual(place)
  expect(pressesOf(importTried(sheet(), place, say))).toEqual([])
})

test.each(['', '{}', '{"file":"x"}', '{"file":"F0FILE00001","more":1}', '{"file":"../etc"}'])(
  'a forged button is not read: %s',
  (value) => {
    expect(importButton.safeParse(value).success).toBe(false)
  },
)

test('files have one name in every language', () => {
  const named = (['en', 'zh-Hant'] as const).map(
    (language) => exportTitle('json', day('2026-05-20'), sayIn(language)).name,
  )
  expect(new Set(named)).toEqual(new Set(['goalpost-2026-05-20.json']))
  expect(wordsOf(exportOffer(say).blocks)).toContain('private and closed ones too')
})
