import type { App } from '@slack/bolt'
import { replaceByTs, writeTo } from './deliver.ts'
import { excuse } from './excuse.ts'
import type { FormReply, LaterReply, Lookup, Visit } from './feature.ts'
import { handlerOf } from './handler.ts'
import { openView } from './presses.ts'
import { type Reception, visitOf } from './visit.ts'
import { fromSlack, submissionBody, suggestionBody, workspaceId } from './wire.ts'

/** Submitted forms. The acknowledgement is the answer: errors at their fields, another view, or the form closes. */
export function listenToForms(app: App, desk: Reception): void {
  app.view(/.*/, async ({ body, ack }) => {
    const read = fromSlack(submissionBody, body)
    const workspace = fromSlack(workspaceId, read.team?.id ?? read.user.team_id)
    // One window makes one thing: its id, not the press, is what a repeat has in common.
    const visit = await visitOf(desk, workspace, read.user.id, `view:${read.view.id}`)
    const form = handlerOf(
      desk.features.map(({ forms }) => forms),
      read.view.callback_id,
    )
    if (visit === undefined || form === undefined) return ack()
    const reply = await form({ ...visit, view: openView(read.view) }).catch((fault: unknown): FormReply => {
      // Whoever is told that it failed will try again: no restart does it a second time.
      const message = excuse(desk, visit.say, fault, `form ${read.view.callback_id}`)
      return { show: 'updated-modal', view: desk.screens.note(visit.say, message) }
    })
    await ack(...acknowledgement(reply))
    if (reply.show === 'message') await tell(desk, visit, reply)
    if (reply.show === 'later') desk.track(tellLater(desk, visit, reply))
    desk.afterwards(visit.workspace, visit.person.id)
  })
}

function acknowledgement(reply: FormReply) {
  if (reply.show === 'errors')
    return [{ response_action: 'errors' as const, errors: { ...reply.errors } }] as const
  if (reply.show === 'updated-modal')
    return [{ response_action: 'update' as const, view: reply.view }] as const
  return [] as const
}

async function tell(desk: Reception, visit: Visit, reply: Extract<FormReply, { show: 'message' }>) {
  await writeTo(desk.clientOf(visit.workspace), visit.person.id, reply.message)
}

/** A line says that it is being worked on, and what came of it takes the line's place. */
async function tellLater(desk: Reception, visit: Visit, { meanwhile, message }: LaterReply): Promise<void> {
  const client = desk.clientOf(visit.workspace)
  try {
    const place = await client.post({ channel: visit.person.id, message: meanwhile })
    const told = await message().catch((fault: unknown) =>
      excuse(desk, visit.say, fault, 'a form that takes long'),
    )
    await replaceByTs(client, place.channel, place.ts, told)
  } catch (fault) {
    desk.log.warn({ err: fault }, 'what came of a form could not be told')
  }
}

/** What is typed into a select that searches: answered in the acknowledgement. */
export function listenToLookups(app: App, desk: Reception): void {
  app.options(/.*/, async ({ body, ack }) => {
    const read = fromSlack(suggestionBody, body)
    const workspace = fromSlack(workspaceId, read.team?.id ?? read.user.team_id)
    const visit = await visitOf(desk, workspace, read.user.id, '')
    const lookup = handlerOf(
      desk.features.map(({ lookups }) => lookups),
      read.action_id,
    )
    if (visit === undefined || lookup === undefined) return ack({ options: [] })
    const asked: Lookup = {
      ...visit,
      actionId: read.action_id,
      typed: read.value.trim(),
      metadata: read.view?.private_metadata ?? '',
    }
    const found = (await lookup(asked)).slice(0, 100)
    await ack({
      options: found.map(({ text, value }) => ({ text: { type: 'plain_text' as const, text }, value })),
    })
  })
}
