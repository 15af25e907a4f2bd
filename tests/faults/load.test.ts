import { expect, test } from 'vitest'
import { onSqlite } from './kill-sending.ts'
import { load } from './load.ts'

test('many people due at once are all asked, and so that Slack’s limits refuse nothing', async () => {
  const outcome = await onSqlite((url) =>
    load(url, { people: 120, workspacePerSecond: 20, channelPerSecond: 1 }),
  )
  expect(outcome).toMatchObject({ sent: 120, limited: 0 })
}, 60_000)
