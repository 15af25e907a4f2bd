import { writeFileSync } from 'node:fs'
import { stringify } from 'yaml'

/** The app as Slack is told of it. Both variants come from here; the files in the repository are written by `npm run manifest`. */
export const scopes = {
  required: [
    'channels:read',
    'chat:write',
    'commands',
    'groups:read',
    'im:history',
    'im:write',
    'users:read',
  ],
  /**
   * Thread replies in channels; without them people answer in the DM. Pictures and exports as files; without it pictures are
   * shown as text. Files that people upload for an import, and nothing else, are read.
   */
  optional: ['channels:history', 'groups:history', 'files:write', 'files:read'],
} as const

export const events = {
  required: [
    'app_home_opened',
    'channel_archive',
    'channel_id_changed',
    'channel_left',
    'channel_rename',
    'channel_shared',
    'channel_unarchive',
    'channel_unshared',
    'group_archive',
    'group_left',
    'group_rename',
    'group_unarchive',
    'member_joined_channel',
    'member_left_channel',
    'message.im',
    'team_join',
    'user_change',
  ],
  optional: ['message.channels', 'message.groups'],
} as const

export const shortcuts = [
  {
    name: 'New goal',
    type: 'global',
    callback_id: 'goal.new.global',
    description: 'Write down a SMART goal',
  },
  {
    name: 'Make this a goal',
    type: 'message',
    callback_id: 'goal.new.message',
    description: 'Start a goal from what this message says',
  },
] as const

interface Variant {
  /** With its slash. */
  readonly command: string
  /** Where Slack reaches us; absent for Socket Mode. */
  readonly url?: string
}

export function manifestOf({ command, url }: Variant) {
  const endpoint = url === undefined ? {} : { url: `${url}/slack/events` }
  const request = url === undefined ? {} : { request_url: `${url}/slack/events` }
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Goalpost',
      description: 'Keeps a team accountable to SMART goals',
      long_description: longDescription,
      background_color: '#1f4d3a',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'goalpost', always_online: true },
      slash_commands: [
        {
          command,
          description: 'Set goals, check in, see how the team does',
          usage_hint: 'new | list | show G-12 | checkin | leaderboard | timeline | why | rehearse | help',
          should_escape: true,
          ...endpoint,
        },
      ],
      shortcuts: [...shortcuts],
    },
    oauth_config: {
      scopes: { bot: [...scopes.required, ...scopes.optional], bot_optional: [...scopes.optional] },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events.required, ...events.optional].sort() },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(url === undefined ? {} : { message_menu_options_url: `${url}/slack/events` }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  }
}

const longDescription = `Goalpost keeps a team accountable to SMART goals. Write a goal in a form that knows your KPIs. \
Each week it asks everyone for their number, in their own morning, in one message. People answer in one line. \
The channel gets a fair leaderboard that ranks everyone against their own plan. Self-hosted: your numbers stay with you.`

export const manifestFiles = {
  'manifest.yml': manifestOf({ command: '/goal' }),
  'manifest.http.yml': manifestOf({ command: '/goal', url: 'https://goalpost.example.com' }),
}

export const asYaml = (manifest: unknown) => stringify(manifest, { lineWidth: 0 })

if (import.meta.main) {
  for (const [file, manifest] of Object.entries(manifestFiles)) writeFileSync(file, asYaml(manifest))
}
