import { expect, test } from 'vitest'
import { easeOf } from '../../src/domain/goal-rules.ts'
import { isGoodResult } from '../../src/domain/grade.ts'
import { aGoal } from '../support/people.ts'

test.each([
  ['committed', 1, true],
  ['committed', 0.99, false],
  ['aspirational', 0.7, true],
  ['aspirational', 0.69, false],
] as const)('of a goal that is %s a share of %d is a good result: %s', (promise, progress, isGood) => {
  expect(isGoodResult({ isAspirational: promise === 'aspirational' }, progress)).toBe(isGood)
})

test('to promise less after the lock is an easing, to promise more none', () => {
  const [committed, aspirational] = [aGoal(), aGoal({ isAspirational: true })]
  expect(easeOf(committed, aspirational)).toBe('easier')
  expect(easeOf(aspirational, committed)).toBe('harder')
  expect(easeOf(aspirational, { ...aspirational, title: 'Else' })).toBe('same')
})
