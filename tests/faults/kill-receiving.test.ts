import { expect, test } from 'vitest'
import { killReceiving } from './kill-receiving.ts'
import { onSqlite } from './kill-sending.ts'

const seed = Date.now() % 1_000_000

test('killed again and again while answers come in, each acknowledged answer counts once', async () => {
  const outcome = await onSqlite((url) => killReceiving(url, { seed, kills: 5, answers: 150 }))
  expect({ ...outcome, seed }).toMatchObject({ seed, acknowledged: 150, counted: 150 })
})
