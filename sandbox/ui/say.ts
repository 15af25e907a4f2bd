import { messageText } from '../mentions.ts'
import { amend, messageAt, post, remove } from '../messages.ts'
import type { UiActions, UiAnswer } from '../protocol.ts'
import { Refused, type Slack } from '../slack.ts'
import { channelFor, done } from './answer.ts'

export function say(slack: Slack, given: UiActions['post']): UiAnswer {
  const channel = channelFor(slack, given.user, given.channel)
  if (channel.is_archived) throw new Refused('is_archived')
  if (given.text.trim() === '') throw new Refused('no_text')
  const { ts } = post(slack, channel, {
    user: given.user,
    text: messageText(slack, given.text),
    thread_ts: given.thread_ts,
    typed: given.text,
  })
  return { ok: true, ts }
}

export function edit(slack: Slack, given: UiActions['edit']): UiAnswer {
  if (given.text.trim() === '') throw new Refused('no_text')
  amend(slack, ownMessage(slack, given, 'cant_update_message'), { text: messageText(slack, given.text) })
  return done
}

export function withdraw(slack: Slack, given: UiActions['delete']): UiAnswer {
  remove(slack, ownMessage(slack, given, 'cant_delete_message'))
  return done
}

function ownMessage(slack: Slack, given: UiActions['delete'], code: string) {
  channelFor(slack, given.user, given.channel)
  const message = messageAt(slack, given.channel, given.ts)
  if (message === undefined) throw new Refused('message_not_found')
  if (message.user !== given.user) throw new Refused(code)
  return message
}
