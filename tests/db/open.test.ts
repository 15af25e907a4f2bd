import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { DatabaseInUse, migrate, openDatabase } from '../../db/open.ts'
import { allWorkspaces, saveWorkspace } from '../../db/workspaces.ts'
import { acme, instant, personId } from '../support/people.ts'

const at = instant('2026-05-04T08:00Z')
const acmeNow = { id: acme, name: 'Acme', botUser: personId('U0BOT') }

async function aFolder() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'goalpost-'))
  return {
    url: `file:${folder.path}/deep/goalpost.db`,
    path: folder.path,
    [Symbol.asyncDispose]: folder.remove,
  }
}

test('what was stored is there after closing and opening again, and migrating twice changes nothing', async () => {
  await using folder = await aFolder()
  const first = await openDatabase(folder.url)
  await migrate(first.db)
  await saveWorkspace(first.db, acmeNow, at)
  await first.close()
  const second = await openDatabase(folder.url)
  await migrate(second.db)
  expect(await allWorkspaces(second.db)).toEqual([acmeNow])
  await second.close()
})

test('a file survives power cuts, lets readers through, and keeps rows from pointing nowhere', async () => {
  await using folder = await aFolder()
  const { db, close } = await openDatabase(folder.url)
  const pragma = async (name: string) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(`pragma_${name}`)}`.execute(
      db,
    )
    return Object.values(rows[0] ?? {})[0]
  }
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('foreign_keys')).toBe(1)
  await close()
})

test('a file that is open is refused a second time, and free once closed', async () => {
  await using folder = await aFolder()
  const first = await openDatabase(folder.url)
  const refused = openDatabase(folder.url)
  await expect(refused).rejects.toBeInstanceOf(DatabaseInUse)
  await expect(refused).rejects.toThrow(/deep\/goalpost\.db is in use by another running Goalpost/)
  await first.close()
  await (await openDatabase(folder.url)).close()
})

test('another process is kept out, and a killed one leaves the file free', async () => {
  await using folder = await aFolder()
  const script = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../db/open.ts'))}
    await openDatabase(${JSON.stringify(folder.url)})
    console.log('open')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  await expect(openDatabase(folder.url)).rejects.toBeInstanceOf(DatabaseInUse)
  other.kill('SIGKILL')
  await once(other, 'exit')
  await (await openDatabase(folder.url)).close()
})

test('a refused opening leaves no lock behind', async () => {
  await using folder = await aFolder()
  await expect(openDatabase('mysql://somewhere')).rejects.toThrow(/DATABASE_URL/)
  expect(await readdir(folder.path)).toEqual([])
})
