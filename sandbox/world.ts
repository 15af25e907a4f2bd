import type { SandboxChannel, SandboxUser } from './protocol.ts'

/** Who and what is there before anything happens. */
export interface World {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly app: { readonly id: string; readonly bot_id: string }
  /** The bot's own user id; the user itself is among `users`. */
  readonly bot: { readonly user_id: string; readonly name: string }
  readonly users: readonly SandboxUser[]
  readonly channels: readonly SandboxChannel[]
}

/** Where a stranger comes from. */
export const OTHER_TEAM = 'T0ACME00001'

export const people = {
  ana: 'U0ANA000001',
  ben: 'U0BEN000002',
  chen: 'U0CHEN00003',
  dee: 'U0DEE000004',
  eve: 'U0EVE000005',
  farid: 'U0FARID0006',
  gus: 'U0GUS000007',
  metrics: 'U0METRICS08',
  sam: 'U0SAM000009',
  goalpost: 'U0GOALPOST1',
} as const

export const channels = {
  sales: 'C0SALES0001',
  general: 'C0GENERAL02',
  oldCampaign: 'C0OLDCAMP03',
  partnersAcme: 'C0PARTNER04',
  leads: 'C0LEADS0005',
} as const

const person = (
  id: string,
  name: string,
  real_name: string,
  title: string,
  tz: string,
  locale: string,
  color: string,
): SandboxUser => ({
  id,
  name,
  real_name,
  title,
  tz,
  locale,
  color,
  is_admin: false,
  is_bot: false,
  deleted: false,
  is_stranger: false,
})

const team: readonly SandboxUser[] = [
  {
    ...person(people.ana, 'ana', 'Ana Weber', 'Head of sales, Berlin', 'Europe/Berlin', 'en-GB', '#2f6f4f'),
    is_admin: true,
  },
  person(
    people.ben,
    'ben',
    'Ben Carter',
    'Account executive, New York',
    'America/New_York',
    'en-US',
    '#8a4b2a',
  ),
  person(people.chen, 'chen', 'Chen Yu-ting', 'Account executive, Taipei', 'Asia/Taipei', 'zh-TW', '#3d5a98'),
  person(
    people.dee,
    'dee',
    'Dee Alvarez',
    'Partnerships, Los Angeles',
    'America/Los_Angeles',
    'en-US',
    '#7a3f7d',
  ),
  person(people.eve, 'eve', 'Eve Lindqvist', 'Customer success, London', 'Europe/London', 'en-GB', '#996515'),
  person(people.farid, 'farid', 'Farid Khan', 'Sales development, Pune', 'Asia/Kolkata', 'en-US', '#2b7a86'),
]

/** Whom pickers list as well, as Slack's do. */
const others: readonly SandboxUser[] = [
  {
    ...person(people.gus, 'gus', 'Gus Moore', 'Left in spring', 'Europe/London', 'en-GB', '#6b7280'),
    deleted: true,
  },
  { ...person(people.metrics, 'metrics', 'Metrics', 'App', 'UTC', 'en-US', '#475569'), is_bot: true },
  {
    ...person(people.sam, 'sam', 'Sam Ortiz', 'Buyer, Acme', 'America/Chicago', 'en-US', '#b45309'),
    is_stranger: true,
  },
  { ...person(people.goalpost, 'goalpost', 'Goalpost', 'App', 'UTC', 'en-US', '#1f4d3a'), is_bot: true },
]

/** The demo's workspace: a sales team of six in six zones. `salesHasBot` false leaves the invitation to a test. */
export function northwind(vary: { readonly salesHasBot?: boolean } = {}): World {
  const six = team.map(({ id }) => id)
  const channel = (id: string, name: string, members: readonly string[]): SandboxChannel => ({
    id,
    name,
    kind: 'public',
    members,
    is_archived: false,
    is_ext_shared: false,
  })
  return {
    team: { id: 'T0NORTHWND1', name: 'Northwind', domain: 'northwind' },
    app: { id: 'A0GOALPOST1', bot_id: 'B0GOALPOST1' },
    bot: { user_id: people.goalpost, name: 'goalpost' },
    users: [...team, ...others],
    channels: [
      channel(channels.sales, 'sales', vary.salesHasBot === false ? six : [...six, people.goalpost]),
      channel(channels.general, 'general', six),
      { ...channel(channels.oldCampaign, 'old-campaign', [...six, people.goalpost]), is_archived: true },
      {
        ...channel(channels.partnersAcme, 'partners-acme', [
          people.ana,
          people.dee,
          people.sam,
          people.goalpost,
        ]),
        is_ext_shared: true,
      },
      { ...channel(channels.leads, 'leads', [people.ana, people.ben]), kind: 'private' },
    ],
  }
}
