import { insertInbox, markInboxDone, markInboxFailed } from '../../db/inbox.ts'
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

/**
 * The durable inbox. What arrives in the same turn of the event loop is stored in one transaction: one fsync for all of it.
 * Marking as done is not urgent (a repeat finds the work's own unique keys), so it rides along in batches.
 */
export function createInbox(deps: InboxDeps) {
  let waiting: Waiting[] = []
  let finished: DeliveryId[] = []
  let stumbled: DeliveryId[] = []
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
    const [batch, done, failed] = [waiting, finished, stumbled]
    waiting = []
    finished = []
    stumbled = []
    await storeBatch(batch)
    await finish(done)
    for (const delivery of failed) await countFailure(deps, delivery)
  }

  async function storeBatch(batch: readonly Waiting[]) {
    if (batch.length === 0) return
    try {
      const open = await insertInbox(
        deps.db,
        batch.map((one) => ({ ...one.delivery, receivedAt: deps.now() })),
      )
      for (const { delivery, settle } of batch) settle(claim(delivery, open))
    } catch (fault) {
      for (const { fail } of batch) fail(fault)
    }
  }

  function claim(delivery: Delivery, open: ReadonlySet<string>): 'fresh' | 'again' {
    const id = idOf(delivery)
    if (busy.has(id) || !open.has(id)) return 'again'
    busy.add(id)
    return 'fresh'
  }

  /** Known as busy until it is known as done: a repeat in between is not worked on again. */
  async function finish(done: readonly DeliveryId[]) {
    if (await markedDone(deps, done)) for (const delivery of done) busy.delete(idOf(delivery))
  }

  const inbox: Inbox = {
    record: (delivery) =>
      new Promise((settle, fail) => {
        waiting.push({ delivery, settle, fail })
        schedule()
      }),
    done(delivery) {
      finished.push(delivery)
      schedule()
    },
    failed(delivery) {
      busy.delete(idOf(delivery))
      stumbled.push(delivery)
      schedule()
    },
  }

  /** Resolves when everything handed in so far is on disk. */
  async function settled() {
    while (isScheduled || waiting.length + finished.length + stumbled.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      await writing
    }
  }

  return { ...inbox, settled }
}

async function markedDone({ db, log }: InboxDeps, done: readonly DeliveryId[]): Promise<boolean> {
  if (done.length === 0) return true
  try {
    await markInboxDone(db, done)
    return true
  } catch (fault) {
    log.warn({ err: fault, count: done.length }, 'inbox entries could not be marked as done')
    return false
  }
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
