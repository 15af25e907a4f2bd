import { expect, test } from 'vitest'
import { nearestWord } from '../../src/domain/nearest.ts'

const commands = ['new', 'list', 'show', 'checkin', 'edit', 'close', 'leaderboard', 'setup', 'me', 'help']

test.each([
  ['lisst', 'list'],
  ['LIST', 'list'],
  ['chekin', 'checkin'],
  ['leaderbord', 'leaderboard'],
  ['closed', 'close'],
  ['edot', 'edit'],
  ['ne', 'new'],
  ['banana', undefined],
  ['lxsx', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%s is nearest to %s', (typed, nearest) => {
  expect(nearestWord(typed, commands)).toBe(nearest)
})
