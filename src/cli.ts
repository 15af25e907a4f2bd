import { parseArgs } from 'node:util'
import { CopyDiffers } from '../db/copy.ts'
import { openDatabase } from '../db/open.ts'
import { readDatabaseUrl } from './config.ts'
import type { Instant } from './domain/types.ts'
import { backup } from './operate/backup.ts'
import { copy } from './operate/copy.ts'
import { bringForward, type Place } from './operate/places.ts'
import { about, Refused } from './operate/refused.ts'
import { copyReport, sizeOf } from './operate/report.ts'
import { restore } from './operate/restore.ts'

const help = `goalpost <command>

  start                        serve until stopped, as npm start does
  migrate                      bring the database's tables to this release
  backup <file>                put the database into a file, also while the bot runs
  restore <file>               put a backup in place of the database; stop the bot first
  copy --from URL --to URL     move to another database, file:… or postgres://…; stop the bot first
       [--workspace T…]        only that workspace; may be given several times

  --force    backup: replace the file. restore: put what is there aside. copy: also from under a running bot.
  --help     this text

The database is the one in DATABASE_URL, or file:./data/goalpost.db.`

/** What was typed is no command. */
class Usage extends Error {
  override readonly name = 'Usage'
}

interface Typed {
  readonly files: readonly string[]
  readonly force: boolean
  readonly from: string | undefined
  readonly to: string | undefined
  readonly workspaces: readonly string[]
}

const now = () => Date.now() as Instant
const print = (line: string) => console.log(line)

const commands: Readonly<Record<string, (typed: Typed) => Promise<void>>> = {
  async start(typed) {
    expectFiles(typed, 0, 'start takes nothing behind it.')
    await import('./main.ts')
  },

  async migrate(typed) {
    expectFiles(typed, 0, 'migrate takes nothing behind it.')
    const place = ownPlace()
    await about(place.name, async () => {
      const opened = await openDatabase(place.url)
      await bringForward(opened, place.name).finally(() => opened.close())
    })
    print('The database is of this release.')
  },

  async backup(typed) {
    const [file = ''] = expectFiles(typed, 1, 'backup needs one file.')
    const made = await backup(ownPlace(), file, typed)
    print(`${made.file}: ${made.rows} rows, ${sizeOf(made.bytes)}, checked.`)
  },

  async restore(typed) {
    const [file = ''] = expectFiles(typed, 1, 'restore needs one file.')
    const { rows, kept } = await restore(file, ownPlace(), { ...typed, now: now() })
    print(`Restored ${rows} rows from ${file}.`)
    if (kept !== undefined) print(`What was there before is ${kept}.`)
    print('What may have been sent since the backup is looked for in Slack before it is sent.')
  },

  async copy(typed) {
    expectFiles(typed, 0, 'copy takes --from and --to, no file.')
    const { from, to, workspaces, force } = typed
    if (from === undefined || to === undefined) throw new Usage('copy needs --from URL and --to URL.')
    const places = { from: placeOf('--from', from), to: placeOf('--to', to) }
    await copy({ ...places, workspaces, force, now: now() }, (workspace, tables) =>
      print(copyReport(workspace, tables)),
    )
    print('Both sides are equal.')
  },
}

function expectFiles({ files }: Typed, count: number, otherwise: string): readonly string[] {
  if (files.length !== count) throw new Usage(otherwise)
  return files
}

const ownPlace = () => placeOf('DATABASE_URL', process.env.DATABASE_URL)

function placeOf(name: string, value: string | undefined): Place {
  const fail = (fault: string): never => {
    throw new Refused(`${name} ${fault}`)
  }
  return { name, url: readDatabaseUrl(value, fail) }
}

function parse(args: string[]): { readonly command: string; readonly typed: Typed } | 'help' {
  const { values, positionals } = parsed(args)
  const [command, ...files] = positionals
  if (values.help === true || command === 'help') return 'help'
  if (command === undefined) throw new Usage('Say what to do.')
  const { force = false, from, to, workspace = [] } = values
  return { command, typed: { files, force, from, to, workspaces: workspace } }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        force: { type: 'boolean' },
        from: { type: 'string' },
        to: { type: 'string' },
        workspace: { type: 'string', multiple: true },
      },
    })
  } catch (fault) {
    throw new Usage(fault instanceof Error ? `${fault.message.split('. ')[0]}.` : String(fault))
  }
}

async function main(): Promise<void> {
  const wanted = parse(process.argv.slice(2))
  if (wanted === 'help') return print(help)
  const command = Object.hasOwn(commands, wanted.command) ? commands[wanted.command] : undefined
  if (command === undefined) throw new Usage(`There is no command "${wanted.command}".`)
  await command(wanted.typed)
}

/** People get a line; a stack is for whoever asks for it. */
main().catch((fault: unknown) => {
  if (fault instanceof Usage) {
    console.error(`goalpost: ${fault.message} (See goalpost --help.)`)
    process.exit(2)
  }
  if (fault instanceof CopyDiffers) console.error(copyReport('Nothing was kept:', fault.tables))
  const isBug = !(fault instanceof Refused) && process.env.LOG_LEVEL === 'debug'
  console.error(isBug ? fault : `goalpost: ${fault instanceof Error ? fault.message : String(fault)}`)
  process.exit(1)
})
