import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { migrate, openDatabase } from '../../db/open.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

/** Where the run's tests ask for the run's PostgreSQL; whoever asks first has it started. */
const SOCKET = 'GOALPOST_TEST_POSTGRES'

/** Vitest's global setup: one server per run, none when no test needs one. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-tests-'))
  let server: Promise<PostgresServer> | undefined
  const door = createServer((socket) => {
    server ??= withTemplate()
    socket.on('error', () => {})
    server.then(
      (started) => socket.end(started.url('')),
      (fault: unknown) => socket.end(`! ${fault}`),
    )
  })
  const path = join(folder, 'ask')
  door.listen(path)
  await once(door, 'listening')
  process.env[SOCKET] = path
  return async () => {
    door.close()
    await (await server?.catch(() => undefined))?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function withTemplate(): Promise<PostgresServer> {
  const server = await startPostgres()
  const maintenance = await openDatabase(server.url('postgres'))
  const { sql } = await import('kysely')
  await sql`create database migrated`.execute(maintenance.db)
  await maintenance.close()
  const template = await openDatabase(server.url('migrated'))
  await migrate(template.db)
  await template.close()
  return server
}

let known: Promise<string> | undefined

/** The address of the run's server, with a slash at its end. */
export function onePostgres(): Promise<string> {
  known ??= ask()
  return known
}

async function ask(): Promise<string> {
  const path = process.env[SOCKET]
  if (path === undefined) throw new Error(`${SOCKET} is not set: run tests with vitest and its configuration`)
  const url = await text(connect(path))
  if (!url.startsWith('postgres:')) throw new Error(`the run's PostgreSQL did not start: ${url}`)
  return url
}
