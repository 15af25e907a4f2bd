import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { asYaml, manifestFiles } from '../src/manifest.ts'

/** Slack's rules for the keys we use, closed like its own schema (slackapi/manifest-schema 0.5.0, slack-platform.md §5). */
const endpoint = z.url({ protocol: /^https$/ }).max(3000)
const slackRules = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal([1, 2]), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{3,6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/\S{1,31}$/),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.literal(true),
          url: endpoint.optional(),
        }),
      )
      .min(1)
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()).max(255), bot_optional: z.array(z.string()).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: endpoint.optional(),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: endpoint.optional(),
      message_menu_options_url: endpoint.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

/** Which scope each event needs (slack-platform.md §5); absent: none. */
const eventScopes: Readonly<Record<string, readonly string[]>> = {
  channel_archive: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_shared: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_unshared: ['channels:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  team_join: ['users:read'],
  user_change: ['users:read'],
}

describe.each(Object.entries(manifestFiles))('%s', (file, manifest) => {
  test('keeps to Slack’s rules', () => {
    expect(slackRules.parse(manifest)).toEqual(manifest)
  })

  test('is what the source writes', () => {
    expect(readFileSync(file, 'utf8')).toBe(asYaml(manifest))
    expect(parse(readFileSync(file, 'utf8'))).toEqual(manifest)
  })

  test('subscribes to nothing that its scopes do not cover', () => {
    const granted = new Set<string>(manifest.oauth_config.scopes.bot)
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      for (const scope of eventScopes[event] ?? [])
        expect(granted, `${event} needs ${scope}`).toContain(scope)
    }
  })

  test('never asks to post where it was not invited', () => {
    expect(manifest.oauth_config.scopes.bot).not.toContain('chat:write.public')
  })
})
