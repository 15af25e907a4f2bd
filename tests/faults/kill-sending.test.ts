import { expect, test } from 'vitest'
import { type KillRun, killSending, onPostgres, onSqlite } from './kill-sending.ts'

/** A new seed each time; the outcome names it, so that a failure can be had again with `npm run faults:sending -- --seed`. */
const seed = Date.now() % 1_000_000
const quick: KillRun = { seed, kills: 12, workspaces: 4, people: 60, processes: 1, lives: [0, 120] }
const kept = { seed, lost: 0, twice: 0, isWhole: true }

test('killed again and again while it sends, with Slack failing in every way, nothing is lost and nothing stands twice', async () => {
  const outcome = await onSqlite((url) => killSending(url, quick))
  expect({ ...outcome, seed }).toMatchObject(kept)
})

test('two processes on PostgreSQL, each killed again and again, lose nothing and say nothing twice', async () => {
  const outcome = await onPostgres((url) => killSending(url, { ...quick, processes: 2, lives: [0, 400] }))
  expect({ ...outcome, seed }).toMatchObject(kept)
})

test('where nobody looks before sending again, messages stand twice: the run can fail', async () => {
  const outcome = await onSqlite((url) => killSending(url, { ...quick, isLookedFor: false }))
  expect({ ...outcome, seed }).toMatchObject({ seed, lost: 0 })
  expect(outcome.twice).toBeGreaterThan(0)
})
