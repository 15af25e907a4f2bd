import type { App } from '@slack/bolt'
import type { z } from 'zod'
import type { Heard } from './feature.ts'
import { type Reception, visitOf } from './visit.ts'
import { eventBody, fromSlack, messageEvent, unescaped } from './wire.ts'

type MessageOnWire = z.infer<typeof messageEvent>
type Said = Pick<Heard, 'change' | 'version' | 'ts' | 'threadTs' | 'text'> & {
  readonly by: NonNullable<MessageOnWire['user']>
  readonly key: string
}

/** What people write in the DM and in threads; bots, joins and other system messages are not people's words. */
export function listenToMessages(app: App, desk: Reception): void {
  app.event('message', async ({ body, event }) => {
    const { team_id: workspace } = fromSlack(eventBody, body)
    const message = fromSlack(messageEvent, event)
    const said = saidIn(message)
    if (said === undefined) return
    const isDirect = message.channel_type === 'im' || message.channel.startsWith('D')
    if (!isDirect && said.threadTs === undefined) return
    const visit = await visitOf(desk, workspace, said.by, said.key)
    if (visit === undefined) return
    const heard: Heard = { ...visit, ...said, channel: message.channel, isDirect }
    for (const feature of desk.features) await feature.hears?.(heard)
    desk.afterwards(workspace, said.by)
  })
}

/** Undefined for everything that is no person's text. */
export function saidIn(message: MessageOnWire): Said | undefined {
  switch (message.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
      return fromPerson(
        message,
        { change: 'new', version: '0' },
        message.text,
        `message:${message.channel}:${message.ts}`,
      )
    case 'message_changed': {
      const { message: now, previous_message: before } = message
      // Link previews arrive as changes too: only other words count.
      if (now === undefined || now.text === before?.text) return undefined
      const edit = now.edited?.ts ?? now.ts
      return fromPerson(
        now,
        { change: 'edited', version: edit },
        now.text,
        `message:${message.channel}:${now.ts}:${edit}`,
      )
    }
    case 'message_deleted': {
      const { previous_message: gone } = message
      if (gone === undefined) return undefined
      return fromPerson(
        gone,
        { change: 'deleted', version: '9' },
        '',
        `message:${message.channel}:${gone.ts}:deleted`,
      )
    }
    default:
      return undefined
  }
}

function fromPerson(
  said: Pick<MessageOnWire, 'user' | 'bot_id' | 'ts' | 'thread_ts'>,
  as: Pick<Heard, 'change' | 'version'>,
  text: string,
  key: string,
): Said | undefined {
  if (said.user === undefined || said.bot_id !== undefined) return undefined
  return { ...as, by: said.user, ts: said.ts, threadTs: said.thread_ts, text: unescaped(text), key }
}
