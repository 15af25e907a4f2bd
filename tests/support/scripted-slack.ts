import type { Instant, WorkspaceId } from '../../src/domain/types.ts'
import {
  type ClientOf,
  type SlackCalls,
  SlackLimited,
  SlackRefused,
  SlackUnknown,
} from '../../src/slack/calls.ts'

/** A message that stands in Slack. */
export interface Posted {
  readonly workspace: WorkspaceId
  readonly channel: string
  readonly threadTs: string | undefined
  readonly key: string
  readonly blocks: number
  /** When history first shows it. */
  readonly shownAt: number
  readonly elapsed: number
  readonly ts: string
}

/** What Slack does with the next post, in place of taking it. */
export type Twist =
  | { readonly is: 'refuses'; readonly code: string }
  | { readonly is: 'limits'; readonly ms: number }
  /** It stands in Slack, now or that much later, and the answer is lost. */
  | { readonly is: 'takes-silently'; readonly lateMs?: number }
  /** Neither the message nor an answer. */
  | { readonly is: 'loses' }
  | { readonly is: 'hangs'; readonly until: Promise<void> }

export const refuses = (code: string): Twist => ({ is: 'refuses', code })
export const limits = (ms: number): Twist => ({ is: 'limits', ms })
export const loses: Twist = { is: 'loses' }
export const takesSilently: Twist = { is: 'takes-silently' }

export interface ScriptedSlack {
  readonly posted: Posted[]
  /** How often each workspace was asked to post. */
  readonly asked: WorkspaceId[]
  readonly looked: string[]
  readonly clientOf: ClientOf
  /** In order, for the next posts of a workspace. */
  twist(workspace: WorkspaceId, ...twists: Twist[]): void
  /** From now on its history cannot be read, or shows nothing. */
  history: 'shown' | 'empty' | SlackRefused | SlackLimited
  /** Called right before and right after a post takes effect: a crash may happen there. */
  step: () => void
}

/** One Slack of many workspaces that takes every message, remembers it, and does as the script says. */
export function scriptedSlack(now: () => Instant, elapsed: () => number): ScriptedSlack {
  const twists = new Map<WorkspaceId, Twist[]>()
  let count = 0

  function callsFor(workspace: WorkspaceId): SlackCalls {
    function take(what: Parameters<SlackCalls['post']>[0], lateMs = 0) {
      count += 1
      // To a person means into the conversation with them.
      const channel = String(what.channel).replace(/^U/, 'D')
      const posted = {
        workspace,
        channel,
        threadTs: what.threadTs,
        key: what.key ?? '',
        blocks: (what.blocks ?? what.message.blocks).length,
        shownAt: now() + lateMs,
        elapsed: elapsed(),
        ts: `${count}.000000`,
      }
      slack.posted.push(posted)
      return { channel, ts: posted.ts }
    }

    return {
      async post(what) {
        slack.asked.push(workspace)
        slack.step()
        const twist = twists.get(workspace)?.shift()
        const posted = await twisted(twist, (lateMs) => take(what, lateMs))
        slack.step()
        return posted
      },
      update: async () => {},
      async findPosted({ channel, threadTs, key, since }) {
        slack.looked.push(key)
        slack.step()
        if (slack.history instanceof Error) throw slack.history
        if (slack.history === 'empty') return undefined
        const where = channel.replace(/^U/, 'D')
        const found = slack.posted.find(
          (one) =>
            one.workspace === workspace &&
            one.channel === where &&
            one.threadTs === threadTs &&
            one.key === key &&
            one.shownAt >= since &&
            one.shownAt <= now(),
        )
        return found && { channel: found.channel, ts: found.ts }
      },
    }
  }

  const slack: ScriptedSlack = {
    posted: [],
    asked: [],
    looked: [],
    clientOf: callsFor,
    twist(workspace, ...more) {
      twists.set(workspace, [...(twists.get(workspace) ?? []), ...more])
    },
    history: 'shown',
    step: () => {},
  }
  return slack
}

type Where = { readonly channel: string; readonly ts: string }

async function twisted(twist: Twist | undefined, take: (lateMs?: number) => Where): Promise<Where> {
  switch (twist?.is) {
    case undefined:
      return take()
    case 'refuses':
      throw new SlackRefused('chat.postMessage', twist.code)
    case 'limits':
      throw new SlackLimited('chat.postMessage', twist.ms)
    case 'takes-silently':
      take(twist.lateMs)
      throw new SlackUnknown('chat.postMessage')
    case 'loses':
      throw new SlackUnknown('chat.postMessage')
    case 'hangs':
      await twist.until
      return take()
  }
}
