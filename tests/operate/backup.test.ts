import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtempDisposable, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../db/open.ts'
import { enqueue } from '../../db/outbox.ts'
import { restoredAt } from '../../db/restored.ts'
import type { Db } from '../../db/schema.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import { addMs, DAY_MS } from '../../src/domain/time.ts'
import { backup } from '../../src/operate/backup.ts'
import { copy } from '../../src/operate/copy.ts'
import { restore } from '../../src/operate/restore.ts'
import { freshPostgres } from '../support/databases.ts'
import { acme, ana, globex, instant } from '../support/people.ts'
import { storePerson, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-18T12:00Z')
const options = { force: false, now }

async function aFolder() {
  const folder = await mkdtempDisposable(`${tmpdir()}/goalpost-`)
  const place = (file: string) => ({ url: `file:${folder.path}/${file}`, name: file })
  return {
    path: (file: string) => join(folder.path, file),
    place,
    bot: place('bot.db'),
    names: () => readdir(folder.path),
    [Symbol.asyncDispose]: folder.remove,
  }
}

/** A database with one person in it. */
async function filled(url: string, workspace = acme): Promise<void> {
  const { db, close } = await openDatabase(url)
  await migrate(db)
  await storeWorkspace(db, workspace)
  await storePerson(db, { ...ana, workspace })
  await close()
}

async function looking<T>(url: string, look: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase(url)
  return look(db).finally(close)
}

/** Another process that has the file as a bot has, and writes without a pause: pairs that are never halved. */
async function writing(url: string) {
  const script = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../db/open.ts'))}
    import { together } from ${JSON.stringify(join(import.meta.dirname, '../../db/transaction.ts'))}
    const { db } = await openDatabase(${JSON.stringify(url)})
    for (let n = 0; ; n += 1) {
      await together(db, async (trx) => {
        for (const name of ['one' + n, 'two' + n])
          await trx.insertInto('setting').values({ workspace_id: 'T', name, value: 'x'.repeat(2000) }).execute()
      })
      if (n === 200) console.log('writes')
      await new Promise((resolve) => setImmediate(resolve))
    }`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

test('a backup ends while another process writes without a pause, and holds one moment whole', async () => {
  await using folder = await aFolder()
  await filled(folder.bot.url)
  // So large that it is read in many steps.
  const much = { workspace_id: acme, name: 'much', value: 'x'.repeat(20_000_000) }
  await looking(folder.bot.url, (db) => db.insertInto('setting').values(much).execute())
  await using _ = await writing(folder.bot.url)
  const made = await backup(folder.bot, folder.path('backup.db'))
  const counts = await looking(`file:${made.file}`, async (db) => {
    const names = (await db.selectFrom('setting').select('name').execute()).map(({ name }) => name)
    return ['one', 'two'].map((half) => names.filter((name) => name.startsWith(half)).length)
  })
  expect(counts[0]).toBe(counts[1])
  expect(counts[0]).toBeGreaterThan(200)
  expect((await folder.names()).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('a backup that fails leaves the old one as it was', async () => {
  await using folder = await aFolder()
  await writeFile(folder.path('bot.db'), 'scrambled'.repeat(1000))
  await writeFile(folder.path('backup.db'), 'the old one')
  const failing = backup(folder.bot, folder.path('backup.db'), { force: true })
  await expect(failing).rejects.toThrow('bot.db names a file that is no Goalpost database.')
  expect((await folder.names()).toSorted()).toEqual(['backup.db', 'bot.db'])
})

describe('a restore', () => {
  test('is refused while a bot has the file, and changes nothing', async () => {
    await using folder = await aFolder()
    await filled(folder.bot.url)
    await backup(folder.bot, folder.path('backup.db'))
    const bot = await openDatabase(folder.bot.url)
    const refused = restore(folder.path('backup.db'), folder.bot, { force: true, now })
    await expect(refused).rejects.toThrow(/in use by another running Goalpost/)
    expect(await restoredAt(bot.db, acme)).toBeUndefined()
    await bot.close()
  })

  test('keeps what was there, with what only its log held, and two in a minute keep both', async () => {
    await using folder = await aFolder()
    await filled(folder.bot.url)
    await backup(folder.bot, folder.path('backup.db'))
    // As after a crash: the newest rows stand beside the file.
    const bot = await openDatabase(folder.bot.url)
    await storeWorkspace(bot.db, globex)
    for (const end of ['', '-wal'])
      await copyFile(folder.path(`bot.db${end}`), folder.path(`crashed.db${end}`))
    await bot.close()
    const crashed = folder.place('crashed.db')
    const [first, second] = [
      await restore(folder.path('backup.db'), crashed, { force: true, now }),
      await restore(folder.path('backup.db'), crashed, { force: true, now }),
    ]
    expect(first.kept).toMatch(/crashed\.db\.before-2026-05-18-1200$/)
    expect(second.kept).toBe(`${first.kept}-2`)
    expect(await looking(crashed.url, allWorkspaces)).toHaveLength(1)
    expect(await looking(`file:${first.kept}`, allWorkspaces)).toHaveLength(2)
  })

  test('of another program’s database is refused', async () => {
    await using folder = await aFolder()
    const { db, close } = await openDatabase(folder.place('other.db').url)
    await db.schema.createTable('song').addColumn('title', 'text').execute()
    await close()
    const restoring = restore(folder.path('other.db'), folder.bot, options)
    await expect(restoring).rejects.toThrow(/other\.db is no Goalpost database/)
    expect(await folder.names()).not.toContain('bot.db')
  })

  test('of a newer release’s database is refused', async () => {
    await using folder = await aFolder()
    const newer = folder.place('newer.db')
    await filled(newer.url)
    await looking(newer.url, (db) =>
      db
        .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
        .insertInto('kysely_migration')
        .values({ name: '9999-later', timestamp: '2030' })
        .execute(),
    )
    await expect(restore(folder.path('newer.db'), folder.bot, options)).rejects.toThrow(/newer release/)
    await filled(folder.bot.url)
    const copying = copy({ from: folder.bot, to: newer, workspaces: [], ...options }, () => {})
    await expect(copying).rejects.toThrow(/newer release/)
  })

  test('takes what waited and was due for perhaps sent, and leaves what lies ahead', async () => {
    await using folder = await aFolder()
    await filled(folder.bot.url)
    await looking(folder.bot.url, async (db) => {
      const letter = { workspace: acme, kind: 'said', target: ana.id } as const
      const payload = { person: ana.id, what: { is: 'help' } } as const
      for (const [id, dueAt] of [
        ['due', addMs(now, -DAY_MS)],
        ['ahead', addMs(now, DAY_MS)],
      ] as const)
        await enqueue(db, { ...letter, id, key: id, payload, dueAt })
    })
    await backup(folder.bot, folder.path('backup.db'))
    await restore(folder.path('backup.db'), folder.bot, { force: true, now })
    const states = await looking(folder.bot.url, (db) =>
      db.selectFrom('outbox').select(['key', 'state', 'claimed_at']).orderBy('key').execute(),
    )
    expect(states).toEqual([
      { key: 'ahead', state: 'due', claimed_at: null },
      { key: 'due', state: 'unknown', claimed_at: addMs(now, -DAY_MS) },
    ])
  })
})

describe('with a PostgreSQL', () => {
  test('a backup is a file, and is restored into either', async () => {
    await using folder = await aFolder()
    await using postgres = await freshPostgres()
    const place = { url: postgres.url, name: 'DATABASE_URL' }
    await filled(postgres.url)
    const made = await backup(place, folder.path('backup.db'))
    expect(made.rows).toBeGreaterThan(1)
    await expect(restore(made.file, place, options)).rejects.toThrow(/holds data already/)
    await storeWorkspace(postgres.db, globex)
    await restore(made.file, place, { force: true, now })
    expect(await restoredAt(postgres.db, acme)).toBe(now)
    await restore(made.file, folder.bot, options)
    expect(await looking(folder.bot.url, allWorkspaces)).toMatchObject([{ id: acme }])
  })

  test('one workspace moves there and back, and from under a running bot it is told that it was', async () => {
    await using folder = await aFolder()
    await using postgres = await freshPostgres()
    const place = { url: postgres.url, name: '--to' }
    await filled(folder.bot.url)
    await filled(folder.bot.url, globex)
    const moving = { from: folder.bot, to: place, workspaces: [acme] }
    const running = await openDatabase(folder.bot.url)
    await expect(copy({ ...moving, ...options }, () => {})).rejects.toThrow(/Stop it first/)
    expect(await allWorkspaces(postgres.db)).toEqual([])
    await copy({ ...moving, force: true, now }, () => {})
    expect(await restoredAt(postgres.db, acme)).toBe(now)
    await running.close()
    await copy({ ...moving, ...options }, () => {})
    expect(await restoredAt(postgres.db, acme)).toBeUndefined()
    const back = folder.place('back.db')
    const copied: string[] = []
    await copy({ from: place, to: back, workspaces: [], ...options }, (workspace) => copied.push(workspace))
    expect(copied).toEqual([acme])
    expect(await looking(back.url, allWorkspaces)).toMatchObject([{ id: acme }])
  })
})
