import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import { goalById } from '../../db/goals.ts'
import { addMembers, dropMember } from '../../db/members.ts'
import { enqueue } from '../../db/outbox.ts'
import { savePerson } from '../../db/people.ts'
import { claim, markSent } from '../../db/sending.ts'
import { saveChannel } from '../../db/teams.ts'
import type { FeedSheet, FeedSubject } from '../../src/domain/feed.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { addHours } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { calendarFeed, hashOf } from '../../src/usecases/calendar-feed.ts'
import { calendarLinks, makeLink, revokeLink } from '../../src/usecases/calendar-links.ts'
import { closeGoal } from '../../src/usecases/close-goal.ts'
import { editGoal } from '../../src/usecases/edit-goal.ts'
import { removeMilestone } from '../../src/usecases/remove-milestone.ts'
import { reopenGoal } from '../../src/usecases/reopen-goal.ts'
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
  globex,
  goalId,
  instant,
  salesChannel,
  someTerms,
  teamId,
} from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-16T09:00Z')
const later = (days: number): Instant => addHours(now, days * 24)
const team = aTeam({ leads: [chen.id] })
const ofTeam: FeedSubject = { kind: 'team', team: team.id }
const own: FeedSubject = { kind: 'person' }

const shared = aGoal()
const secret = aGoal({
  id: goalId('goal-secret'),
  number: 13,
  title: 'Secret hire',
  visibility: 'private',
  partner: ben.id,
  due: day('2026-07-01'),
})

async function withTeam(world: FreshDatabase): Promise<void> {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, team, [ana, ben, chen, dee])
  await storeGoal(world.db, shared)
  await storeGoal(world.db, secret)
}

async function linkOf(world: FreshDatabase, person: Person, subject: FeedSubject, at = now) {
  const made = await makeLink(world.deps(at), person, subject)
  if (!made.ok) throw new Error('no link was made')
  return made.value
}

async function shownBy(world: FreshDatabase, token: string, at = now): Promise<FeedSheet> {
  const sheet = await calendarFeed(world.deps(at), token)
  if (sheet === undefined) throw new Error('the link shows nothing')
  return sheet
}

const numbers = ({ goals }: FeedSheet) => goals.map(({ number }) => number)

const changed = (goal: Goal, known: Partial<Goal>) => {
  const next = { ...goal, ...known }
  const { coOwners, partner, visibility } = next
  return { terms: termsOf(next), coOwners, partner, visibility, reason: 'because' }
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('a team’s link shows what the team shares and nothing private, whoever made it', async () => {
    await using world = await fresh()
    await withTeam(world)
    for (const person of [ana, ben, chen, dee]) {
      const sheet = await shownBy(world, await linkOf(world, person, ofTeam))
      expect(numbers(sheet)).toEqual([12])
      expect(sheet.hidden).toEqual([])
      expect(JSON.stringify(sheet.goals)).not.toContain('Secret')
    }
  })

  test('a person’s link shows what they own, co-own or are partner of, private ones too', async () => {
    await using world = await fresh()
    await withTeam(world)
    await storeGoal(world.db, aGoal({ id: goalId('g-14'), number: 14, owner: chen.id, coOwners: [dee.id] }))
    expect(numbers(await shownBy(world, await linkOf(world, ana, own)))).toEqual([12, 13])
    expect(numbers(await shownBy(world, await linkOf(world, ben, own)))).toEqual([13])
    expect(numbers(await shownBy(world, await linkOf(world, dee, own)))).toEqual([14])
    expect(numbers(await shownBy(world, await linkOf(world, eve, own)))).toEqual([])
  })

  test('nothing of another workspace shows, though everything there has the same ids', async () => {
    await using world = await fresh()
    await withTeam(world)
    await storeWorkspace(world.db, globex)
    for (const person of everyone) await storePerson(world.db, { ...person, workspace: globex })
    await storeTeam(world.db, { ...team, workspace: globex }, [{ ...ana, workspace: globex }])
    await storeGoal(world.db, { ...shared, workspace: globex, title: 'Theirs' })
    for (const subject of [own, ofTeam]) {
      const sheet = await shownBy(world, await linkOf(world, ana, subject))
      expect(JSON.stringify([sheet.goals, sheet.hidden])).not.toContain('Theirs')
      const theirs = await shownBy(world, await linkOf(world, { ...ana, workspace: globex }, subject))
      expect(theirs.goals.map(({ title }) => title)).toEqual(['Theirs'])
      expect(await calendarFeed(world.deps(now), 'guessed')).toBeUndefined()
    }
  })

  test('a team’s link speaks the first lead’s language, a person’s their own', async () => {
    await using world = await fresh()
    await withTeam(world)
    expect((await shownBy(world, await linkOf(world, ana, ofTeam))).reader?.id).toBe(chen.id)
    expect((await shownBy(world, await linkOf(world, ana, own))).reader?.id).toBe(ana.id)
  })

  test('every change counts up: edits, closing and taking up again', async () => {
    await using world = await fresh()
    await withTeam(world)
    const token = await linkOf(world, ana, ofTeam)
    const goal = async (at: Instant) => (await shownBy(world, token, at)).goals[0]
    expect(await goal(now)).toMatchObject({ revision: 0, state: 'active', changedAt: shared.createdAt })
    await editGoal(world.deps(later(1)), ana, shared.id, changed(shared, { target: 25 }))
    expect(await goal(later(1))).toMatchObject({ revision: 1, changedAt: later(1) })
    await closeGoal(world.deps(later(2)), ana, shared.id, { as: 'retired', note: undefined })
    expect(await goal(later(2))).toMatchObject({ revision: 2, state: 'retired', changedAt: later(2) })
    await reopenGoal(world.deps(later(3)), ana, shared.id)
    expect(await goal(later(3))).toMatchObject({ revision: 3, state: 'active', changedAt: later(3) })
    await closeGoal(world.deps(later(4)), ana, shared.id, { as: 'reached', note: undefined })
    expect(await goal(later(4))).toMatchObject({ revision: 4, state: 'reached' })
  })

  test('what is closed stays for thirty days', async () => {
    await using world = await fresh()
    await withTeam(world)
    await markClosed(world.db, acme, shared.id, { as: 'retired', at: now, note: undefined })
    for (const subject of [own, ofTeam]) {
      const token = await linkOf(world, ana, subject)
      expect(numbers(await shownBy(world, token, later(30)))).toContain(12)
      expect(numbers(await shownBy(world, token, addHours(later(30), 1)))).not.toContain(12)
    }
  })

  test('what is made private leaves a team’s calendar by number and old date for thirty days, then wholly', async () => {
    await using world = await fresh()
    await withTeam(world)
    const token = await linkOf(world, ben, ofTeam)
    const hide = { visibility: 'private', title: 'Lay off ten people', due: day('2026-08-08') } as const
    const edited = await editGoal(world.deps(now), ana, shared.id, changed(shared, hide))
    expect(edited.ok).toBe(true)
    const sheet = await shownBy(world, token, later(30))
    expect(sheet.goals).toEqual([])
    expect(sheet.hidden).toEqual([
      {
        id: shared.id,
        number: 12,
        team: team.id,
        revision: 1,
        changedAt: now,
        due: shared.due,
        steps: [],
      },
    ])
    expect((await shownBy(world, token, addHours(later(30), 1))).hidden).toEqual([])
    expect(numbers(await shownBy(world, await linkOf(world, ana, own), later(30)))).toContain(12)
  })

  test('what was private from its beginning is never told of, however it is edited', async () => {
    await using world = await fresh()
    await withTeam(world)
    const token = await linkOf(world, ben, ofTeam)
    const edited = await editGoal(
      world.deps(now),
      ana,
      secret.id,
      changed(secret, { due: day('2026-07-09') }),
    )
    expect(edited.ok).toBe(true)
    await closeGoal(world.deps(later(1)), ana, secret.id, { as: 'retired', note: undefined })
    const sheet = await shownBy(world, token, later(1))
    expect([numbers(sheet), sheet.hidden]).toEqual([[12], []])
  })

  test('what is shared again is there again, and hidden again goes with what was seen last', async () => {
    await using world = await fresh()
    await withTeam(world)
    const token = await linkOf(world, ben, ofTeam)
    const edit = async (days: number, known: Partial<Goal>) => {
      const edited = await editGoal(world.deps(later(days)), ana, shared.id, changed(shared, known))
      expect(edited.ok).toBe(true)
    }
    await edit(1, { visibility: 'private' })
    await edit(2, { visibility: 'team', due: day('2026-06-20') })
    expect(await shownBy(world, token, later(2))).toMatchObject({ goals: [{ number: 12 }], hidden: [] })
    await edit(3, { visibility: 'private', due: day('2026-06-10') })
    expect(await shownBy(world, token, later(3))).toMatchObject({
      goals: [],
      hidden: [{ number: 12, due: '2026-06-20', revision: 3, changedAt: later(3) }],
    })
  })

  test('steps come along', async () => {
    await using world = await fresh()
    await withTeam(world)
    const steps = [aStep({ title: 'Pick "steps":[{ a vendor', due: day('2026-06-01') })]
    await storeGoal(world.db, aGoal({ id: goalId('g-14'), number: 14, steps }))
    const sheet = await shownBy(world, await linkOf(world, ana, ofTeam))
    expect(sheet.goals.map((goal) => goal.steps)).toEqual([[], steps])
  })

  test('a step that was taken out is told of for thirty days, unless only a private goal had it', async () => {
    await using world = await fresh()
    await withTeam(world)
    const step = aStep({ due: day('2026-06-01') })
    for (const [number, visibility] of [
      [14, 'team'],
      [15, 'private'],
    ] as const)
      await storeGoal(
        world.db,
        aGoal({
          measure: 'custom-total',
          id: goalId(`g-${number}`),
          number,
          title: `G${number}`,
          steps: [step],
          visibility,
        }),
      )
    const token = await linkOf(world, ana, ofTeam)
    const gone = async (at: Instant) =>
      (await shownBy(world, token, at)).goals.map((goal) => [goal.number, goal.gone.map(({ id }) => id)])
    const asked = { step: step.id, reason: 'not needed' }
    expect(await removeMilestone(world.deps(now), ana, goalId('g-14'), asked)).toMatchObject({ ok: true })
    expect(await removeMilestone(world.deps(now), ana, goalId('g-15'), asked)).toMatchObject({ ok: true })
    const hidden = (await goalById(world.db, acme, goalId('g-15'))) ?? secret
    await editGoal(world.deps(later(1)), ana, hidden.id, changed(hidden, { visibility: 'team' }))
    expect(await gone(later(2))).toEqual([
      [12, []],
      [14, [step.id]],
      [15, []],
    ])
    expect(await gone(addHours(later(30), 1))).toEqual([
      [12, []],
      [14, []],
      [15, []],
    ])
  })

  test('a goal knows where its card stands, once that was sent', async () => {
    await using world = await fresh()
    await withTeam(world)
    const letter = { id: 'l', workspace: acme, key: `card:${shared.id}`, kind: 'goal-card' } as const
    await enqueue(world.db, { ...letter, payload: { goal: shared.id }, target: salesChannel, dueAt: now })
    const token = await linkOf(world, ana, ofTeam)
    expect((await shownBy(world, token)).goals[0]?.card).toBeUndefined()
    await claim(world.db, letter, { channel: salesChannel, threadTs: undefined, at: now })
    await markSent(world.db, letter, { channel: salesChannel, ts: '1777.0001', at: now })
    expect((await shownBy(world, token)).goals[0]?.card).toEqual({ channel: salesChannel, ts: '1777.0001' })
  })

  test('a link shows nothing once it is revoked, replaced or was never made', async () => {
    await using world = await fresh()
    await withTeam(world)
    const first = await linkOf(world, ana, own)
    const team1 = await linkOf(world, ana, ofTeam)
    const bens = await linkOf(world, ben, ofTeam)
    const second = await linkOf(world, ana, own)
    const deps = world.deps(now)
    expect(await calendarFeed(deps, first)).toBeUndefined()
    expect(await calendarFeed(deps, second)).toBeDefined()
    expect(await revokeLink(deps, ana, ofTeam)).toBe(true)
    expect(await revokeLink(deps, ana, ofTeam)).toBe(false)
    expect(await calendarFeed(deps, team1)).toBeUndefined()
    for (const token of [bens, second]) expect(await calendarFeed(deps, token)).toBeDefined()
    for (const guess of [
      '',
      'x',
      second.slice(1),
      `${second}x`,
      hashOf(second),
      "' or 1=1 --",
      'x'.repeat(9000),
    ])
      expect(await calendarFeed(deps, guess)).toBeUndefined()
  })

  test('of a token of 256 random bits only its SHA-256 is kept', async () => {
    await using world = await fresh()
    await withTeam(world)
    const tokens = [await linkOf(world, ana, own), await linkOf(world, ben, own)]
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
    const rows = await world.db.selectFrom('feed').selectAll().execute()
    expect(rows.map((row) => row.token_hash).toSorted()).toEqual(tokens.map(hashOf).toSorted())
    for (const table of ['feed', 'audit', 'inbox', 'outbox'] as const) {
      const kept = JSON.stringify(await world.db.selectFrom(table).selectAll().execute())
      for (const token of tokens) expect(kept, table).not.toContain(token)
    }
  })

  test('whoever leaves the channel takes their team’s link with them, and has it again when they are back', async () => {
    await using world = await fresh()
    await withTeam(world)
    const token = await linkOf(world, ben, ofTeam)
    const anas = await linkOf(world, ana, ofTeam)
    await dropMember(world.db, acme, team.id, ben.id)
    expect(await calendarFeed(world.deps(now), token)).toBeUndefined()
    expect(await calendarFeed(world.deps(now), anas)).toBeDefined()
    expect((await calendarLinks(world.deps(now), ben)).map(({ subject }) => subject.kind)).toEqual(['person'])
    await addMembers(world.db, acme, team.id, [ben.id], now)
    expect(await calendarFeed(world.deps(now), token)).toBeDefined()
  })

  test('a lead who is not in the channel has no link to it either', async () => {
    await using world = await fresh()
    await withTeam(world)
    await dropMember(world.db, acme, team.id, chen.id)
    expect(await makeLink(world.deps(now), chen, ofTeam)).toEqual({ ok: false, refusal: 'not-yours' })
  })

  test.each(['archived', 'left'] as const)(
    'a channel that is %s stops its team’s links until it is open again',
    async (state) => {
      await using world = await fresh()
      await withTeam(world)
      const token = await linkOf(world, ana, ofTeam)
      const mine = await linkOf(world, ana, own)
      await saveChannel(world.db, acme, salesChannel, { channelState: state })
      expect(await calendarFeed(world.deps(now), token)).toBeUndefined()
      expect(await makeLink(world.deps(now), ana, ofTeam)).toEqual({ ok: false, refusal: 'not-yours' })
      expect(numbers(await shownBy(world, mine))).toEqual([12, 13])
      await saveChannel(world.db, acme, salesChannel, { channelState: 'open' })
      expect(await calendarFeed(world.deps(now), token)).toBeDefined()
    },
  )

  test('who is deactivated has no link any more', async () => {
    await using world = await fresh()
    await withTeam(world)
    const tokens = [await linkOf(world, ben, own), await linkOf(world, ben, ofTeam)]
    const { id, name, zone, locale } = ben
    const gone = {
      id,
      name,
      zone,
      locale,
      isBot: false,
      isDeactivated: true,
      isForeign: false,
      isAdmin: false,
    }
    await savePerson(world.db, acme, gone, now)
    for (const token of tokens) expect(await calendarFeed(world.deps(now), token)).toBeUndefined()
  })

  test.each([
    ['someone who is not in the channel', eve, ofTeam],
    ['a team that is not there', ana, { kind: 'team', team: teamId('nowhere') } as const],
    ['someone of another organisation', { ...ana, isForeign: true }, own],
    ['a person of another workspace', { ...ana, workspace: globex }, ofTeam],
  ])('%s gets no link', async (_, person, subject) => {
    await using world = await fresh()
    await withTeam(world)
    expect(await makeLink(world.deps(now), person, subject)).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await world.db.selectFrom('feed').select('id').execute()).toEqual([])
  })

  test('a person is offered their own link and those of their teams, the channel’s at hand first', async () => {
    await using world = await fresh()
    await withTeam(world)
    const marketing = aTeam({
      id: teamId('t-2'),
      channel: channelId('C0MARKETING'),
      channelName: 'marketing',
    })
    const away = aTeam({ id: teamId('t-3'), channel: channelId('C0GONE'), channelName: 'a-gone' })
    await storeTeam(world.db, marketing, [ana])
    await storeTeam(world.db, { ...away, channelState: 'archived' }, [ana])
    await linkOf(world, ana, ofTeam)
    const named = async (here?: typeof salesChannel) =>
      (await calendarLinks(world.deps(now), ana, here)).map(({ channelName, madeAt }) => [
        channelName,
        madeAt,
      ])
    expect(await named()).toEqual([
      [undefined, undefined],
      ['marketing', undefined],
      ['sales', now],
    ])
    expect((await named(salesChannel))[1]).toEqual(['sales', now])
  })
})

test('goals are read with the same few queries, however many there are', async () => {
  const counts: number[] = []
  for (const many of [1, 60]) {
    await using world = await databases[0].fresh()
    await withTeam(world)
    for (let n = 0; n < many; n += 1)
      await storeGoal(world.db, aGoal({ ...someTerms(), id: goalId(`g-${n}`), number: 100 + n }))
    const token = await linkOf(world, ana, ofTeam)
    const mine = await linkOf(world, ana, own)
    let count = 0
    const db = world.db.withPlugin({
      transformQuery({ node }) {
        count += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    for (const one of [token, mine]) await calendarFeed({ ...world.deps(now), db }, one)
    counts.push(count)
  }
  expect(counts[0]).toBe(counts[1])
  expect(counts[0]).toBeLessThan(22)
})
