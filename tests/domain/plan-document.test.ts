import { expect, test } from 'vitest'
import { changesOf, newestWords, type PlanWords } from '../../src/domain/plan-document.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { aGoal, ana, ben, instant } from '../support/people.ts'

const words = (version: number, said: string, part: PlanWords['part'] = 'purpose'): PlanWords => ({
  part,
  version,
  words: said,
  by: ana.id,
  at: instant(`2026-05-0${version}T08:00Z`),
})

test('the newest words of each part hold, and what was taken back is gone', () => {
  const all = [words(2, 'New'), words(1, 'Old'), words(1, 'Risk', 'risks'), words(2, '', 'risks')]
  expect([...newestWords(all)].map(([part, { words: said }]) => [part, said])).toEqual([['purpose', 'New']])
  expect(newestWords([])).toEqual(new Map())
})

const goal = aGoal()
const version = (number: number, ease: 'same' | 'easier' | 'harder', at: string) => ({
  version: {
    goal: goal.id,
    version: number,
    terms: termsOf(goal),
    by: ben.id,
    at: instant(at),
    reason: undefined,
    ease,
    countsFrom: instant(at),
  },
  before: number === 1 ? undefined : termsOf(goal),
})
const versions = [
  version(1, 'same', '2026-04-01T08:00Z'),
  version(2, 'easier', '2026-05-01T09:00Z'),
  version(3, 'same', '2026-05-03T09:00Z'),
  version(4, 'harder', '2026-05-04T09:00Z'),
]

test('the change log tells words and goalposts, newest first and bounded', () => {
  const changes = changesOf([words(1, 'Old'), words(2, 'New')], versions, [], 5)
  expect(changes.map(({ kind }) => kind)).toEqual(['harder', 'changed', 'words', 'easier', 'words'])
  expect(changesOf([], versions, [], 5).at(-1)?.kind).toBe('made')
})

test('the end of a goal is in the change log; a goal that is open has none', () => {
  const reached = aGoal({ state: 'reached', closedAt: instant('2026-05-03T10:00Z') })
  const changes = changesOf(
    [],
    versions,
    [goal, reached, aGoal({ state: 'retired', closedAt: undefined })],
    5,
  )
  expect(changes.map(({ kind }) => kind)).toEqual(['harder', 'reached', 'changed', 'easier', 'made'])
})
