import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changedHome,
  homeLists,
  homeStatuses,
  isFiltered,
  pageOf,
  showsList,
  usualHome,
} from '../../src/domain/home-choice.ts'
import { teamId } from '../support/people.ts'

test.each([
  [0, 1, { page: 1, pages: 1, from: 0, to: 0 }],
  [1, 1, { page: 1, pages: 1, from: 1, to: 1 }],
  [10, 1, { page: 1, pages: 1, from: 1, to: 10 }],
  [11, 2, { page: 2, pages: 2, from: 11, to: 11 }],
  [137, 2, { page: 2, pages: 14, from: 11, to: 20 }],
  [137, 14, { page: 14, pages: 14, from: 131, to: 137 }],
  [10, 2, { page: 1, pages: 1, from: 1, to: 10 }],
  [5, -3, { page: 1, pages: 1, from: 1, to: 5 }],
])('of %d goals page %d', (count, asked, page) => {
  expect(pageOf(count, asked, 10)).toEqual({ ...page, count })
})

test('the pages of a list hold each goal once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 20 }), (count, size) => {
      const { pages } = pageOf(count, 1, size)
      const seen = Array.from({ length: pages }, (_, nth) => pageOf(count, nth + 1, size)).flatMap(
        ({ from, to }) => Array.from({ length: from === 0 ? 0 : to - from + 1 }, (_, nth) => from + nth),
      )
      expect(seen).toEqual(Array.from({ length: count }, (_, nth) => nth + 1))
    }),
  )
})

test('another filter begins at the first page, another page keeps the filter and the other lists', () => {
  const chosen = changedHome(usualHome, { team: teamId('t1') })
  const turned = changedHome(changedHome(chosen, { list: 'mine', page: 3 }), { list: 'team', page: 2 })
  expect(turned).toEqual({ ...chosen, pages: { mine: 3, supported: 1, team: 2 } })
  expect(changedHome(turned, { status: 'at-risk' })).toEqual({
    whose: 'all',
    status: 'at-risk',
    team: 't1',
    pages: { mine: 1, supported: 1, team: 1 },
  })
  expect(isFiltered(turned)).toBe(true)
  expect(isFiltered(changedHome(turned, { team: 'all' }))).toBe(false)
})

test('only one’s own goals are ever due', () => {
  const shown = (status: (typeof homeStatuses)[number]) =>
    homeLists.filter((list) => showsList({ ...usualHome, status }, list))
  expect(shown('due')).toEqual(['mine'])
  for (const status of homeStatuses.filter((one) => one !== 'due')) expect(shown(status)).toEqual(homeLists)
})
