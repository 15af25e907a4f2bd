import type { ElementState, UiAnswer } from './protocol.ts'
import type { LocalSlack } from './server.ts'

/** Does what people do on the page, step by step, without a page: for the demo's history and for tests. */
export interface Actor {
  readonly id: string
  types(channel: string, text: string): Promise<UiAnswer>
  /** In the direct messages with the bot; resolves when the bot has answered all it had to. */
  says(text: string): Promise<string>
  edits(ts: string, text: string): Promise<void>
  deletes(ts: string): Promise<void>
  opensHome(): Promise<void>
  /** Fills fields of the topmost window, by block id. */
  fills(fields: Readonly<Record<string, ElementState>>): Promise<void>
  submits(): Promise<UiAnswer>
  /** A button or select of a message in the DM (the newest that has it), of Home, or of the topmost window. */
  clicks(actionId: string, state?: ElementState): Promise<UiAnswer>
}

interface Element {
  readonly block_id: string
  readonly action_id: string
}

/** `settle` resolves when the bot has done and sent everything that follows from what was just done. */
export function actorOn(slack: LocalSlack, name: string, settle: () => Promise<void>): Actor {
  const user = slack.userId(name)
  const done = async <T>(doing: Promise<T>): Promise<T> => {
    const result = await doing
    await settle()
    return result
  }
  const window = () => {
    const top = slack.modalsOf(user).at(-1)
    if (top === undefined) throw new Error(`${name} has no window open`)
    return top
  }
  const dm = () => {
    const channel = slack.state(user).channels.find(({ kind }) => kind === 'im')
    if (channel === undefined) throw new Error(`${name} has no direct messages with the bot`)
    return channel.id
  }
  return {
    id: user,
    types: (channel, text) =>
      done(slack.ui('command', { user, channel: channel === 'dm' ? dm() : slack.channelId(channel), text })),
    async says(text) {
      const answer = await done(slack.ui('post', { user, channel: dm(), text }))
      if (!answer.ok || answer.ts === undefined)
        throw new Error(`${name} could not write: ${JSON.stringify(answer)}`)
      return answer.ts
    },
    async edits(ts, text) {
      await done(slack.ui('edit', { user, channel: dm(), ts, text }))
    },
    async deletes(ts) {
      await done(slack.ui('delete', { user, channel: dm(), ts }))
    },
    async opensHome() {
      await done(slack.ui('open_home', { user }))
    },
    async fills(fields) {
      for (const [id, state] of Object.entries(fields)) {
        const { block_id, action_id } =
          elementsOf(window().blocks).find((one) => isCalled(one.block_id, id)) ?? missing(id)
        await done(slack.ui('fill', { user, view_id: window().id, block_id, action_id, state }))
      }
    },
    submits: () => done(slack.ui('submit', { user, view_id: window().id })),
    async clicks(action_id, state) {
      const given = state === undefined ? {} : { state }
      const top = slack.modalsOf(user).at(-1) ?? slack.homeOf(user)
      const inView = top && elementsOf(top.blocks).find((one) => one.action_id === action_id)
      if (top && inView) {
        return done(slack.ui('click', { user, at: { in: 'view', view_id: top.id }, ...inView, ...given }))
      }
      const message = slack.dmWith(user).findLast(({ blocks = [] }) => has(blocks, action_id))
      const element = message && elementsOf(message.blocks ?? []).find((one) => one.action_id === action_id)
      if (message === undefined || element === undefined) return missing(action_id)
      const at = { in: 'message' as const, channel: message.channel, ts: message.ts }
      return done(slack.ui('click', { user, at, ...element, ...given }))
    },
  }
}

/** A form that gives its fields a new beginning counts their ids up: `due~1`. */
const isCalled = (blockId: string, id: string) => blockId === id || blockId.startsWith(`${id}~`)

function missing(id: string): never {
  throw new Error(`nothing with the id ${id} is shown`)
}

const has = (blocks: readonly unknown[], actionId: string) =>
  elementsOf(blocks).some((one) => one.action_id === actionId)

/** Everything in blocks that can be clicked or filled. */
export function elementsOf(blocks: readonly unknown[]): readonly Element[] {
  return blocks.flatMap((block) => {
    if (typeof block !== 'object' || block === null) return []
    const { block_id, element, elements, accessory } = block as Record<string, unknown>
    const inside = [element, accessory, ...(Array.isArray(elements) ? elements : [])]
    return inside.flatMap((one) => {
      if (typeof one !== 'object' || one === null || !('action_id' in one)) return []
      return [{ block_id: String(block_id), action_id: String(one.action_id) }]
    })
  })
}
