import type { Goal } from '../src/domain/goal.ts'
import type { Payload } from '../src/domain/outbox.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, quoted, rich, section } from './blocks.ts'
import { goalName } from './goal-words.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

const MOST_NAMED = 10
const CHANNEL_MOST = 80

export interface TeamTrouble {
  readonly trouble: Payload<'team-trouble'>['trouble']
  readonly channelName: string
  /** Whose account was closed, with the goals they leave open in the team. */
  readonly gone: { readonly name: string; readonly goals: readonly Goal[] } | undefined
}

/** Told to a lead: what does not work any more in a channel, what goes on, and what to do. */
export function teamTrouble({ trouble, channelName, gone }: TeamTrouble, say: Messages): Message {
  const channel = quoted(channelName, CHANNEL_MOST)
  if (trouble === 'owner-gone') return ownerGone(channel, gone, say)
  return {
    text: spoken(say['lost.text']({ channel })),
    blocks: [section(say[`lost.${trouble}`]({ channel })), context(say[`lost.${trouble}.do`]())],
  }
}

function ownerGone(channel: string, gone: TeamTrouble['gone'], say: Messages): Message {
  const { name, goals } = gone ?? { name: '', goals: [] }
  const owner = quoted(name)
  const count = goals.length
  const named = goals.slice(0, MOST_NAMED).map((goal) => goalName(goal, say))
  const unnamed = count - named.length
  return {
    text: spoken(say['lost.owner-gone']({ owner, channel, count })),
    blocks: [
      section(say['lost.owner-gone']({ owner, channel, count })),
      ...(count === 0 ? [] : [rich(named.map((goal) => `• ${goal}`).join('\n'))]),
      ...(unnamed > 0 ? [context(say['understood.more']({ count: unnamed }))] : []),
      context(say['lost.owner-gone.do']()),
    ],
  }
}
