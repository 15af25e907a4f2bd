import { describe, expect, test } from 'vitest'
import { promptSchedulesOf } from '../../db/schedules.ts'
import { saveSettings } from '../../db/teams.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import type { Instant } from '../../src/domain/types.ts'
import { planDue } from '../../src/usecases/plan-due.ts'
import { reschedulePerson, rescheduleTeam } from '../../src/usecases/schedules.ts'
import { databases } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, channelId, goalId, instant, teamId, wall, zone } from '../support/people.ts'
import { schedulePrompt } from '../support/sending.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/** Ana is in Berlin; 18 May 2026 is a Monday. */
const mondays = aTeam()
const tuesdays = aTeam({ weekday: 2 })

describe.each(databases)('on $name', ({ fresh }) => {
  async function scheduled(team: Team, at: Instant) {
    const made = await fresh()
    await storeWorkspace(made.db)
    await storePerson(made.db, ana)
    await storeTeam(made.db, team, [ana])
    await storeGoal(made.db, aGoal())
    await schedulePrompt(made.db, { workspace: acme, team: team.id }, at)
    return {
      ...made,
      next: async (of: Team = team) =>
        (await promptSchedulesOf(made.db, acme, ana.id)).find((one) => one.team === of.id)?.nextAt,
      plan: (now: Instant) => planDue(made.deps(now), (_, fault) => expect.fail(String(fault))),
      change: async (now: Instant, to: Team) => {
        await saveSettings(made.db, acme, to.id, to)
        await rescheduleTeam(made.db, made.deps(now), to)
      },
      moved: (now: Instant, person: Person) => reschedulePerson(made.db, made.deps(now), person),
      periods: async () =>
        (await made.db.selectFrom('ask').select('period_key').orderBy('prompt_at').execute()).map(
          (one) => one.period_key,
        ),
      [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
    }
  }

  test('a prompt that is due already but not planned yet stays due', async () => {
    await using world = await scheduled(mondays, instant('2026-05-18T07:00Z'))
    await world.change(instant('2026-05-18T07:30Z'), aTeam({ weekday: 4 }))
    expect(await world.next()).toBe(instant('2026-05-18T07:00Z'))
    await world.moved(instant('2026-05-18T07:30Z'), { ...ana, zone: zone('Asia/Tokyo') })
    expect(await world.next()).toBe(instant('2026-05-18T07:00Z'))
    await world.plan(instant('2026-05-18T07:31Z'))
    expect(await world.periods()).toEqual(['2026-W21'])
  })

  test('saving the same rule again changes nothing', async () => {
    await using world = await scheduled(mondays, instant('2026-05-25T07:00Z'))
    await world.change(instant('2026-05-18T12:00Z'), mondays)
    expect(await world.next()).toBe(instant('2026-05-25T07:00Z'))
  })

  test('another time takes hold from the next prompt on', async () => {
    await using world = await scheduled(mondays, instant('2026-05-25T07:00Z'))
    await world.change(instant('2026-05-20T12:00Z'), aTeam({ time: wall('15:00') }))
    expect(await world.next()).toBe(instant('2026-05-25T13:00Z'))
  })

  describe('from Tuesdays to Mondays', () => {
    test('on Monday afternoon the week is asked for at once, and next on Monday', async () => {
      await using world = await scheduled(tuesdays, instant('2026-05-19T07:00Z'))
      const now = instant('2026-05-18T12:00Z')
      await world.change(now, mondays)
      expect(await world.next()).toBe(now)
      await world.plan(now)
      expect(await world.periods()).toEqual(['2026-W21'])
      expect(await world.next()).toBe(instant('2026-05-25T07:00Z'))
    })

    test('on Monday night, too late to ask still, the week is asked for on Tuesday as before', async () => {
      await using world = await scheduled(tuesdays, instant('2026-05-19T07:00Z'))
      await world.change(instant('2026-05-18T22:30Z'), mondays)
      expect(await world.next()).toBe(instant('2026-05-19T07:00Z'))
    })

    test('when another team asked that day already, the week is asked for on Tuesday as before', async () => {
      await using world = await scheduled(tuesdays, instant('2026-05-19T07:00Z'))
      const other = aTeam({ id: teamId('other'), channel: channelId('C0OTHER') })
      await storeTeam(world.db, other, [ana])
      await storeGoal(world.db, aGoal({ id: goalId('other'), number: 13, team: other.id }))
      await schedulePrompt(world.db, { workspace: acme, team: other.id }, instant('2026-05-18T07:00Z'))
      await world.plan(instant('2026-05-18T07:00Z'))
      await world.change(instant('2026-05-18T12:00Z'), mondays)
      expect(await world.next()).toBe(instant('2026-05-19T07:00Z'))
      await world.plan(instant('2026-05-19T07:00Z'))
      expect(await world.periods()).toEqual(['2026-W21', '2026-W21'])
      expect(await world.next(mondays)).toBe(instant('2026-05-25T07:00Z'))
    })

    test('after Tuesday was asked, the next is Monday', async () => {
      await using world = await scheduled(tuesdays, instant('2026-05-19T07:00Z'))
      await world.plan(instant('2026-05-19T07:00Z'))
      await world.change(instant('2026-05-20T07:00Z'), mondays)
      expect(await world.next()).toBe(instant('2026-05-25T07:00Z'))
    })
  })

  test('a first prompt that lies in next week is not asked for at once', async () => {
    await using world = await scheduled(mondays, instant('2026-05-25T07:00Z'))
    await world.change(instant('2026-05-20T12:00Z'), aTeam({ weekday: 2 }))
    expect(await world.next()).toBe(instant('2026-05-26T07:00Z'))
  })

  test('in a zone where the moment has passed already, a person is asked at once that day', async () => {
    await using world = await scheduled(mondays, instant('2026-05-18T07:00Z'))
    const now = instant('2026-05-18T05:00Z')
    await world.moved(now, { ...ana, zone: zone('Asia/Tokyo') })
    expect(await world.next()).toBe(now)
  })
})
