import { expect, test } from 'vitest'
import { waitsAsSuccessor } from '../../src/domain/successor.ts'
import { usualStep } from '../../src/domain/usual-step.ts'
import { aGoal, day, goalId, instant } from '../support/people.ts'

const made = instant('2026-05-10T09:00Z')
const after = aGoal({
  id: goalId('after'),
  createdAt: made,
  start: day('2026-05-10'),
  due: day('2026-05-24'),
  target: 5,
})
const before = aGoal({
  id: goalId('before'),
  createdAt: instant('2026-04-01T09:00Z'),
  start: day('2026-04-01'),
  due: day('2026-05-31'),
  state: 'retired',
  closedAt: instant('2026-05-09T09:00Z'),
})

test.each([
  ['2026-05-10T09:00Z', true],
  ['2026-05-17T08:59Z', true],
  ['2026-05-17T09:00Z', false],
])('what was given up and made anew scores a week later: at %s it waits: %s', (at, waits) => {
  expect(waitsAsSuccessor(after, [before, after], instant(at))).toBe(waits)
})

test.each([
  ['one that was reached', { state: 'reached' as const }],
  ['one that is still open', { state: 'active' as const, closedAt: undefined }],
  ['another measure', { measure: 'revenue' as const }],
  ['one that was closed long before', { closedAt: instant('2026-04-08T09:00Z') }],
  ['one whose time was over', { due: day('2026-05-08') }],
])('%s is replaced by nothing', (_what, known) => {
  expect(waitsAsSuccessor(after, [{ ...before, ...known }, after], made)).toBe(false)
})

test('goals of one’s own measure are the same aim only under the same title', () => {
  const own = { measure: 'custom-total' as const, title: 'Plant trees' }
  const anew = { ...after, ...own, title: ' plant  Trees ' }
  expect(waitsAsSuccessor(anew, [{ ...before, ...own }], made)).toBe(true)
  expect(waitsAsSuccessor(anew, [{ ...before, ...own, title: 'Plant hedges' }], made)).toBe(false)
})

test.each<readonly [readonly number[], number | undefined]>([
  [[], undefined],
  [[3, 4, 5], undefined],
  [[3, 3, 3, 4, 4, 5], undefined],
  [[3, 4, 6, 9], 2],
  [[10, 9, 7, 4, 0], 2.5],
  [[3, 3, 4, 6, 6, 9], 2],
])('the usual step of %j is %s', (values, step) => {
  expect(usualStep(values)).toBe(step)
})
