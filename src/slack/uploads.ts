import { z } from 'zod'
import { SlackRefused, SlackUnknown } from './calls.ts'
import type { SlackClient } from './clients.ts'
import type { Upload } from './feature.ts'

const placed = z.looseObject({ upload_url: z.url(), file_id: z.string().min(1) })
const conversation = z.looseObject({ channel: z.looseObject({ id: z.string() }) })

const ALT_MOST = 1000
const SEND_MS = 30_000

/**
 * Into the person's direct messages with the bot, in Slack's three steps; nobody sees anything of it before the last one.
 * Gives the conversation. Throws SlackRefused, SlackLimited or SlackUnknown; `missing_scope` where the app lacks files:write.
 */
export async function sendFile(
  client: Pick<SlackClient, 'read'>,
  person: string,
  { name, title, bytes, comment }: Upload,
): Promise<string> {
  const asked = { filename: name, length: bytes.length, alt_txt: title.slice(0, ALT_MOST) }
  const { upload_url: url, file_id: id } = await client.read('files.getUploadURLExternal', asked, placed)
  await put(url, bytes)
  // Only a conversation's own id is taken there, not a person's.
  const { channel } = await client.read('conversations.open', { users: person }, conversation)
  await client.read(
    'files.completeUploadExternal',
    {
      files: [{ id, title }],
      channel_id: channel.id,
      ...(comment === undefined ? {} : { initial_comment: comment }),
    },
    z.unknown(),
  )
  return channel.id
}

/** The address holds a secret of its own; no token goes along. */
async function put(url: string, bytes: Uint8Array): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(SEND_MS),
  }).catch((fault: unknown) => {
    throw new SlackUnknown('upload', { cause: fault })
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new SlackRefused('upload', `http_${answer.status}`)
}
