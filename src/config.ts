import { z } from 'zod'

export interface Config {
  readonly botToken: string
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string }
  /** Where health and, in HTTP mode, Slack's requests are served; absent: nowhere. */
  readonly port: number | undefined
  /** Where the outside reaches `port`, without a slash at its end; absent: calendar links cannot be made. */
  readonly publicUrl: string | undefined
  /** The Web API's base, with a slash at its end. */
  readonly slackApiUrl: string
  readonly databaseUrl: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** The word typed in Slack, with its slash. */
  readonly command: string
}

/** Everything wrong with the configuration at once, each with its mend. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(['Goalpost cannot start:', ...faults.map((fault) => `  - ${fault}`)].join('\n'))
    this.faults = faults
  }
}

const empty = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional())
const token = (prefix: string, what: string, where: string) =>
  z
    .string({ error: `is missing. Set it to ${what} (${prefix}…), found in your Slack app under ${where}.` })
    .startsWith(prefix, `must be ${what} (${prefix}…), found in your Slack app under ${where}.`)

const portNumber = 'must be a port number between 0 and 65535, for example 3000.'

const databaseAddress =
  'must be a file, for example file:./data/goalpost.db, or a PostgreSQL, postgres://user:password@host:5432/goalpost. In a password write @ as %40, / as %2F, : as %3A, # as %23.'

function isDatabase(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url) ? !isBroken(url) : url.startsWith('file:')
}

/** A percent sign that stands for itself, or a password that reaches into the path: the driver would stumble. */
const isBroken = (url: string) =>
  !URL.canParse(url) || /%(?![0-9a-f]{2})/i.test(url) || new URL(url).pathname.includes('@')

const publicAddress =
  'must be an https address without query or password, for example https://goalpost.example.com; http is for localhost alone.'

/** A path is fine, for a proxy that shares its host. */
function isPublic(typed: string): boolean {
  if (!URL.canParse(typed)) return false
  const { protocol, hostname, search, hash, username, password } = new URL(typed)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isHere)
  return isSafe && [search, hash, username, password].every((part) => part === '')
}

const environment = z.object({
  SLACK_BOT_TOKEN: z.preprocess(empty, token('xoxb-', 'the bot token', 'OAuth & Permissions')),
  SLACK_APP_TOKEN: optional(token('xapp-', 'an app-level token with connections:write', 'Basic Information')),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(8, 'is too short. Copy it from your Slack app under Basic Information.'),
  ),
  PORT: optional(
    z.coerce.number({ error: portNumber }).int(portNumber).min(0, portNumber).max(65535, portNumber),
  ),
  PUBLIC_URL: optional(z.string().refine(isPublic, publicAddress)),
  SLACK_API_URL: z.preprocess(
    empty,
    z
      .url({ protocol: /^https?$/, error: 'must be a web address, for example https://slack.com/api/.' })
      .default('https://slack.com/api/'),
  ),
  DATABASE_URL: z.preprocess(
    empty,
    z.string().refine(isDatabase, databaseAddress).default('file:./data/goalpost.db'),
  ),
  LOG_LEVEL: z.preprocess(
    empty,
    z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be one of debug, info, warn, error, silent.',
      })
      .default('info'),
  ),
  GOALPOST_COMMAND: z.preprocess(
    empty,
    z
      .string()
      .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and 1 to 31 small letters, digits, - or _: /goal.')
      .default('/goal'),
  ),
})

/** Reads the environment. Throws one `ConfigError` that names every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env)
  const faults = [...(read.error?.issues ?? []).map(faultText), ...modeFaults(env), ...publicFaults(env)]
  if (!read.success || faults.length > 0) throw new ConfigError(faults)
  const from = read.data
  return {
    botToken: from.SLACK_BOT_TOKEN,
    mode:
      from.SLACK_APP_TOKEN === undefined
        ? { kind: 'http', signingSecret: from.SLACK_SIGNING_SECRET ?? '' }
        : { kind: 'socket', appToken: from.SLACK_APP_TOKEN },
    port: from.PORT,
    publicUrl: from.PUBLIC_URL && new URL(from.PUBLIC_URL).href.replace(/\/+$/, ''),
    slackApiUrl: from.SLACK_API_URL.endsWith('/') ? from.SLACK_API_URL : `${from.SLACK_API_URL}/`,
    databaseUrl: from.DATABASE_URL,
    logLevel: from.LOG_LEVEL,
    command: from.GOALPOST_COMMAND,
  }
}

/** An address of a database alone; absent or empty, it is the default. `fail` hears what is wrong with it. */
export function readDatabaseUrl(value: string | undefined, fail: (fault: string) => never): string {
  const read = environment.shape.DATABASE_URL.safeParse(value)
  return read.success ? read.data : fail(read.error.issues.map(({ message }) => message).join(' '))
}

const faultText = (issue: z.core.$ZodIssue) => `${issue.path.join('.')} ${issue.message}`

type Environment = Readonly<Record<string, string | undefined>>

/** Also across fields: an address at which nothing listens would give links that lead nowhere. */
function publicFaults(env: Environment): string[] {
  const isSet = (name: string) => empty(env[name]) !== undefined
  const isServed = isSet('PORT') || (isSet('SLACK_SIGNING_SECRET') && !isSet('SLACK_APP_TOKEN'))
  if (!isSet('PUBLIC_URL') || isServed) return []
  return ['PORT is missing. PUBLIC_URL needs it: the calendar links are served there, for example PORT=3000.']
}

/** Which way Slack reaches us is a question across fields, asked even while another field is faulty. */
function modeFaults(env: Environment): string[] {
  const isSet = (name: string) => empty(env[name]) !== undefined
  if (isSet('SLACK_APP_TOKEN')) return []
  if (!isSet('SLACK_SIGNING_SECRET')) {
    return ['Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.']
  }
  return isSet('PORT')
    ? []
    : ['PORT is missing. HTTP needs it beside SLACK_SIGNING_SECRET, for example PORT=3000.']
}
