import type { App, ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import type { WorkspaceId } from '../domain/types.ts'

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
 * which then answers 500 or nothing, and Slack delivers again.
 */
export function receiving(
  app: Pick<App, 'processEvent'>,
  inbox: Inbox,
): (event: ReceiverEvent) => Promise<void> {
  return async (event) => {
    const delivery = deliveryOf(event.body)
    if (delivery === undefined) return app.processEvent(event)
    const recorded = await inbox.record(delivery).catch((fault: unknown) => {
      if (delivery.kind === 'event') throw fault
      return 'unremembered' as const
    })
    if (recorded === 'again') return event.ack()
    // Slack brings an event again, but nothing else: there the person waits, and hears of the fault from the work itself.
    if (recorded === 'unremembered') return app.processEvent(event)
    try {
      await (delivery.kind === 'event' ? processHeldBack(app, event) : app.processEvent(event))
    } catch (fault) {
      inbox.failed(delivery)
      throw fault
    }
    inbox.done(delivery)
  }
}

async function processHeldBack(app: Pick<App, 'processEvent'>, event: ReceiverEvent): Promise<void> {
  await app.processEvent({ ...event, ack: async () => {} })
  await event.ack()
}

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
  return { workspace: workspace as WorkspaceId, ...named, body: JSON.stringify(body, withoutSecrets) }
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

function withoutSecrets(key: string, value: unknown): unknown {
  return secrets.has(key) ? undefined : value
}
