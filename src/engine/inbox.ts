import {
  giveUpInbox,
  type InboxEntry,
  reopenInbox,
  takeUpInbox,
  turnInbox,
  type UnfinishedEntry,
  unfinishedInbox,
} from '../../db/inbox.ts'
import type { Db } from '../../db/schema.ts'
import { addMs } from '../domain/time.ts'
import type { Clock, Instant } from '../domain/types.ts'
import type { Log } from '../slack/log.ts'
import type { Delivery, DeliveryId, Inbox } from '../slack/receive.ts'

interface InboxDeps {
  readonly db: Db
  readonly now: Clock
  readonly log: Log
}

interface Waiting {
  readonly delivery: Delivery
  readonly settle: (answer: 'fresh' | 'again') => void
  readonly fail: (fault: unknown) => void
}

export interface DurableInbox extends Inbox {
  /** What was received by then and nobody finished, oldest first: each for one caller alone, to work on now. */
  takeUp(receivedBy: Instant): Promise<readonly InboxEntry[]>
  /** Resolves when everything handed in so far is on disk. */
  settled(): Promise<void>
}

/** Begun again so often and never finished, a delivery is given up. */
const MOST_TRIES = 5
const AGAIN_MS = 60_000
const MOST_AT_ONCE = 1_000

/** What is done waits this long for the next delivery to ride along with. */
const RIDE_MS = 25

/**
 * The durable inbox. What arrives in the same turn of the event loop is stored in one transaction, together with what was
 * finished meanwhile: one fsync for all of it. A delivery is busy until it is known as done, so that a repeat in between
 * is not worked on again.
 */
export function createInbox(deps: InboxDeps): DurableInbox {
  let waiting: Waiting[] = []
  let finished: DeliveryId[] = []
  let ride: NodeJS.Timeout | undefined
  let isScheduled = false
  let writing: Promise<void> = Promise.resolve()
  const busy = new Set<string>()

  function schedule() {
    if (isScheduled) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      writing = writing.then(flush)
    })
  }

  async function flush() {
    clearTimeout(ride)
    ride = undefined
    const [arrived, done] = [waiting, finished]
    waiting = []
    finished = []
    await turn(deps, busy, arrived, done)
  }

  return {
    record: (delivery) =>
      new Promise((settle, fail) => {
        waiting.push({ delivery, settle, fail })
        schedule()
      }),
    done(delivery) {
      finished.push(delivery)
      ride ??= setTimeout(schedule, RIDE_MS)
    },
    failed(delivery) {
      writing = writing.then(() => reopened(deps, busy, delivery))
    },
    async takeUp(receivedBy) {
      const taken: InboxEntry[] = []
      for (const entry of await unfinishedInbox(deps.db, receivedBy, MOST_AT_ONCE)) {
        if (busy.has(idOf(entry)) || isTooSoon(entry, receivedBy) || !(await isToWorkOn(deps, entry)))
          continue
        busy.add(idOf(entry))
        taken.push(entry)
      }
      return taken
    },
    async settled() {
      while (isScheduled || waiting.length + finished.length > 0) {
        schedule()
        await new Promise((resolve) => setImmediate(resolve))
        await writing
      }
      await writing
    },
  }
}

async function turn(
  { db, now, log }: InboxDeps,
  busy: Set<string>,
  waiting: readonly Waiting[],
  done: readonly DeliveryId[],
): Promise<void> {
  if (waiting.length + done.length === 0) return
  try {
    const arrived = waiting.map(({ delivery }) => ({ ...delivery, receivedAt: now() }))
    const open = await turnInbox(db, { arrived, done })
    for (const delivery of done) busy.delete(idOf(delivery))
    for (const { delivery, settle } of waiting) settle(claimed(busy, delivery, open))
  } catch (fault) {
    // What is done stays busy: this process works on it no second time, and the next start finds it done by its own keys.
    if (done.length > 0)
      log.warn({ err: fault, count: done.length }, 'deliveries could not be marked as done')
    for (const { fail } of waiting) fail(fault)
  }
}

function claimed(busy: Set<string>, delivery: Delivery, open: ReadonlySet<string>): 'fresh' | 'again' {
  const id = idOf(delivery)
  if (busy.has(id) || !open.has(id)) return 'again'
  busy.add(id)
  return 'fresh'
}

/** If that cannot be written either, the delivery is taken up when its time has come. */
async function reopened({ db, log }: InboxDeps, busy: Set<string>, delivery: DeliveryId): Promise<void> {
  const { workspace, key } = delivery
  await reopenInbox(db, delivery).catch((fault: unknown) => {
    log.warn({ err: fault, workspace, key }, 'a failed delivery could not be opened again')
  })
  busy.delete(idOf(delivery))
}

/** Each try waits twice as long as the one before. */
const isTooSoon = ({ receivedAt, attempts }: UnfinishedEntry, receivedBy: Instant) =>
  addMs(receivedAt, AGAIN_MS * (2 ** attempts - 1)) > receivedBy

async function isToWorkOn({ db, log }: InboxDeps, entry: UnfinishedEntry): Promise<boolean> {
  if (entry.attempts < MOST_TRIES) return takeUpInbox(db, entry)
  await giveUpInbox(db, entry)
  const { workspace, key } = entry
  log.error({ workspace, key }, 'a delivery failed every time and is given up')
  return false
}

const idOf = (delivery: DeliveryId) => `${delivery.workspace} ${delivery.key}`
