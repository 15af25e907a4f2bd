import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOffOf } from '../../src/domain/days-off.ts'
import { criticalChain, cycleIn, flagsOf, type Item, itemsOf, keyOf } from '../../src/domain/dependencies.ts'
import type { Goal, Step } from '../../src/domain/goal.ts'
import { addDays } from '../../src/domain/time.ts'
import { aGoal, aStep, day, goalId, stepId, withValue } from '../support/people.ts'
import { holds } from '../support/properties.ts'

/** A Wednesday. */
const today = day('2026-05-13')
const dayOff = daysOffOf({
  workingDays: [1, 2, 3, 4, 5],
  companyDays: [day('2026-05-25')],
  isHoliday: (date) => date === '2026-06-01',
})
const days = { today, dayOff }

const item = (key: string, due: string, after: readonly string[] = [], known: Partial<Item> = {}): Item => ({
  key,
  goal: goalId(key),
  step: undefined,
  due: day(due),
  isDone: false,
  after,
  parts: [],
  ...known,
})
const flag = (items: readonly Item[], key: string) => flagsOf(items, days).get(key)

describe('rings', () => {
  test.each<[string, readonly Item[], boolean]>([
    ['nothing waits', [item('a', '2026-06-01'), item('b', '2026-06-02')], false],
    ['one after the other', [item('a', '2026-06-01'), item('b', '2026-06-02', ['a'])], false],
    ['each after the other', [item('a', '2026-06-01', ['b']), item('b', '2026-06-02', ['a'])], true],
    ['after itself', [item('a', '2026-06-01', ['a'])], true],
    [
      'two ways to the same end',
      [
        item('a', '2026-06-01'),
        item('b', '2026-06-02', ['a']),
        item('c', '2026-06-02', ['a']),
        item('d', '2026-06-03', ['b', 'c']),
      ],
      false,
    ],
    ['after something unknown', [item('a', '2026-06-01', ['gone'])], false],
    [
      'a milestone after its own goal',
      [item('g', '2026-06-01', [], { parts: ['g/s'] }), item('g/s', '2026-06-01', ['g'])],
      true,
    ],
    [
      'two goals whose milestones wait for each other’s goal',
      [
        item('g', '2026-06-01', [], { parts: ['g/s'] }),
        item('h', '2026-06-01', [], { parts: ['h/s'] }),
        item('g/s', '2026-06-01', ['h']),
        item('h/s', '2026-06-01', ['g']),
      ],
      true,
    ],
  ])('%s', (_, items, isRing) => expect(cycleIn(items) !== undefined).toBe(isRing))

  test('a ring is found wherever it is closed, and nowhere before', () => {
    holds(
      fc.property(anyNetwork, fc.nat(), fc.nat(), (items, from, to) => {
        expect(cycleIn(items)).toBeUndefined()
        const [first, last] = [from % items.length, to % items.length].toSorted((a, b) => a - b)
        const early = items[first ?? 0]
        const late = items[last ?? 0]
        if (early === undefined || late === undefined) return
        const reaches = upstream(late.key, items).includes(early.key)
        const closed = items.map((one) => (one === early ? { ...one, after: [...one.after, late.key] } : one))
        expect(cycleIn(closed) !== undefined).toBe(reaches)
      }),
    )
  })
})

describe('blocked and squeezed (domain.md §6.4)', () => {
  test.each<[string, string, string, boolean, number | undefined, boolean]>([
    // what comes before is due, the own day, blocked, slack, squeezed
    ['its day has passed', '2026-05-12', '2026-06-30', true, 32, false],
    ['it is due today', '2026-05-13', '2026-05-18', false, 3, false],
    ['two working days are left over a weekend', '2026-05-15', '2026-05-19', false, 2, true],
    ['three working days are left', '2026-05-15', '2026-05-20', false, 3, false],
    ['the company’s day does not count', '2026-05-22', '2026-05-27', false, 2, true],
    ['a public holiday does not count', '2026-05-29', '2026-06-03', false, 2, true],
    ['both end on the same day', '2026-05-20', '2026-05-20', false, 0, true],
    ['it ends after what waits for it', '2026-05-22', '2026-05-20', false, 0, true],
  ])('%s', (_, before, due, isBlocked, slackDays, isSqueezed) => {
    const items = [item('a', before), item('b', due, ['a'])]
    const found = flag(items, 'b')
    expect(found?.blockedBy.length).toBe(isBlocked ? 1 : 0)
    expect(found).toMatchObject({ slackDays, isSqueezed })
  })

  test('what is done holds nobody up', () => {
    const items = [item('a', '2026-05-01', [], { isDone: true }), item('b', '2026-05-14', ['a'])]
    expect(flag(items, 'b')).toEqual({ blockedBy: [], slackDays: undefined, isSqueezed: false })
    expect(flag(items, 'a')).toBeUndefined()
  })

  test('the tightest of several decides, and every late one is named', () => {
    const items = [
      item('a', '2026-05-11'),
      item('b', '2026-05-12'),
      item('c', '2026-05-18'),
      item('d', '2026-05-20', ['a', 'b', 'c']),
    ]
    expect(flag(items, 'd')?.blockedBy.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(flag(items, 'd')).toMatchObject({ slackDays: 2, isSqueezed: false })
  })
})

describe('the critical chain', () => {
  test('the path that ends last, backwards by what ends last', () => {
    const items = [
      item('contract', '2026-05-20'),
      item('legal', '2026-05-28'),
      item('launch', '2026-06-10', ['contract', 'legal']),
      item('party', '2026-06-12'),
      item('thanks', '2026-05-30', ['contract']),
    ]
    expect(criticalChain(items, today).map(({ key }) => key)).toEqual(['legal', 'launch'])
  })

  test('what is done is no longer part of it, and one alone is no chain', () => {
    const items = [
      item('a', '2026-05-20', [], { isDone: true }),
      item('b', '2026-05-28', ['a']),
      item('c', '2026-06-10', ['b']),
    ]
    expect(criticalChain(items, today).map(({ key }) => key)).toEqual(['b', 'c'])
    expect(criticalChain(items.slice(0, 2), today)).toEqual([])
  })

  test('where two end on the same day the longer one is told', () => {
    const items = [
      item('a', '2026-05-20'),
      item('b', '2026-05-25', ['a']),
      item('c', '2026-06-10', ['b']),
      item('x', '2026-05-25'),
      item('y', '2026-06-10', ['x']),
    ]
    expect(criticalChain(items, today).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })

  test('it is the longest of all remaining paths', () => {
    holds(
      fc.property(anyNetwork, (items) => {
        const chain = criticalChain(items, today)
        const all = everyPath(items).filter((path) => path.length > 1)
        expect(chain.length > 0).toBe(all.length > 0)
        expect(chain.every(({ isDone }) => !isDone)).toBe(true)
        for (const [index, one] of chain.entries())
          if (index > 0) expect(one.after).toContain(chain[index - 1]?.key)
        expect(chain.length === 0 ? undefined : endOf(chain)).toBe(all.map(endOf).toSorted().at(-1))
      }),
    )
  })

  test('a ring in old data does not hang it', () => {
    const items = [item('a', '2026-06-01', ['b']), item('b', '2026-06-02', ['a'])]
    expect(criticalChain(items, today).length).toBeGreaterThan(0)
    expect(flagsOf(items, days).size).toBe(2)
  })
})

describe('goals as a network', () => {
  const steps: readonly Step[] = [
    aStep({ due: day('2026-05-20') }),
    aStep({ id: stepId('step-2'), after: [{ goal: goalId('g'), step: stepId('step-1') }] }),
  ]
  const goal = (known: Partial<Goal>) => aGoal({ id: goalId('g'), steps, ...known })

  test('a goal and its milestones; one without a date is due with the goal', () => {
    const [whole, first, second] = itemsOf([goal({})])
    expect(whole).toMatchObject({ key: 'g', due: '2026-06-30', parts: ['g/step-1', 'g/step-2'] })
    expect(first).toMatchObject({ key: 'g/step-1', due: '2026-05-20', after: [] })
    expect(second).toMatchObject({ key: 'g/step-2', due: '2026-06-30', after: ['g/step-1'] })
    expect(keyOf({ goal: goalId('g'), step: undefined })).toBe('g')
  })

  test.each<[string, Goal, boolean]>([
    ['is under way', goal({}), false],
    ['has met its target', withValue(goal({}), 20), true],
    ['was reached', goal({ state: 'reached' }), true],
    ['was retired, so nobody waits for it', goal({ state: 'retired' }), true],
    [
      'has all its milestones',
      goal({ kind: 'milestone', steps: steps.map((one) => ({ ...one, isDone: true })) }),
      true,
    ],
    ['keeps within bounds until its end', withValue(goal({ kind: 'maintain', low: 1 }), 2), false],
  ])('a goal that %s', (_, given, isDone) => expect(itemsOf([given])[0]?.isDone).toBe(isDone))
})

/** Items that wait only for earlier ones: no ring is possible. */
const anyNetwork = fc
  .array(
    fc.record({
      away: fc.integer({ min: -10, max: 40 }),
      isDone: fc.boolean(),
      after: fc.array(fc.nat(), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drawn) =>
    drawn.map(({ away, isDone, after }, index) =>
      item(
        `i${index}`,
        addDays(today, away),
        index === 0 ? [] : [...new Set(after.map((nth) => `i${nth % index}`))],
        { isDone },
      ),
    ),
  )

function upstream(key: string, items: readonly Item[]): readonly string[] {
  const own = items.find((one) => one.key === key)
  return [key, ...(own?.after ?? []).flatMap((before) => upstream(before, items))]
}

/** By trying all of them. */
function everyPath(items: readonly Item[]): readonly (readonly Item[])[] {
  const open = items.filter(({ isDone }) => !isDone)
  const to = (last: Item): readonly (readonly Item[])[] => {
    const before = open.filter(({ key }) => last.after.includes(key))
    return [[last], ...before.flatMap(to).map((path) => [...path, last])]
  }
  return open.flatMap(to)
}

const endOf = (path: readonly Item[]) =>
  [today, ...path.map(({ due }) => due)].toSorted((a, b) => (a < b ? -1 : 1)).at(-1)
