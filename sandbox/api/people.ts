import { z } from 'zod'
import { userOnWire } from '../payloads.ts'
import { Refused, userOf } from '../slack.ts'
import { flag, limit, type Method, method, paged } from './method.ts'

/** Who is who: people, bots, the workspace and the token itself. */
export const people: Readonly<Record<string, Method>> = {
  'auth.test': method(z.unknown(), ({ world, url }) => ({
    url: `${url}/`,
    team: world.team.name,
    user: world.bot.name,
    team_id: world.team.id,
    user_id: world.bot.user_id,
    bot_id: world.app.bot_id,
    is_enterprise_install: false,
  })),
  'team.info': method(z.unknown(), ({ world }) => ({
    team: { ...world.team, email_domain: '', icon: {}, is_verified: false },
  })),
  'bots.info': method(z.object({ bot: z.string() }), ({ world }, { bot }) => {
    if (bot !== world.app.bot_id) throw new Refused('bot_not_found')
    const { app, bot: user } = world
    return { bot: { id: app.bot_id, app_id: app.id, name: user.name, user_id: user.user_id, deleted: false } }
  }),
  'users.info': method(
    z.object({ user: z.string(), include_locale: flag(false) }),
    (slack, { user, include_locale }) => ({
      user: userOnWire(slack, userOf(slack, user), { withLocale: include_locale }),
    }),
  ),
  'users.list': method(
    z.object({ cursor: z.string().default(''), limit: limit(1000), include_locale: flag(false) }),
    (slack, args) => {
      const { items, response_metadata } = paged([...slack.state.users.values()], args)
      const members = items.map((user) => userOnWire(slack, user, { withLocale: args.include_locale }))
      return { members, cache_ts: Math.floor(slack.now() / 1000), response_metadata }
    },
  ),
}
