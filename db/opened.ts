import type { Db } from './schema.ts'

export interface OpenDatabase {
  readonly db: Db
  /** Whether other processes may work on it at the same time. */
  readonly isShared: boolean
  close(): Promise<void>
}

/** Another process has the file open. SQLite has one writer, and two bots would ask everyone twice. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file} is in use by another running Goalpost. Stop that one first.`, { cause })
    this.file = file
  }
}

export type WhyNotOpened =
  | 'unreachable'
  | 'starting'
  | 'password'
  | 'not-let-in'
  | 'no-database'
  | 'full'
  | 'no-tls'
  | 'certificate'

/** The database server did not let us in. Its address is left out of the message: it may hold a password. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly why: WhyNotOpened

  constructor(why: WhyNotOpened, cause: unknown) {
    super(`the database cannot be opened: ${why}`, { cause })
    this.why = why
  }
}
