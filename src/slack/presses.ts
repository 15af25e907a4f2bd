import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { ModalView } from '../../views/message.ts'
import type { PersonId, WorkspaceId } from '../domain/types.ts'
import { replaceByTs, replaceByUrl, whisper, writeTo } from './deliver.ts'
import { excuse } from './excuse.ts'
import type { Feature, FileReply, LaterReply, OpenView, Press, Reply, Visit } from './feature.ts'
import { filed } from './files.ts'
import { deliveryOf } from './receive.ts'
import { type Redrawing, redrawing } from './redraw.ts'
import { type Reception, visitOf } from './visit.ts'
import { actionBody, fromSlack, type viewOnWire } from './wire.ts'

type ActionBody = z.infer<typeof actionBody>

/** Buttons, selects and other elements, in messages, windows and Home. Acknowledged first: Slack shows nothing meanwhile. */
export function listenToPresses(app: App, desk: Reception): void {
  const redraws = redrawing()
  app.action(/.*/, async ({ body, ack }) => {
    await ack()
    const read = fromSlack(actionBody, body)
    const workspace = read.team?.id ?? deliveryOf({ ...body })?.workspace
    if (workspace === undefined) return
    const key = deliveryOf({ ...body })?.key ?? ''
    const from: Pressed = { workspace, person: read.user.id, body: read }
    // Whoever presses something on Home has it open, also where a restart has forgotten that.
    if (read.view?.type === 'home') desk.seesHome(workspace, read.user.id)
    try {
      const visit = await visitOf(desk, workspace, read.user.id, key)
      if (visit === undefined) return await tellOutsider(desk, read)
      await pressed(desk, redraws, visit, read)
    } catch (fault) {
      await apologise(desk, from, fault)
      desk.afterwards(workspace, read.user.id)
    }
  })
}

/** Who pressed what, also where they could not be looked up. */
interface Pressed {
  readonly workspace: WorkspaceId
  readonly person: PersonId
  readonly body: ActionBody
}

/** Tells the person; then the press is done, and no restart does later what they were told had failed. */
async function apologise(desk: Reception, from: Pressed, fault: unknown): Promise<void> {
  const say = desk.sayTo(await desk.directory.remembered(from.workspace, from.person))
  const what = `press ${from.body.actions[0]?.action_id}`
  // What a button carries is read by a strict schema: an older version's button, or a forged one, is no fault of ours.
  if (fault instanceof z.ZodError) {
    desk.log.warn({ err: fault, what }, 'a button could not be read')
    return privately(desk, from, { show: 'message', message: desk.screens.staleButton(say) })
  }
  await privately(desk, from, { show: 'message', message: excuse(desk, say, fault, what) })
}

async function pressed(desk: Reception, redraws: Redrawing, visit: Visit, body: ActionBody) {
  const press = pressOf(visit, body)
  const handler = press && presses(desk.features).get(press.actionId)
  if (press === undefined || handler === undefined) {
    // A Home that an earlier version drew is drawn anew; what it leads to is there under another name.
    if (body.view?.type === 'home') desk.afterwards(visit.workspace, visit.person.id)
    return
  }
  const reply = await handler(press)
  if (reply.show === 'updated-modal') {
    await redraw(desk, redraws, visit, body, reply.view)
    if (reply.hasStored === true) desk.afterwards(visit.workspace, visit.person.id)
    return
  }
  await show(desk, visit, body, reply).finally(() => desk.afterwards(visit.workspace, visit.person.id))
}

/** A form that changes while it is filled stores nothing, so nothing follows from it, unless it says so. */
async function redraw(desk: Reception, redraws: Redrawing, visit: Visit, body: ActionBody, view: ModalView) {
  if (body.view)
    await redraws.redraw(desk.clientOf(visit.workspace), body.view.id, body.actions[0]?.action_ts ?? '', view)
}

/** Action ids may carry a part of their own after a colon-free slash (`goal.page/2`), since Slack wants them unique in a block. */
export function presses(features: readonly Feature[]) {
  const all = new Map(features.flatMap((feature) => Object.entries(feature.presses ?? {})))
  return { get: (actionId: string) => all.get(actionId) ?? all.get(actionId.split('/')[0] ?? '') }
}

function pressOf(visit: Visit, body: ActionBody): Press | undefined {
  const [action] = body.actions
  if (action === undefined) return undefined
  const from = placeOf(body)
  if (from === undefined) return undefined
  const value =
    action.selected_option?.value ??
    action.selected_user ??
    action.selected_conversation ??
    action.selected_date ??
    action.selected_time ??
    action.value ??
    ''
  return { ...visit, actionId: action.action_id, value, from }
}

function placeOf(body: ActionBody): Press['from'] | undefined {
  if (body.view) return { kind: 'view', view: openView(body.view) }
  const { message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral = false } = body.container ?? {}
  if (ts === undefined || channel === undefined) return undefined
  return { kind: 'message', channel, ts, isEphemeral }
}

export function openView(view: z.infer<typeof viewOnWire>): OpenView {
  return {
    id: view.id,
    hash: view.hash,
    type: view.type,
    callbackId: view.callback_id,
    metadata: view.private_metadata,
    values: view.state?.values ?? {},
  }
}

async function show(
  desk: Reception,
  visit: Visit,
  body: ActionBody,
  reply: Exclude<Reply | LaterReply | FileReply, { show: 'updated-modal' }>,
) {
  const client = desk.clientOf(visit.workspace)
  switch (reply.show) {
    case 'nothing':
      return
    case 'message':
      return privately(desk, pressedBy(visit, body), reply)
    case 'replacement':
      return replace(desk, visit, body, reply)
    case 'later':
      return showLater(desk, visit, body, reply)
    case 'file': {
      const message = await filed(desk, visit, reply, body.container?.channel_id)
      if (message !== undefined) await privately(desk, pressedBy(visit, body), { show: 'message', message })
      return
    }
    case 'modal':
      if (body.view?.type === 'modal') return client.pushModal(body.trigger_id, reply.view)
      await client.openModal(body.trigger_id, reply.view)
  }
}

/** In place of the message that was pressed; from a window in a message of its own, which nothing waits for. */
async function showLater(desk: Reception, visit: Visit, body: ActionBody, reply: LaterReply): Promise<void> {
  if (placeOf(body)?.kind !== 'message') {
    await privately(desk, pressedBy(visit, body), { show: 'message', message: reply.meanwhile })
    return desk.track(tellLater(desk, pressedBy(visit, body), reply))
  }
  // Awaited, so that whoever starts the bot again after a crash finishes what was begun.
  await replace(desk, visit, body, { show: 'replacement', message: reply.meanwhile })
  return replace(desk, visit, body, { show: 'replacement', message: await reply.message() })
}

/** What takes long comes in a message of its own; that it failed does too. */
async function tellLater(desk: Reception, from: Pressed, reply: LaterReply): Promise<void> {
  const message = await reply.message().catch(async (fault: unknown) => {
    const say = desk.sayTo(await desk.directory.remembered(from.workspace, from.person))
    return excuse(desk, say, fault, 'an answer that takes long')
  })
  await privately(desk, from, { show: 'message', message }).catch((fault: unknown) =>
    desk.log.warn({ err: fault }, 'an answer that took long could not be told'),
  )
}

const pressedBy = ({ workspace, person }: Visit, body: ActionBody): Pressed => ({
  workspace,
  person: person.id,
  body,
})

async function privately(
  desk: Reception,
  { workspace, person, body }: Pressed,
  reply: Extract<Reply, { show: 'message' }>,
) {
  if (body.response_url !== undefined) return whisper(body.response_url, reply.message)
  await writeTo(desk.clientOf(workspace), person, reply.message)
}

async function replace(
  desk: Reception,
  visit: Visit,
  body: ActionBody,
  reply: Extract<Reply, { show: 'replacement' }>,
) {
  const place = placeOf(body)
  if (place?.kind !== 'message') return privately(desk, pressedBy(visit, body), { ...reply, show: 'message' })
  if (place.isEphemeral && body.response_url !== undefined)
    return replaceByUrl(body.response_url, reply.message)
  await replaceByTs(desk.clientOf(visit.workspace), place.channel, place.ts, reply.message)
}

async function tellOutsider(desk: Reception, body: ActionBody) {
  if (body.response_url !== undefined) await whisper(body.response_url, desk.screens.outsider())
}
