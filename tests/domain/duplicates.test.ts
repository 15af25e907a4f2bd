import { expect, test } from 'vitest'
import { duplicateOf } from '../../src/domain/duplicates.ts'
import { aGoal, day, someTerms } from '../support/people.ts'

test.each([
  ['the same KPI over the same days, whatever it is called', {}, { title: 'Other' }, 12],
  ['another KPI', {}, { measure: 'revenue' }, undefined],
  ['other days', {}, { due: day('2026-07-31') }, undefined],
  ['a custom total of the same name', { measure: 'custom-total' }, { title: ' sign  20 DEALS' }, 12],
  ['a custom total of another name', { measure: 'custom-total' }, { title: 'Write 20 posts' }, undefined],
  ['a deliverable of another name', { measure: 'deliverable' }, { title: 'Ship it' }, undefined],
] as const)('%s', (_what, both, change, number) => {
  expect(duplicateOf(someTerms({ ...both, ...change }), [aGoal(both)])).toBe(number)
})
