import { z } from 'zod'
import { advance } from '../clock.ts'
import type { UiActions, UiAnswer } from '../protocol.ts'
import { Refused, type Slack } from '../slack.ts'
import { done } from './answer.ts'
import { click, fill } from './click.ts'
import { command } from './command.ts'
import { lookup } from './lookup.ts'
import { edit, say, withdraw } from './say.ts'
import { openHome, shortcut } from './shortcut.ts'
import { close, submit } from './submit.ts'

type Handler<A extends keyof UiActions> = (slack: Slack, body: UiActions[A]) => UiAnswer | Promise<UiAnswer>

/** What a person can do on the page. */
const actions: { readonly [A in keyof UiActions]: Handler<A> } = {
  post: say,
  edit,
  delete: withdraw,
  command,
  shortcut,
  click,
  fill,
  submit,
  close,
  lookup,
  open_home: openHome,
  async advance_clock(slack, body) {
    await advance(slack, body)
    return done
  },
  async reset(slack) {
    await slack.reset()
    return done
  },
}

export async function act<A extends keyof UiActions>(
  slack: Slack,
  action: A,
  body: UiActions[A],
): Promise<UiAnswer> {
  try {
    return await actions[action](slack, body)
  } catch (fault) {
    if (fault instanceof Refused) return { ok: false, error: fault.code }
    throw fault
  }
}

export const isAction = (word: string): word is keyof UiActions => Object.hasOwn(actions, word)

const element = { block_id: z.string(), action_id: z.string() }
const state = z.record(z.string(), z.unknown())
const by = { user: z.string() }
const at = z.discriminatedUnion('in', [
  z.object({ in: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ in: z.literal('view'), view_id: z.string() }),
])

/** The bodies of `POST /ui/<action>`. */
export const bodies: Readonly<Record<keyof UiActions, z.ZodType>> = {
  post: z.object({ ...by, channel: z.string(), text: z.string(), thread_ts: z.string().optional() }),
  edit: z.object({ ...by, channel: z.string(), ts: z.string(), text: z.string() }),
  delete: z.object({ ...by, channel: z.string(), ts: z.string() }),
  command: z.object({ ...by, channel: z.string(), text: z.string() }),
  shortcut: z.object({
    ...by,
    callback_id: z.string(),
    channel: z.string().optional(),
    ts: z.string().optional(),
  }),
  click: z.object({ ...by, at, ...element, state: state.optional() }),
  fill: z.object({ ...by, view_id: z.string(), ...element, state, is_quiet: z.boolean().optional() }),
  submit: z.object({ ...by, view_id: z.string() }),
  close: z.object({ ...by, view_id: z.string() }),
  lookup: z.object({ ...by, view_id: z.string(), ...element, typed: z.string() }),
  open_home: z.object(by),
  advance_clock: z.object({ ...by, to: z.enum(['next-due', 'hour', 'day', 'monday']) }),
  reset: z.object(by),
}
