import { spawn } from 'node:child_process'
import { mkdtempDisposable, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { personOf } from '../../db/people.ts'
import { acme, ana } from '../support/people.ts'
import { storePerson, storeWorkspace } from '../support/stored.ts'

let folder: Awaited<ReturnType<typeof mkdtempDisposable>>
const at = (file: string) => `${folder.path}/${file}`

beforeAll(async () => {
  folder = await mkdtempDisposable(`${tmpdir()}/goalpost-`)
  expect(await goalpost('migrate')).toMatchObject({ code: 0 })
  const { db, close } = await openDatabase(`file:${at('bot.db')}`)
  await storeWorkspace(db)
  await storePerson(db, ana)
  await close()
  await writeFile(at('note.txt'), 'no database'.repeat(100))
})
afterAll(() => folder.remove())

/** The program as people call it on `bot.db`; `@` is the test's folder. */
async function goalpost(...args: readonly string[]) {
  const given = args.map((arg) => arg.replace(/^(file:)?@/, `$1${folder.path}/`))
  const child = spawn(process.execPath, ['src/goalpost.mjs', ...given], {
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: `file:${at('bot.db')}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const code = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
  return { code, out, err: err.replaceAll(`${folder.path}/`, '@') }
}

test('help says every command', async () => {
  const { code, out } = await goalpost('--help')
  expect(code).toBe(0)
  for (const command of ['start', 'migrate', 'backup', 'restore', 'copy'])
    expect(out).toContain(`  ${command}`)
})

describe('what is typed wrongly is told in one line', () => {
  test.each([
    [[], 'Say what to do.'],
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['constructor'], 'There is no command "constructor".'],
    [['backup'], 'backup needs one file.'],
    [['backup', 'a', 'b'], 'backup needs one file.'],
    [['restore'], 'restore needs one file.'],
    [['copy', '--from', 'file:a.db'], 'copy needs --from URL and --to URL.'],
    [['backup', 'a', '--quickly'], "Unknown option '--quickly'."],
  ])('%j', async (args, line) => {
    expect(await goalpost(...args)).toEqual({
      code: 2,
      out: '',
      err: `goalpost: ${line} (See goalpost --help.)\n`,
    })
  })
})

describe('what cannot be done is told in one line', () => {
  test.each([
    [['backup', '@bot.db', '--force'], '@bot.db is the database itself. Choose another name.'],
    [['backup', '@note.txt'], '@note.txt exists already. Choose another name, or replace it with --force.'],
    [['restore', '@none.db'], 'There is no @none.db.'],
    [
      ['restore', '@note.txt'],
      '@bot.db holds data already. With --force it is kept beside the restored one under another name.',
    ],
    [['restore', '@note.txt', '--force'], '@note.txt names a file that is no Goalpost database.'],
    [['copy', '--from', 'file:@none.db', '--to', 'file:@new.db'], '--from: there is no @none.db.'],
    [['copy', '--from', 'file:@bot.db', '--to', 'file:@bot.db'], '--from and --to are the same database.'],
    [
      ['copy', '--from', 'file:@bot.db', '--to', 'file:@new.db', '--workspace', 'T0NONE'],
      `--from has no workspace T0NONE. It has ${acme}.`,
    ],
    [
      ['copy', '--from', 'file:@bot.db', '--to', 'postgres://a:secret@127.0.0.1:1/x'],
      'The PostgreSQL in --to cannot be reached. Check its host and port, that it runs, and the network between.',
    ],
  ])('%j', async (args, line) => {
    expect(await goalpost(...args)).toEqual({ code: 1, out: '', err: `goalpost: ${line}\n` })
  })
})

test('a backup is made, read by nobody else, and restored into an empty place', async () => {
  const made = await goalpost('backup', '@backup.db')
  expect(made.out).toMatch(/backup\.db: \d+ rows, \d+ KiB, checked\.\n/)
  expect((await stat(at('backup.db'))).mode & 0o777).toBe(0o600)
  const restored = await goalpost('restore', '@backup.db', '--force')
  expect(restored.out).toMatch(/Restored \d+ rows.*\n.*bot\.db\.before-\d{4}-\d{2}-\d{2}-\d{4}\.\n/)
  const { db, close } = await openDatabase(`file:${at('bot.db')}`)
  expect(await personOf(db, acme, ana.id)).toMatchObject({ name: ana.name })
  await close()
})

test('a copy prints what is on both sides', async () => {
  const { code, out } = await goalpost('copy', '--from', 'file:@bot.db', '--to', 'file:@copied.db')
  expect(code).toBe(0)
  expect(out).toContain(acme)
  expect(out).toMatch(/person +1 +1 +([0-9a-f]{12}) +\1 +equal/)
  expect(out).toContain('Both sides are equal.')
})
