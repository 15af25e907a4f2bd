import type { SandboxEvent, SandboxFile, SandboxState, UiActions, UiAnswer } from '../../protocol.ts'
import { after } from '../time.ts'

/** Everything the page says to the local Slack's server. */

const told = /^(operation_timeout|dispatch_failed|http_\d+|invalid_options|invalid_response|unknown_command)$/

/** Whether the server has put this into words itself, as a `notice`. */
export const isTold = (error: string): boolean => told.test(error)

export async function readState(user: string | undefined): Promise<SandboxState> {
  const answer = await fetch(user === undefined ? '/state' : `/state?user=${encodeURIComponent(user)}`)
  if (!answer.ok) throw new Error(`GET /state answered ${answer.status}`)
  return answer.json()
}

/** Fills reach the server in the order they were made, and before whatever follows them. */
let fills: Promise<unknown> = Promise.resolve()

export function sendAction<A extends keyof UiActions>(action: A, body: UiActions[A]): Promise<UiAnswer> {
  if (action === 'post' || action === 'lookup') return post(action, body)
  const answer = fills.then(() => post(action, body))
  if (action === 'fill') fills = answer
  return answer
}

/** Uploads what a person chose in a form; undefined where it did not arrive. */
export async function chooseFile(user: string, file: File): Promise<SandboxFile | undefined> {
  const about = new URLSearchParams({ user, name: file.name })
  try {
    const answer = await fetch(`/choose?${about}`, { method: 'POST', body: file })
    return answer.ok ? (await answer.json()).file : undefined
  } catch {
    return undefined
  }
}

/** A lost connection is an answer too, so that no caller needs a `catch`. */
async function post(action: string, body: object): Promise<UiAnswer> {
  try {
    const answer = await fetch(`/ui/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return await answer.json()
  } catch {
    return { ok: false, error: 'connection_lost' }
  }
}

interface Listener {
  readonly onEvent: (event: SandboxEvent) => void
  /** Called with true on every (re)connection, with false when the line drops. */
  readonly onLine: (isUp: boolean) => void
}

/** Listens to the server's events until the answer is called; reconnects by itself. */
export function listen({ onEvent, onLine }: Listener): () => void {
  let source: EventSource | undefined
  let cancelRetry = () => {}
  const connect = () => {
    source = new EventSource('/events')
    source.onopen = () => onLine(true)
    source.onmessage = (message: MessageEvent<string>) => onEvent(JSON.parse(message.data))
    source.onerror = () => {
      onLine(false)
      // A closed source does not come back by itself; an interrupted one does.
      if (source?.readyState === EventSource.CLOSED) cancelRetry = after(1000, connect)
    }
  }
  connect()
  return () => {
    cancelRetry()
    source?.close()
  }
}
