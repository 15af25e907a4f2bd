import { describe, expect, test } from 'vitest'
import type { Goal, GoalVersion } from '../../src/domain/goal.ts'
import { carriedOver, lookBackAt, outcomeOf } from '../../src/domain/look-back.ts'
import { standingOf } from '../../src/domain/progress.ts'
import { termsOf } from '../../src/domain/terms.ts'
import type { WallTime, Zone } from '../../src/domain/types.ts'
import { aGoal, ana, aStep, day, instant, stepId } from '../support/people.ts'

const closed = (known: Partial<Goal>): Goal =>
  aGoal({ state: 'retired', closedAt: instant('2026-06-20T08:00Z'), ...known })
const at = (value: number) => ({ value, at: instant('2026-06-19T08:00Z') })
const version = (goal: Goal, known: Partial<GoalVersion> = {}): GoalVersion => ({
  goal: goal.id,
  version: 1,
  terms: termsOf(goal),
  by: ana.id,
  at: goal.createdAt,
  reason: undefined,
  ease: 'same',
  countsFrom: goal.createdAt,
  ...known,
})

describe('what came of a goal', () => {
  test.each<readonly [string, Partial<Goal>, object]>([
    ['given up half-way', { last: at(12) }, { share: 0.6, isReached: false, isGood: false }],
    ['without one number', { last: undefined }, { share: 0, isReached: false, isGood: false }],
    ['below where it began', { kind: 'reach', baseline: 10, last: at(8) }, { share: 0 }],
    [
      'falling',
      { kind: 'reach', direction: 'down', baseline: 45, target: 20, last: at(38) },
      { share: 0.28 },
    ],
    ['reached early', { state: 'reached', last: at(20) }, { isReached: true, isGood: true, daysEarly: 10 }],
    [
      'reached late',
      { state: 'reached', last: at(20), closedAt: instant('2026-07-02T08:00Z') },
      { isReached: true, daysEarly: -2 },
    ],
    ['aspirational at 70 %', { isAspirational: true, last: at(14) }, { isReached: false, isGood: true }],
    ['aspirational below', { isAspirational: true, last: at(13) }, { isReached: false, isGood: false }],
    [
      'a yes/no goal',
      { kind: 'milestone', measure: 'deliverable', baseline: undefined, target: undefined },
      { share: undefined, isReached: false },
    ],
    [
      'milestones, one of two done',
      {
        kind: 'milestone',
        measure: 'deliverable',
        baseline: undefined,
        target: undefined,
        steps: [aStep({ isDone: true }), aStep({ id: stepId('step-2') })],
      },
      { share: 0.5 },
    ],
    [
      'a range',
      { kind: 'maintain', direction: 'keep', baseline: undefined, target: undefined, low: 1, last: at(2) },
      { share: undefined, isGood: true },
    ],
  ])('%s', (_what, known, outcome) => {
    const goal = closed(known)
    const standing = standingOf(goal, day('2026-07-10'))
    const closedOn = day(
      (known.closedAt ?? goal.closedAt) === goal.closedAt && known.closedAt ? '2026-07-02' : '2026-06-20',
    )
    const read = outcomeOf(standing, [version(goal)], [], closedOn)
    expect({
      ...read,
      share: read.share === undefined ? undefined : Number(read.share.toFixed(6)),
    }).toMatchObject(outcome)
  })

  test('confidence is what was said when it was made, or else first told later; easings are counted', () => {
    const goal = closed({ confidence: 8 })
    const standing = standingOf(goal, day('2026-07-10'))
    const eased = version(goal, { version: 2, ease: 'easier' })
    expect(outcomeOf(standing, [version(goal), eased], [3], day('2026-06-20'))).toMatchObject({
      confidence: 8,
      eased: 1,
    })
    const silent = closed({})
    expect(outcomeOf(standing, [version(silent)], [3, 9], day('2026-06-20')).confidence).toBe(3)
    expect(outcomeOf(standing, [version(silent)], [], day('2026-06-20')).confidence).toBeUndefined()
  })
})

test.each<readonly [string, Partial<Goal>, object]>([
  [
    'what counts from nothing begins at nothing again',
    { baseline: 0, target: 20, last: at(18) },
    { baseline: 0, target: 20 },
  ],
  [
    'a level goes on from where it stands',
    { baseline: 25, target: 30, last: at(28) },
    { baseline: 28, target: 33 },
  ],
  ['a falling one too', { baseline: 45, target: 20, last: at(38) }, { baseline: 38, target: 13 }],
  [
    'without a number from where it began',
    { baseline: 25, target: 30, last: undefined },
    { baseline: 25, target: 30 },
  ],
  ['as long again, from today', {}, { start: '2026-07-01', due: '2026-09-29' }],
])('a next goal: %s', (_what, known, next) => {
  expect(carriedOver(closed(known), day('2026-07-01'))).toMatchObject(next)
})

test.each([
  ['2026-05-13T22:00Z', 'Europe/Berlin', '2026-05-15T07:00:00.000Z'],
  ['2026-05-15T08:00Z', 'Europe/Berlin', '2026-05-18T07:00:00.000Z'],
  ['2026-05-15T08:00Z', 'Asia/Taipei', '2026-05-18T01:00:00.000Z'],
])('closed at %s in %s, the owner is asked on the next morning that is no weekend', (now, zone, asked) => {
  const due = lookBackAt(instant(now), zone as Zone, '09:00' as WallTime)
  expect(new Date(due).toISOString()).toBe(asked)
})
