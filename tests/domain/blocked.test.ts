import { expect, test } from 'vitest'
import { afterWorkingDays, blockedSince } from '../../src/domain/blocked.ts'
import { daysOffOf } from '../../src/domain/days-off.ts'
import { instant, zone } from '../support/people.ts'

const nothing = {
  blocker: undefined,
  isUnblocked: undefined,
  isDone: false,
  isNoChange: false,
  value: undefined,
}
const said = {
  blocked: { ...nothing, blocker: 'legal' },
  'blocked again': { ...nothing, blocker: 'legal, still' },
  'number and blocker': { ...nothing, value: 3, blocker: 'legal' },
  number: { ...nothing, value: 3 },
  word: nothing,
  'no change': { ...nothing, value: 3, isNoChange: true },
  unblocked: { ...nothing, isUnblocked: true },
  done: { ...nothing, isDone: true },
}
type Said = keyof typeof said

test.each<[readonly Said[], number | undefined]>([
  [[], undefined],
  [['number'], undefined],
  [['blocked'], 0],
  [['number', 'blocked'], 1],
  [['blocked', 'blocked again'], 0],
  [['blocked', 'number and blocker'], 0],
  [['blocked', 'word', 'no change'], 0],
  [['blocked', 'number'], undefined],
  [['blocked', 'unblocked'], undefined],
  [['blocked', 'done'], undefined],
  [['blocked', 'number', 'blocked again', 'word'], 2],
])('after %j the goal is blocked since answer %s', (words, since) => {
  const answers = words.map((word) => ({ ...said[word] }))
  const found = blockedSince(answers)
  expect(found === undefined ? undefined : answers.indexOf(found)).toBe(since)
})

const atWeekends = daysOffOf({ workingDays: [1, 2, 3, 4, 5], companyDays: [], isHoliday: () => false })

test.each([
  ['Monday morning', '2026-05-18T07:30Z', 2, '2026-05-20T07:30Z'],
  ['Thursday', '2026-05-21T07:30Z', 2, '2026-05-25T07:30Z'],
  ['Saturday', '2026-05-23T07:30Z', 2, '2026-05-26T07:30Z'],
  ['over the change of clocks the hour of the day stays', '2026-10-22T07:30Z', 4, '2026-10-28T08:30Z'],
])('working days are counted from %s', (_from, at, days, then) => {
  expect(afterWorkingDays(instant(at), days, zone('Europe/Berlin'), atWeekends)).toBe(instant(then))
})
