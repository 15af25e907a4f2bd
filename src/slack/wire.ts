import { z } from 'zod'
import type { ChannelId, PersonId, WorkspaceId } from '../domain/types.ts'

/**
 * Slack's payloads as far as we read them. Wire names end here: team becomes workspace, user becomes person.
 * Unknown keys are Slack's right and ignored.
 */
const text = z.string().min(1)

/** Something Slack delivered is not as Slack delivers it: a repeat would read no better. */
export class Unreadable extends Error {}

/** Throws Unreadable. */
export function fromSlack<T extends z.ZodType>(schema: T, wire: unknown): z.infer<T> {
  const read = schema.safeParse(wire)
  if (!read.success) throw new Unreadable(read.error.message)
  return read.data
}

/** Capitals and digits, as all of Slack's ids are: `U012AB3CD`. */
const id = z.string().regex(/^[A-Z][A-Z0-9]{0,40}$/)
export const workspaceId = id.transform((id) => id as WorkspaceId)
export const personId = id.transform((id) => id as PersonId)
export const channelId = id.transform((id) => id as ChannelId)

const user = z.looseObject({ id: personId, team_id: z.string().optional() })
const team = z.looseObject({ id: workspaceId }).nullish()

export const commandBody = z.looseObject({
  team_id: workspaceId,
  user_id: personId,
  channel_id: channelId,
  text: z.string().default(''),
  trigger_id: text,
  response_url: z.url().optional(),
})

export const viewOnWire = z.looseObject({
  id: text,
  hash: z.string().default(''),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: z.looseObject({ values: z.record(z.string(), z.unknown()) }).nullish(),
})

const option = z.looseObject({ value: z.string().default('') })

/** What an element of any kind says it holds, as one text. */
const action = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  block_id: z.string().default(''),
  action_ts: z.string().default(''),
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})

export const actionBody = z.looseObject({
  team,
  user,
  trigger_id: z.string().default(''),
  response_url: z.url().optional(),
  actions: z.array(action).min(1),
  container: z
    .looseObject({
      message_ts: z.string().optional(),
      channel_id: channelId.optional(),
      is_ephemeral: z.boolean().default(false),
    })
    .optional(),
  view: viewOnWire.nullish(),
})

export const submissionBody = z.looseObject({
  team,
  user,
  trigger_id: z.string().default(''),
  view: viewOnWire,
})

export const shortcutBody = z.looseObject({
  team,
  user,
  trigger_id: text,
  callback_id: text,
  response_url: z.url().optional(),
  channel: z.looseObject({ id: channelId }).optional(),
  message: z.looseObject({ ts: text, text: z.string().default('') }).optional(),
})

export const suggestionBody = z.looseObject({
  team,
  user,
  action_id: text,
  value: z.string().default(''),
  view: viewOnWire.nullish(),
})

export const eventBody = z.looseObject({
  team_id: workspaceId,
  event_id: text,
  event: z.looseObject({ type: text }),
})

const said = z.looseObject({
  user: personId.optional(),
  text: z.string().default(''),
  ts: text,
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  edited: z.looseObject({ ts: text }).optional(),
})

export const messageEvent = said.extend({
  channel: channelId,
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  message: said.optional(),
  previous_message: said.optional(),
  deleted_ts: z.string().optional(),
  ts: z.string().default(''),
})

export const userOnWire = z.looseObject({
  id: personId,
  team_id: z.string().optional(),
  name: z.string().default(''),
  real_name: z.string().optional(),
  profile: z
    .looseObject({
      display_name: z.string().optional(),
      real_name: z.string().optional(),
      status_text: z.string().default(''),
      status_emoji: z.string().default(''),
      /** Seconds; 0 while the status stays. */
      status_expiration: z.number().default(0),
    })
    .optional(),
  tz: z.string().nullish(),
  /** Seconds. */
  tz_offset: z.number().nullish(),
  locale: z.string().nullish(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_app_user: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
})

export const channelOnWire = z.looseObject({
  id: channelId,
  name: z.string().default(''),
  is_im: z.boolean().default(false),
  is_member: z.boolean().default(false),
  is_archived: z.boolean().default(false),
  is_ext_shared: z.boolean().default(false),
})

/** Slack escapes these three and nothing else in what people type. */
export function unescaped(escapedText: string): string {
  return escapedText.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
