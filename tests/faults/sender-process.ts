import { v7 as uuidv7 } from 'uuid'
import { openDatabase } from '../../db/open.ts'
import { noHolidays } from '../../src/domain/holidays.ts'
import type { Instant } from '../../src/domain/types.ts'
import { createEngine } from '../../src/engine/engine.ts'
import { createClient } from '../../src/slack/clients.ts'

/** Plans and sends whatever its database owes, until it is killed: `node sender-process.ts <database> <slack> <settle ms>`. */
const [databaseUrl = '', slackUrl = '', settle = '1000'] = process.argv.slice(2)

const database = await openDatabase(databaseUrl)
const client = createClient('xoxb-for-faults', slackUrl, 500)
const shared = database.isShared ? await import('../../src/engine/shared-service.ts') : undefined
const quietly = () => {}
const engine = createEngine({
  deps: { db: database.db, now: () => Date.now() as Instant, newId: () => uuidv7(), holidays: noHolidays },
  clientOf: () => client,
  render: async ({ target, key }) => ({ to: target, message: { text: key, blocks: [] } }),
  log: {
    debug: quietly,
    info: quietly,
    warn: quietly,
    error: (facts, message) => console.error(message, facts),
  },
  pace: { workspacePerSecond: 10_000, channelPerSecond: 10_000, settleMs: Number(settle) },
  serviceOf: shared && ((parts) => shared.createSharedService(parts, databaseUrl)),
})
await engine.start()
process.send?.('ready')
// Listening to its parent keeps it alive; the engine's own beat does not.
process.on('message', () => {})
