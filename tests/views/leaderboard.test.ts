import { describe, expect, test } from 'vitest'
import { usualBoard } from '../../src/domain/board-mode.ts'
import type { Board, Ranked } from '../../src/domain/leaderboard.ts'
import type { BoardSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { leaderboard } from '../../views/leaderboard.ts'
import { ana, aTeam, ben, chen, day, dee, eve, personId } from '../support/people.ts'
import { expectShown, expectSound, stringsOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const place = (
  of: { id: typeof ana.id; name: string },
  rank: number,
  score: number,
  isTied = false,
): Ranked => ({
  person: of.id,
  name: of.name,
  rank,
  isTied,
  score,
  onTime: 6,
  due: 6,
})

/** Domain.md §4.2: Ana 97, Ben and Chen 93, Dee 72 and not shown, Eve warming up. */
const worked = [place(ana, 1, 97), place(ben, 2, 93, true), place(chen, 2, 93, true), place(dee, 4, 72)]

function aBoard(known: Partial<Board> = {}): BoardSheet {
  const board: Board = {
    isTeamOnly: false,
    shown: worked.slice(0, 3),
    ranked: worked,
    hiddenCount: 1,
    warmingUp: [eve.id],
    teamPace: 0.92,
    teamOnTime: 0.88,
    ...known,
  }
  return { team: aTeam(), board, weekOf: day('2026-05-18'), choice: usualBoard }
}

const crowd = (name: string) =>
  Array.from({ length: 100 }, (_, index) => place({ id: personId(`U${index}`), name }, 1, 90, true))

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['worked-example', aBoard()],
    ['team-only', aBoard({ isTeamOnly: true, shown: [], hiddenCount: 0, warmingUp: [] })],
    [
      'empty',
      aBoard({
        isTeamOnly: true,
        shown: [],
        ranked: [],
        teamPace: undefined,
        teamOnTime: undefined,
        hiddenCount: 0,
      }),
    ],
    ['many', aBoard({ shown: crowd('Ana'), ranked: crowd('Ana'), hiddenCount: 3 })],
    ['longest', aBoard({ shown: crowd(longest), ranked: crowd(longest) })],
    ['hostile', aBoard({ shown: crowd(hostile).slice(0, 2), ranked: crowd(hostile) })],
  ])('the board is pictured: %s', async (name, sheet) => {
    const shown = leaderboard(sheet, say)
    expectSound(shown)
    await expectShown(`leaderboard.${name}.${language}`, shown)
  })

  test('the viewer’s own place is pictured', async () => {
    const shown = leaderboard(aBoard(), say, dee)
    expectSound(shown)
    await expectShown(`leaderboard.for-dee.${language}`, shown)
  })
})

const say = sayIn('en', 'en-GB')

test('Dee sees her place in private, and nobody else sees it', () => {
  expect(wordsOf(leaderboard(aBoard(), say, dee))).toContain('You: 72, 4th of 4')
  expect(stringsOf(leaderboard(aBoard(), say)).join(' ')).not.toMatch(/Dee|72/)
})

test('a shared place, a newcomer and someone who left the board each have their line', () => {
  expect(wordsOf(leaderboard(aBoard(), say, ben))).toContain('You: 93, shared 2nd of 4')
  expect(wordsOf(leaderboard(aBoard(), say, eve))).toContain('You are warming up')
  expect(wordsOf(leaderboard(aBoard(), say, { ...ana, isOffBoard: true }))).toContain(
    'You have left the leaderboard',
  )
  expect(wordsOf(leaderboard(aBoard(), say, { id: personId('U0NEW'), isOffBoard: false }))).toContain(
    'no goal here',
  )
})

test('ties are marked and the next rank is skipped', () => {
  const table = leaderboard(aBoard(), say).blocks.find(({ type }) => type === 'data_table')
  expect(table).toMatchObject({
    rows: [
      [{ text: 'Rank' }, { text: 'Name' }, { text: 'Score' }, { text: 'On time' }],
      [{ text: '1' }, { text: 'Ana' }, { value: 97, text: '97' }, { text: '6/6' }],
      [{ text: '2=' }, { text: 'Ben' }, { value: 93 }, { text: '6/6' }],
      [{ text: '2=' }, { text: 'Chen' }, { value: 93 }, { text: '6/6' }],
    ],
  })
})

test('where Slack knows no tables the same rows stand aligned', () => {
  const { fallback } = leaderboard(
    aBoard({ shown: [place({ id: chen.id, name: '陳怡君' }, 1, 101), ...worked.slice(0, 1)] }),
    say,
  )
  expect(fallback?.map(({ type }) => type)).not.toContain('data_table')
  expect(wordsOf(fallback)).toContain(
    'Rank  Name    Score  On time\n1     陳怡君  101    6/6\n1     Ana     97     6/6',
  )
})

test('the team comes first, then people; nobody is mentioned', () => {
  const { blocks } = leaderboard(aBoard(), say)
  expect(blocks.map(({ type }) => type)).toEqual([
    'header',
    'context',
    'section',
    'data_visualization',
    'data_table',
    'context',
    'context',
  ])
  expect(wordsOf(blocks)).toContain('Team: 92% of its plan ▰▰▰▰▰▰▰▰▰▱ · 88% of check-ins on time')
  expect(wordsOf(blocks)).toContain('1 person hidden · 1 person warming up')
  expect(JSON.stringify(blocks)).not.toContain('<@')
})

test.each(['consistency', 'improved', 'team'] as const)('a board of another mode says so: %s', (mode) => {
  const shown = leaderboard({ ...aBoard(), choice: { mode, range: 'month' } }, say, dee)
  expectSound(shown)
  expect(wordsOf(shown.blocks)).toContain(say[`board.mode.${mode}`]())
})
