import { type Courier, deliver, deliverEvent } from './delivery.ts'
import { createTroubles, type Troubles } from './faults.ts'
import { createHttpCourier } from './http-delivery.ts'
import { createStamps } from './ids.ts'
import { slackLimits } from './limits.ts'
import type { DeliveryKind, LocalSlackOptions } from './local-slack.ts'
import { createPages, type Pages } from './page-routes.ts'
import type { SandboxEvent } from './protocol.ts'
import type { Slack } from './slack.ts'
import { createSockets, type Sockets } from './socket.ts'
import { createState } from './state.ts'
import { createTraffic } from './traffic.ts'
import { createPending, type Pending } from './waiting.ts'

export type Notice = Extract<SandboxEvent, { kind: 'notice' }>

/** When the bot next has something to send. */
interface Due {
  /** As last heard. */
  readonly next: number | null
  /** Asks anew and tells the pages what the clock says. */
  announce(): Promise<void>
}

/** The local Slack without its HTTP routes. */
export interface Core {
  readonly slack: Slack
  readonly sockets: Sockets
  readonly pages: Pages
  readonly pending: Pending
  readonly troubles: Troubles
  readonly due: Due
  /** What Slack itself has told people since the beginning. */
  readonly notices: readonly Notice[]
  setDelivery(kind: DeliveryKind): void
}

export function createCore(options: LocalSlackOptions, url: string): Core {
  const pages = createPages()
  const notices: Notice[] = []
  const show = (event: SandboxEvent) => {
    if (event.kind === 'notice') notices.push(event)
    pages.show(event)
  }
  const pending = createPending()
  const troubles = createTroubles()
  const due = createDue(options, show)
  let fresh = beginning(options, show)

  const slack: Slack = {
    ...fixed(options, url),
    get state() {
      return fresh.state
    },
    get traffic() {
      return fresh.traffic
    },
    stamp: (channel) => fresh.stamp(channel),
    show,
    deliver: (delivery) => pending.during(deliver(slack, courier, delivery)),
    tell(delivery) {
      void pending.during(deliverEvent(slack, courier, delivery)).then(due.announce)
    },
    async reset() {
      fresh = beginning(options, show)
      notices.length = 0
      troubles.clear()
      await options.onReset?.()
      show({ kind: 'reset' })
    },
  }
  const sockets = createSockets(slack)
  const courierFor = (kind: DeliveryKind): Courier =>
    kind.kind === 'socket' ? sockets : createHttpCourier(slack, kind)
  let courier = courierFor(options.delivery)
  const setDelivery = (kind: DeliveryKind) => {
    courier = courierFor(kind)
  }

  return { slack, sockets, pages, notices, pending, troubles, due, setDelivery }
}

const fixed = (options: LocalSlackOptions, url: string) => ({
  world: options.world,
  commands: options.commands,
  shortcuts: options.shortcuts,
  limits: { ...slackLimits, ...options.limits },
  url,
  clock: options.clock,
  now: options.now,
  realNow: options.realNow ?? Date.now,
})

const beginning = ({ world, now }: LocalSlackOptions, show: (event: SandboxEvent) => void) => ({
  state: createState(world),
  stamp: createStamps(now),
  traffic: createTraffic(show),
})

function createDue({ clock, now }: LocalSlackOptions, show: (event: SandboxEvent) => void): Due {
  let next: number | null = null
  return {
    get next() {
      return next
    },
    async announce() {
      // The bot may be stopping: then nothing is due any more.
      next = (await clock?.nextDue().catch(() => null)) ?? null
      show({ kind: 'clock', now: now(), next_due: next })
    },
  }
}
