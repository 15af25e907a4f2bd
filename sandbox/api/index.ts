import { Refused, type Slack } from '../slack.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { history } from './history.ts'
import type { Answer, Method } from './method.ts'
import { people } from './people.ts'
import { screens } from './screens.ts'

export interface Tokens {
  readonly bot: string
  readonly app: string
}

const methods: Readonly<Record<string, Method>> = {
  ...chat,
  ...conversations,
  ...files,
  ...history,
  ...people,
  ...screens,
}

const withoutToken = new Set(['blocks.validate', 'api.test'])

/** Runs one Web API method for the bearer of a token. Throws what Slack refuses. */
export function callMethod(
  slack: Slack,
  call: { readonly name: string; readonly token: string | undefined; readonly args: unknown },
  tokens: Tokens,
  openSocket: () => string,
): Answer {
  const { name, token, args } = call
  const known = methods[name]
  if (known === undefined && name !== 'apps.connections.open') throw new Refused('unknown_method')
  if (!withoutToken.has(name)) demandToken(token, name === 'apps.connections.open' ? 'app' : 'bot', tokens)
  return known === undefined ? { url: openSocket() } : known(slack, args)
}

function demandToken(given: string | undefined, kind: keyof Tokens, tokens: Tokens): void {
  if (given === undefined || given === '') throw new Refused('not_authed')
  if (given === tokens[kind]) return
  const isOther = given === tokens.bot || given === tokens.app
  throw new Refused(isOther ? 'not_allowed_token_type' : 'invalid_auth')
}
