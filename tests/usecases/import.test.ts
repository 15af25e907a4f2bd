import { describe, expect, test } from 'vitest'
import { goalsOwnedBy } from '../../db/goals.ts'
import { newestReadings } from '../../db/readings.ts'
import type { Db } from '../../db/schema.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import { isoOf } from '../../src/domain/time.ts'
import { rowCounts } from '../support/asking.ts'
import { databases } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aStep,
  aTeam,
  ben,
  chen,
  day,
  globex,
  goalId,
  instant,
  stepId,
} from '../support/people.ts'
import { storeAnswer, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'
import { exported, imports, looks } from '../support/transfers.ts'

const now = instant('2026-05-20T10:00Z')

async function world(db: Db, goals: readonly Goal[] = [], workspace = acme) {
  await storeWorkspace(db, workspace)
  for (const person of [ana, ben, chen]) await storePerson(db, { ...person, workspace })
  await storeTeam(
    db,
    { ...aTeam(), workspace },
    [ana, ben, chen].map((one) => ({ ...one, workspace })),
  )
  for (const goal of goals) {
    await storeGoal(db, goal)
    const { closedAt: closed_at = null, closingNote: closing_note = null } = goal
    await db.updateTable('goal').set({ closed_at, closing_note }).where('id', '=', goal.id).execute()
  }
  await db
    .updateTable('workspace')
    .set({ next_goal_number: Math.max(1, ...goals.map(({ number }) => number + 1)) })
    .where('id', '=', workspace)
    .execute()
}

/** `2026-05-04T10:00:00Z 12 import`, oldest first. */
async function readingsOf(db: Db, goal: Goal): Promise<readonly string[]> {
  const found = await newestReadings(db, goal.workspace, [goal.id], 1000)
  return (found.get(goal.id) ?? []).map(({ at, value, provenance }) => `${isoOf(at)} ${value} ${provenance}`)
}

/** What is to be equal after an import: everything a file carries of a goal. */
const carried = (goals: readonly Goal[]) => {
  const numbers = new Map(goals.map(({ id, title }) => [id, title]))
  return goals
    .map((goal) => ({
      ...goal,
      id: undefined,
      workspace: undefined,
      team: undefined,
      number: undefined,
      createdAt: undefined,
      createdBy: undefined,
      firstCheckInAt: undefined,
      version: undefined,
      verdict: undefined,
      parent: goal.parent && numbers.get(goal.parent),
      steps: goal.steps.map((step) => ({
        ...step,
        id: undefined,
        doneBy: undefined,
        after: step.after.map((link) => numbers.get(link.goal)),
      })),
    }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
}

const range = {
  measure: 'custom-range',
  kind: 'maintain',
  direction: 'keep',
  unit: { kind: 'time', in: 'hours' },
  baseline: undefined,
  target: undefined,
  low: 1.234,
  high: undefined,
} as const

const many: readonly Goal[] = [
  aGoal({
    number: 1,
    id: goalId('g1'),
    title: '=HYPERLINK("x")',
    levers: 'By calling\nevery day; "now"',
    why: '+1',
  }),
  aGoal({
    number: 2,
    id: goalId('g2'),
    title: 'Keep answers quick',
    ...range,
    parent: goalId('g1'),
    visibility: 'private',
    partner: ben.id,
    coOwners: [chen.id],
    confidence: 7,
    size: 'large',
    firstStep: '如果下雨，我就打電話',
  }),
  aGoal({
    number: 3,
    id: goalId('g3'),
    title: 'Ship it',
    measure: 'deliverable',
    kind: 'milestone',
    unit: { kind: 'count', noun: undefined },
    baseline: undefined,
    target: undefined,
    curve: { kind: 'steps' },
    steps: [
      aStep({
        id: stepId('s1'),
        title: 'Agree',
        due: day('2026-05-01'),
        isDone: true,
        doneBy: ana.id,
        doneAt: instant('2026-05-02T10:00Z'),
      }),
      aStep({
        id: stepId('s2'),
        title: 'Build',
        weight: 3,
        assignee: ben.id,
        after: [
          { goal: goalId('g3'), step: stepId('s1') },
          { goal: goalId('g1'), step: undefined },
        ],
      }),
    ],
  }),
  aGoal({
    number: 4,
    id: goalId('g4'),
    title: 'Old one',
    start: day('2026-01-01'),
    due: day('2026-03-31'),
    state: 'reached',
    closedAt: instant('2026-03-30T10:00Z'),
    closingNote: 'Good',
  }),
  aGoal({
    number: 5,
    id: goalId('g5'),
    title: 'Lower cost',
    measure: 'acquisition-cost',
    kind: 'reach',
    direction: 'down',
    unit: { kind: 'currency', code: 'EUR' },
    baseline: 1234.567,
    target: 0.125,
    history: [1300, undefined, 1250.5],
    curve: { kind: 'custom', points: [[0.5, 0.2]] },
  }),
]

describe.each(databases)('importing, on $name', ({ fresh }) => {
  test('an export in JSON, imported into an empty workspace, gives equal goals and readings', async () => {
    await using from = await fresh()
    await using into = await fresh()
    await world(from.db, many)
    const [first] = many
    if (first === undefined) throw new Error('no goal')
    await storeAnswer(from.db, first, {
      period: '2026-W19',
      at: instant('2026-05-05T08:01:02.345Z'),
      value: 7,
      note: '-2 since "then"',
    })
    await storeAnswer(from.db, first, { period: '2026-W20', at: instant('2026-05-12T08:00Z'), value: 12.5 })
    const closed = many[3]
    if (closed !== undefined)
      await storeAnswer(from.db, closed, { period: '2026-W10', at: instant('2026-03-05T08:00Z'), value: 20 })
    const text = await exported(from.deps(now), ana, 'json')
    await world(into.db, [], globex)
    const me: Person = { ...ana, workspace: globex }
    const sheet = await imports(into.deps(now), me, text)
    expect(sheet.refused).toEqual([])
    expect(sheet.goals).toEqual({ made: 5, changed: 0, same: 0 })
    expect(sheet.readings).toEqual({ made: 3, changed: 0, same: 0 })
    const before = await goalsOwnedBy(from.db, acme, [ana.id])
    const after = await goalsOwnedBy(into.db, globex, [ana.id])
    expect(carried(after)).toEqual(carried(before))
    const said = after.find(({ title }) => title === first.title)
    expect(said && (await readingsOf(into.db, said))).toEqual([
      '2026-05-05T08:01:02.345Z 7 import',
      '2026-05-12T08:00:00Z 12.5 import',
    ])
    const counts = await rowCounts(into.db)
    const again = await imports(into.deps(now), me, text)
    expect(again.goals).toEqual({ made: 0, changed: 0, same: 5 })
    expect(again.readings).toEqual({ made: 0, changed: 0, same: 3 })
    expect({ ...(await rowCounts(into.db)), audit: 0 }).toEqual({ ...counts, audit: 0 })
  })

  test.each(['json', 'goals', 'readings'] as const)(
    'an export (%s) says nothing new where it comes from',
    async (kind) => {
      await using from = await fresh()
      await world(from.db, many)
      const [first] = many
      if (first === undefined) throw new Error('no goal')
      await storeAnswer(from.db, first, {
        period: '2026-W19',
        at: instant('2026-05-05T08:01:02.345Z'),
        value: 7,
        note: '=1',
      })
      const sheet = await looks(from.deps(now), ana, await exported(from.deps(now), ana, kind))
      expect(sheet).toMatchObject({
        refused: [],
        unknown: [],
        goals: { made: 0, changed: 0 },
        readings: { made: 0, changed: 0 },
      })
      expect(sheet.goals.same + sheet.readings.same).toBeGreaterThan(0)
    },
  )

  test('the two tables together give equal goals and readings too, but for milestones and paths drawn by hand', async () => {
    await using from = await fresh()
    await using into = await fresh()
    const plain = many.filter(({ steps, curve }) => steps.length === 0 && curve.kind !== 'custom')
    await world(from.db, plain)
    const [first] = plain
    if (first === undefined) throw new Error('no goal')
    await storeAnswer(from.db, first, {
      period: '2026-W19',
      at: instant('2026-05-05T08:01:02.345Z'),
      value: 7,
    })
    await world(into.db)
    expect(
      (await imports(into.deps(now), ana, await exported(from.deps(now), ana, 'goals'))).refused,
    ).toEqual([])
    expect(
      (await imports(into.deps(now), ana, await exported(from.deps(now), ana, 'readings'))).refused,
    ).toEqual([])
    const after = await goalsOwnedBy(into.db, acme, [ana.id])
    expect(carried(after)).toEqual(carried(await goalsOwnedBy(from.db, acme, [ana.id])))
  })
})
