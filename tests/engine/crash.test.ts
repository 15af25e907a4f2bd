import { describe, expect, test } from 'vitest'
import type { Engine } from '../../src/engine/engine.ts'
import { databases } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam } from '../support/people.ts'
import { takesSilently } from '../support/scripted-slack.ts'
import {
  letters,
  monday,
  mortal,
  owe,
  type SendingWorld,
  schedulePrompt,
  sendingWorld,
} from '../support/sending.ts'
import { storeGoal, storeTeam } from '../support/stored.ts'

describe.each(databases)('on $name', ({ fresh }) => {
  /** One prompt to plan and send, and two letters that wait already. */
  async function owingWorld(): Promise<SendingWorld> {
    const world = await sendingWorld(fresh)
    const team = aTeam()
    await storeTeam(world.db, team, [ana])
    await storeGoal(world.db, aGoal())
    await schedulePrompt(world.db, { workspace: acme, team: team.id }, monday)
    await owe(world, 'card', { target: team.channel })
    await owe(world, 'answer')
    return world
  }

  /** An engine that dies at that step, for good; steps are uses of the database and both sides of every post. */
  function dyingEngine(world: SendingWorld, at: number): { engine: Engine; steps: () => number } {
    let steps = 0
    const step = () => {
      steps += 1
      if (steps >= at) throw new Error('killed')
    }
    world.slack.step = step
    return { engine: world.engine({ db: mortal(world.db, step) }), steps: () => steps }
  }

  /** Starts again, lets everything settle, and tells how often each thing stands in Slack. */
  async function afterRestart(world: SendingWorld): Promise<Readonly<Record<string, number>>> {
    world.slack.step = () => {}
    const engine = world.engine()
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await engine.tick()
      world.pass(60_000)
    }
    const kinds = world.slack.posted.map(({ key }) => key.split(':')[0] ?? '')
    return Object.fromEntries(
      [...new Set(kinds)].toSorted().map((kind) => [kind, kinds.filter((one) => one === kind).length]),
    )
  }

  const onceEach = { answer: 1, card: 1, prompt: 1 }

  async function stepsOfAWholeRun(): Promise<number> {
    await using world = await owingWorld()
    const { engine, steps } = dyingEngine(world, Number.POSITIVE_INFINITY)
    await engine.tick()
    return steps()
  }

  async function outcomesOfDyingEverywhere(prepare: (world: SendingWorld) => void): Promise<string[]> {
    const outcomes: string[] = []
    const all = await stepsOfAWholeRun()
    expect(all).toBeGreaterThan(40)
    for (let at = 1; at <= all; at += 1) {
      await using world = await owingWorld()
      prepare(world)
      await dyingEngine(world, at).engine.tick()
      const found = JSON.stringify(await afterRestart(world))
      if (found !== JSON.stringify(onceEach)) outcomes.push(`killed at step ${at}: ${found}`)
    }
    return outcomes
  }

  describe('killed at any step of planning, sending and settling, and started again', () => {
    test('everything owed stands in Slack exactly once', async () => {
      expect(await outcomesOfDyingEverywhere(() => {})).toEqual([])
    })

    test('also when an answer of Slack was lost just before', async () => {
      expect(await outcomesOfDyingEverywhere((world) => world.slack.twist(acme, takesSilently))).toEqual([])
    })

    test('nothing is left half done', async () => {
      await using world = await owingWorld()
      await dyingEngine(world, 20).engine.tick()
      await afterRestart(world)
      const states = (await letters(world.db)).filter((one) => !one.startsWith('reminder:'))
      expect(states.every((one) => one.endsWith(' sent'))).toBe(true)
      const occurrences = await world.db.selectFrom('occurrence').select('state').execute()
      expect(occurrences).toEqual([{ state: 'sent' }])
    })

    test('without looking into history something stands there twice: the test does bite', async () => {
      const blind = await outcomesOfDyingEverywhere((world) => {
        world.slack.history = 'empty'
      })
      expect(blind.some((one) => one.includes(':2'))).toBe(true)
    })
  })

  describe('when Slack shows a message only some time after it took it', () => {
    const late = { is: 'takes-silently', lateMs: 40_000 } as const

    test('waiting for the settle time finds it', async () => {
      await using world = await owingWorld()
      world.slack.twist(acme, late, late, late)
      expect(await afterRestart(world)).toEqual(onceEach)
    })

    test('not waiting sends it twice: the test does bite', async () => {
      await using world = await owingWorld()
      world.slack.twist(acme, late, late, late)
      await world.engine({ pace: { settleMs: 0 } }).tick()
      expect(world.slack.posted.length).toBeGreaterThan(3)
    })
  })
})
