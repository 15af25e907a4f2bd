import { expect, test } from 'vitest'
import { year } from './year.ts'

const seed = Date.now() % 1_000_000

test('over months, in several zones and every rhythm, each prompt is sent once or left out for its reason, as it was rehearsed', async () => {
  const outcome = await year({ seed, zones: 6, days: 120, rehearsals: 2 })
  expect({ ...outcome, seed }).toMatchObject({ seed, wrong: [] })
  expect(outcome.asked).toBeGreaterThan(500)
  expect(outcome.leftOut).toBeGreaterThan(50)
}, 120_000)
