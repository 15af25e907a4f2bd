import type { App, ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import type { WorkspaceId } from '../domain/types.ts'
import type { Log } from './log.ts'
import { asOurs } from './our-body.ts'
import { Unreadable } from './wire.ts'

/** What Slack delivered, under the key that a repeat of it would have again. */
export interface Delivery {
  readonly workspace: WorkspaceId
  readonly key: string
  readonly kind: 'command' | 'action' | 'submission' | 'shortcut' | 'event'
  /** Without tokens, response URLs and trigger ids: enough to do the work again after a crash. */
  readonly body: string
}

export type DeliveryId = Pick<Delivery, 'workspace' | 'key'>

/** Where deliveries are remembered before Slack hears that we have them. */
export interface Inbox {
  /** `fresh` is for the caller to work on; `again` was seen before and is done or being done. Throws when it cannot be stored. */
  record(delivery: Delivery): Promise<'fresh' | 'again'>
  done(delivery: DeliveryId): void
  /** The work failed: a redelivery starts it again, or whoever takes up what was never finished. */
  failed(delivery: DeliveryId): void
}

/**
 * Stands before Bolt: remembers, then processes, then acknowledges. Bolt itself acknowledges events before any listener
 * runs (reliability.md §0.2), so its acknowledgement is held back until the work is stored; a fault reaches the receiver,
 * which then answers 500 or nothing, and Slack delivers again. What is nothing that Slack delivers is acknowledged and
 * logged: a repeat of it would read no better.
 */
export function receiving(
  app: Pick<App, 'processEvent'>,
  inbox: Inbox,
  { workspace, log }: { readonly workspace: WorkspaceId; readonly log: Log },
): (event: ReceiverEvent) => Promise<void> {
  const process = async (event: ReceiverEvent, kind: Delivery['kind'] | undefined) => {
    let isAcknowledged = false
    const ack: ReceiverEvent['ack'] = async (answer) => {
      isAcknowledged = true
      if (kind !== 'event') await event.ack(answer)
    }
    await app.processEvent({ ...event, ack }).catch((fault: unknown) => {
      // What listeners throw comes wrapped: this is Bolt itself, stumbling over a body it cannot take apart.
      if (!(fault instanceof TypeError)) throw fault
      log.warn({ err: fault }, 'a body that Bolt cannot read')
    })
    if (kind === 'event' || !isAcknowledged) await event.ack()
  }
  return async (event) => {
    const body = asOurs(event.body, workspace)
    if (body === undefined) {
      log.warn({ type: String(event.body['type']).slice(0, 40) }, 'a body that is none of Slack’s')
      return event.ack()
    }
    const ours = { ...event, body }
    const delivery = deliveryOf(body)
    if (delivery === undefined) return process(ours, undefined)
    const recorded = await inbox.record(delivery).catch((fault: unknown) => {
      if (delivery.kind === 'event') throw fault
      return 'unremembered' as const
    })
    if (recorded === 'again') return event.ack()
    // Slack brings an event again, but nothing else: there the person waits, and hears of the fault from the work itself.
    if (recorded === 'unremembered') return process(ours, delivery.kind)
    try {
      await process(ours, delivery.kind)
    } catch (fault) {
      inbox.failed(delivery)
      throw fault
    }
    inbox.done(delivery)
  }
}

/** Whether what failed was reading what Slack delivered. Bolt wraps what listeners throw. */
export function isUnreadable(fault: unknown): boolean {
  if (fault instanceof Unreadable) return true
  const wrapped = wrapping.safeParse(fault)
  if (!wrapped.success) return false
  const inside = [...(wrapped.data.originals ?? []), wrapped.data.original].filter((one) => one !== undefined)
  return inside.length > 0 && inside.every(isUnreadable)
}

const wrapping = z.looseObject({ original: z.unknown(), originals: z.array(z.unknown()).optional() })

/** Works again on what a crash interrupted. Commands are left out: Slack has told the person that they failed. */
export async function replay(
  app: Pick<App, 'processEvent'>,
  inbox: Inbox,
  delivery: DeliveryId & { readonly kind: string; readonly body: string },
): Promise<void> {
  if (delivery.kind !== 'command' && delivery.kind !== 'shortcut') {
    const body: unknown = JSON.parse(delivery.body)
    await app.processEvent({ body: anyObject.parse(body), ack: async () => {} })
  }
  inbox.done(delivery)
}

const anyObject = z.record(z.string(), z.unknown())
const teamOf = z.looseObject({
  team_id: z.string().optional(),
  team: z.looseObject({ id: z.string() }).nullish(),
  user: z.looseObject({ id: z.string(), team_id: z.string().optional() }).optional().catch(undefined),
  type: z.string().optional(),
  command: z.string().optional(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
  actions: z
    .array(z.looseObject({ action_id: z.string(), block_id: z.string(), action_ts: z.string() }))
    .optional(),
})

/** Undefined for what needs no memory: lookups of options, SSL checks, and bodies that name no workspace. */
export function deliveryOf(body: Record<string, unknown>): Delivery | undefined {
  const read = teamOf.safeParse(body)
  if (!read.success) return undefined
  const workspace = read.data.team?.id ?? read.data.team_id ?? read.data.user?.team_id
  const named = nameOf(read.data)
  if (workspace === undefined || named === undefined) return undefined
  return { workspace: workspace as WorkspaceId, ...named, body: stored(body) }
}

function nameOf(body: z.infer<typeof teamOf>): Pick<Delivery, 'kind' | 'key'> | undefined {
  if (body.event_id !== undefined) return { kind: 'event', key: `event:${body.event_id}` }
  const trigger = body.trigger_id ?? ''
  if (body.command !== undefined) return { kind: 'command', key: `trigger:${trigger}` }
  switch (body.type) {
    case 'block_actions': {
      const [action] = body.actions ?? []
      if (action === undefined) return undefined
      const parts = [action.action_ts, body.user?.id, action.action_id, action.block_id]
      return { kind: 'action', key: `action:${parts.join(':')}` }
    }
    case 'view_submission':
      return { kind: 'submission', key: `trigger:${trigger}` }
    case 'shortcut':
    case 'message_action':
      return { kind: 'shortcut', key: `trigger:${trigger}` }
    default:
      return undefined
  }
}

const secrets = new Set(['token', 'response_url', 'response_urls', 'trigger_id'])

/** A press of a button, and our own post coming back, bring the message along, with the calendar link that may stand in it. */
const stored = (body: object): string =>
  JSON.stringify(body, withoutSecrets).replace(calendarLink, '/calendar/….ics')

const calendarLink = /\/calendar\/[\w-]{43}\.ics/g

function withoutSecrets(key: string, value: unknown): unknown {
  return secrets.has(key) ? undefined : value
}
