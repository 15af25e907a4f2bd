import { takeUpload } from './files.ts'
import type { LocalSlack } from './local-slack.ts'
import { channelNamed, userNamed } from './mentions.ts'
import { messagesOf } from './messages.ts'
import type { Slack } from './slack.ts'
import { dmId } from './state.ts'
import { modalsOf } from './views.ts'

type Accessors = Pick<
  LocalSlack,
  | 'choose'
  | 'moveFiles'
  | 'userId'
  | 'channelId'
  | 'messagesIn'
  | 'dmWith'
  | 'channelOf'
  | 'homeOf'
  | 'modalsOf'
>

/** What tests look at. Names that nobody has are a mistake of the test's. */
export function accessors(slack: Slack): Accessors {
  const userId = (name: string) => known(name, slack.state.users.get(name) ?? userNamed(slack, name)).id
  const channel = (name: string) =>
    known(name, slack.state.channels.get(name) ?? channelNamed(slack, name.replace(/^#/, '')))
  return {
    choose: (user, name, bytes) => ({ files: [takeUpload(slack, userId(user), name, bytes)] }),
    moveFiles(url) {
      slack.state.filesAt = url
    },
    userId,
    channelId: (name) => channel(name).id,
    channelOf: channel,
    messagesIn: (name) => messagesOf(slack, channel(name).id),
    dmWith: (user) => messagesOf(slack, dmId(userId(user))),
    homeOf: (user) => slack.state.homes.get(userId(user)),
    modalsOf: (user) => modalsOf(slack, userId(user)),
  }
}

function known<T>(name: string, found: T | undefined): T {
  if (found === undefined) throw new Error(`The local Slack has no ${name}`)
  return found
}
