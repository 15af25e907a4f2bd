import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { onSqlite } from './kill-sending.ts'

test('signed bodies that are not as Slack sends them, and forged ones, end nothing, fail nothing and leave nothing elsewhere', async () => {
  const outcome = await onSqlite((url) => fuzz(url, { seed: 3, bodies: 1500, forgeries: 300 }))
  expect(outcome).toMatchObject({ forgeriesTaken: 0, strayed: [], isAlive: true })
  expect(Object.keys(outcome.statuses)).toEqual(['200', '400'])
}, 60_000)
