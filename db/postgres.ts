import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { DatabaseRefused, type OpenDatabase, type WhyNotOpened } from './opened.ts'
import type { Schema } from './schema.ts'

/** Opens a PostgreSQL that any number of processes share. Throws `DatabaseRefused` when it does not let us in. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'goalpost',
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A process that hangs in the middle must not keep the others from its rows.
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser },
    // A transaction that scans a small table would be in conflict with every other one at that table.
    options: '-c enable_seqscan=off -c enable_bitmapscan=off',
  })
  // A connection may be lost at any time, idle or at work: whoever uses it is told, and the pool makes another.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  await reach(pool)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    isShared: true,
    async close() {
      await db.destroy()
      // Kysely closes only what it has used.
      if (!pool.ended) await pool.end()
    },
  }
}

const INT8 = 20
const NUMERIC = 1700

/** Instants, counts and sums are numbers, as on SQLite: all of ours are well within 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === INT8 || type === NUMERIC
    ? Number
    : pg.types.getTypeParser(type, format === 'binary' ? 'binary' : 'text')

async function reach(pool: pg.Pool): Promise<void> {
  try {
    const client = await pool.connect()
    client.release()
  } catch (fault) {
    await pool.end()
    const why = whyNotOpened(fault)
    throw why === undefined ? fault : new DatabaseRefused(why, fault)
  }
}

const reasons: Readonly<Record<string, WhyNotOpened>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOENT: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  '57P03': 'starting',
  '28P01': 'password',
  '28000': 'not-let-in',
  '42501': 'not-let-in',
  '3D000': 'no-database',
  '53300': 'full',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
}

/** Some faults of the driver have no code, only words. */
const words: readonly (readonly [RegExp, WhyNotOpened])[] = [
  [/timeout|terminated unexpectedly/i, 'unreachable'],
  [/does not support SSL/i, 'no-tls'],
  [/password must be a/i, 'password'],
]

function whyNotOpened(fault: unknown): WhyNotOpened | undefined {
  if (!(fault instanceof Error)) return undefined
  // Of all files only a certificate is opened.
  if ('syscall' in fault && fault.syscall === 'open') return 'certificate'
  const known = 'code' in fault ? reasons[String(fault.code)] : undefined
  return known ?? words.find(([pattern]) => pattern.test(fault.message))?.[1]
}
