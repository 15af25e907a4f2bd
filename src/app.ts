import { v7 as uuidv7 } from 'uuid'
import { featuresOf } from '../commands/index.ts'
import { migrate, type OpenDatabase, openDatabase } from '../db/open.ts'
import { peopleOf, personOf, savePerson } from '../db/people.ts'
import { allWorkspaces, saveWorkspace } from '../db/workspaces.ts'
import packageJson from '../package.json' with { type: 'json' }
import { calendarText } from '../views/calendar-feed.ts'
import { help } from '../views/help.ts'
import type { Config } from './config.ts'
import { consequencesOf } from './consequences.ts'
import type { Person } from './domain/people.ts'
import { addMs } from './domain/time.ts'
import type { Clock, Instant } from './domain/types.ts'
import { createEngine, type EngineOptions } from './engine/engine.ts'
import { createInbox } from './engine/inbox.ts'
import { createRehearsal } from './engine/rehearse.ts'
import { createHolidays } from './holidays.ts'
import { calendarHandle } from './http/calendar.ts'
import { type Handle, handleHttp } from './http/server.ts'
import { sayIn } from './i18n/say.ts'
import { createDraw } from './pictures.ts'
import { rendererOf } from './renderer.ts'
import { screens } from './screens.ts'
import { createBolt, type Installation } from './slack/bolt.ts'
import { createClient, type SlackClient } from './slack/clients.ts'
import { createDirectory, type PeopleDirectory } from './slack/directory.ts'
import { fileOf } from './slack/downloads.ts'
import { createHomes, redrawHome } from './slack/home.ts'
import { createInFlight } from './slack/in-flight.ts'
import type { Log } from './slack/log.ts'
import { receiving, replay } from './slack/receive.ts'
import { doorOf, type Listener, listenOn } from './slack/receivers.ts'
import type { Reception } from './slack/visit.ts'
import { appTokenTaken, asStartRefused, connected } from './start.ts'
import { calendarFeed } from './usecases/calendar-feed.ts'
import type { Deps } from './usecases/deps.ts'
import { followZoneRules } from './usecases/follow-zone-rules.ts'
import { readHolidays } from './usecases/read-holidays.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  readonly now: Clock
  /** For the local Slack and for tests, where time moves by hand. */
  readonly pace?: Partial<EngineOptions['pace']>
  /** How long one call to Slack may take before its outcome counts as unknown. */
  readonly callMs?: number
}

export interface GoalpostApp {
  /** Resolves when Slack's deliveries are taken. Throws StartRefused for what an operator can mend. */
  start(): Promise<void>
  /** Takes nothing new, finishes what has begun, at most ten seconds. */
  stop(): Promise<void>
  /** Finishes what was received, plans and sends everything that is due by now, and returns when it is done. */
  tick(): Promise<void>
  /** When something is next due; absent when nothing is planned. */
  nextDue(): Promise<Instant | undefined>
  /** Where HTTP is served, once started. */
  port(): number | undefined
  /** Answers the calendar links, for whoever serves them on a port of their own. */
  readonly calendar: Handle
}

/** Whatever has not been finished for so long is finished by nobody. */
const LONGEST_WORK_MS = 60_000

/** Opens the database and wires everything; nothing runs until `start`. */
export async function createApp(options: AppOptions): Promise<GoalpostApp> {
  const { config, log } = options
  const database = await openDatabase(config.databaseUrl).catch(asStartRefused)
  const parts = wired(options, database, {
    takeUp: () => takeUp(addMs(options.now(), -LONGEST_WORK_MS)),
    serviceOf: database.isShared ? await sharedServiceOf(config) : undefined,
  })
  const { client, engine, inbox, door, inFlight, stopping, calendar } = parts
  let bolt: ReturnType<typeof parts.boltFor> | undefined
  let listener: Listener | undefined
  let isReady = false
  let isStopping = false

  async function start() {
    await migrate(database.db).catch(asStartRefused)
    const installation = await connected(client)
    await appTokenTaken(config)
    await saveWorkspace(database.db, workspaceFrom(installation), options.now())
    await readHolidays(parts.deps)
    await followZoneRules(parts.deps, process.versions.tz ?? 'none')
    bolt = parts.boltFor(installation)
    // A database that others use too may hold what they are working on just now.
    await takeUp(database.isShared ? addMs(options.now(), -LONGEST_WORK_MS) : options.now())
    const health = { isReady: () => isReady, ping: () => ping(database), version: packageJson.version }
    if (config.port !== undefined) {
      listener = await listenOn(config.port, handleHttp(health, door.handle, calendar)).catch(asStartRefused)
    }
    const receive = receiving(bolt, inbox, { workspace: installation.workspace, log })
    await door.open(async (event) => inFlight.track(accepted(receive, event))).catch(asStartRefused)
    await engine.start()
    isReady = true
    const { mode, databaseUrl } = config
    const facts = { mode: mode.kind, database: databaseUrl.split(':')[0], version: packageJson.version }
    log.info({ ...facts, port: listener?.port }, 'ready')
  }

  /** What comes while stopping is not acknowledged: Slack brings it to whoever takes over. */
  async function accepted(receive: ReturnType<typeof receiving>, event: Parameters<typeof receive>[0]) {
    if (isStopping) throw new Error('stopping')
    return receive(event)
  }

  /** Works again on what was received by then and never finished. */
  async function takeUp(receivedBy: Instant) {
    if (bolt === undefined) return
    for (const entry of await inbox.takeUp(receivedBy)) {
      await replay(bolt, inbox, entry).catch((fault: unknown) => {
        inbox.failed(entry)
        log.error({ err: fault, key: entry.key }, 'an interrupted delivery could not be finished')
      })
    }
  }

  async function stop() {
    isReady = false
    isStopping = true
    stopping.abort()
    // The answer to a command rides in its acknowledgement, which needs the door open.
    await inFlight.idle()
    await door.close()
    await listener?.close()
    await engine.stop()
    await inbox.settled()
    await database.close()
  }

  return {
    start,
    stop,
    async tick() {
      await inFlight.idle()
      await engine.tick()
    },
    nextDue: () => engine.nextDue(),
    port: () => listener?.port,
    calendar,
  }
}

const sayTo = (person: Person | undefined) => sayIn(person?.language ?? 'en', person?.locale)

/** Every part with the parts it needs. */
function wired(
  { config, log, now, pace, callMs }: AppOptions,
  { db }: OpenDatabase,
  { takeUp, serviceOf }: Pick<EngineOptions, 'takeUp' | 'serviceOf'>,
) {
  const deps = { db, now, newId: () => uuidv7(), holidays: createHolidays({ now, log }) }
  const client = createClient(config.botToken, config.slackApiUrl, callMs)
  const clientOf = () => client
  const directory = directoryOf(deps, client)
  const stopping = new AbortController()
  const rehearse = createRehearsal(deps, stopping.signal)
  const features = featuresOf({
    ...deps,
    directory,
    rehearse,
    draw: createDraw(log),
    readFile: (_workspace, person, file, most) => fileOf(client, person, file, most),
    command: config.command,
    publicUrl: config.publicUrl,
  })
  const render = rendererOf({ deps, sayTo, help: (say) => help(features, config.command, say) })
  const engine = createEngine({ deps, clientOf, render, log, pace, takeUp, serviceOf })
  const homes = createHomes()
  const inFlight = createInFlight()
  const desk: Reception = {
    features,
    directory,
    clientOf,
    sayTo,
    screens: screens(features, config.command),
    now,
    log,
    track: (work) => void inFlight.track(work),
    seesHome: (workspace, person) => homes.sees(workspace, person),
    afterwards(workspace, person) {
      engine.kick()
      inFlight.track(redrawHome(desk, homes, workspace, person))
    },
  }
  const door = doorOf(config, log)
  const consequences = consequencesOf({ deps, directory, client, sayTo })
  const { botToken: token, slackApiUrl } = config
  return {
    deps,
    client,
    engine,
    door,
    inFlight,
    stopping,
    calendar: calendarHandle((token) => calendarWith(deps, token), log),
    inbox: createInbox({ db, now, log }),
    boltFor: (installation: Installation) =>
      createBolt({ token, slackApiUrl, installation, door, desk, homes, consequences }),
  }
}

async function calendarWith(deps: Deps, token: string): Promise<Iterable<string> | undefined> {
  const sheet = await calendarFeed(deps, token)
  return sheet && calendarText(sheet, sayTo(sheet.reader))
}

/** Loaded only where it is needed: it would slow every other start. */
async function sharedServiceOf({ databaseUrl }: Config): Promise<EngineOptions['serviceOf']> {
  const { createSharedService } = await import('./engine/shared-service.ts')
  return (parts) => createSharedService(parts, databaseUrl)
}

function directoryOf(deps: { db: OpenDatabase['db']; now: Clock }, client: SlackClient): PeopleDirectory {
  return createDirectory({
    memory: {
      personOf: (workspace, id) => personOf(deps.db, workspace, id),
      peopleOf: (workspace, ids) => peopleOf(deps.db, workspace, ids),
      savePerson: (workspace, facts, at) => savePerson(deps.db, workspace, facts, at),
    },
    clientOf: () => client,
    now: deps.now,
  })
}

const workspaceFrom = (installation: Installation) => ({
  id: installation.workspace,
  name: installation.workspaceName,
  botUser: installation.botUser,
  url: installation.url,
})

async function ping({ db }: OpenDatabase): Promise<void> {
  await allWorkspaces(db)
}
