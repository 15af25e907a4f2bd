import type { Block, HomeView, KnownBlock, ModalView } from '@slack/types'
import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api'
import { z } from 'zod'
import { type SlackCalls, SlackLimited, SlackRefused, SlackUnknown } from './calls.ts'
import { download } from './download.ts'
import { eventType, findPosted } from './find-posted.ts'

/**
 * Never retries and never waits by itself: a repeated chat.postMessage is a second message, and a 429 would pause every
 * channel of the workspace (slack-platform.md §0.2, §0.4). Our outbox decides instead.
 */
export function clientOptions(apiUrl: string): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    allowAbsoluteUrls: false,
    // Every fault comes back to us as a value of its own; the SDK need not speak of it too.
    logger: silent,
  }
}

const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}

/** The calls that show something to one person at once; they are not worth repeating later. */
export interface Screen {
  openModal(triggerId: string, view: ModalView): Promise<{ id: string; hash: string }>
  pushModal(triggerId: string, view: ModalView): Promise<void>
  updateModal(id: string, hash: string | undefined, view: ModalView): Promise<void>
  publishHome(person: string, view: HomeView): Promise<void>
}

/** One workspace's Slack. Every fault is a SlackRefused, SlackLimited or SlackUnknown. */
export interface SlackClient extends SlackCalls, Screen {
  readonly web: WebClient
  /**
   * A private file of Slack's, with the token; undefined where it is longer than `most` bytes. The token goes to Slack alone.
   */
  download(url: string, most: number): Promise<Uint8Array | undefined>
  /** Any read; the answer is parsed with the schema. */
  read<T extends z.ZodType>(method: string, args: Record<string, unknown>, schema: T): Promise<z.infer<T>>
}

const opened = z.looseObject({ view: z.looseObject({ id: z.string(), hash: z.string().default('') }) })
const posted = z.looseObject({ channel: z.string(), ts: z.string() })

/** `callMs`: how long one call may take. */
export function createClient(token: string, apiUrl: string, callMs = 10_000): SlackClient {
  const web = new WebClient(token, { ...clientOptions(apiUrl), timeout: callMs })

  async function call<T extends z.ZodType>(method: string, args: Record<string, unknown>, schema: T) {
    try {
      return schema.parse(await web.apiCall(method, args))
    } catch (fault) {
      throw classified(method, fault)
    }
  }
  const anything = z.unknown()

  return {
    web,
    read: call,
    download: (url, most) => download(url, { token, apiUrl, most }),
    async post({ channel, message, threadTs, key, blocks }) {
      return call(
        'chat.postMessage',
        {
          channel,
          text: message.text,
          blocks: asBlocks(blocks ?? message.blocks),
          unfurl_links: false,
          unfurl_media: false,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
          ...(key === undefined ? {} : { metadata: { event_type: eventType, event_payload: { key } } }),
        },
        posted,
      )
    },
    async update({ channel, ts, message, blocks }) {
      await call(
        'chat.update',
        { channel, ts, text: message.text, blocks: asBlocks(blocks ?? message.blocks) },
        anything,
      )
    },
    findPosted: (what) => findPosted(call, what),
    async openModal(triggerId, view) {
      return (await call('views.open', { trigger_id: triggerId, view }, opened)).view
    },
    async pushModal(triggerId, view) {
      await call('views.push', { trigger_id: triggerId, view }, anything)
    },
    async updateModal(id, hash, view) {
      await call('views.update', { view_id: id, view, ...(hash === undefined ? {} : { hash }) }, anything)
    },
    async publishHome(person, view) {
      await call('views.publish', { user_id: person, view }, anything)
    },
  }
}

const asBlocks = (blocks: readonly Block[]) => blocks as KnownBlock[]

/** A definite no, a wait, or an outcome that nobody knows: only the last may have happened. */
function classified(method: string, fault: unknown): unknown {
  if (fault instanceof WebAPIRateLimitedError) return new SlackLimited(method, fault.retryAfter * 1000)
  if (fault instanceof WebAPIPlatformError) return refusedOrLimited(method, fault)
  if (fault instanceof WebAPIHTTPError) return new SlackUnknown(method, { cause: fault })
  if (fault instanceof z.ZodError) return new SlackUnknown(method, { cause: fault })
  return new SlackUnknown(method, { cause: fault })
}

function refusedOrLimited(method: string, fault: WebAPIPlatformError): Error {
  const code = fault.data.error
  if (code === 'ratelimited' || code === 'rate_limited') return new SlackLimited(method, 30_000)
  // A body that is no JSON comes as the "error" itself: nobody knows what happened behind it.
  if (!/^[a-z0-9_]{1,80}$/.test(code)) return new SlackUnknown(method, { cause: fault })
  return new SlackRefused(method, code, fault.data.response_metadata?.messages ?? [])
}

/** Answers through a response_url, which needs no token. Throws SlackRefused or SlackUnknown. */
export async function respondTo(url: string, body: Record<string, unknown>): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch((fault: unknown) => {
    throw new SlackUnknown('response_url', { cause: fault })
  })
  if (answer.ok) return
  const said = (await answer.text()).slice(0, 200)
  throw said.includes('invalid_blocks')
    ? new SlackRefused('response_url', 'invalid_blocks', [])
    : new SlackRefused('response_url', `http_${answer.status}`, [])
}
