import { type CopiedTable, copyWorkspace } from '../../db/copy.ts'
import { DatabaseInUse, fileOf, isPostgres, type OpenDatabase } from '../../db/open.ts'
import { markRestored } from '../../db/restored.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import type { Instant, WorkspaceId } from '../domain/types.ts'
import { isServed, type Place, served, source, target } from './places.ts'
import { Refused } from './refused.ts'

export interface CopyOptions {
  readonly from: Place
  readonly to: Place
  /** None named: all. */
  readonly workspaces: readonly string[]
  /** Also from under a running bot; what it sends from then on is looked for before the copy sends it. */
  readonly force: boolean
  readonly now: Instant
}

/** Makes each workspace on the target what it is on the source; `copied` hears of each. */
export async function copy(
  options: CopyOptions,
  copied: (workspace: WorkspaceId, tables: readonly CopiedTable[]) => void,
): Promise<void> {
  if (isSame(options.from.url, options.to.url)) throw new Refused('--from and --to are the same database.')
  const from = await source(options.from)
  try {
    const hold = await held(options.from, from)
    try {
      if (hold === 'served' && !options.force) throw served(options.from)
      const to = await target(options.to)
      try {
        for (const workspace of await chosen(from, options)) {
          copied(workspace, await copyWorkspace(from.db, workspace, to.db))
          if (hold === 'served') await markRestored(to.db, workspace, options.now)
        }
      } finally {
        await to.close()
      }
    } finally {
      if (hold !== 'served') hold.close()
    }
  } finally {
    await from.close()
  }
}

/** Keeps bots away from a file for as long as it is copied; a PostgreSQL can only be asked. */
async function held({ url }: Place, opened: OpenDatabase): Promise<'served' | { close(): void }> {
  if (isPostgres(url)) return (await isServed(opened)) ? 'served' : { close() {} }
  const { lockOf } = await import('../../db/sqlite.ts')
  try {
    return lockOf(fileOf(url))
  } catch (fault) {
    if (fault instanceof DatabaseInUse) return 'served'
    throw fault
  }
}

async function chosen(
  { db }: OpenDatabase,
  { workspaces, from }: CopyOptions,
): Promise<readonly WorkspaceId[]> {
  const all = (await allWorkspaces(db)).map(({ id }) => id)
  const unknown = workspaces.filter((one) => !all.some((id) => id === one))
  if (unknown.length > 0)
    throw new Refused(
      `${from.name} has no workspace ${unknown.join(', ')}. It has ${all.join(', ') || 'none'}.`,
    )
  return workspaces.length === 0 ? all : all.filter((id) => workspaces.includes(id))
}

const isSame = (one: string, other: string) =>
  isPostgres(one) || isPostgres(other) ? one === other : fileOf(one) === fileOf(other)
