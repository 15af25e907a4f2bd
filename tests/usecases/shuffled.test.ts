import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalById } from '../../db/goals.ts'
import { addMs, HOUR_MS } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { hearReply } from '../../src/usecases/hear-reply.ts'
import { recomputeTallies } from '../../src/usecases/tally.ts'
import { answeringWorld } from '../support/answering.ts'
import { databases } from '../support/databases.ts'
import { acme, aGoal, ana, channelId, goalId, instant } from '../support/people.ts'

const goal = aGoal()
const other = aGoal({ id: goalId('b'), number: 13, title: 'Other' })
const monday = instant('2026-05-18T07:00Z')

interface Event {
  readonly message: number
  readonly change: 'new' | 'edited' | 'deleted'
  readonly at: Instant
  readonly text: string
}

const kinds = ['total', '+1', 'no change', 'on track', '2) total', '2) +1', 'hm'] as const

/** Totals grow by little: of one that falls or leaps the person is asked, and what they were asked is not taken back. */
const wordsOf = (kind: (typeof kinds)[number], message: number) => kind.replace('total', String(3 + message))

/** What Slack tells of some messages, in order: each is written, perhaps edited, perhaps deleted. */
const events = fc
  .array(
    fc.record({
      texts: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
      isDeleted: fc.boolean(),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((messages): readonly Event[] =>
    messages.flatMap(({ texts, isDeleted }, message) => {
      const at = (step: number) => addMs(monday, message * HOUR_MS + step * 1000)
      const said = texts.map((text, step) => {
        const change = step === 0 ? 'new' : 'edited'
        return { message, change, at: at(step), text: wordsOf(text, message) } as const
      })
      const gone = { message, change: 'deleted', at: at(10), text: '' } as const
      return isDeleted ? [...said, gone] : said
    }),
  )

const stamp = (at: Instant) => `${(at / 1000).toFixed(3)}000`

describe.each(databases)('on $name', ({ name, fresh }) => {
  // A fresh PostgreSQL database takes a second.
  const numRuns = name === 'SQLite' ? 60 : 5

  async function stateAfter(told: readonly Event[]) {
    await using base = await fresh()
    const world = await answeringWorld(base, { goals: [goal, other] })
    await world.plansAt('2026-05-18T07:00Z')
    for (const { message, change, at, text } of told) {
      const version = { new: '0', edited: stamp(at), deleted: '9' }[change]
      const ts = stamp(addMs(monday, message * HOUR_MS))
      await hearReply(base.deps(addMs(monday, 20 * HOUR_MS)), ana, {
        change,
        version,
        channel: channelId('D0DM'),
        ts,
        threadTs: undefined,
        isDirect: true,
        text,
        key: `message:${ts}:${version}`,
      })
    }
    const values = []
    for (const { id } of [goal, other]) {
      const found = await goalById(world.db, acme, id)
      values.push([found?.last?.value, found?.last?.at, found?.ownWord?.status])
    }
    const readings = await world.db
      .selectFrom('reading')
      .leftJoin('reversal', 'reversal.answer_id', 'reading.answer_id')
      .where('reversal.answer_id', 'is', null)
      .select(['goal_id', 'value', 'reading.at'])
      .orderBy('reading.at')
      .orderBy('goal_id')
      .execute()
    expect(await recomputeTallies(base.deps(monday), acme)).toEqual([])
    return { values, readings, answers: (await world.answers()).toSorted() }
  }

  test('events told up to four times and in any order end where they end once and in order', async () => {
    const arrivals = events.chain((inOrder) =>
      fc
        .tuple(
          fc.array(fc.nat({ max: inOrder.length - 1 }), { maxLength: inOrder.length * 3 }),
          fc.array(fc.nat(), { minLength: inOrder.length * 4, maxLength: inOrder.length * 4 }),
        )
        .map(([again, order]) => {
          const all = [...inOrder.keys(), ...again]
          const shuffled = all
            .map((index, position) => ({ index, order: order[position] ?? 0 }))
            .toSorted((a, b) => a.order - b.order)
          return { inOrder, shuffled: shuffled.flatMap(({ index }) => inOrder[index] ?? []) }
        }),
    )
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ inOrder, shuffled }) => {
        expect(await stateAfter(shuffled)).toEqual(await stateAfter(inOrder))
      }),
      { numRuns },
    )
  }, 120_000)
})
