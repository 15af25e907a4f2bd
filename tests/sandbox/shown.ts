import type { SandboxMessage, SandboxState, SandboxView } from '../../sandbox/protocol.ts'

/** A local Slack that shows every block and every element once; Monday 23 November 2026, 09:00 UTC. */

export const now = 1_795_424_400_000
const seconds = now / 1000

const user = (id: string, name: string, real_name: string, title: string, tz: string, color: string) => ({
  id,
  name,
  real_name,
  title,
  tz,
  locale: tz === 'Asia/Taipei' ? 'zh-TW' : 'en-US',
  color,
  is_admin: id === 'U1',
  is_bot: id === 'UBOT',
  deleted: false,
  is_stranger: false,
})

export const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const option = (value: string, text = value) => ({ text: plain(text), value })

const ts = (minutesAgo: number) => `${seconds - minutesAgo * 60}.000100`

const message = (channel: string, author: string, minutesAgo: number, rest: Partial<SandboxMessage>) => ({
  channel,
  user: author,
  ts: ts(minutesAgo),
  text: '',
  ...rest,
})

const weeks = ['26 Oct', '2 Nov', '9 Nov', '16 Nov', '23 Nov']
const series = (name: string, values: readonly number[]) => ({
  name,
  data: values.map((value, nth) => ({ label: weeks[nth] ?? '', value })),
})

export const chart = (type: 'line' | 'bar' | 'area') => ({
  type: 'data_visualization',
  block_id: `chart-${type}`,
  title: 'Pace of the five leaders',
  chart: {
    type,
    series: [
      series('Ana Weber', [12, 25, 38, 61, 82]),
      series('Ben Carter', [8, 22, 30, 44, 71]),
      series('Chen Yi-jun', [-6, 4, 18, 39, 55]),
    ],
    axis_config: { categories: weeks, x_label: 'Week', y_label: 'Progress, %' },
  },
})

const pie = {
  type: 'data_visualization',
  block_id: 'chart-pie',
  title: 'Goals by status',
  chart: {
    type: 'pie',
    segments: [
      { label: 'On track', value: 12 },
      { label: 'At risk', value: 4 },
      { label: 'Behind', value: 3 },
    ],
  },
}

const raw = (text: string) => ({ type: 'raw_text', text })
const number = (value: number) => ({ type: 'raw_number', value, text: `${value}%` })

const names = ['Ana Weber', 'Ben Carter', '陳怡君', 'Dara Okafor', 'Emil Novák', 'Fatima Haddad', 'Gus Lind']
const dataTable = {
  type: 'data_table',
  block_id: 'standings',
  caption: 'Standings, week of 16 November',
  page_size: 5,
  rows: [
    [raw('Person'), raw('Pace'), raw('Streak')],
    ...names.map((name, nth) => [raw(name), number(104 - nth * 9), raw(`${7 - nth} weeks`)]),
  ],
}

const table = {
  type: 'table',
  block_id: 'plain-table',
  column_settings: [{ is_wrapped: true }, { align: 'right' }],
  rows: [
    [raw('Goal'), raw('Value')],
    [raw('Close rate'), raw('32%')],
  ],
}

const richText = {
  type: 'rich_text',
  block_id: 'rich',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Raise the ' },
        { type: 'text', text: 'close rate', style: { bold: true } },
        { type: 'text', text: ' with ' },
        { type: 'user', user_id: 'U2' },
        { type: 'text', text: ' by ' },
        { type: 'date', timestamp: seconds, format: '{date_short}', fallback: 'soon' },
        { type: 'emoji', name: 'dart' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'Call every trial *twice*' }] },
      ],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Quoted' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a = b' }] },
  ],
}

const confirm = {
  title: plain('Retire this goal?'),
  text: plain('It leaves the board.'),
  confirm: plain('Retire'),
  deny: plain('Keep'),
  style: 'danger',
}

export const everyBlock = [
  { type: 'header', block_id: 'head', text: plain('Weekly standings :trophy:') },
  {
    type: 'section',
    block_id: 'words',
    text: mrkdwn(
      '*bold* _italic_ ~gone~ `code` <https://example.com|a link> <@U2> <#C1> &lt;b&gt; :tada: — ' +
        `due <!date^${seconds}^{date_short_pretty} at {time}|fallback>\n> quoted\n\`\`\`pre *formatted*\`\`\``,
    ),
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [option('show', 'Show'), option('edit', 'Edit')],
    },
  },
  {
    type: 'section',
    block_id: 'facts',
    fields: [mrkdwn('*Owner*\nAna Weber'), mrkdwn('*Due*\n31 Dec 2026')],
    accessory: { type: 'button', action_id: 'open', text: plain('Open'), value: 'G-12' },
  },
  { type: 'divider', block_id: 'rule' },
  chart('line'),
  chart('bar'),
  chart('area'),
  pie,
  dataTable,
  table,
  richText,
  { type: 'markdown', block_id: 'md', text: '## Markdown\n\n- **one**\n- two' },
  {
    type: 'image',
    block_id: 'picture',
    image_url:
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='24'%3E%3Crect width='60' height='24' fill='teal'/%3E%3C/svg%3E",
    alt_text: 'A dot',
  },
  { type: 'context', block_id: 'small', elements: [mrkdwn('Posted by *Goalpost*'), plain('3 of 7')] },
  {
    type: 'actions',
    block_id: 'deeds',
    elements: [
      { type: 'button', action_id: 'checkin', style: 'primary', text: plain('Check in'), value: 'now' },
      { type: 'button', action_id: 'retire', style: 'danger', text: plain('Retire'), confirm },
      {
        type: 'static_select',
        action_id: 'snooze',
        placeholder: plain('Snooze'),
        options: [option('1h', 'One hour'), option('1d', 'One day')],
      },
    ],
  },
]

const input = (block_id: string, label: string, element: object, rest: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(label),
  element,
  ...rest,
})

export const modal: SandboxView = {
  id: 'V1',
  hash: '1',
  type: 'modal',
  callback_id: 'goal.create',
  title: { text: 'New goal' },
  submit: { text: 'Create' },
  close: { text: 'Cancel' },
  private_metadata: '',
  state: { values: {} },
  blocks: [
    { type: 'alert', block_id: 'warned', level: 'warning', text: plain('This channel has no lead yet.') },
    input('title', 'What will be true?', { type: 'plain_text_input', action_id: 'title', max_length: 150 }),
    input('why', 'Why', { type: 'plain_text_input', action_id: 'why', multiline: true }, { optional: true }),
    input(
      'target',
      'Target',
      { type: 'number_input', action_id: 'target', is_decimal_allowed: true, min_value: '1' },
      { hint: plain('A number, without its unit') },
    ),
    input(
      'measure',
      'Measure',
      {
        type: 'static_select',
        action_id: 'measure',
        placeholder: plain('Choose a measure'),
        option_groups: [
          { label: plain('Sales'), options: [option('win', 'Close rate'), option('deals', 'Deals won')] },
          { label: plain('Own'), options: [option('custom', 'Something else')] },
        ],
      },
      { dispatch_action: true },
    ),
    input('tags', 'Tags', {
      type: 'multi_static_select',
      action_id: 'tags',
      options: [option('a', 'Alpha'), option('b', 'Beta'), option('c', 'Gamma')],
    }),
    input('owner', 'Owner', { type: 'users_select', action_id: 'owner', initial_user: 'U1' }),
    input('partners', 'Partners', { type: 'multi_users_select', action_id: 'partners' }, { optional: true }),
    input('where', 'Where', { type: 'conversations_select', action_id: 'where' }),
    input('rooms', 'Rooms', { type: 'multi_channels_select', action_id: 'rooms' }, { optional: true }),
    input(
      'parent',
      'Part of',
      { type: 'external_select', action_id: 'parent', min_query_length: 1 },
      { optional: true },
    ),
    input('due', 'Due', { type: 'datepicker', action_id: 'due', initial_date: '2026-12-31' }),
    input('at', 'Ask at', { type: 'timepicker', action_id: 'at' }),
    input('moment', 'First ask', { type: 'datetimepicker', action_id: 'moment' }, { optional: true }),
    input('cadence', 'How often', {
      type: 'radio_buttons',
      action_id: 'cadence',
      options: [option('weekly', 'Every week'), option('monthly', 'Every month')],
      initial_option: option('weekly', 'Every week'),
    }),
    input(
      'flags',
      'Also',
      {
        type: 'checkboxes',
        action_id: 'flags',
        options: [option('quiet', 'Quiet'), option('private', 'Private')],
      },
      { optional: true },
    ),
    input('mail', 'Mail', { type: 'email_text_input', action_id: 'mail' }, { optional: true }),
    input('link', 'Link', { type: 'url_text_input', action_id: 'link' }, { optional: true }),
  ],
}

export const home: SandboxView = {
  ...modal,
  id: 'VH',
  type: 'home',
  title: { text: '' },
  blocks: [
    { type: 'header', block_id: 'hello', text: plain('早安，怡君 :sunny:') },
    { type: 'context', block_id: 'today', elements: [mrkdwn(`<!date^${seconds}^{date_long} {time}|today>`)] },
    { type: 'divider' },
    {
      type: 'section',
      block_id: 'g12',
      text: mrkdwn('*提高試用轉換率*\n`▰▰▰▰▰▰▰▱▱▱` 68% · 進度正常 · 截止日 12 月 31 日'),
      accessory: { type: 'button', action_id: 'home-checkin', text: plain('回報進度'), style: 'primary' },
    },
    {
      type: 'section',
      block_id: 'g13',
      text: mrkdwn('*把支援回覆時間降到兩小時以內，並且維持到季末*\n`▰▰▰▱▱▱▱▱▱▱` 31% · 有風險'),
      accessory: { type: 'button', action_id: 'home-checkin-2', text: plain('回報進度') },
    },
    {
      type: 'actions',
      block_id: 'home-deeds',
      elements: [
        { type: 'button', action_id: 'home-new', text: plain('新增目標') },
        { type: 'button', action_id: 'home-settings', text: plain('設定') },
      ],
    },
  ],
}

export function aState(rest: Partial<SandboxState> = {}): SandboxState {
  return {
    team: { id: 'T1', name: 'Northwind', domain: 'northwind' },
    now,
    bot: { user_id: 'UBOT', name: 'Goalpost' },
    users: [
      user('U1', 'ana', 'Ana Weber', 'Account executive, Berlin', 'Europe/Berlin', '#3d6fb4'),
      user('U2', 'ben', 'Ben Carter', 'Head of sales, New York', 'America/New_York', '#a3427f'),
      user('U3', 'yijun', '陳怡君', '業務，台北', 'Asia/Taipei', '#7a8b1f'),
      user('UBOT', 'goalpost', 'Goalpost', '', 'UTC', '#16343a'),
    ],
    channels: [
      {
        id: 'C1',
        name: 'sales-emea',
        kind: 'public',
        members: ['U1', 'U2', 'U3'],
        is_archived: false,
        is_ext_shared: false,
      },
      {
        id: 'C2',
        name: 'leads',
        kind: 'private',
        members: ['U1', 'U2'],
        is_archived: false,
        is_ext_shared: false,
      },
      { id: 'D1', name: 'goalpost', kind: 'im', members: ['U1'], is_archived: false, is_ext_shared: false },
    ],
    messages: [
      message('C1', 'U2', 1500, { text: 'Morning all, numbers are due on *Monday* :coffee:' }),
      message('C1', 'U1', 12, { text: 'On it. I will answer before lunch.' }),
      message('C1', 'U1', 11, { text: 'Mine are in the sheet already, see <https://example.com|here>.' }),
      message('C1', 'UBOT', 9, { text: 'Weekly standings', blocks: everyBlock }),
      message('C1', 'U2', 7, { text: 'Well done <@U1>!', thread_ts: ts(9) }),
      message('C1', 'U1', 6, { text: 'Thank you', thread_ts: ts(9) }),
      message('C1', 'UBOT', 3, { text: 'You are 1st of 7.', ephemeral_for: 'U1' }),
      message('D1', 'UBOT', 20, { text: 'Welcome!' }),
    ],
    modals: [],
    home,
    commands: [
      { command: '/goal', description: 'Goals and check-ins', usage_hint: 'new | list | show G-12 | help' },
    ],
    shortcuts: [
      { name: 'New goal', type: 'global', callback_id: 'sc.new', description: 'Write down a goal' },
      { name: 'Make this a goal', type: 'message', callback_id: 'sc.make', description: '' },
    ],
    traffic: [
      {
        id: 1,
        at: now,
        kind: 'api',
        name: 'chat.postMessage',
        ms: 4,
        isOk: true,
        outcome: 'ok',
        request: { channel: 'C1' },
        response: { ok: true },
      },
      {
        id: 2,
        at: now,
        kind: 'event',
        name: 'block_actions',
        ms: 3001,
        isOk: false,
        outcome: 'operation_timeout',
        request: {},
        response: null,
      },
    ],
    next_due: now + 3_600_000,
    ...rest,
  }
}

export const standingsTs = ts(9)
export const ownTs = ts(12)
