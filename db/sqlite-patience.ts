import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { NoSpaceLeft } from '../src/domain/no-space.ts'

type Pause = (ms: number) => Promise<unknown>

interface Watched extends SqliteDatabase {
  isInTransaction(): boolean
}

/** About five seconds of pauses: Slack's own patience ends at three. */
const MOST_TRIES = 100
const LONGEST_PAUSE_MS = 50

/**
 * SQLite that outlasts another program, such as a backup, holding the file: what it says is busy is tried again later and
 * the process goes on with everything else meanwhile.
 */
export class PatientSqlite extends SqliteDialect {
  readonly #database: Watched
  readonly #pause: Pause

  constructor(database: Watched, pause: Pause) {
    super({ database })
    this.#database = database
    this.#pause = pause
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#database, this.#pause)
  }
}

class PatientDriver extends SqliteDriver {
  readonly #database: Watched
  readonly #pause: Pause
  /** Patience has run out: until something gets through again, each statement is tried once. */
  #isHeld = false

  constructor(database: Watched, pause: Pause) {
    super({ database })
    this.#database = database
    this.#pause = pause
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: <R>(query: CompiledQuery) =>
        this.#patiently(() => connection.executeQuery<R>(query)).catch(asNoSpaceLeft),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }

  /** The file is ours for writing from the first statement, or not at all: later is too late to wait for it. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk has already undone it. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isInTransaction()) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async #patiently<T>(run: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await run()
        this.#isHeld = false
        return result
      } catch (fault) {
        if (!isBusy(fault)) throw fault
        if (this.#isHeld || tries >= MOST_TRIES) {
          this.#isHeld = true
          throw fault
        }
        await this.#pause(Math.min(5 * tries, LONGEST_PAUSE_MS))
      }
    }
  }
}

function asNoSpaceLeft(fault: unknown): never {
  throw codeOf(fault) === 'SQLITE_FULL' ? new NoSpaceLeft(fault) : fault
}

/** Not SQLITE_BUSY_SNAPSHOT: what was read is old by now, and waiting does not make it new. */
function isBusy(fault: unknown): boolean {
  const code = codeOf(fault)
  return code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_RECOVERY' || code === 'SQLITE_BUSY_TIMEOUT'
}

const codeOf = (fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : undefined)
