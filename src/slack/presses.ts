import type { App } from '@slack/bolt'
import type { z } from 'zod'
import { isTooLate } from './commands.ts'
import { replaceByTs, replaceByUrl, whisper, writeTo } from './deliver.ts'
import type { Feature, OpenView, Press, Reply, Visit } from './feature.ts'
import { deliveryOf } from './receive.ts'
import { type Reception, referenceFor, visitOf } from './visit.ts'
import { actionBody, type viewOnWire } from './wire.ts'

type ActionBody = z.infer<typeof actionBody>

/** Buttons, selects and other elements, in messages, windows and Home. Acknowledged first: Slack shows nothing meanwhile. */
export function listenToPresses(app: App, desk: Reception): void {
  app.action(/.*/, async ({ body, ack }) => {
    await ack()
    const read = actionBody.parse(body)
    const workspace = read.team?.id ?? deliveryOf({ ...body })?.workspace
    if (workspace === undefined) return
    const key = deliveryOf({ ...body })?.key ?? ''
    const visit = await visitOf(desk, workspace, read.user.id, key)
    if (visit === undefined) return tellOutsider(desk, read)
    try {
      await pressed(desk, visit, read)
    } catch (fault) {
      const message = desk.screens.fault(
        visit.say,
        referenceFor(desk, fault, `press ${read.actions[0]?.action_id}`),
      )
      await privately(desk, visit, read, { show: 'message', message })
      throw fault
    } finally {
      desk.afterwards(visit.workspace, visit.person.id)
    }
  })
}

async function pressed(desk: Reception, visit: Visit, body: ActionBody) {
  const press = pressOf(visit, body)
  const handler = press && presses(desk.features).get(press.actionId)
  if (press === undefined || handler === undefined) return
  const reply = await handler(press)
  try {
    await show(desk, visit, body, reply)
  } catch (fault) {
    if (!isTooLate(fault)) throw fault
    await privately(desk, visit, body, { show: 'message', message: desk.screens.tooLate(visit.say) })
  }
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

async function show(desk: Reception, visit: Visit, body: ActionBody, reply: Reply) {
  const client = desk.clientOf(visit.workspace)
  switch (reply.show) {
    case 'nothing':
      return
    case 'message':
      return privately(desk, visit, body, reply)
    case 'replacement':
      return replace(desk, visit, body, reply)
    case 'modal':
      if (body.view?.type === 'modal') return client.pushModal(body.trigger_id, reply.view)
      await client.openModal(body.trigger_id, reply.view)
      return
    case 'updated-modal':
      if (body.view) return client.updateModal(body.view.id, body.view.hash, reply.view)
  }
}

async function privately(
  desk: Reception,
  visit: Visit,
  body: ActionBody,
  reply: Extract<Reply, { show: 'message' }>,
) {
  if (body.response_url !== undefined) return whisper(body.response_url, reply.message)
  await writeTo(desk.clientOf(visit.workspace), visit.person.id, reply.message)
}

async function replace(
  desk: Reception,
  visit: Visit,
  body: ActionBody,
  reply: Extract<Reply, { show: 'replacement' }>,
) {
  const place = placeOf(body)
  if (place?.kind !== 'message') return privately(desk, visit, body, { ...reply, show: 'message' })
  if (place.isEphemeral && body.response_url !== undefined)
    return replaceByUrl(body.response_url, reply.message)
  await replaceByTs(desk.clientOf(visit.workspace), place.channel, place.ts, reply.message)
}

async function tellOutsider(desk: Reception, body: ActionBody) {
  if (body.response_url !== undefined) await whisper(body.response_url, desk.screens.outsider())
}
