import type { Message } from '../../views/message.ts'
import { SlackLimited, SlackRefused, SlackUnknown } from './calls.ts'
import type { FileNews, FileReply, Visit } from './feature.ts'
import { sendFile } from './uploads.ts'
import type { Reception } from './visit.ts'

/** Sends the file. What is to be said of it comes back: nothing where it stands already at `from`, before the reader's eyes. */
export async function filed(
  desk: Reception,
  { workspace, person }: Pick<Visit, 'workspace' | 'person'>,
  reply: FileReply,
  from: string | undefined,
): Promise<Message | undefined> {
  try {
    const channel = await sendFile(desk.clientOf(workspace), person.id, reply.file)
    return channel === from ? undefined : reply.told({ kind: 'sent' })
  } catch (fault) {
    const news = newsOf(fault)
    if (news === undefined) throw fault
    desk.log.warn({ err: fault }, 'a file could not be sent')
    return reply.told(news)
  }
}

function newsOf(fault: unknown): FileNews | undefined {
  if (fault instanceof SlackUnknown) return { kind: 'unsure' }
  if (fault instanceof SlackLimited) return { kind: 'refused', code: 'ratelimited' }
  if (!(fault instanceof SlackRefused)) return undefined
  return fault.code === 'missing_scope' ? { kind: 'no-scope' } : { kind: 'refused', code: fault.code }
}
