import { expect, test } from 'vitest'
import { onSqlite } from './kill-sending.ts'
import { shuffled } from './shuffled.ts'

const seed = Date.now() % 1_000_000

test('messages, edits and deletions, repeated and shuffled, end where they end once and in order', async () => {
  const outcome = await onSqlite((mixed) =>
    onSqlite((inOrder) => shuffled([mixed, inOrder], { seed, events: 200 })),
  )
  expect({ ...outcome, seed }).toMatchObject({ seed, isEqual: true })
  expect(outcome.answers).toBeGreaterThan(50)
}, 60_000)
