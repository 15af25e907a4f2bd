import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { goalsOwnedBy } from '../../db/goals.ts'
import { newestReadings } from '../../db/readings.ts'
import { draftFrom, type TypedGoal } from '../../src/domain/draft.ts'
import type { Goal, GoalDraft, Measure } from '../../src/domain/goal.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { addDays, addMs } from '../../src/domain/time.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import { theFacts } from '../support/asking.ts'
import { freshDatabase } from '../support/databases.ts'
import { acme, ana, aTeam, ben, chen, day, globex, instant, salesChannel } from '../support/people.ts'
import { storeAnswer, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'
import { exported, imports } from '../support/transfers.ts'

const now = instant('2026-05-20T10:00Z')
const today = day('2026-05-20')

const measures: readonly Measure[] = [
  'revenue',
  'close-rate',
  'churn',
  'first-response',
  'custom-level',
  'custom-total',
  'custom-cadence',
  'custom-range',
  'deliverable',
]

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    '=SUM(1,2)',
    '-5',
    'G-3',
    '12',
    '"quoted", and more',
    "'=x",
    'one\ntwo',
    '提升業績',
    '@here',
    ' a ',
  ),
)
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined })
const number = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map(String),
  fc.integer({ min: 1, max: 99_999 }).map((thousandths) => (thousandths / 1000).toFixed(4)),
)

const typed: fc.Arbitrary<TypedGoal> = fc.record({
  title: words,
  measure: fc.constantFrom(...measures),
  unit: maybe(fc.constantFrom('deals', 'EUR', 'hours', '%', '筆')),
  baseline: number,
  target: number,
  low: number,
  high: fc.constant(undefined),
  history: maybe(fc.constantFrom('23, 25, 27', '1.5, -, 2', '7')),
  kpi: fc.constant(undefined),
  start: fc.integer({ min: -60, max: 20 }).map((days) => addDays(today, days)),
  due: fc.integer({ min: 30, max: 300 }).map((days) => addDays(today, days)),
  channel: fc.constant(salesChannel),
  owner: fc.constant(ana.id),
  coOwners: fc.subarray([ben.id, chen.id]),
  partner: fc.constantFrom(undefined, ben.id),
  visibility: fc.constantFrom('team', 'private'),
  levers: maybe(words),
  why: maybe(words),
  parent: fc.constant(undefined),
  firstStep: maybe(words),
  confidence: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  size: fc.constantFrom('small', 'medium', 'large'),
  isAspirational: fc.boolean(),
  path: fc.constantFrom('linear', 'business-days', 'back-loaded', 's-curve'),
})

const readings = fc.uniqueArray(
  fc.record({
    minutes: fc.integer({ min: 1, max: 100_000 }),
    value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  }),
  { maxLength: 5, selector: ({ minutes }) => minutes },
)

/** What the people of a workspace wrote down, as far as the product takes it. */
async function written(goals: readonly TypedGoal[]) {
  const base = await freshDatabase()
  await settled(base.db, acme)
  for (const [index, one] of goals.entries()) {
    const draft = draftFrom(one)
    if (draft.ok) await createGoal(base.deps(now), ana, draft.value, factsOf(draft.value, `form-${index}`))
  }
  return base
}

const factsOf = ({ coOwners, partner }: GoalDraft, key: string) =>
  theFacts({
    key,
    members: [ana.id, ben.id, chen.id],
    coOwners: [ben, chen].filter(({ id }) => coOwners.includes(id)),
    partner: partner === undefined ? undefined : ben,
  })

async function settled(db: Base['db'], workspace: typeof acme) {
  await storeWorkspace(db, workspace)
  const people = [ana, ben, chen].map((one) => ({ ...one, workspace }))
  for (const person of people) await storePerson(db, person)
  await storeTeam(db, { ...aTeam(), workspace }, people)
}

const carried = (goals: readonly Goal[]) =>
  goals
    .map((goal) => ({
      terms: { ...termsOf(goal), verdict: undefined },
      people: [goal.owner, goal.coOwners, goal.partner, goal.visibility, goal.state],
      last: goal.last,
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

async function valuesIn(base: Base, workspace: typeof acme) {
  const goals = await goalsOwnedBy(base.db, workspace, [ana.id])
  const found = await newestReadings(
    base.db,
    workspace,
    goals.map(({ id }) => id),
    100,
  )
  return goals
    .flatMap(({ id, title }) => (found.get(id) ?? []).map(({ at, value }) => `${title} ${at} ${value}`))
    .sort()
}

type Base = Awaited<ReturnType<typeof freshDatabase>>

/** Readings of the first goal that has a number. */
async function measured(base: Base, values: readonly { readonly minutes: number; readonly value: number }[]) {
  const goals = await goalsOwnedBy(base.db, acme, [ana.id])
  const goal = goals.find(({ kind }) => kind !== 'milestone')
  if (goal === undefined) return
  for (const { minutes, value } of values)
    await storeAnswer(base.db, goal, { period: '2026-W19', at: addMs(now, -minutes * 60_000), value })
  await refreshed(base.db, goal)
}

const filesOf = async (base: Base, as: 'json' | 'csv') =>
  as === 'json'
    ? [await exported(base.deps(now), ana, 'json')]
    : [await exported(base.deps(now), ana, 'goals'), await exported(base.deps(now), ana, 'readings')]

let compared = 0

test.each(['json', 'csv'] as const)(
  'any goals and numbers, exported as %s and imported into an empty workspace, are equal; again they are the same',
  async (as) => {
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { maxLength: 5 }), readings, async (some, values) => {
        await using from = await written(some)
        await using into = await freshDatabase()
        await measured(from, values)
        await settled(into.db, globex)
        const me = { ...ana, workspace: globex }
        const files = await filesOf(from, as)
        for (const file of files)
          expect(await imports(into.deps(now), me, file)).toMatchObject({ refused: [] })
        const after = carried(await goalsOwnedBy(into.db, globex, [ana.id]))
        compared += after.length
        expect(after).toEqual(carried(await goalsOwnedBy(from.db, acme, [ana.id])))
        expect(await valuesIn(into, globex)).toEqual(await valuesIn(from, acme))
        const nothing = { refused: [], goals: { made: 0, changed: 0 }, readings: { made: 0, changed: 0 } }
        for (const file of files) expect(await imports(into.deps(now), me, file)).toMatchObject(nothing)
      }),
      { seed: 20_260_516, numRuns: 40 },
    )
    expect(compared).toBeGreaterThan(40)
  },
  60_000,
)

/** The newest is the goal's value, whatever order they were stored in. */
async function refreshed(db: Base['db'], goal: Goal) {
  const newest = await db
    .selectFrom('answer')
    .selectAll()
    .where('goal_id', '=', goal.id)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  if (newest !== undefined)
    await db
      .updateTable('goal')
      .set({ last_value: newest.value, last_at: newest.at })
      .where('id', '=', goal.id)
      .execute()
}
