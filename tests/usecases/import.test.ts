import { describe, expect, test } from 'vitest'
import { answeredIn } from '../../db/check-ins.ts'
import { goalsOwnedBy } from '../../db/goals.ts'
import { newestReadings } from '../../db/readings.ts'
import type { Db } from '../../db/schema.ts'
import { tallyRows } from '../../db/tallies.ts'
import type { Goal } from '../../src/domain/goal.ts'
import { isEligible } from '../../src/domain/leaderboard.ts'
import type { Person } from '../../src/domain/people.ts'
import { addMs, isoOf } from '../../src/domain/time.ts'
import { recordAnswers } from '../../src/usecases/record-answers.ts'
import { refreshTally } from '../../src/usecases/tally.ts'
import { rowCounts, waiting } from '../support/asking.ts'
import { databases, freshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aStep,
  aTeam,
  ben,
  chen,
  day,
  eve,
  globex,
  goalId,
  instant,
  stepId,
} from '../support/people.ts'
import {
  longAgo,
  storeAnswer,
  storeAsk,
  storeGoal,
  storePerson,
  storeTeam,
  storeWorkspace,
} from '../support/stored.ts'
import { exported, imports, looks, runs } from '../support/transfers.ts'

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

/** Ana's 20 deals from April through June, G-12, and Ben's, which he keeps to himself, G-13. */
const anas = aGoal({ id: goalId('anas') })
/** Who leads nobody. */
const chens = aGoal({ id: goalId('chens'), owner: chen.id })
const bens = aGoal({
  id: goalId('bens'),
  number: 13,
  owner: ben.id,
  title: 'Secret plan',
  visibility: 'private',
})
const benShared = aGoal({ id: goalId('shared'), number: 14, owner: ben.id, title: 'Call more' })

const goalRows = (...rows: readonly string[]) =>
  ['title,target,due,start,measure,unit,reason', ...rows].join('\n')

describe.each(databases)('what an import may, on $name', ({ fresh }) => {
  const kinds = (sheet: Awaited<ReturnType<typeof looks>>) =>
    sheet.refused.map(({ line, why }) => `${line} ${why.map(({ kind }) => kind).join(' ')}`)

  test('easing a locked goal needs a reason, is told to the channel, and counts a week later', async () => {
    await using base = await fresh()
    await world(base.db, [anas])
    const deps = base.deps(now)
    const bare = await imports(deps, ana, goalRows('Sign 20 deals,10,2026-06-30,2026-04-01,deals-won,,'))
    expect(kinds(bare)).toEqual(['2 reason-needed'])
    const sheet = await imports(
      deps,
      ana,
      goalRows('Sign 20 deals,10,2026-06-30,2026-04-01,deals-won,,Half the team is ill'),
    )
    expect(sheet).toMatchObject({ refused: [], goals: { made: 0, changed: 1, same: 0 } })
    const versions = await base.db.selectFrom('goal_version').selectAll().where('version', '=', 2).execute()
    expect(versions).toMatchObject([
      { ease: 'easier', reason: 'Half the team is ill', counts_from: now + 7 * 86_400_000 },
    ])
    expect(await waiting(base.db)).toEqual(['goal-changed -> C0SALES'])
  })

  test('a locked baseline, a goal that is there, a date gone by and whatever cannot be read are refused as in the form', async () => {
    await using base = await fresh()
    await world(base.db, [chens])
    const header = 'title,baseline,target,due,start,measure,partner_id'
    const rows = [
      'Sign 20 deals,5,20,2026-06-30,2026-04-01,deals-won,',
      'Twenty deals again,0,20,2026-06-30,2026-04-01,deals-won,',
      'Too late,0,20,2026-05-01,2026-04-01,prospecting,',
      'Bad words,0,many,2026-07-01,2026-04-01,revenue,',
      'No such measure,0,20,2026-07-01,2026-04-01,happiness,',
      ',0,20,2026-07-01,2026-04-01,revenue,',
    ]
    const sheet = await imports(base.deps(now), chen, [header, ...rows].join('\n'))
    expect(sheet.goals).toEqual({ made: 0, changed: 0, same: 0 })
    expect(kinds(sheet)).toEqual([
      '2 baseline-needs-approval',
      '3 duplicate-goal',
      '4 due-in-past',
      '5 number-unreadable',
      '6 row-measure-unknown',
      '7 title-missing',
    ])
    expect(await goalsOwnedBy(base.db, acme, [chen.id])).toHaveLength(1)
  })

  test('two rows of one file are no two goals where the form would refuse the second', async () => {
    await using base = await fresh()
    await world(base.db)
    const row = 'Win deals,20,2026-08-31,2026-05-20,deals-won,,'
    const sheet = await imports(base.deps(now), ana, goalRows(row, row.replace('Win', 'Get')))
    expect(sheet.goals.made).toBe(1)
    expect(kinds(sheet)).toEqual(['3 duplicate-goal'])
  })

  test('numbers for someone else’s goal are the lead’s to bring; of a private one nobody else learns that it is there', async () => {
    await using base = await fresh()
    await world(base.db, [anas, bens, benShared])
    const deps = base.deps(now)
    const rows =
      'goal,date,value\nG-13,2026-05-04,1\nSecret plan,2026-05-04,1\nG-14,2026-05-04,1\nG-99,2026-05-04,1\n'
    expect(kinds(await imports(deps, chen, rows))).toEqual([
      '2 row-no-such-goal',
      '3 row-no-such-goal',
      '4 not-your-goal',
      '5 row-no-such-goal',
    ])
    const led = await imports(deps, ana, rows)
    expect(led.readings).toEqual({ made: 2, changed: 0, same: 1 })
    expect(kinds(led)).toEqual(['5 row-no-such-goal'])
  })

  test('what an export shows of others cannot be changed by importing it', async () => {
    await using base = await fresh()
    await world(base.db, [anas, benShared])
    const deps = base.deps(now)
    const read = JSON.parse(await exported(deps, chen, 'json'))
    expect(read.goals).toHaveLength(2)
    for (const goal of read.goals) {
      goal.readings = [{ at: '2026-05-04T10:00:00Z', value: 99 }]
      goal.target = 1
    }
    const sheet = await imports(deps, chen, JSON.stringify(read))
    expect(sheet.goals).toEqual({ made: 0, changed: 0, same: 0 })
    expect(kinds(sheet)).toEqual([
      '1 not-your-goal',
      '2 not-your-goal',
      '1 row-goal-refused',
      '2 row-goal-refused',
    ])
    for (const goal of read.goals) goal.target = 20
    const numbers = await imports(deps, chen, JSON.stringify(read))
    expect(numbers).toMatchObject({ goals: { same: 2 }, readings: { made: 0, changed: 0 } })
    expect(kinds(numbers)).toEqual(['1 not-your-goal', '2 not-your-goal'])
  })

  test('an export of nothing is imported as nothing', async () => {
    await using base = await fresh()
    await world(base.db)
    const deps = base.deps(now)
    for (const kind of ['json', 'goals', 'readings'] as const)
      expect(await imports(deps, chen, await exported(deps, chen, kind))).toMatchObject({
        refused: [],
        goals: { made: 0, changed: 0, same: 0 },
        readings: { made: 0, changed: 0, same: 0 },
      })
  })

  test('goals for others are the lead’s to bring, for members of the channel', async () => {
    await using base = await fresh()
    await world(base.db)
    const deps = base.deps(now)
    const rows = (owner: string) => `title,target,due,owner\nDeals of ${owner},20,2026-08-31,${owner}\n`
    expect(kinds(await imports(deps, chen, rows('Ben')))).toEqual(['2 row-not-yours'])
    expect(kinds(await imports(deps, ana, rows('Nobody')))).toEqual(['2 row-owner-unknown'])
    expect(kinds(await imports(deps, ana, rows('U0GHOST')))).toEqual(['2 row-owner-unknown'])
    expect((await imports(deps, ana, rows('Ben'))).goals.made).toBe(1)
    expect((await goalsOwnedBy(base.db, acme, [ben.id])).map(({ createdBy }) => createdBy)).toEqual([ana.id])
  })

  test('whoever has a part in imported goals is told once, however many they are; not the importer, not of closed ones', async () => {
    await using base = await fresh()
    await world(base.db)
    const deps = base.deps(now)
    const rows = [
      'title,target,start,due,owner,partner_id,state',
      'Deals,20,,2026-08-31,Ben,,',
      'Calls,40,,2026-08-31,Ben,,',
      `Mine,40,,2026-08-31,Ana,${chen.id},`,
      'Over,40,2026-01-01,2026-04-30,Chen,,retired',
    ].join('\n')
    await looks(deps, ana, rows)
    expect(await waiting(base.db)).toEqual([])
    expect((await imports(deps, ana, rows)).goals.made).toBe(4)
    const told = [`goals-brought -> ${ben.id}`, `goals-brought -> ${chen.id}`]
    expect((await waiting(base.db)).toSorted()).toEqual(told)
    await imports(base.deps(instant('2026-05-20T11:00Z')), ana, rows)
    expect((await waiting(base.db)).toSorted()).toEqual(told)
  })

  test('a file of another workspace reaches nothing of it, whatever ids it names', async () => {
    await using base = await fresh()
    await world(base.db, [anas])
    await world(base.db, [], globex)
    const deps = base.deps(now)
    const counts = (workspace: string) =>
      base.db.selectFrom('goal').select('id').where('workspace_id', '=', workspace).execute()
    const text = await exported(deps, ana, 'json')
    await imports(deps, { ...ana, workspace: globex }, text)
    expect(await counts(acme)).toHaveLength(1)
    expect(await counts(globex)).toHaveLength(1)
    const rows = await base.db.selectFrom('answer').select('id').where('workspace_id', '=', acme).execute()
    expect(rows).toEqual([])
  })

  test('an imported number answers no prompt and mends no reliability', async () => {
    await using base = await fresh()
    await world(base.db, [anas])
    const deps = base.deps(now)
    await storeAsk(base.db, anas, '2026-W20', instant('2026-05-11T07:00Z'))
    await storeAsk(base.db, anas, '2026-W21', instant('2026-05-18T07:00Z'))
    const whose = { team: anas.team, person: ana.id }
    await refreshTally(base.db, deps, acme, whose)
    const before = await tallyRows(base.db, acme)
    await imports(deps, ana, 'goal,date,value\nG-12,2026-05-12,7\nG-12,2026-05-19,8\n')
    await refreshTally(base.db, deps, acme, whose)
    expect(await tallyRows(base.db, acme)).toEqual(before)
    expect(JSON.stringify(before)).toContain('missed')
    expect(await answeredIn(base.db, acme, [anas.id], '2026-W21' as never)).toEqual(new Set())
    const [goal] = await goalsOwnedBy(base.db, acme, [ana.id])
    expect(goal).toMatchObject({ last: { value: 8 }, firstCheckInAt: now })
  })

  test('a later file corrects what a file brought, never what was said; a change follows its new number', async () => {
    await using base = await fresh()
    await world(base.db, [anas])
    await storeAnswer(base.db, anas, { period: '2026-W19', at: instant('2026-05-05T08:00Z'), value: 5 })
    const deps = base.deps(now)
    await imports(deps, ana, 'goal,date,value\nG-12,2026-05-10,7\n')
    const added = { ...change, goal: anas.id, delta: 3 }
    const said = await recordAnswers(base.deps(instant('2026-05-20T10:30Z')), ana, {
      answers: [added],
      key: 'event:1',
      messageKey: undefined,
      provenance: 'reply',
    })
    expect(said.ok && said.value[0]?.answer.value).toBe(10)
    const later = base.deps(instant('2026-05-21T10:00Z'))
    const sheet = await imports(
      later,
      ana,
      'goal,date,value\nG-12,2026-05-10,9\nG-12,2026-05-05,6\nG-12,2026-05-05,5\n',
    )
    expect(sheet.readings).toEqual({ made: 0, changed: 1, same: 0 })
    expect(kinds(sheet)).toEqual(['3 row-said-otherwise', '4 row-twice'])
    expect(await readingsOf(base.db, anas)).toEqual([
      '2026-05-05T08:00:00Z 5 reply',
      '2026-05-10T10:00:00Z 9 import',
      '2026-05-20T10:30:00Z 12 reply',
    ])
    const back = await imports(later, ana, 'goal,date,value\nG-12,2026-05-10,7\n')
    expect(back.readings.changed).toBe(1)
    expect((await readingsOf(base.db, anas)).at(-1)).toBe('2026-05-20T10:30:00Z 10 reply')
  })

  test.each([
    ['G-12,2026-05-21,1', 'row-date-ahead'],
    ['G-12,someday,1', 'row-date-unreadable'],
    ['G-12,,1', 'row-date-missing'],
    ['G-12,2026-05-04,', 'number-missing'],
    ['G-12,2026-05-04,lots', 'number-unreadable'],
    ['G-12,2026-05-04,5%', 'unit-mismatch'],
    [',2026-05-04,5', 'row-no-goal-named'],
    ['Nothing like it,2026-05-04,5', 'row-no-such-goal'],
  ])('%s is refused', async (row, kind) => {
    await using base = await fresh()
    await world(base.db, [anas])
    expect(kinds(await imports(base.deps(now), ana, `goal,date,value\n${row}\n`))).toEqual([`2 ${kind}`])
  })

  test('what came closed never scores, and what is closed here takes no more numbers', async () => {
    await using base = await fresh()
    await world(base.db, [{ ...anas, state: 'retired', closedAt: instant('2026-05-10T08:00Z') }])
    const deps = base.deps(now)
    expect(kinds(await imports(deps, ana, 'goal,date,value\nG-12,2026-05-04,5\n'))).toEqual(['2 goal-closed'])
    const row = 'Won,20,2026-05-10,2026-04-01,reached,2026-05-09T10:00:00Z'
    const sheet = await imports(deps, ana, `title,target,due,start,state,closed_at\n${row}\n`)
    expect(sheet).toMatchObject({ refused: [], goals: { made: 1 } })
    const won = (await goalsOwnedBy(base.db, acme, [ana.id])).find(({ title }) => title === 'Won')
    const after = instant('2026-06-07T10:00Z')
    expect(won && isEligible({ ...won, last: { value: 20, at: now } }, after, day('2026-06-07'))).toBe(false)
    expect(
      won &&
        isEligible({ ...won, createdAt: longAgo, last: { value: 20, at: now } }, after, day('2026-06-07')),
    ).toBe(true)
  })

  test('parents come before their parts whatever their order; a ring is refused', async () => {
    await using base = await fresh()
    await world(base.db)
    const header = 'goal,title,target,due,parent'
    const rows = ['G-3,Part of part,5,2026-08-31,G-2', 'G-2,Part,6,2026-08-31,G-1', 'G-1,Whole,7,2026-08-31,']
    const ring = ['G-8,Ring a,8,2026-08-31,G-9', 'G-9,Ring b,9,2026-08-31,G-8']
    const sheet = await imports(base.deps(now), ana, [header, ...rows, ...ring].join('\n'))
    expect(sheet.goals.made).toBe(3)
    expect(kinds(sheet)).toEqual(['5 row-goal-refused', '6 row-goal-refused'])
    const goals = await goalsOwnedBy(base.db, acme, [ana.id])
    const titles = new Map(goals.map(({ id, title }) => [id, title]))
    expect(goals.map(({ title, parent }) => `${title} < ${parent && titles.get(parent)}`).toSorted()).toEqual(
      ['Part < Whole', 'Part of part < Part', 'Whole < undefined'],
    )
  })

  test('a file without goals or numbers, one row, and a person without a team', async () => {
    await using base = await fresh()
    await world(base.db)
    expect(await imports(base.deps(now), ana, 'goal,date,value\n')).toMatchObject({
      refused: [],
      goals: { made: 0 },
    })
    expect((await imports(base.deps(now), ana, 'title,target,due\nOne,1,2026-08-31\n')).goals.made).toBe(1)
    const eveHere = eve
    await storePerson(base.db, eveHere)
    expect(kinds(await imports(base.deps(now), eveHere, 'title,target,due\nOne,1,2026-08-31\n'))).toEqual([
      '2 row-no-team',
    ])
  })

  test('two presses at once write everything once', async () => {
    await using base = await fresh()
    await world(base.db, [anas])
    const deps = base.deps(now)
    const text = 'goal,date,value\nG-12,2026-05-04,1\nG-12,2026-05-05,2\n'
    await Promise.all([runs(deps, ana, text), runs(deps, ana, text)])
    expect(await readingsOf(base.db, anas)).toEqual([
      '2026-05-04T10:00:00Z 1 import',
      '2026-05-05T10:00:00Z 2 import',
    ])
    const goals = 'title,target,due\nOne,1,2026-08-31\nTwo,2,2026-08-31\n'
    await Promise.all([runs(deps, ana, goals), runs(deps, ana, goals)])
    expect(await goalsOwnedBy(base.db, acme, [ana.id])).toHaveLength(3)
  })
})

test('an import that breaks off anywhere is finished by the same file, and nothing is there twice', async () => {
  await using from = await freshDatabase()
  await world(from.db, many)
  const [first] = many
  if (first === undefined) throw new Error('no goal')
  for (let n = 249; n >= 0; n -= 1)
    await storeAnswer(from.db, first, { period: '2026-W10', at: addMs(now, -(n + 1) * 3_600_000), value: n })
  const text = await exported(from.deps(now), ana, 'json')
  for (const breaksAt of [1, 5, 20, 60, 61, 200, 400, 700]) {
    await using into = await freshDatabase()
    await world(into.db, [], globex)
    const me: Person = { ...ana, workspace: globex }
    const deps = into.deps(now)
    let left = breaksAt
    const breaking = {
      ...deps,
      newId() {
        left -= 1
        if (left < 0) throw new Error('the power is gone')
        return deps.newId()
      },
    }
    await runs(breaking, me, text).catch(() => undefined)
    const sheet = await runs(deps, me, text)
    expect(sheet.refused).toEqual([])
    expect(sheet.goals.made + sheet.goals.same).toBe(5)
    expect(sheet.readings.made + sheet.readings.same).toBe(250)
    const after = await goalsOwnedBy(into.db, globex, [ana.id])
    expect(carried(after)).toEqual(carried(await goalsOwnedBy(from.db, acme, [ana.id])))
    expect(await into.db.selectFrom('reading').select('id').execute()).toHaveLength(250)
  }
})

const change = {
  value: undefined,
  delta: undefined,
  status: undefined,
  confidence: undefined,
  note: undefined,
  blocker: undefined,
  isNoChange: false,
  isDone: false,
} as const
