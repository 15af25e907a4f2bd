import { expect, test } from 'vitest'
import { acme, globex, salesChannel } from '../support/people.ts'
import type { Posted } from '../support/scripted-slack.ts'
import { owe, sendingWorld } from '../support/sending.ts'

/** The most messages within any second. */
const mostInASecond = (posted: readonly Posted[]) =>
  Math.max(
    ...posted.map(
      ({ elapsed }) => posted.filter((one) => one.elapsed >= elapsed && one.elapsed < elapsed + 1000).length,
    ),
  )

test('five hundred letters of one workspace go at five a second after a short burst, and no slower', async () => {
  await using world = await sendingWorld()
  for (let n = 0; n < 500; n += 1) await owe(world, `letter-${n}`, { target: `U0P${n}` })
  await world.driven(world.engine({ pace: world.waits }).tick())
  expect(world.slack.posted).toHaveLength(500)
  expect(world.elapsed()).toBeGreaterThanOrEqual((497 / 5) * 1000)
  expect(world.elapsed()).toBeLessThanOrEqual(100_000)
  expect(mostInASecond(world.slack.posted)).toBeLessThanOrEqual(8)
})

test('one channel gets one a second after a burst of three, and people meanwhile theirs', async () => {
  await using world = await sendingWorld()
  for (let n = 0; n < 10; n += 1) await owe(world, `card-${n}`, { target: salesChannel })
  for (let n = 0; n < 10; n += 1) await owe(world, `person-${n}`, { target: `U0P${n}` })
  await world.driven(world.engine({ pace: world.waits }).tick())
  const cards = world.slack.posted.filter(({ channel }) => channel === salesChannel)
  const others = world.slack.posted.filter(({ channel }) => channel !== salesChannel)
  expect(cards.map(({ key }) => key)).toEqual(Array.from({ length: 10 }, (_, n) => `card-${n}`))
  expect(cards.at(-1)?.elapsed).toBeGreaterThanOrEqual(7000)
  expect(others.at(-1)?.elapsed).toBeLessThanOrEqual(3500)
})

test('a workspace with hundreds of letters does not slow another one down', async () => {
  await using world = await sendingWorld()
  for (let n = 0; n < 200; n += 1) await owe(world, `many-${n}`, { target: `U0P${n}` })
  for (let n = 0; n < 10; n += 1) await owe(world, `few-${n}`, { target: `U0P${n}`, workspace: globex })
  await world.driven(world.engine({ pace: world.waits }).tick())
  const few = world.slack.posted.filter(({ workspace }) => workspace === globex)
  expect(few.at(-1)?.elapsed).toBeLessThanOrEqual(2000)
  expect(world.slack.posted.filter(({ workspace }) => workspace === acme)).toHaveLength(200)
})

test('whoever is answered does not wait behind a hundred prompts', async () => {
  await using world = await sendingWorld()
  for (let n = 0; n < 100; n += 1) await owe(world, `prompt-${n}`, { target: `U0P${n}` })
  await world.db
    .updateTable('outbox')
    .set({ kind: 'reminder', payload: '{"occurrence":"o","nth":1}' })
    .execute()
  world.pass(1000)
  await owe(world, 'answer', { target: 'U0BEN' })
  await world.driven(world.engine({ pace: world.waits }).tick())
  expect(world.slack.posted[0]?.key).toBe('answer')
})
