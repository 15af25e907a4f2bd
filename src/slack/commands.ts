import type { App } from '@slack/bolt'
import type { z } from 'zod'
import type { Message, ModalView } from '../../views/message.ts'
import { SlackRefused } from './calls.ts'
import { whisper } from './deliver.ts'
import { excuse } from './excuse.ts'
import type { CommandVisit, Feature, LaterReply, Reply } from './feature.ts'
import { type Reception, visitBy } from './visit.ts'
import { commandBody, fromSlack, unescaped } from './wire.ts'

type Ack = (answer?: { response_type: 'ephemeral'; text: string; blocks: never[] }) => Promise<void>

/**
 * Every slash command. Where we know the person, only our own database stands between command and answer, so the answer
 * rides in the acknowledgement. Whoever is new is looked up in Slack first: acknowledged before, and a form shows
 * "Loading…" before, because Slack gives a window three seconds.
 */
export function listenToCommands(app: App, desk: Reception): void {
  app.command(/.*/, async ({ body, ack }) => {
    const command = fromSlack(commandBody, body)
    const answer = once(ack as Ack, command.response_url)
    const { feature, words } = route(desk.features, unescaped(command.text))
    const known = await desk.directory.remembered(command.team_id, command.user_id)
    let say = desk.sayTo(known)
    let waiting: string | undefined
    try {
      if (known === undefined) waiting = await beforeLookup(desk, command, feature, answer)
      const person = known ?? (await desk.directory.person(command.team_id, command.user_id))
      const visit = person && visitBy(desk, person, `trigger:${command.trigger_id}`)
      if (visit === undefined) {
        const showing = { workspace: command.team_id, say, trigger: command.trigger_id, waiting }
        return await show(desk, { show: 'message', message: desk.screens.outsider() }, answer, showing)
      }
      say = visit.say
      const isDirect = command.channel_id.startsWith('D')
      const reply = await answerOf(desk, feature, { ...visit, channel: command.channel_id, isDirect, words })
      await show(desk, reply, answer, { ...visit, trigger: command.trigger_id, waiting })
    } catch (fault) {
      const message = excuse(desk, say, fault, `command ${feature?.name}`)
      const showing = { workspace: command.team_id, say, trigger: command.trigger_id, waiting }
      // No window stays at "Loading…"; where even it cannot be reached, the line comes into the channel.
      await show(desk, { show: 'message', message }, answer, showing).catch(() => answer.message(message))
    }
  })
}

/** The id of the "Loading…" window, where the command is one that opens a form. */
async function beforeLookup(
  desk: Reception,
  command: z.infer<typeof commandBody>,
  feature: Feature | undefined,
  answer: ReturnType<typeof once>,
): Promise<string | undefined> {
  await answer.nothing()
  if (feature?.opensForm !== true) return undefined
  const client = desk.clientOf(command.team_id)
  return (await client.openModal(command.trigger_id, desk.screens.loading(desk.sayTo(undefined)))).id
}

/** Splits the subcommand from its words; `feature` is undefined when nobody knows the word. */
export function route(
  features: readonly Feature[],
  typed: string,
): { feature: Feature | undefined; words: string } {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const [word = ''] = text.split(' ', 1)
  const name = word === '' ? 'help' : word.toLowerCase()
  const feature = features.find((one) => one.name === name || one.aliases?.includes(name))
  return { feature, words: feature === undefined ? text : text.slice(word.length).trim() }
}

async function answerOf(
  desk: Reception,
  feature: Feature | undefined,
  visit: CommandVisit,
): Promise<Reply | LaterReply> {
  if (feature?.run !== undefined) return feature.run(visit)
  return { show: 'message', message: desk.screens.unknownWord(visit.say, visit.words) }
}

interface Showing {
  readonly workspace: CommandVisit['workspace']
  readonly say: CommandVisit['say']
  readonly trigger: string
  /** The id of a window that shows "Loading…" already. */
  readonly waiting: string | undefined
}

async function show(
  desk: Reception,
  reply: Reply | LaterReply,
  answer: ReturnType<typeof once>,
  visit: Showing,
) {
  if (reply.show === 'later') {
    await answer.message(reply.meanwhile)
    return desk.track(tellLater(desk, reply, answer, visit))
  }
  if (reply.show === 'modal') {
    return showModal(desk, reply.view, answer, visit).catch((fault: unknown) => {
      const isLacking = fault instanceof SlackRefused && fault.code === 'missing_scope'
      if (!isLacking || reply.lacking === undefined) throw fault
      return answer.message(reply.lacking)
    })
  }
  if (reply.show === 'message') {
    if (visit.waiting === undefined) return answer.message(reply.message)
    const note = desk.screens.note(visit.say, reply.message)
    return desk.clientOf(visit.workspace).updateModal(visit.waiting, undefined, note)
  }
  return answer.nothing()
}

async function tellLater(
  desk: Reception,
  reply: LaterReply,
  answer: ReturnType<typeof once>,
  { say }: Showing,
): Promise<void> {
  const message = await reply
    .message()
    .catch((fault: unknown) => excuse(desk, say, fault, 'an answer that takes long'))
  await answer
    .message(message)
    .catch((fault: unknown) => desk.log.warn({ err: fault }, 'an answer that took long could not be told'))
}

async function showModal(desk: Reception, view: ModalView, answer: ReturnType<typeof once>, visit: Showing) {
  const client = desk.clientOf(visit.workspace)
  if (visit.waiting !== undefined) return client.updateModal(visit.waiting, undefined, view)
  await answer.nothing()
  await client.openModal(visit.trigger, view)
}

/** One acknowledgement; what comes after it goes through the response_url. */
function once(ack: Ack, url: string | undefined) {
  let isAcknowledged = false
  async function nothing() {
    if (isAcknowledged) return
    isAcknowledged = true
    await ack()
  }
  return {
    nothing,
    async message(message: Message) {
      // Whether Slack takes the newest blocks only a response_url tells.
      if (isAcknowledged || message.fallback !== undefined) {
        await nothing()
        if (url !== undefined) await whisper(url, message)
        return
      }
      isAcknowledged = true
      await ack({ response_type: 'ephemeral', text: message.text, blocks: message.blocks as never[] })
    },
  }
}
