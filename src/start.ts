import { z } from 'zod'
import { DatabaseInUse, DatabaseRefused } from '../db/open.ts'
import type { Config } from './config.ts'
import { type Installation, identify } from './slack/bolt.ts'
import { SlackLimited, SlackRefused, SlackUnknown } from './slack/calls.ts'
import { createClient, type SlackClient } from './slack/clients.ts'

/** What keeps the program from starting and an operator can mend, in words. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'

  constructor(fault: string, cause: unknown) {
    super(`Goalpost cannot start:\n  - ${fault}`, { cause })
  }
}

/** Whose token it is. */
export async function connected(client: SlackClient): Promise<Installation> {
  return identify(client).catch((fault: unknown) => {
    throw slackRefusal(fault)
  })
}

/**
 * Asks once by ourselves whether Slack takes the app token: Bolt's own connection tries a token without the right scope
 * again and again and never says so.
 */
export async function appTokenTaken({ mode, slackApiUrl }: Pick<Config, 'mode' | 'slackApiUrl'>) {
  if (mode.kind !== 'socket') return
  const client = createClient(mode.appToken, slackApiUrl)
  await client.read('apps.connections.open', {}, z.unknown()).catch((fault: unknown) => {
    throw fault instanceof SlackRefused
      ? new StartRefused(badAppToken(fault.code), fault)
      : slackRefusal(fault)
  })
}

function slackRefusal(fault: unknown): unknown {
  if (fault instanceof SlackRefused) {
    return new StartRefused(
      `SLACK_BOT_TOKEN is refused by Slack (${fault.code}). Copy the Bot User OAuth Token again from OAuth & Permissions; reinstall the app if it was removed.`,
      fault,
    )
  }
  if (fault instanceof SlackUnknown || fault instanceof SlackLimited) {
    return new StartRefused(
      'Slack cannot be reached just now. Check the network and SLACK_API_URL, then start again.',
      fault,
    )
  }
  return fault
}

/** Faults of the machine, each with its mend; a bug flies on. */
export function asStartRefused(fault: unknown): never {
  const mend = mendOf(fault)
  throw mend === undefined ? fault : new StartRefused(mend, fault)
}

/** What an operator can do about it; undefined for a bug. */
export function mendOf(fault: unknown): string | undefined {
  if (fault instanceof DatabaseInUse) return fault.message
  if (fault instanceof DatabaseRefused) return databaseMends[fault.why]
  return mends[codeOf(fault)]
}

function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return ''
  // SQLite adds what exactly could not be opened: SQLITE_CANTOPEN_ISDIR.
  return 'code' in fault ? String(fault.code).replace(/^(SQLITE_[A-Z]+)_\w+$/, '$1') : ''
}

const badAppToken = (code: string) =>
  `SLACK_APP_TOKEN is refused by Slack (${code}). Make an app-level token with the scope connections:write under Basic Information.`

const noDatabase =
  'DATABASE_URL cannot be opened. Check that its folder is one and may be written to, and that it names a file.'

const mends: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT is in use by another program. Choose another one.',
  EACCES:
    'PORT or DATABASE_URL is not allowed to this user. Choose a port above 1023 and a folder you may write to.',
  SQLITE_CANTOPEN: noDatabase,
  SQLITE_NOTADB: 'DATABASE_URL names a file that is no Goalpost database.',
  SQLITE_CORRUPT: 'DATABASE_URL names a damaged file. Restore the newest backup.',
  SQLITE_READONLY: 'DATABASE_URL may not be written to. Check the permissions of the file and its folder.',
  ENOENT: noDatabase,
  ENOTDIR: noDatabase,
  EEXIST: noDatabase,
  EROFS: noDatabase,
}

/** None repeats the address: it may hold a password. */
const databaseMends: Readonly<Record<DatabaseRefused['why'], string>> = {
  unreachable:
    'The PostgreSQL in DATABASE_URL cannot be reached. Check its host and port, that it runs, and the network between.',
  starting: 'The PostgreSQL in DATABASE_URL is starting or stopping. Start again in a moment.',
  password:
    'DATABASE_URL is refused: wrong user or password. In a password write @ as %40, / as %2F, : as %3A.',
  'not-let-in':
    'The PostgreSQL in DATABASE_URL does not let this user in from here. Check that the user exists, may connect, and pg_hba.conf.',
  'no-database':
    'The PostgreSQL in DATABASE_URL has no database of that name. Make it: create database goalpost.',
  full: 'The PostgreSQL in DATABASE_URL takes no more connections. Raise max_connections or stop other programs.',
  'no-tls':
    'The PostgreSQL in DATABASE_URL speaks no TLS. Turn TLS on there, or remove sslmode from the address.',
  certificate:
    'The certificate of the PostgreSQL in DATABASE_URL cannot be trusted. Name its authority with sslrootcert=/path/to/ca.pem in the address.',
}
