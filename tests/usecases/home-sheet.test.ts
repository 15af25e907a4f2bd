import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import type { Person } from '../../src/domain/people.ts'
import type { GoalId } from '../../src/domain/types.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import { homeSheet } from '../../src/usecases/home-sheet.ts'
import { planDue } from '../../src/usecases/plan-due.ts'
import { recordAnswers } from '../../src/usecases/record-answers.ts'
import { aDraft, theFacts } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { acme, ana, ben, chen, dee, eve, globex, instant } from '../support/people.ts'
import { everyone, storePerson, storeWorkspace } from '../support/stored.ts'

const made = instant('2026-05-05T08:30Z')
const asked = instant('2026-05-11T07:00Z')

/** Ana's own two goals, and Ben's with her as partner. */
async function begun(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  const given = world.deps(made)
  const make = async (owner: Person, known: Parameters<typeof aDraft>[0], rest: object) => {
    const draft = aDraft({ owner: owner.id, ...known })
    const result = await createGoal(given, owner, draft, theFacts({ owner, ...rest }))
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value.goal
  }
  return {
    deals: await make(ana, {}, { key: 'form-1' }),
    revenue: await make(ana, { measure: 'revenue' }, { key: 'form-2' }),
    bens: await make(ben, {}, { key: 'form-3', partner: ana, coOwners: [chen] }),
  }
}

function throwIt(_schedule: unknown, fault: unknown): never {
  throw fault
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('someone new has nothing, and their own day', async () => {
    await using world = await fresh()
    await storeWorkspace(world.db)
    await storePerson(world.db, chen)
    expect(await homeSheet(world.deps(instant('2026-05-05T17:00Z')), chen)).toEqual({
      person: chen,
      today: '2026-05-06',
      due: undefined,
      goals: [],
      supported: [],
      closed: [],
      teams: [],
      leaves: [],
      nextPromptAt: undefined,
    })
  })

  test('own goals, those one helps with, teams and the next prompt on one’s own clock', async () => {
    await using world = await fresh()
    await begun(world)
    const home = await homeSheet(world.deps(made), ana)
    expect(home.goals.map(({ goal }) => goal.number)).toEqual([1, 2])
    expect(home.supported).toMatchObject([{ as: 'partner', owner: ben, standing: { goal: { number: 3 } } }])
    expect(home.teams).toMatchObject([{ isLead: true, team: { channelName: 'sales' } }])
    expect(home.nextPromptAt).toBe(instant('2026-05-11T07:00Z'))
    expect(await homeSheet(world.deps(made), ben)).toMatchObject({
      nextPromptAt: instant('2026-05-11T13:00Z'),
      teams: [{ isLead: false }],
      supported: [],
    })
    expect((await homeSheet(world.deps(made), chen)).supported).toMatchObject([{ as: 'co-owner' }])
    expect(await homeSheet(world.deps(made), eve)).toMatchObject({ nextPromptAt: undefined, goals: [] })
  })

  test('what is due now is listed until it is answered', async () => {
    await using world = await fresh()
    const { deals, revenue } = await begun(world)
    expect((await homeSheet(world.deps(asked), ana)).due).toBeUndefined()
    await planDue(world.deps(asked), throwIt)
    const due = (await homeSheet(world.deps(asked), ana)).due
    expect(due?.items.map((item) => item.standing.goal.number)).toEqual([1, 2])
    expect(due?.windowEnds).toBe(instant('2026-05-13T07:00Z'))
    await say(world, deals.id, 'click-1')
    const left = (await homeSheet(world.deps(asked), ana)).due
    expect(left?.items.map((item) => item.standing.goal.number)).toEqual([2])
    await say(world, revenue.id, 'click-2')
    expect((await homeSheet(world.deps(asked), ana)).due).toBeUndefined()
  })

  test('closed goals stay for thirty days', async () => {
    await using world = await fresh()
    const { deals, revenue } = await begun(world)
    await markClosed(world.db, acme, deals.id, { as: 'reached', at: made, note: undefined })
    await markClosed(world.db, acme, revenue.id, { as: 'retired', at: asked, note: undefined })
    const closedAt = async (text: string) =>
      (await homeSheet(world.deps(instant(text)), ana)).closed.map((goal) => goal.number)
    expect(await closedAt('2026-06-04T08:30Z')).toEqual([2, 1])
    expect(await closedAt('2026-06-04T08:31Z')).toEqual([2])
    expect((await homeSheet(world.deps(asked), ana)).nextPromptAt).toBeUndefined()
  })

  test('a namesake in another workspace sees nothing of it', async () => {
    await using world = await fresh()
    await begun(world)
    await planDue(world.deps(asked), throwIt)
    const home = await homeSheet(world.deps(asked), { ...ana, workspace: globex })
    expect(home).toMatchObject({ due: undefined, goals: [], supported: [], closed: [], teams: [] })
    expect((await homeSheet(world.deps(asked), dee)).supported).toEqual([])
  })

  async function say(world: FreshDatabase, goal: GoalId, key: string) {
    const said = await recordAnswers(world.deps(asked), ana, {
      answers: [
        {
          goal,
          value: 3,
          delta: undefined,
          status: undefined,
          confidence: undefined,
          note: undefined,
          blocker: undefined,
          isNoChange: false,
          isDone: false,
        },
      ],
      key,
      messageKey: undefined,
      provenance: 'button',
    })
    if (!said.ok) throw new Error(JSON.stringify(said.refusal))
  }
})
