import { isWire } from '../block-rules/walk.ts'
import { newHook, say } from '../hooks.ts'
import { join, leave } from '../members.ts'
import { commandText, userNamed } from '../mentions.ts'
import { TOKEN } from '../payloads.ts'
import type { SandboxChannel, UiActions, UiAnswer } from '../protocol.ts'
import { notice, Refused, type Slack } from '../slack.ts'
import { newTrigger } from '../triggers.ts'
import { channelFor, done, settled } from './answer.ts'

/** A line that begins with a slash: the bot's command, or one of Slack's own. */
export async function command(slack: Slack, given: UiActions['command']): Promise<UiAnswer> {
  const channel = channelFor(slack, given.user, given.channel)
  const [word = '', ...rest] = given.text.trim().split(/(?<=^\S+)\s+/)
  const words = rest.join(' ')
  const own = ownCommands[word]
  if (own !== undefined) return own(slack, channel, given.user, words)
  const isKnown = slack.commands.some((one) => one.command === word)
  const isStranger = slack.state.users.get(given.user)?.is_stranger === true
  if (!isKnown || isStranger) {
    notice(slack, given.user, channel.id, `${word} is not a valid command`)
    return { ok: false, error: 'unknown_command' }
  }
  return send(slack, channel, given.user, word, words)
}

async function send(
  slack: Slack,
  channel: SandboxChannel,
  user: string,
  word: string,
  words: string,
): Promise<UiAnswer> {
  const { team, app } = slack.world
  const outcome = await slack.deliver({
    envelope: 'slash_commands',
    name: 'slash_commands',
    payload: {
      token: TOKEN,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: nameOf(channel),
      user_id: user,
      user_name: slack.state.users.get(user)?.name ?? user,
      command: word,
      text: commandText(slack, words),
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: newHook(slack, user, channel.id),
      trigger_id: newTrigger(slack, user, { channel: channel.id }),
    },
  })
  if (!outcome.ok) return settled(slack, outcome, { user, channel: channel.id, what: word })
  return answered(slack, { user, channel: channel.id, message: undefined }, outcome.payload)
}

const nameOf = (channel: SandboxChannel) =>
  ({ im: 'directmessage', private: 'privategroup', public: channel.name })[channel.kind]

/** The acknowledgement may be the answer: a text, or a message. */
function answered(slack: Slack, place: Parameters<typeof say>[1], payload: unknown): UiAnswer {
  const message = typeof payload === 'string' ? { text: payload } : payload
  if (!isWire(message)) return done
  const hasBlocks = Array.isArray(message.blocks) && message.blocks.length > 0
  const hasText = typeof message.text === 'string' && message.text !== ''
  if (hasBlocks || hasText) say(slack, place, message)
  return done
}

type Own = (slack: Slack, channel: SandboxChannel, user: string, words: string) => UiAnswer

const invite: Own = (slack, channel, user, words) => {
  join(slack, channel, memberNamed(slack, channel, user, words), user)
  return done
}
const dismiss: Own = (slack, channel, user, words) => {
  leave(slack, channel, memberNamed(slack, channel, user, words))
  return done
}

/** What Slack itself understands. */
const ownCommands: Readonly<Record<string, Own>> = {
  '/invite': invite,
  '/remove': dismiss,
  '/kick': dismiss,
  '/leave': (slack, channel, user) => {
    leave(slack, channel, user)
    return done
  },
}

function memberNamed(slack: Slack, channel: SandboxChannel, user: string, words: string): string {
  if (channel.kind === 'im') throw new Refused('method_not_supported_for_channel_type')
  if (channel.is_archived) throw new Refused('is_archived')
  const found = userNamed(slack, words.trim().replace(/^@/, ''))
  if (found !== undefined) return found.id
  notice(slack, user, channel.id, `There is nobody called ${words.trim() || '…'} here`)
  throw new Refused('user_not_found')
}
