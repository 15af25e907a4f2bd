import { isWire, type Wire } from './block-rules/walk.ts'
import { valuesOf, withIds } from './element-state.ts'
import { newId, newSecret } from './ids.ts'
import { demandView } from './refusals.ts'
import { notice, Refused, type Slack, userOf } from './slack.ts'
import type { StoredView, Trigger, Values } from './state.ts'
import { exchange } from './triggers.ts'

type Kind = StoredView['type']

/** `views.open`: what is typed outside a modal has closed the person's old ones before. */
export function openModal(slack: Slack, triggerId: string, given: unknown): StoredView {
  const trigger = exchange(slack, triggerId)
  const stack = trigger.view === undefined ? [] : modalsOf(slack, trigger.user)
  return put(slack, trigger, stack, given)
}

/** `views.push`: on top of the modal that made the trigger. */
export function pushModal(slack: Slack, triggerId: string, given: unknown): StoredView {
  const trigger = exchange(slack, triggerId)
  const stack = modalsOf(slack, trigger.user)
  if (stack.length === 0) throw new Refused('not_found')
  return put(slack, trigger, stack, given)
}

function put(slack: Slack, trigger: Trigger, stack: readonly StoredView[], given: unknown): StoredView {
  if (stack.length >= slack.limits.modalStack) throw new Refused('push_limit_reached')
  const view = demanded(slack, trigger.user, given, 'modal')
  const id = newId('V')
  const stored = makeView(id, trigger.user, view, {}, stack, trigger.channel)
  setModals(slack, trigger.user, [...stack, stored])
  return stored
}

/** The `push` of a view_submission's acknowledgement, which needs no trigger. */
export function pushInAnswer(slack: Slack, user: string, given: unknown): StoredView {
  const trigger: Trigger = { user, madeAt: 0, view: undefined, channel: undefined, isUsed: true }
  return put(slack, trigger, modalsOf(slack, user), given)
}

/** `views.update`; a hash that is no longer the view's is refused. */
export function updateView(slack: Slack, id: string, given: unknown, hash?: string): StoredView {
  const view = viewById(slack, id)
  if (view === undefined) throw new Refused('not_found')
  if (hash !== undefined && hash !== view.hash) throw new Refused('hash_conflict')
  const wanted = demanded(slack, view.user, given, view.type)
  const stack = modalsOf(slack, view.user)
  const below = stack.slice(0, stack.indexOf(view))
  const changed = makeView(id, view.user, wanted, view.state.values, below)
  replaceView(slack, changed)
  return changed
}

export function publishHome(slack: Slack, user: string, given: unknown, hash?: string): StoredView {
  userOf(slack, user)
  const before = slack.state.homes.get(user)
  if (hash !== undefined && before !== undefined && hash !== before.hash) throw new Refused('hash_conflict')
  const view = demanded(slack, user, given, 'home')
  const home = makeView(before?.id ?? newId('V'), user, view, before?.state.values ?? {}, [])
  slack.state.homes.set(user, home)
  slack.show({ kind: 'home', user, view: home })
  return home
}

function demanded(slack: Slack, user: string, given: unknown, type: Kind): Wire {
  try {
    demandView(given)
  } catch (fault) {
    if (fault instanceof Refused) notice(slack, user, null, fault.message)
    throw fault
  }
  if (!isWire(given) || given.type !== type)
    throw new Refused('invalid_arguments', [`view must be a ${type}`])
  return given
}

function makeView(
  id: string,
  user: string,
  view: Wire,
  held: Values,
  below: readonly StoredView[],
  conversation?: string,
): StoredView {
  const blocks = withIds(Array.isArray(view.blocks) ? view.blocks : [])
  return {
    id,
    user,
    hash: `${Math.floor(performance.now())}.${newSecret().slice(0, 8)}`,
    type: view.type === 'home' ? 'home' : 'modal',
    callback_id: String(view.callback_id ?? ''),
    private_metadata: String(view.private_metadata ?? ''),
    external_id: String(view.external_id ?? ''),
    blocks,
    state: { values: valuesOf(blocks, held, conversation) },
    root_view_id: below[0]?.id ?? id,
    previous_view_id: below.at(-1)?.id ?? null,
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    submit: textIn(view.submit),
    close: textIn(view.close),
    ...(isWire(view.title) ? { title: { ...view.title, text: String(view.title.text) } } : {}),
  }
}

const textIn = (text: unknown) => (isWire(text) ? { ...text, text: String(text.text) } : null)

export const modalsOf = ({ state }: Slack, user: string) => state.modals.get(user) ?? []

export function setModals(slack: Slack, user: string, modals: readonly StoredView[]): void {
  slack.state.modals.set(user, modals)
  slack.show({ kind: 'view_stack', user, modals })
}

export function viewById({ state }: Slack, id: string): StoredView | undefined {
  const all = [...[...state.modals.values()].flat(), ...state.homes.values()]
  return all.find((view) => view.id === id || (view.external_id !== '' && view.external_id === id))
}

/** Puts a changed view in its place; `quietly` when the page shows it so already. */
export function replaceView(slack: Slack, view: StoredView, how: 'shown' | 'quietly' = 'shown'): void {
  const { state } = slack
  if (view.type === 'home') {
    state.homes.set(view.user, view)
    if (how === 'shown') slack.show({ kind: 'home', user: view.user, view })
    return
  }
  const modals = modalsOf(slack, view.user).map((one) => (one.id === view.id ? view : one))
  if (how === 'shown') setModals(slack, view.user, modals)
  else state.modals.set(view.user, modals)
}
