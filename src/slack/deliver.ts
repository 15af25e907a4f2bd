import type { Message } from '../../views/message.ts'
import { SlackRefused } from './calls.ts'
import { respondTo, type SlackClient } from './clients.ts'

/** Sends once more without the newest blocks when Slack, or this workspace's Slack, does not know them. */
export async function withFallback(message: Message, send: (blocks: Message['blocks']) => Promise<unknown>) {
  try {
    await send(message.blocks)
  } catch (fault) {
    const isRefused = fault instanceof SlackRefused && fault.code === 'invalid_blocks'
    if (!isRefused || message.fallback === undefined) throw fault
    await send(message.fallback)
  }
}

/** To the person alone, through the response_url of what they did. */
export async function whisper(url: string, message: Message): Promise<void> {
  await withFallback(message, (blocks) =>
    respondTo(url, { response_type: 'ephemeral', replace_original: false, text: message.text, blocks }),
  )
}

/** In place of the message the button stood in, which only its response_url reaches when it is ephemeral. */
export async function replaceByUrl(url: string, message: Message): Promise<void> {
  await withFallback(message, (blocks) =>
    respondTo(url, { replace_original: true, text: message.text, blocks }),
  )
}

export async function replaceByTs(client: SlackClient, channel: string, ts: string, message: Message) {
  await withFallback(message, (blocks) => client.update({ channel, ts, message, blocks }))
}

/** Into the person's direct messages with the bot. */
export async function writeTo(client: SlackClient, person: string, message: Message): Promise<void> {
  await withFallback(message, (blocks) => client.post({ channel: person, message, blocks }))
}
