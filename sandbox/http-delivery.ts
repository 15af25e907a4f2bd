import { createHmac } from 'node:crypto'
import type { Courier, Delivery, Outcome } from './delivery.ts'
import type { Slack } from './slack.ts'

/** Signed requests to the bot's request URL, with Slack's bodies: JSON for events, forms for the rest. */
export function createHttpCourier(
  { limits, realNow }: Pick<Slack, 'limits' | 'realNow'>,
  to: { readonly eventsUrl: string; readonly signingSecret: string },
): Courier {
  return {
    async carry(delivery) {
      const { body, type } = bodyOf(delivery)
      const timestamp = String(Math.floor(realNow() / 1000))
      try {
        const answer = await fetch(to.eventsUrl, {
          method: 'POST',
          body,
          headers: {
            'content-type': type,
            'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
            'x-slack-request-timestamp': timestamp,
            'x-slack-signature': signatureOf(to.signingSecret, timestamp, body),
            ...retryHeaders(delivery),
          },
          signal: AbortSignal.timeout(limits.ackMs),
          redirect: 'error',
        })
        return await outcomeOf(answer)
      } catch (fault) {
        const isLate = fault instanceof Error && fault.name === 'TimeoutError'
        return { ok: false, error: isLate ? 'operation_timeout' : 'dispatch_failed' }
      }
    },
  }
}

export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

function bodyOf({ envelope, payload }: Delivery): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded'
  switch (envelope) {
    case 'events_api':
      return { body: JSON.stringify(payload), type: 'application/json' }
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
      return { body: new URLSearchParams(fields).toString(), type: form }
    }
    case 'interactive':
      return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form }
  }
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  if (retry === undefined) return {}
  return { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  const said = await answer.text()
  if (!answer.ok) return { ok: false, error: `http_${answer.status}` }
  const isJson = answer.headers.get('content-type')?.includes('json') === true && said !== ''
  const payload: unknown = isJson ? JSON.parse(said) : said
  return { ok: true, payload }
}
