import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { SlackStatus } from '../domain/slack-status.ts'
import type { ChannelId, Instant, PersonId, WorkspaceId } from '../domain/types.ts'
import type { Reception } from './visit.ts'
import { channelId, eventBody, fromSlack, personId, userOnWire } from './wire.ts'

/** What changes in the workspace without anyone speaking to the bot. app.ts hands in what follows from each. */
export interface Consequences {
  personChanged(workspace: WorkspaceId, person: PersonId, status: SlackStatus): Promise<void>
  joined(workspace: WorkspaceId, channel: ChannelId, person: PersonId): Promise<void>
  left(workspace: WorkspaceId, channel: ChannelId, person: PersonId): Promise<void>
  /** The bot itself was invited; `by` is absent when Slack does not say. */
  botJoined(workspace: WorkspaceId, channel: ChannelId, by: PersonId | undefined): Promise<void>
  botLeft(workspace: WorkspaceId, channel: ChannelId): Promise<void>
  channelArchived(workspace: WorkspaceId, channel: ChannelId, isArchived: boolean): Promise<void>
  /** With another organisation, through Slack Connect. */
  channelShared(workspace: WorkspaceId, channel: ChannelId, isShared: boolean): Promise<void>
  channelRenamed(workspace: WorkspaceId, channel: ChannelId, name: string): Promise<void>
  channelIdChanged(workspace: WorkspaceId, from: ChannelId, to: ChannelId): Promise<void>
}

const membership = z.looseObject({ user: personId, channel: channelId, inviter: personId.optional() })
const justChannel = z.looseObject({ channel: channelId })
const renamed = z.looseObject({ channel: z.looseObject({ id: channelId, name: z.string() }) })
const moved = z.looseObject({ old_channel_id: channelId, new_channel_id: channelId })
/** Whether it still is with anyone else is only said when it ends. */
const shared = z.looseObject({ channel: channelId, is_ext_shared: z.boolean().default(true) })
const userChanged = z.looseObject({ user: userOnWire })

function statusOf({ profile }: z.infer<typeof userOnWire>): SlackStatus {
  const { status_text: text = '', status_emoji: emoji = '', status_expiration: seconds = 0 } = profile ?? {}
  return { text, emoji, until: seconds > 0 ? ((seconds * 1000) as Instant) : undefined }
}

export function listenToChanges(app: App, desk: Reception, botUser: PersonId, then: Consequences): void {
  const on = <T extends z.ZodType>(
    type: string,
    schema: T,
    follow: (workspace: WorkspaceId, event: z.infer<T>) => Promise<void>,
  ) =>
    app.event(type, async ({ body, event }) => {
      await follow(fromSlack(eventBody, body).team_id, fromSlack(schema, event))
    })

  for (const type of ['user_change', 'team_join']) {
    on(type, userChanged, async (workspace, { user }) => {
      await desk.directory.learn(workspace, user)
      await then.personChanged(workspace, user.id, statusOf(user))
    })
  }
  on('member_joined_channel', membership, (workspace, { user, channel, inviter }) =>
    user === botUser ? then.botJoined(workspace, channel, inviter) : then.joined(workspace, channel, user),
  )
  on('member_left_channel', membership, (workspace, { user, channel }) =>
    user === botUser ? then.botLeft(workspace, channel) : then.left(workspace, channel, user),
  )
  // Slack tells a bot of its own leaving by these two, not by member_left_channel.
  on('channel_left', justChannel, (workspace, { channel }) => then.botLeft(workspace, channel))
  on('group_left', justChannel, (workspace, { channel }) => then.botLeft(workspace, channel))
  for (const type of ['channel_archive', 'group_archive']) {
    on(type, justChannel, (workspace, { channel }) => then.channelArchived(workspace, channel, true))
  }
  for (const type of ['channel_unarchive', 'group_unarchive']) {
    on(type, justChannel, (workspace, { channel }) => then.channelArchived(workspace, channel, false))
  }
  for (const type of ['channel_shared', 'channel_unshared']) {
    on(type, shared, (workspace, { channel, is_ext_shared: isShared }) =>
      then.channelShared(workspace, channel, isShared),
    )
  }
  for (const type of ['channel_rename', 'group_rename']) {
    on(type, renamed, (workspace, { channel }) => then.channelRenamed(workspace, channel.id, channel.name))
  }
  on('channel_id_changed', moved, (workspace, event) =>
    then.channelIdChanged(workspace, event.old_channel_id, event.new_channel_id),
  )
}
