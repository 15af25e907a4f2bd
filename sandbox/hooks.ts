import { z } from 'zod'
import { newSecret } from './ids.ts'
import { amend, type Draft, post, remove, whisper } from './messages.ts'
import type { SandboxMessage } from './protocol.ts'
import { demandMessage } from './refusals.ts'
import { channelOf, notice, Refused, type Slack } from './slack.ts'

/** A response_url: half an hour, five uses, no token. */
export function newHook(slack: Slack, user: string, channel: string, message?: SandboxMessage): string {
  const id = newSecret()
  slack.state.hooks.set(id, { user, channel, message, madeAt: slack.realNow(), uses: 0 })
  return `${slack.url}/hooks/${id}`
}

/** What a bot says through a response_url, or with the acknowledgement of a command. */
const said = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
})
type Said = z.infer<typeof said>

export interface Place {
  readonly user: string
  readonly channel: string
  readonly message: SandboxMessage | undefined
}

/** Throws `used_url`, `expired_url` or what is wrong with the body. A refused body counts as a use. */
export function spendHook(slack: Slack, id: string, body: unknown): void {
  const hook = slack.state.hooks.get(id)
  if (hook === undefined) throw new Refused('invalid_url')
  if (hook.uses >= slack.limits.hookUses) throw new Refused('used_url')
  if (slack.realNow() - hook.madeAt > slack.limits.hookMs) throw new Refused('expired_url')
  slack.state.hooks.set(id, { ...hook, uses: hook.uses + 1 })
  say(slack, hook, body)
}

export function say(slack: Slack, place: Place, body: unknown): void {
  const read = said.safeParse(body)
  if (!read.success) throw new Refused('invalid_payload', [read.error.message])
  const { data } = read
  if (data.delete_original && place.message !== undefined) remove(slack, current(slack, place.message))
  if (data.delete_original) return
  if (data.text === undefined && data.blocks === undefined) throw new Refused('no_text')
  demanded(slack, place, data)
  if (data.replace_original && place.message !== undefined) {
    amend(slack, current(slack, place.message), { text: data.text ?? '', blocks: data.blocks })
    return
  }
  const channel = channelOf(slack, place.channel)
  const draft: Draft = {
    user: slack.world.bot.user_id,
    text: data.text ?? '',
    blocks: data.blocks,
    thread_ts: data.thread_ts,
  }
  if (data.response_type === 'in_channel') post(slack, channel, draft)
  else whisper(slack, channel, place.user, draft)
}

function demanded(slack: Slack, place: Place, { blocks }: Said): void {
  try {
    if (blocks !== undefined && blocks.length > 0) demandMessage(blocks)
  } catch (fault) {
    if (fault instanceof Refused) notice(slack, place.user, place.channel, fault.message)
    throw fault
  }
}

/** The message as it is now: it may have changed since its button was pressed. */
function current(slack: Slack, message: SandboxMessage): SandboxMessage {
  const now = slack.state.messages.get(message.channel)?.find(({ ts }) => ts === message.ts)
  if (now === undefined) throw new Refused('message_not_found')
  return now
}
