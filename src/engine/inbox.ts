import { markInboxFailed, turnInbox } from '../../db/inbox.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../domain/types.ts'
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

/** Slack delivers four times at most, and each start of ours tries again. */
const MOST_TRIES = 5

/** What is done waits this long for the next delivery to ride along with. */
const RIDE_MS = 25

/**
 * The durable inbox. What arrives in the same turn of the event loop is stored in one transaction, together with what was
 * finished meanwhile: one fsync for all of it. A delivery is busy until it is known as done, so that a repeat in between
 * is not worked on again.
 */
export function createInbox(deps: InboxDeps) {
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
    record: (delivery: Delivery) =>
      new Promise<'fresh' | 'again'>((settle, fail) => {
        waiting.push({ delivery, settle, fail })
        schedule()
      }),
    done(delivery: DeliveryId) {
      finished.push(delivery)
      ride ??= setTimeout(schedule, RIDE_MS)
    },
    failed(delivery: DeliveryId) {
      busy.delete(idOf(delivery))
      writing = writing.then(() => countFailure(deps, delivery))
    },
    /** Resolves when everything handed in so far is on disk. */
    async settled() {
      while (isScheduled || waiting.length + finished.length > 0) {
        schedule()
        await new Promise((resolve) => setImmediate(resolve))
        await writing
      }
      await writing
    },
  } satisfies Inbox & { settled(): Promise<void> }
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

async function countFailure({ db, log }: InboxDeps, { workspace, key }: DeliveryId): Promise<void> {
  try {
    const isGivenUp = await markInboxFailed(db, { workspace, key }, MOST_TRIES)
    if (isGivenUp) log.error({ workspace, key }, 'a delivery failed every time and is given up')
  } catch (fault) {
    log.warn({ err: fault, workspace, key }, 'a failed delivery could not be counted')
  }
}

const idOf = (delivery: DeliveryId) => `${delivery.workspace} ${delivery.key}`
