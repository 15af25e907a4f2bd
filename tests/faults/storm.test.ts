import { expect, test } from 'vitest'
import { storm } from './storm.ts'
import { stormKinds } from './stormy-slack.ts'

const seed = Date.now() % 1_000_000

test('while Slack refuses, fails or is silent in one workspace nothing is lost, said twice or tried too early', async () => {
  const run = {
    seed,
    seconds: 3,
    calmWorkspaces: 3,
    stormLetters: 8,
    longestWait: 2,
    callMs: 800,
    settleMs: 500,
  }
  const outcomes = await Promise.all(stormKinds.map((kind) => storm(kind, run)))
  for (const outcome of outcomes) {
    expect({ ...outcome, seed }).toMatchObject({ seed, lost: 0, twice: 0, tooEarly: 0 })
    expect(outcome.refused).toBeGreaterThan(0)
  }
}, 180_000)
