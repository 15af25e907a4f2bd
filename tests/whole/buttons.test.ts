import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, lastTo, makesGoal, mrkdwnIn, signUps, whisperTo, windowText } from '../support/goals.ts'

/** A press that Slack never showed anyone: any value under any action id, signed all the same. */
async function forges(bot: WholeBot, who: string, actionId: string, value: unknown) {
  const dm = bot.slack.state(bot.slack.userId(who)).channels.find(({ kind }) => kind === 'im')?.id ?? ''
  const { team } = bot.slack.state(bot.slack.userId(who))
  const trigger_id = `forged.${randomUUID()}`
  await bot.slack.send({
    envelope: 'interactive',
    name: 'block_actions',
    payload: {
      type: 'block_actions',
      team: { id: team.id, domain: team.domain },
      user: { id: bot.slack.userId(who), team_id: team.id },
      trigger_id,
      container: { type: 'message', message_ts: '1777777777.000100', channel_id: dm, is_ephemeral: false },
      channel: { id: dm, name: 'directmessage' },
      actions: [
        {
          type: 'button',
          action_id: actionId,
          block_id: 'b',
          action_ts: trigger_id,
          value: typeof value === 'string' ? value : JSON.stringify(value),
        },
      ],
    },
  })
  await bot.settled()
  return lastTo(bot, who)
}

/** The id that a goal's buttons carry. */
const goalIdIn = (part: unknown) =>
  /goal\W+([0-9a-f]{8}-[0-9a-f-]{27})/.exec(JSON.stringify(part))?.[1] ?? 'none'

const goalPresses = [
  'goal.show',
  'goal.edit',
  'goal.close',
  'goal.reach',
  'goal.reopen',
  'check-in.enter',
  'check-in.no-change',
]

describe('a goal one may not see is refused in the words for no goal at all', () => {
  test.each(goalPresses)('by %s', async (actionId) => {
    await using bot = await startBot()
    await makesGoal(bot, 'ana', 'churn', { ...churn, visibility: field.option('private') })
    const hidden = goalIdIn(bot.slack.dmWith('ana'))
    const said = await forges(bot, 'dee', actionId, { goal: hidden })
    expect(hidden).not.toBe('none')
    expect(said).toContain('There is no such goal')
    expect(await forges(bot, 'dee', actionId, { goal: randomUUID() })).toBe(said)
    expect(bot.slack.modalsOf('dee')).toEqual([])
  })
})

test('another workspace’s goal is no goal', async () => {
  await using other = await startBot()
  await makesGoal(other, 'ana', 'churn', churn)
  const foreign = goalIdIn(other.slack.dmWith('ana'))
  await using bot = await startBot()
  expect(await forges(bot, 'ana', 'goal.show', { goal: foreign })).toContain('There is no such goal')
})

test.each(['goal.edit', 'goal.close', 'goal.reach'])(
  'someone else’s goal that one sees is not changed by %s',
  async (actionId) => {
    await using bot = await startBot()
    await makesGoal(bot, 'ana', 'churn', churn)
    const said = await forges(bot, 'dee', actionId, { goal: goalIdIn(bot.slack.dmWith('ana')) })
    expect(said).toContain('G-1 belongs to someone else')
  },
)

describe('a button whose value is not ours gets one calm line', () => {
  test.each([
    ['no JSON', 'goal.show', 'x'],
    ['nothing', 'goal.show', ''],
    ['an old version’s value', 'goal.show', { id: 7 }],
    ['more than there should be', 'goal.close', { goal: randomUUID(), owner: 'U1' }],
    ['a page before the first', 'goal.page', { page: -1 }],
    ['no key to undo', 'check-in.undo', {}],
    ['no goals to amend', 'check-in.edit', { key: 'k' }],
    ['an answer that is none', 'check-in.choose', { answer: { goal: 1 } }],
    ['a word that is no status', 'check-in.status', { goal: randomUUID(), status: 'great' }],
    ['no channel', 'team.set-up', {}],
    ['no team', 'team.board', 'null'],
  ])('%s in %s', async (_, actionId, value) => {
    await using bot = await startBot()
    await bot.as('ana').types('sales', '/goal list')
    expect(await forges(bot, 'ana', actionId, value)).toContain('This has changed since the button was shown')
    expect(bot.slack.dmWith('ana')).toHaveLength(1)
    expect(bot.errors).toEqual([])
  })
})

test('a button of no feature is passed over', async () => {
  await using bot = await startBot()
  expect(await forges(bot, 'ana', 'gone.feature', { goal: 'x' })).toBe('')
})

test('the buttons of a closed goal say that it is closed, and change nothing', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const goal = goalIdIn(bot.slack.dmWith('ana'))
  await bot.until('2026-05-04T07:00Z')
  await bot.as('ana').types('sales', '/goal close')
  await bot.as('ana').submits()
  for (const actionId of ['goal.edit', 'goal.close', 'goal.reach', 'check-in.enter', 'check-in.no-change']) {
    expect(await forges(bot, 'ana', actionId, { goal })).toContain('is closed, so nothing was changed')
  }
  await bot.as('ana').clicks('check-in.no-change')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('is closed')
  expect(bot.slack.modalsOf('ana')).toEqual([])
})

test('a message that comes twice counts once', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until('2026-05-04T07:00Z')
  await bot.as('ana').says('+3')
  const said = bot.slack.calls('message.im').find((one) => JSON.stringify(one).includes('"text":"+3"'))
  expect(said).toBeDefined()
  await bot.slack.send({ envelope: 'events_api', name: 'message.im', payload: { ...Object(said) } })
  await bot.settled()
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).toContain('· 3 sign-ups ·')
})

test('a window that Slack no longer lets open is explained in one line', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', '/goal list')
  bot.slack.fail('views.open', { error: 'expired_trigger_id' }, 2)
  await bot.as('ana').types('sales', '/goal new')
  expect(whisperTo(bot, 'ana')).toContain('Slack’s three seconds')
  await bot.as('ben').types('sales', '/goal new')
  expect(whisperTo(bot, 'ben')).toContain('Slack’s three seconds')
  expect(bot.slack.modalsOf('ana')).toEqual([])
})

test.each([
  ['/goal lst', '/goal list'],
  ['/goal leadrboard', '/goal leaderboard'],
  ['/goal SETUPP please', '/goal setup'],
])('%s is answered with %s', async (typed, nearest) => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', typed)
  expect(whisperTo(bot, 'ana')).toContain(nearest)
})

test('/goal alone is help, and a word like nothing we know points there', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', '/goal')
  expect(whisperTo(bot, 'ana')).toContain('What you can do')
  await bot.as('ana').types('sales', '/goal <!channel> zzzzzz')
  expect(whisperTo(bot, 'ana')).toContain('/goal help')
  expect(mrkdwnIn(bot.slack.messagesIn('sales')).join(' ')).not.toContain('<!channel>')
  expect(windowText(bot, 'ana')).toBe('')
})
