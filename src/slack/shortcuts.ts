import type { App } from '@slack/bolt'
import type { z } from 'zod'
import type { Message } from '../../views/message.ts'
import type { WorkspaceId } from '../domain/types.ts'
import { whisper, writeTo } from './deliver.ts'
import { excuse } from './excuse.ts'
import type { ShortcutVisit } from './feature.ts'
import { handlerOf } from './handler.ts'
import { type Reception, visitOf } from './visit.ts'
import { fromSlack, shortcutBody, unescaped, workspaceId } from './wire.ts'

type ShortcutBody = z.infer<typeof shortcutBody>

/** Global shortcuts and those on a message. */
export function listenToShortcuts(app: App, desk: Reception): void {
  app.shortcut(/.*/, async ({ body, ack }) => {
    await ack()
    const read = fromSlack(shortcutBody, body)
    const workspace = fromSlack(workspaceId, read.team?.id ?? read.user.team_id)
    try {
      await use(desk, workspace, read)
    } catch (fault) {
      const say = desk.sayTo(await desk.directory.remembered(workspace, read.user.id))
      await tell(desk, workspace, read, excuse(desk, say, fault, `shortcut ${read.callback_id}`))
    }
  })
}

async function use(desk: Reception, workspace: WorkspaceId, body: ShortcutBody): Promise<void> {
  const run = handlerOf(
    desk.features.map(({ shortcuts }) => shortcuts),
    body.callback_id,
  )
  const visit = await visitOf(desk, workspace, body.user.id, `trigger:${body.trigger_id}`)
  if (visit === undefined) return tell(desk, workspace, body, desk.screens.outsider())
  if (run === undefined) return
  const reply = await run({ ...visit, message: messageOf(body) })
  if (reply.show === 'message') return tell(desk, workspace, body, reply.message)
  if (reply.show === 'modal') await desk.clientOf(workspace).openModal(body.trigger_id, reply.view)
}

function messageOf(body: ShortcutBody): ShortcutVisit['message'] {
  if (body.message === undefined || body.channel === undefined) return undefined
  return { channel: body.channel.id, ts: body.message.ts, text: unescaped(body.message.text) }
}

async function tell(desk: Reception, workspace: WorkspaceId, body: ShortcutBody, message: Message) {
  if (body.response_url !== undefined) return whisper(body.response_url, message)
  await writeTo(desk.clientOf(workspace), body.user.id, message)
}
