import { describe, expect, test } from 'vitest'
import { recentAsks } from '../../db/asks.ts'
import { personOf } from '../../db/people.ts'
import { tallyRows } from '../../db/tallies.ts'
import { noHolidays } from '../../src/domain/holidays.ts'
import { planDue } from '../../src/usecases/plan-due.ts'
import { databases } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, channelId, globex, goalId, teamId } from '../support/people.ts'
import { refuses } from '../support/scripted-slack.ts'
import { monday, type SendingWorld, schedulePrompt, sendingWorld } from '../support/sending.ts'
import { storeGoal, storeTeam } from '../support/stored.ts'

const HOUR = 3_600_000
const team = aTeam()

describe.each(databases)('on $name', ({ fresh }) => {
  async function askedWorld(): Promise<SendingWorld> {
    const world = await sendingWorld(fresh)
    await storeTeam(world.db, team, [ana])
    await storeGoal(world.db, aGoal())
    await schedulePrompt(world.db, { workspace: acme, team: team.id }, monday)
    return world
  }

  const occurrences = (world: SendingWorld) =>
    world.db.selectFrom('occurrence').select(['kind', 'state', 'reason']).execute()

  test('a prompt that was sent is settled, and whoever got it has had the bot explained', async () => {
    await using world = await askedWorld()
    await world.engine().tick()
    expect(await occurrences(world)).toEqual([{ kind: 'prompt', state: 'sent', reason: null }])
    expect((await personOf(world.db, acme, ana.id))?.greetedAt).toBe(monday)
  })

  test('a prompt that Slack does not take is nobody’s miss', async () => {
    await using world = await askedWorld()
    world.slack.twist(acme, refuses('user_not_found'))
    await world.engine().tick()
    expect(await occurrences(world)).toEqual([
      { kind: 'prompt', state: 'skipped', reason: 'slack-no-person' },
    ])
    expect(await recentAsks(world.db, acme, team.id, ana.id, 5)).toMatchObject([{ state: 'excused' }])
    expect(await tallyRows(world.db, acme)).toMatchObject([{ recent: [{ outcome: 'excused' }] }])
    expect((await personOf(world.db, acme, ana.id))?.greetedAt).toBeUndefined()
  })

  test('a prompt planned in time but not sent for half a day is skipped, and nobody’s miss', async () => {
    await using world = await askedWorld()
    const { now } = world
    await planDue({ db: world.db, now, newId: () => crypto.randomUUID(), holidays: noHolidays }, () => {})
    world.pass(13 * HOUR)
    await world.engine().tick()
    expect(world.slack.posted).toEqual([])
    expect(await occurrences(world)).toEqual([{ kind: 'prompt', state: 'skipped', reason: 'too-old' }])
    expect(await recentAsks(world.db, acme, team.id, ana.id, 5)).toMatchObject([{ state: 'excused' }])
  })

  test('a schedule that cannot be planned is logged and stops nobody else', async () => {
    await using world = await askedWorld()
    const other = aTeam({ id: teamId('other'), channel: channelId('C0OTHER'), workspace: globex })
    await storeTeam(world.db, other, [{ ...ana, workspace: globex }])
    await storeGoal(world.db, aGoal({ id: goalId('other'), team: other.id, workspace: globex }))
    await schedulePrompt(world.db, { workspace: globex, team: other.id }, monday)
    await world.db.updateTable('goal').set({ terms: '{' }).where('workspace_id', '=', acme).execute()
    await world.engine().tick()
    expect(world.slack.posted).toMatchObject([{ workspace: globex }])
    expect(world.logged).toEqual(['error a schedule could not be planned'])
  })

  test('the engine names the soonest of what is planned and what is owed', async () => {
    await using world = await askedWorld()
    const engine = world.engine()
    expect(await engine.nextDue()).toBe(monday)
    await engine.tick()
    // The reminder after a day comes before the next prompt.
    expect(await engine.nextDue()).toBe(monday + 24 * HOUR)
  })
})
