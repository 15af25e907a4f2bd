import { type Courier, deliver, deliverEvent } from './delivery.ts'
import { createTroubles, type Troubles } from './faults.ts'
import { createHttpCourier } from './http-delivery.ts'
import { createStamps } from './ids.ts'
import { slackLimits } from './limits.ts'
import type { DeliveryKind, LocalSlackOptions } from './local-slack.ts'
import { createPages, type Pages } from './page-routes.ts'
import type { Slack } from './slack.ts'
import { createSockets, type Sockets } from './socket.ts'
import { createState } from './state.ts'
import { createTraffic } from './traffic.ts'
import { createPending, type Pending } from './waiting.ts'

/** The local Slack without its HTTP routes. */
export interface Core {
  readonly slack: Slack
  readonly sockets: Sockets
  readonly pages: Pages
  readonly pending: Pending
  readonly troubles: Troubles
  /** When the bot next has something to send, as last heard. */
  readonly nextDue: number | null
  /** Asks for it anew and tells the pages what the clock says. */
  announce(): Promise<void>
  setDelivery(kind: DeliveryKind): void
}

export function createCore(options: LocalSlackOptions, url: string): Core {
  const pages = createPages()
  const pending = createPending()
  const troubles = createTroubles()
  const traffic = createTraffic(pages.show)
  let fresh = beginning(options)
  let nextDue: number | null = null

  const slack: Slack = {
    world: options.world,
    commands: options.commands,
    shortcuts: options.shortcuts,
    limits: { ...slackLimits, ...options.limits },
    get state() {
      return fresh.state
    },
    url,
    clock: options.clock,
    now: options.now,
    realNow: options.realNow ?? Date.now,
    stamp: (channel) => fresh.stamp(channel),
    traffic,
    show: pages.show,
    deliver: (delivery) => pending.during(deliver(slack, courier, delivery)),
    tell(delivery) {
      void pending.during(deliverEvent(slack, courier, delivery)).then(announce)
    },
    async reset() {
      fresh = beginning(options)
      traffic.clear()
      troubles.clear()
      await options.onReset?.()
      pages.show({ kind: 'reset' })
    },
  }
  const sockets = createSockets(slack)
  const courierFor = (kind: DeliveryKind): Courier =>
    kind.kind === 'socket' ? sockets : createHttpCourier(slack, kind)
  let courier = courierFor(options.delivery)

  async function announce() {
    nextDue = (await options.clock?.nextDue()) ?? null
    pages.show({ kind: 'clock', now: options.now(), next_due: nextDue })
  }

  return {
    slack,
    sockets,
    pages,
    pending,
    troubles,
    get nextDue() {
      return nextDue
    },
    announce,
    setDelivery(kind) {
      courier = courierFor(kind)
    },
  }
}

const beginning = ({ world, now }: LocalSlackOptions) => ({
  state: createState(world),
  stamp: createStamps(now),
})
