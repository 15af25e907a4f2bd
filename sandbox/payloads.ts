import { Temporal } from 'temporal-polyfill'
import type { Delivery } from './delivery.ts'
import { newId } from './ids.ts'
import type { SandboxChannel, SandboxMessage, SandboxUser } from './protocol.ts'
import { botIsIn, isIn, type Slack } from './slack.ts'
import type { StoredView } from './state.ts'
import { OTHER_TEAM } from './world.ts'

/** The verification token of old; Bolt does not look at it. */
export const TOKEN = 'local-verification-token'

export const teamOf = ({ world }: Slack, user: SandboxUser | undefined) =>
  user?.is_stranger === true ? OTHER_TEAM : world.team.id

/** Who acts, in interactions. */
export function actorOf(slack: Slack, id: string) {
  const user = slack.state.users.get(id)
  const name = user?.name ?? id
  return { id, username: name, name, team_id: teamOf(slack, user) }
}

/** What every interaction carries. */
export function interaction(slack: Slack, user: string) {
  const { team, app } = slack.world
  return {
    team: { id: team.id, domain: team.domain },
    user: actorOf(slack, user),
    api_app_id: app.id,
    token: TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  }
}

export const channelType = (channel: SandboxChannel) =>
  ({ im: 'im', public: 'channel', private: 'group' })[channel.kind]

/** An event in its envelope. `name` is how the manifest subscribes to it. */
export function eventDelivery(
  slack: Slack,
  event: Readonly<Record<string, unknown>> & { readonly type: string },
  channel?: SandboxChannel,
): Delivery {
  const { team, app, bot } = slack.world
  const named = event.type === 'message' && channel !== undefined
  return {
    envelope: 'events_api',
    name: named ? messageEventName(event, channel) : event.type,
    payload: {
      token: TOKEN,
      team_id: team.id,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: Math.floor(slack.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: bot.user_id,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: channel?.is_ext_shared ?? false,
      event_context: `4-${newId('')}`,
    },
  }
}

function messageEventName(event: Readonly<Record<string, unknown>>, channel: SandboxChannel): string {
  const place = { im: 'message.im', public: 'message.channels', private: 'message.groups' }[channel.kind]
  return event.subtype === undefined ? place : `${place} ${event.subtype}`
}

/** A message as API answers, events and clicks show it. */
export function messageOnWire(slack: Slack, message: SandboxMessage) {
  const { channel: _channel, ephemeral_for: _for, metadata: _metadata, edited, ...rest } = message
  return {
    type: 'message',
    ...rest,
    ...(message.bot_id === undefined ? {} : { app_id: slack.world.app.id }),
    team: teamOf(slack, slack.state.users.get(message.user)),
    ...(edited === undefined ? {} : { edited: { user: message.user, ts: edited.ts } }),
  }
}

/** A view as the bot gets it. */
export function viewOnWire(slack: Slack, view: StoredView) {
  const { user: _user, errors: _errors, ...rest } = view
  const { team, app } = slack.world
  return {
    ...rest,
    team_id: team.id,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.bot_id,
  }
}

export function userOnWire(slack: Slack, user: SandboxUser, { withLocale = false } = {}) {
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(slack.now())).toZonedDateTimeISO(user.tz)
  return {
    id: user.id,
    team_id: teamOf(slack, user),
    name: user.name,
    deleted: user.deleted,
    color: user.color.slice(1),
    real_name: user.real_name,
    // Slack leaves the zone out for people who are gone and for strangers.
    ...(user.deleted || user.is_stranger
      ? {}
      : { tz: user.tz, tz_label: user.tz, tz_offset: zoned.offsetNanoseconds / 1e9 }),
    profile: {
      title: user.title,
      real_name: user.real_name,
      real_name_normalized: user.real_name,
      status_text: user.status?.text ?? '',
      status_emoji: user.status?.emoji ?? '',
      status_expiration: user.status?.expiration ?? 0,
      display_name: user.real_name.split(' ')[0] ?? '',
      display_name_normalized: user.real_name.split(' ')[0] ?? '',
      team: teamOf(slack, user),
    },
    is_admin: user.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: user.is_bot,
    is_app_user: false,
    ...(user.is_stranger ? { is_stranger: true } : {}),
    updated: 1_767_225_600,
    ...(withLocale && !user.deleted ? { locale: user.locale } : {}),
  }
}

export function channelOnWire(slack: Slack, channel: SandboxChannel) {
  const { team } = slack.world
  const created = { id: channel.id, created: 1_767_225_600, is_archived: channel.is_archived }
  if (channel.kind === 'im') {
    return { ...created, is_im: true, user: channel.members[0] ?? '', is_org_shared: false }
  }
  return {
    ...created,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_member: botIsIn(slack, channel),
    is_shared: channel.is_ext_shared,
    is_ext_shared: channel.is_ext_shared,
    is_org_shared: false,
    context_team_id: team.id,
    creator: channel.members[0] ?? '',
    num_members: channel.members.filter((user) => isIn(slack, channel, user)).length,
  }
}
