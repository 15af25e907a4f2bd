import type { App } from '@slack/bolt'
import type { z } from 'zod'
import { isTooLate } from './commands.ts'
import { whisper, writeTo } from './deliver.ts'
import type { Reply, ShortcutVisit, Visit } from './feature.ts'
import { type Reception, visitOf } from './visit.ts'
import { shortcutBody, unescaped, workspaceId } from './wire.ts'

/** Global shortcuts and those on a message. */
export function listenToShortcuts(app: App, desk: Reception): void {
  app.shortcut(/.*/, async ({ body, ack }) => {
    await ack()
    const read = shortcutBody.parse(body)
    const workspace = workspaceId.parse(read.team?.id ?? read.user.team_id)
    const run = desk.features.map((feature) => feature.shortcuts?.[read.callback_id]).find((one) => one)
    const visit = await visitOf(desk, workspace, read.user.id, `trigger:${read.trigger_id}`)
    if (run === undefined || visit === undefined) return
    await show(desk, visit, read, await run({ ...visit, message: messageOf(read) }))
  })
}

async function show(desk: Reception, visit: Visit, body: z.infer<typeof shortcutBody>, reply: Reply) {
  if (reply.show === 'message') return tell(desk, visit, body.response_url, reply.message)
  if (reply.show !== 'modal') return
  try {
    await desk.clientOf(visit.workspace).openModal(body.trigger_id, reply.view)
  } catch (fault) {
    if (!isTooLate(fault)) throw fault
    await tell(desk, visit, body.response_url, desk.screens.tooLate(visit.say))
  }
}

function messageOf(body: ReturnType<typeof shortcutBody.parse>): ShortcutVisit['message'] {
  if (body.message === undefined || body.channel === undefined) return undefined
  return { channel: body.channel.id, ts: body.message.ts, text: unescaped(body.message.text) }
}

async function tell(
  desk: Reception,
  visit: Visit,
  url: string | undefined,
  message: Parameters<typeof whisper>[1],
) {
  if (url !== undefined) return whisper(url, message)
  await writeTo(desk.clientOf(visit.workspace), visit.person.id, message)
}
