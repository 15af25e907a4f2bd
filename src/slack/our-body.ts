import { z } from 'zod'
import type { WorkspaceId } from '../domain/types.ts'

/** One of the shapes that Slack delivers, as far as Bolt itself looks into them; what is inside is read where it is used. */
const word = z.string().min(1)
const event = z.looseObject({
  type: z.literal('event_callback').optional(),
  event: z.looseObject({ type: word }),
})
const command = z.looseObject({ command: word, user_id: word, channel_id: word })
const byUser = { user: z.looseObject({ id: word }) }
const named = { callback_id: word }
const pressed = z.looseObject({ action_id: word, block_id: word, type: word })
const interactions = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('block_actions'), ...byUser, actions: z.array(pressed).min(1) }),
  z.looseObject({ type: z.literal('view_submission'), ...byUser, view: z.looseObject(named) }),
  z.looseObject({ type: z.literal('view_closed'), ...byUser, view: z.looseObject(named) }),
  z.looseObject({ type: z.literal('shortcut'), ...byUser, ...named }),
  z.looseObject({ type: z.literal('message_action'), ...byUser, ...named }),
  z.looseObject({ type: z.literal('block_suggestion'), ...byUser, action_id: word, block_id: word }),
])
const anyBody = z.union([interactions, command, event])

/**
 * The body as one of our own workspace, whose token is the only one there is: no row can be written under the id of another
 * one, and whoever belongs elsewhere is an outsider here. Undefined for what is nothing that Slack delivers.
 */
export function asOurs(
  body: Record<string, unknown>,
  workspace: WorkspaceId,
): Record<string, unknown> | undefined {
  if (!anyBody.safeParse(body).success) return undefined
  if ('event' in body || 'command' in body) return { ...body, team_id: workspace }
  const team = typeof body['team'] === 'object' ? body['team'] : {}
  return { ...body, team: { ...team, id: workspace } }
}
