import { createHmac } from 'node:crypto'
import autocannon from 'autocannon'

export const signingSecret = 'a-signing-secret-of-the-bench'

let counter = 0

/** A signed slash command as Slack sends it, each with a trigger of its own. */
function command(text: string, person: string) {
  counter += 1
  const body = new URLSearchParams({
    token: 'x',
    team_id: 'T0NORTHWND1',
    team_domain: 'northwind',
    channel_id: 'C0SALES0001',
    channel_name: 'sales',
    user_id: person,
    user_name: 'someone',
    command: '/goal',
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/never',
    trigger_id: `bench.${process.pid}.${counter}`,
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    method: 'POST' as const,
    path: '/slack/events',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  }
}

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Commands over `connections` for `seconds`, as fast as answered or at `rate` a second. */
export async function load(
  port: number,
  what: { text: string; person: string; seconds: number; connections: number; rate?: number },
): Promise<Load> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: what.connections,
    duration: what.seconds,
    ...(what.rate === undefined ? {} : { overallRate: what.rate }),
    requests: [{ setupRequest: (request) => ({ ...request, ...command(what.text, what.person) }) }],
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}
