import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import { nothingSaid } from '../../src/domain/form-answer.ts'
import { type HomeStatus, usualHome } from '../../src/domain/home-choice.ts'
import type { Person } from '../../src/domain/people.ts'
import type { HomePage } from '../../src/domain/sheets.ts'
import type { GoalId } from '../../src/domain/types.ts'
import { chooseHome } from '../../src/usecases/choose-home.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import { dropDraft, keepDraft } from '../../src/usecases/drafts.ts'
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

const nothing = { rows: [], count: 0, from: 0, to: 0, page: 1, pages: 1 }

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
      choice: usualHome,
      due: undefined,
      drafts: [],
      own: 0,
      mine: nothing,
      supported: nothing,
      team: nothing,
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
    expect(home.mine.rows.map(({ standing }) => standing.goal.number)).toEqual([1, 2])
    expect(home.supported.rows).toMatchObject([
      { as: 'partner', owner: ben, standing: { goal: { number: 3 } } },
    ])
    expect(home.teams).toMatchObject([{ isLead: true, team: { channelName: 'sales' } }])
    expect(home.nextPromptAt).toBe(instant('2026-05-11T07:00Z'))
    expect(await homeSheet(world.deps(made), ben)).toMatchObject({
      nextPromptAt: instant('2026-05-11T13:00Z'),
      teams: [{ isLead: false }],
      supported: nothing,
    })
    expect((await homeSheet(world.deps(made), chen)).supported.rows).toMatchObject([{ as: 'co-owner' }])
    expect(await homeSheet(world.deps(made), eve)).toMatchObject({ nextPromptAt: undefined, mine: nothing })
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

  test('the team’s list holds shared goals of others, without those one supports and without private ones', async () => {
    await using world = await fresh()
    await begun(world)
    const numbers = (page: HomePage) => page.rows.map(({ standing }) => standing.goal.number)
    expect(numbers((await homeSheet(world.deps(made), ben)).team)).toEqual([1, 2])
    expect(numbers((await homeSheet(world.deps(made), ana)).team)).toEqual([])
    const before = await homeSheet(world.deps(made), chen)
    expect(numbers(before.team)).toEqual([1, 2])
    await world.db.updateTable('goal').set({ visibility: 'private' }).where('number', '=', 1).execute()
    const after = await homeSheet(world.deps(made), chen)
    expect(numbers(after.team)).toEqual([2])
    expect(after.team.count).toBe(1)
  })

  test.each([
    [{ whose: 'mine' }, [1, 2], [], []],
    [{ whose: 'supported' }, [], [3], []],
    [{ whose: 'team' }, [], [], []],
    [{ status: 'due' }, [1, 2], [], []],
    [{ status: 'reached' }, [], [], []],
    [{ status: 'closed' }, [], [], []],
    [{ status: 'off-track' }, [], [], []],
  ] as const)('%o shows what it says', async (change, mine, supported, team) => {
    await using world = await fresh()
    await begun(world)
    await planDue(world.deps(asked), throwIt)
    await chooseHome(world.deps(asked), ana, change)
    const home = await homeSheet(world.deps(asked), ana)
    const numbers = (page: HomePage) => page.rows.map(({ standing }) => standing.goal.number)
    expect([numbers(home.mine), numbers(home.supported), numbers(home.team)]).toEqual([mine, supported, team])
    expect(home.own).toBe(2)
  })

  test('a closed goal moves from the open ones to the closed ones, a reached one to the reached ones too', async () => {
    await using world = await fresh()
    const { deals, revenue, bens } = await begun(world)
    await markClosed(world.db, acme, deals.id, { as: 'reached', at: made, note: undefined })
    await markClosed(world.db, acme, revenue.id, { as: 'retired', at: asked, note: undefined })
    await markClosed(world.db, acme, bens.id, { as: 'reached', at: asked, note: undefined })
    const seen = async (person: Person, status: HomeStatus) => {
      await chooseHome(world.deps(asked), person, { status })
      const { mine, supported, team } = await homeSheet(world.deps(asked), person)
      return [mine, supported, team].map(({ rows }) => rows.map(({ standing }) => standing.goal.number))
    }
    expect(await seen(ana, 'open')).toEqual([[], [], []])
    expect(await seen(ana, 'reached')).toEqual([[1], [3], []])
    expect(await seen(ana, 'closed')).toEqual([[2, 1], [3], []])
    expect(await seen(ben, 'reached')).toEqual([[3], [], [1]])
  })

  test('a filter lasts, also for a team that one has left meanwhile: then all are shown', async () => {
    await using world = await fresh()
    const { deals } = await begun(world)
    await chooseHome(world.deps(made), ana, { team: deals.team })
    expect((await homeSheet(world.deps(made), ana)).choice.team).toBe(deals.team)
    await world.db.deleteFrom('team_lead').execute()
    await world.db.deleteFrom('team_member').execute()
    const home = await homeSheet(world.deps(made), ana)
    expect(home.choice.team).toBeUndefined()
    expect(home.mine.count).toBe(2)
  })

  test('a page that is no longer there shows the last one', async () => {
    await using world = await fresh()
    await begun(world)
    await chooseHome(world.deps(made), ana, { list: 'mine', page: 7 })
    expect((await homeSheet(world.deps(made), ana)).mine).toMatchObject({ page: 1, from: 1, to: 2, count: 2 })
  })

  test('a draft is kept until it ends, and nothing late brings it back', async () => {
    await using world = await fresh()
    await begun(world)
    const deps = world.deps(made)
    for (const id of ['V1', 'V2', 'V3', 'V4']) await keepDraft(deps, ana, { id, title: id, form: '{}' })
    expect((await homeSheet(deps, ana)).drafts.map(({ id }) => id)).toEqual(['V4', 'V3', 'V2'])
    await dropDraft(deps, ana, 'V4')
    await keepDraft(deps, ana, { id: 'V4', title: 'late', form: '{}' })
    expect((await homeSheet(deps, ana)).drafts.map(({ id }) => id)).toEqual(['V3', 'V2', 'V1'])
    expect(
      await world.db.selectFrom('draft').select(['title', 'form']).where('id', '=', 'V4').execute(),
    ).toEqual([{ title: '', form: '' }])
    expect((await homeSheet(deps, ben)).drafts).toEqual([])
    expect((await homeSheet(world.deps(instant('2026-06-05T08:30Z')), ana)).drafts).toEqual([])
  })

  test('whoever supports a goal reads what was last said of it', async () => {
    await using world = await fresh()
    const { deals, bens } = await begun(world)
    for (const [person, goal, note] of [
      [ben, bens.id, 'Legal has it'],
      [ana, deals.id, 'Mine alone'],
    ] as const) {
      const answer = { ...nothingSaid, goal, value: 4, note }
      await recordAnswers(world.deps(asked), person, {
        answers: [answer],
        key: `note-${note}`,
        messageKey: undefined,
        provenance: 'form',
      })
    }
    const home = await homeSheet(world.deps(asked), ana)
    expect(home.supported.rows).toMatchObject([{ note: 'Legal has it', trail: [4] }])
    expect(home.mine.rows.map(({ note }) => note)).toEqual([undefined, undefined])
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
    expect(home).toMatchObject({
      due: undefined,
      own: 0,
      mine: nothing,
      supported: nothing,
      team: nothing,
      closed: [],
      drafts: [],
      teams: [],
    })
    expect((await homeSheet(world.deps(asked), dee)).supported).toEqual(nothing)
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
