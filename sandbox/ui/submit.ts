import { z } from 'zod'
import { isWire, wires } from '../block-rules/walk.ts'
import { interaction, viewOnWire } from '../payloads.ts'
import type { UiActions, UiAnswer } from '../protocol.ts'
import { notice, Refused, type Slack } from '../slack.ts'
import type { StoredView } from '../state.ts'
import { newTrigger } from '../triggers.ts'
import { modalsOf, pushInAnswer, replaceView, setModals, updateView, viewById } from '../views.ts'
import { done, settled } from './answer.ts'
import { viewFor } from './click.ts'
import { faultsIn } from './required.ts'

/** Sends the form; the acknowledgement says what becomes of it. */
export async function submit(slack: Slack, given: UiActions['submit']): Promise<UiAnswer> {
  const { user } = given
  const view = viewFor(slack, user, given.view_id)
  const faults = faultsIn(view)
  if (Object.keys(faults).length > 0) return withErrors(slack, view, faults)
  const outcome = await slack.deliver({
    envelope: 'interactive',
    name: 'view_submission',
    payload: {
      type: 'view_submission',
      ...interaction(slack, user),
      trigger_id: newTrigger(slack, user, { view: view.id }),
      view: viewOnWire(slack, view),
      response_urls: [],
    },
  })
  if (!outcome.ok) return settled(slack, outcome, { user, channel: null, what: 'Submitting' })
  // The bot may have changed the view while it was thinking.
  const now = viewById(slack, view.id)
  return now === undefined ? done : followed(slack, now, outcome.payload)
}

function withErrors(slack: Slack, view: StoredView, errors: Readonly<Record<string, string>>): UiAnswer {
  replaceView(slack, { ...view, errors })
  return { ok: false, error: 'validation_errors' }
}

const answer = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('clear') }),
])

function followed(slack: Slack, view: StoredView, payload: unknown): UiAnswer {
  const isNothing = !isWire(payload) || Object.keys(payload).length === 0
  if (isNothing) {
    dismiss(slack, view)
    return done
  }
  const read = answer.safeParse(payload)
  if (!read.success) return trouble(slack, view, 'the answer is no response_action')
  switch (read.data.response_action) {
    case 'errors':
      return refused(slack, view, read.data.errors as Record<string, string>)
    case 'update':
      return shown(slack, view, () => updateView(slack, view.id, read.data.view))
    case 'push':
      return shown(slack, view, () => pushInAnswer(slack, view.user, read.data.view))
    case 'clear':
      setModals(slack, view.user, [])
      return done
  }
}

/** Slack shows errors at input blocks only; any other key breaks the form. */
function refused(slack: Slack, view: StoredView, errors: Readonly<Record<string, string>>): UiAnswer {
  const inputs = wires(view.blocks).filter(({ type }) => type === 'input')
  const stray = Object.keys(errors).find((id) => !inputs.some(({ block_id }) => block_id === id))
  if (stray !== undefined) return trouble(slack, view, `"${stray}" is no input block`)
  return withErrors(slack, view, errors)
}

function shown(slack: Slack, view: StoredView, change: () => unknown): UiAnswer {
  try {
    change()
    return done
  } catch (fault) {
    if (fault instanceof Refused) return trouble(slack, view, fault.message)
    throw fault
  }
}

function trouble(slack: Slack, view: StoredView, why: string): UiAnswer {
  notice(slack, view.user, null, `We had some trouble connecting. Try again? (${why})`)
  return { ok: false, error: 'invalid_response' }
}

function dismiss(slack: Slack, view: StoredView): void {
  const modals = modalsOf(slack, view.user)
  setModals(
    slack,
    view.user,
    modals.filter(({ id }) => id !== view.id),
  )
}

/** Cancels one view, or all of them where it clears on close. The bot hears of those that notify. */
export async function close(slack: Slack, given: UiActions['close']): Promise<UiAnswer> {
  const view = viewFor(slack, given.user, given.view_id)
  const gone = view.clear_on_close ? modalsOf(slack, given.user) : [view]
  const kept = modalsOf(slack, given.user).filter((one) => !gone.includes(one))
  setModals(slack, given.user, kept)
  const heard = gone.filter((one) => one.notify_on_close)
  await Promise.all(heard.map((one) => tellClosed(slack, one, view.clear_on_close)))
  return done
}

const tellClosed = (slack: Slack, view: StoredView, is_cleared: boolean) =>
  slack.deliver({
    envelope: 'interactive',
    name: 'view_closed',
    payload: {
      type: 'view_closed',
      ...interaction(slack, view.user),
      view: viewOnWire(slack, view),
      is_cleared,
    },
  })
