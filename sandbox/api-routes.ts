import type { IncomingMessage, ServerResponse } from 'node:http'
import { callMethod, type Tokens } from './api/index.ts'
import type { Wire } from './block-rules/walk.ts'
import type { Trouble, Troubles } from './faults.ts'
import { spendHook } from './hooks.ts'
import type { Pacing } from './pacing.ts'
import { argumentsOf, bodyOf, jsonOf, sendJson, sendText } from './requests.ts'
import { Refused, type Slack } from './slack.ts'

export interface Desk {
  readonly slack: Slack
  readonly tokens: Tokens
  readonly troubles: Troubles
  readonly pacing: Pacing
  readonly openSocket: () => string
}

/** What the bot called, and how it is told that Slack refuses. */
interface Call {
  readonly name: string
  readonly request: unknown
  readonly run: () => Wire
  readonly refuse: (response: ServerResponse, fault: Refused) => void
}

/** `POST /api/:method`. Slack answers 200 with `ok: false`, but for rate limits. */
export async function answerMethod(desk: Desk, request: IncomingMessage, response: ServerResponse, url: URL) {
  const name = url.pathname.slice('/api/'.length)
  const args = argumentsOf(url, request.headers['content-type'] ?? '', await bodyOf(request))
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? stringIn(args, 'token')
  answer(desk, response, {
    name,
    request: args,
    run() {
      if (args === undefined) throw new Refused('invalid_json')
      return callMethod(desk.slack, { name, token, args }, desk.tokens, desk.openSocket)
    },
    refuse: (to, fault) => sendJson(to, 200, refusalOf(fault)),
  })
}

/** `POST /hooks/:id`: a response_url, which answers with HTTP states. */
export async function answerHook(desk: Desk, request: IncomingMessage, response: ServerResponse, url: URL) {
  const body = jsonOf(await bodyOf(request))
  answer(desk, response, {
    name: 'response_url',
    request: body,
    run() {
      spendHook(desk.slack, url.pathname.slice('/hooks/'.length), body)
      return {}
    },
    refuse: (to, fault) => sendText(to, fault.code.endsWith('_url') ? 404 : 400, fault.code),
  })
}

const stringIn = (args: Wire | undefined, key: string) => {
  const held = args?.[key]
  return typeof held === 'string' ? held : undefined
}

const refusalOf = ({ code, messages }: Refused) => ({
  ok: false,
  error: code,
  ...(messages.length > 0 ? { response_metadata: { messages } } : {}),
})

function answer(desk: Desk, response: ServerResponse, call: Call): void {
  const at = desk.slack.realNow()
  const started = performance.now()
  const trouble = desk.troubles.next(call.name) ?? desk.pacing(call.name, call.request)
  const written = (outcome: string, said: unknown) =>
    desk.slack.traffic.add({
      at,
      kind: 'api',
      name: call.name,
      ms: Math.round(performance.now() - started),
      isOk: outcome === 'ok',
      outcome,
      request: call.request,
      response: said,
    })
  try {
    const said = runUnder(trouble, call)
    sendUnder(trouble, response, said)
    written(trouble === undefined ? 'ok' : outcomeOf(trouble), said)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    call.refuse(response, fault)
    written([fault.code, ...fault.messages].join(': '), refusalOf(fault))
  }
}

/** The method's answer; null when trouble comes before the method. */
function runUnder(trouble: Trouble | undefined, call: Call): Wire | null {
  if (trouble === undefined) return { ok: true, ...call.run() }
  if ('error' in trouble) throw new Refused(trouble.error, trouble.messages)
  return 'afterAccept' in trouble && trouble.afterAccept ? { ok: true, ...call.run() } : null
}

function outcomeOf(trouble: Trouble): string {
  if ('hang' in trouble) return 'no answer'
  return 'status' in trouble ? `HTTP ${trouble.status}` : trouble.error
}

function sendUnder(trouble: Trouble | undefined, response: ServerResponse, said: Wire | null): void {
  if (trouble === undefined) sendJson(response, 200, said)
  else if ('retryAfter' in trouble) {
    const limited = { ok: false, error: 'ratelimited' }
    sendJson(response, 429, limited, { 'retry-after': String(trouble.retryAfter) })
  } else if ('status' in trouble) {
    sendText(response, trouble.status, trouble.body ?? '<html>Slack has a bad day</html>', 'text/html')
  }
}
