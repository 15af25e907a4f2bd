import { expect, test } from 'vitest'
import { SlackRefused } from '../../src/slack/calls.ts'
import { createHomes } from '../../src/slack/home.ts'
import type { Reception } from '../../src/slack/visit.ts'
import { acme, ana } from '../support/people.ts'

/** A desk whose Home says how often it was read, and a Slack that answers when told to. */
function aDesk() {
  let read = 0
  const shown: string[] = []
  const waiting: { readonly done: () => void; readonly refuse: (code: string) => void }[] = []
  const desk = {
    features: [{ home: async () => ({ type: 'home', blocks: [], callback_id: String(++read) }) }],
    directory: { person: async () => ana },
    sayTo: () => undefined,
    now: () => 0,
    clientOf: () => ({
      publishHome: (_person: string, view: { callback_id: string }) =>
        new Promise<void>((resolve, reject) => {
          const done = () => {
            shown.push(view.callback_id)
            resolve()
          }
          waiting.push({ done, refuse: (code) => reject(new SlackRefused('views.publish', code, [])) })
        }),
    }),
  } as unknown as Reception
  const calls = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve))
    return waiting[count - 1]
  }
  return { desk, shown, waiting, calls }
}

test('presses that come while Home is drawn make one more drawing, read after them', async () => {
  const { desk, shown, waiting, calls } = aDesk()
  const homes = createHomes()
  const first = homes.draw(desk, acme, ana.id)
  await calls(1)
  const second = homes.draw(desk, acme, ana.id)
  const third = homes.draw(desk, acme, ana.id)
  expect(waiting).toHaveLength(1)
  ;(await calls(1))?.done()
  await first
  ;(await calls(2))?.done()
  await Promise.all([second, third])
  expect(shown).toEqual(['1', '2'])
})

test('where somebody else drew at the same moment, what stands now is read and shown again', async () => {
  const { desk, shown, calls } = aDesk()
  const drawn = createHomes().draw(desk, acme, ana.id)
  ;(await calls(1))?.refuse('hash_conflict')
  ;(await calls(2))?.done()
  await drawn
  expect(shown).toEqual(['2'])
})

test('a drawing that fails does not keep the next one from being shown', async () => {
  const { desk, shown, calls } = aDesk()
  const homes = createHomes()
  const first = homes.draw(desk, acme, ana.id)
  await calls(1)
  const second = homes.draw(desk, acme, ana.id)
  ;(await calls(1))?.refuse('view_too_large')
  await expect(first).rejects.toThrow()
  ;(await calls(2))?.done()
  await second
  const third = homes.draw(desk, acme, ana.id)
  ;(await calls(3))?.done()
  await third
  expect(shown).toEqual(['2', '3'])
})
