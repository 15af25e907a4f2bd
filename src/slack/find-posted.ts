import { z } from 'zod'
import { type SlackCalls, SlackRefused } from './calls.ts'

export const eventType = 'goalpost'

/** One read of Slack, its answer parsed. */
type Read = <T extends z.ZodType>(
  method: string,
  args: Record<string, unknown>,
  schema: T,
) => Promise<z.infer<T>>

/** What apps that are sold get at most; others get it too. */
const PAGE = 15
const MOST_PAGES = 20
/** Our clock may be ahead of Slack's. */
const MARGIN_S = 60

const conversation = z.looseObject({ channel: z.looseObject({ id: z.string() }) })
const history = z.looseObject({
  messages: z
    .array(
      z.looseObject({
        ts: z.string(),
        metadata: z
          .looseObject({
            event_type: z.string(),
            event_payload: z.looseObject({ key: z.string().optional() }),
          })
          .optional(),
      }),
    )
    .default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().default('') }).nullish(),
})

/** Looks for the message that carries the key where it was posted to, page by page; throws when there is more than it reads. */
export async function findPosted(
  read: Read,
  { channel: to, threadTs, key, since }: Parameters<SlackCalls['findPosted']>[0],
): Promise<{ readonly channel: string; readonly ts: string } | undefined> {
  const channel = await conversationOf(read, to)
  const oldest = (Math.floor(since / 1000) - MARGIN_S).toFixed(6)
  const args = { channel, oldest, limit: PAGE, include_all_metadata: true }
  let cursor = ''
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const further = cursor === '' ? args : { ...args, cursor }
    // What stands in a thread is in no channel's history.
    const page =
      threadTs === undefined
        ? await read('conversations.history', further, history)
        : await read('conversations.replies', { ...further, ts: threadTs }, history)
    const found = page.messages.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload.key === key,
    )
    if (found !== undefined) return { channel, ts: found.ts }
    cursor = page.response_metadata?.next_cursor ?? ''
    if (cursor === '') return undefined
  }
  // Not the same as not there.
  throw new SlackRefused('conversations.history', 'too_much_to_read')
}

/** Messages are posted to a person, but read where they stand: in the conversation with them. */
async function conversationOf(read: Read, to: string): Promise<string> {
  if (!/^[UW]/.test(to)) return to
  return (await read('conversations.open', { users: to }, conversation)).channel.id
}
