import type { ModalView } from '../../views/message.ts'
import { SlackLimited, SlackRefused } from './calls.ts'
import type { Screen } from './clients.ts'

/**
 * Draws an open window anew after each keystroke: one call at a time per window, the newest state wins, and what would look
 * the same is not sent. No hash goes along: the next key is pressed before the answer to the last one is drawn.
 */
export interface Redrawing {
  /** `at` is Slack's `action_ts`: what was pressed earlier never overwrites what was pressed later. */
  redraw(screen: Pick<Screen, 'updateModal'>, id: string, at: string, view: ModalView): Promise<void>
}

interface Window {
  drawnAt: string
  drawn: string
  waiting: { readonly at: string; readonly view: ModalView } | undefined
  drawing: Promise<void> | undefined
}

/** Windows that are remembered; the oldest are forgotten, which costs one needless call. */
const MOST_WINDOWS = 1000

export function redrawing(): Redrawing {
  const windows = new Map<string, Window>()

  function windowOf(id: string): Window {
    const known = windows.get(id) ?? { drawnAt: '', drawn: '', waiting: undefined, drawing: undefined }
    windows.delete(id)
    windows.set(id, known)
    const [oldest] = windows.keys()
    if (windows.size > MOST_WINDOWS && oldest !== undefined) windows.delete(oldest)
    return known
  }

  return {
    async redraw(screen, id, at, view) {
      const window = windowOf(id)
      if (isEarlier(at, window.waiting?.at ?? window.drawnAt)) return
      window.waiting = { at, view }
      window.drawing ??= drawAll(screen, id, window).finally(() => {
        window.drawing = undefined
      })
      await window.drawing
    },
  }
}

async function drawAll(screen: Pick<Screen, 'updateModal'>, id: string, window: Window): Promise<void> {
  while (window.waiting !== undefined) {
    const { at, view } = window.waiting
    window.waiting = undefined
    window.drawnAt = at
    const looks = looksOf(view)
    if (looks === window.drawn) continue
    window.drawn = looks
    await screen.updateModal(id, undefined, view).catch(unlessGone)
  }
}

/** Slack keeps what people typed under the same ids, so what a field begins with changes nothing that is seen. */
const looksOf = (view: ModalView) =>
  JSON.stringify(view, (key, value) => (key.startsWith('initial_') ? undefined : value))

const isEarlier = (one: string, other: string) => Number(one) < Number(other)

/** The window was closed, or Slack wants a pause: the next keystroke draws again. */
function unlessGone(fault: unknown): void {
  const isGone =
    fault instanceof SlackRefused && ['hash_conflict', 'not_found', 'view_not_found'].includes(fault.code)
  if (!isGone && !(fault instanceof SlackLimited)) throw fault
}
