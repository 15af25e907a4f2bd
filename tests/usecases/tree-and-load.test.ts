import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { childrenOf } from '../../db/goals.ts'
import { milestones } from '../../db/migrations/0009-milestones.ts'
import type { Branch } from '../../src/domain/alignment.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { coachGoal } from '../../src/usecases/coach.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import { editGoal } from '../../src/usecases/edit-goal.ts'
import { goalSheet } from '../../src/usecases/goal-sheet.ts'
import { loadSheet } from '../../src/usecases/load-sheet.ts'
import { treeSheet } from '../../src/usecases/tree-sheet.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aStep,
  aTeam,
  ben,
  channelId,
  chen,
  day,
  dee,
  eve,
  finn,
  globex,
  goalId,
  instant,
  salesChannel,
  stepId,
  teamId,
} from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-13T08:00Z')
const sales = aTeam()
/** Where only Ana and Finn are. */
const board = aTeam({
  id: teamId('t-board'),
  channel: channelId('C0BOARD'),
  channelName: 'board',
  leads: [finn.id],
})

let count = 30
function goalOf(id: string, owner: Person, known: Partial<Goal> = {}): Goal {
  count += 1
  return aGoal({ id: goalId(id), number: count, title: id, owner: owner.id, why: 'growth', ...known })
}

async function deps(world: FreshDatabase, goals: readonly Goal[]) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, sales, [ana, ben, chen, dee, eve])
  await storeTeam(world.db, board, [ana, finn])
  for (const goal of goals) await storeGoal(world.db, goal)
  return world.deps(now)
}

/** company (board) → year → quarter → Ben's and Chen's. */
const company = goalOf('company', finn, { team: board.id })
const year = goalOf('year', ana, { parent: company.id })
const quarter = goalOf('quarter', ana, { parent: year.id, due: day('2026-06-29') })
const bens = goalOf('bens', ben, { parent: quarter.id, due: day('2026-06-28') })
const chens = goalOf('chens', chen, { parent: quarter.id, visibility: 'private' })
const family = [company, year, quarter, bens, chens]

const names = (branches: readonly Branch[]): readonly unknown[] =>
  branches.map(({ standing, children }) =>
    children.length === 0 ? standing.goal.title : [standing.goal.title, ...names(children)],
  )

describe.each(databases)('on $name', ({ fresh }) => {
  describe('where a goal may hang', () => {
    const moved = (goal: Goal, parent: Goal['parent']) => ({
      terms: { ...termsOf(goal), parent },
      coOwners: [],
      partner: undefined,
      visibility: goal.visibility,
    })

    test('under none of its own, however far below', async () => {
      await using world = await fresh()
      const given = await deps(world, family)
      expect(await editGoal(given, ana, year.id, moved(year, bens.id))).toEqual({
        ok: false,
        refusal: [{ kind: 'parent-cycle' }],
      })
    })

    test('on four levels and no more, with all that hangs below it', async () => {
      await using world = await fresh()
      const alone = goalOf('alone', ana, { start: day('2026-04-02') })
      const part = goalOf('part', ana, { parent: alone.id, start: day('2026-04-03') })
      const given = await deps(world, [...family, alone, part])
      const under = (parent: Goal) => editGoal(given, ana, alone.id, moved(alone, parent.id))
      expect(await under(quarter)).toEqual({ ok: false, refusal: [{ kind: 'parent-too-deep', most: 4 }] })
      expect((await under(year)).ok).toBe(true)
    })

    test('a new goal is refused a fifth level at its field, also below a goal its maker cannot see', async () => {
      await using world = await fresh()
      const given = await deps(world, family)
      const channel = {
        id: salesChannel,
        name: 'sales',
        isMember: true,
        isArchived: false,
        isShared: false,
        isDirect: false,
      }
      const draft = {
        ...termsOf(aGoal({ title: 'New one', start: day('2026-05-01'), due: day('2026-06-20') })),
        parent: bens.id,
        channel: salesChannel,
        owner: eve.id,
        coOwners: [],
        partner: undefined,
        visibility: 'team' as const,
      }
      const facts = {
        channel,
        members: [ana.id, ben.id, eve.id],
        owner: eve,
        coOwners: [],
        partner: undefined,
      }
      const made = (parent: Goal['parent']) =>
        createGoal(given, eve, { ...draft, parent }, { ...facts, key: `view:${parent}` })
      expect(await made(bens.id)).toEqual({ ok: false, refusal: [{ kind: 'parent-too-deep', most: 4 }] })
      expect((await made(quarter.id)).ok).toBe(true)
    })

    test('two moves that would make a ring together: one of them is refused', async () => {
      await using world = await fresh()
      const [one, two] = [goalOf('one', ana), goalOf('two', ana, { start: day('2026-04-02') })]
      const given = await deps(world, [one, two])
      const both = await Promise.all([
        editGoal(given, ana, one.id, moved(one, two.id)),
        editGoal(given, ana, two.id, moved(two, one.id)),
      ])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    })
  })

  describe('the tree', () => {
    test('shows what the team’s goals are part of and what is part of them, as far as one may see', async () => {
      await using world = await fresh()
      const given = await deps(world, family)
      const seenBy = async (person: Person) => names((await treeSheet(given, person, sales)).branches)
      expect(await seenBy(ana)).toEqual([['company', ['year', ['quarter', 'bens', 'chens']]]])
      expect(await seenBy(ben)).toEqual([['year', ['quarter', 'bens']]])
      expect(await seenBy(finn)).toEqual([])
      expect((await treeSheet(given, ana, sales)).owners.get(chen.id)).toBe('Chen')
    })

    test('a status hides what its reader may not see', async () => {
      await using world = await fresh()
      const late = { start: day('2026-04-01'), due: day('2026-05-01') }
      const secret = goalOf('secret', chen, { parent: quarter.id, visibility: 'private', ...late })
      const given = await deps(world, [quarter, bens, secret])
      const statusFor = async (person: Person) => (await treeSheet(given, person, sales)).branches[0]?.status
      expect(await statusFor(ana)).toBe('overdue')
      expect(await statusFor(ben)).not.toBe('overdue')
    })

    test('the page of a goal has what is part of it, as far as one may see', async () => {
      await using world = await fresh()
      const given = await deps(world, family)
      const partsFor = async (person: Person, id: Goal['id']) => {
        const sheet = await goalSheet(given, person, { id })
        return sheet.ok && sheet.value.parts && names([sheet.value.parts])
      }
      expect(await partsFor(ana, year.id)).toEqual([['year', ['quarter', 'bens', 'chens']]])
      expect(await partsFor(ben, year.id)).toEqual([['year', ['quarter', 'bens']]])
      expect(await partsFor(ben, bens.id)).toBeUndefined()
    })

    test('reached parts count and retired ones do not', async () => {
      await using world = await fresh()
      const reached = goalOf('reached', ben, { parent: quarter.id, state: 'reached', closedAt: now })
      const retired = goalOf('retired', ben, { parent: quarter.id, state: 'retired', closedAt: now })
      const given = await deps(world, [quarter, bens, reached, retired])
      const sheet = await treeSheet(given, ana, sales)
      expect(names(sheet.branches)).toEqual([['quarter', 'bens', 'reached']])
    })
  })

  describe('the load', () => {
    const large = (id: string, owner: Person, known: Partial<Goal> = {}) =>
      goalOf(id, owner, { size: 'large', ...known })

    test('leads see everyone by name with the move that helps, members themselves and the sum', async () => {
      await using world = await fresh()
      const given = await deps(world, [
        year,
        large('a', ben, { parent: year.id }),
        large('b', ben),
        large('c', ben, { due: day('2026-05-20') }),
        goalOf('d', chen, { parent: year.id }),
      ])
      const lead = await loadSheet(given, ana, sales)
      expect(lead.weeks).toEqual(['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01'])
      expect(lead.rows.map(({ name, loads }) => [name, ...loads.map(({ points }) => points)])).toEqual([
        ['Ana', 2, 2, 2, 2],
        ['Ben', 12, 12, 8, 8],
        ['Chen', 2, 2, 2, 2],
      ])
      expect(lead.rows[1]?.move).toMatchObject({ week: '2026-05-11', before: 12, after: 8 })
      const member = await loadSheet(given, chen, sales)
      expect(member.rows.map(({ name }) => name)).toEqual(['Chen'])
      expect(member).toMatchObject({ totals: [16, 16, 12, 12], people: 3, isLead: false })
    })

    test('what one carries in other teams counts where one may see it', async () => {
      await using world = await fresh()
      const elsewhere = large('elsewhere', ana, { team: board.id })
      const given = await deps(world, [year, bens, elsewhere])
      const points = async (viewer: Person) => (await loadSheet(given, viewer, sales)).totals[0]
      expect(await points(ana)).toBe(2 + 2 + 4)
      expect(await points(ben)).toBe(2 + 2)
    })

    test('whoever delivers a milestone finds it, late ones first', async () => {
      await using world = await fresh()
      const steps = [
        aStep({ title: 'Soon', due: day('2026-05-20'), assignee: eve.id }),
        aStep({ id: stepId('2'), title: 'Late', due: day('2026-05-02'), assignee: eve.id }),
        aStep({ id: stepId('3'), title: 'Far', due: day('2026-06-20'), assignee: eve.id }),
        aStep({ id: stepId('4'), title: 'Ana’s', due: day('2026-05-20') }),
      ]
      const given = await deps(world, [{ ...year, steps }])
      const sheet = await loadSheet(given, eve, sales)
      expect(sheet.milestones.map(({ name, isLate }) => [name.step, isLate])).toEqual([
        ['Late', true],
        ['Soon', false],
      ])
      expect(sheet.rows[0]?.loads.map(({ points }) => points)).toEqual([0, 1, 0, 0])
    })

    test('nobody from another workspace sees or is counted', async () => {
      await using world = await fresh()
      const given = await deps(world, [year])
      const stranger = { ...ana, workspace: globex }
      expect(await loadSheet(given, stranger, sales)).toMatchObject({ rows: [], people: 0 })
      expect((await treeSheet(given, stranger, sales)).branches).toEqual([])
    })

    test('the coach warns by the same rule', async () => {
      await using world = await fresh()
      const given = await deps(world, [large('a', ben), large('b', ben)])
      const typed = { title: 'Sign 20 deals', owner: ben.id, start: '2026-05-13', due: '2026-06-12' }
      const load = async (size: Goal['size']) =>
        (await coachGoal(given, ben, { ...typed, size }, 'deals-won')).load
      expect(await load('small')).toBeUndefined()
      expect(await load('medium')).toBe(2)
    })
  })

  test('goals from before are found below their parents once the database is brought up to date', async () => {
    await using world = await fresh()
    await deps(world, [year, quarter])
    await sql`drop index goal_by_parent_id`.execute(world.db)
    await sql`alter table goal drop column parent_id`.execute(world.db)
    await milestones.up(world.db)
    expect((await childrenOf(world.db, acme, [year.id])).map(({ id }) => id)).toEqual([quarter.id])
    expect(await childrenOf(world.db, globex, [year.id])).toEqual([])
  })
})
