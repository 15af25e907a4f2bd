import { describe, expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot } from '../support/bot.ts'
import { churn, lastTo, makesGoal, postedIn, signUps, whisperTo } from '../support/goals.ts'

const monday = '2026-05-04T07:00Z'

test('a number to no prompt is taken for the only goal at once', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ana').says('41%')
  expect(lastTo(bot, 'ana')).toContain('41%')
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).toContain('41%')
})

test('with several goals the bot asks which one, records nothing before, and takes the choice', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ana', 'close-rate', {
    ...churn,
    title: field.text('Close more'),
    baseline: field.text('20%'),
    target: field.text('40%'),
  })
  await bot.as('ana').says('30%')
  expect(lastTo(bot, 'ana')).toContain('Which goal')
  await bot.as('ana').types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).not.toContain('30%')
  await bot.as('ana').clicks('check-in.choose/1')
  expect(lastTo(bot, 'ana')).toContain('30%')
})

test('words from someone without goals are answered with the way to the first one', async () => {
  await using bot = await startBot()
  await bot.as('ben').says('32%')
  expect(lastTo(bot, 'ben')).toContain('You have no open goals yet')
})

test.each(['…', 'hmm maybe', '👍', '<!channel>', '\u202e', 'x'.repeat(3000)])(
  'what cannot be read surely (%#) is asked back and records nothing',
  async (text) => {
    await using bot = await startBot()
    await makesGoal(bot, 'ana', 'churn', churn)
    await bot.as('ana').says(text)
    expect(lastTo(bot, 'ana')).toContain('nothing was recorded')
  },
)

test('the bot’s own messages are never answered', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-04T09:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before)
})

test('an edited message replaces what it wrote', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  const ts = await bot.as('ana').says('42%')
  await bot.as('ana').edits(ts, '40%')
  expect(lastTo(bot, 'ana')).toContain('40%')
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).toContain('40%')
  expect(whisperTo(bot, 'ana')).not.toContain('42%')
})

test('a message edited three weeks later still replaces only what it wrote', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  const ts = await bot.as('ana').says('42%')
  await bot.until('2026-05-18T07:00Z')
  await bot.as('ana').says('39%')
  await bot.until('2026-05-25T08:00Z')
  await bot.as('ana').edits(ts, '41%')
  await bot.as('ana').types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).not.toContain('42%')
  expect(bot.slack.notices()).toEqual([])
})

test('a message edited into nonsense takes its value back and says so', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  const ts = await bot.as('ana').says('42%')
  await bot.as('ana').edits(ts, 'never mind all that')
  expect(lastTo(bot, 'ana')).toContain('nothing was recorded')
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).not.toContain('42%')
})

test('a message edited into nonsense says what holds again, and asks back', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  const ts = await bot.as('ana').says('42%')
  await bot.as('ana').edits(ts, 'never mind all that')
  const told = bot.slack
    .dmWith('ana')
    .slice(-2)
    .map((message) => bot.textOf(message))
  expect(told[0]).toContain('back to no value')
  expect(told[1]).toContain('nothing was recorded')
})

describe('with two goals of which one is asked', () => {
  async function twoGoals() {
    const bot = await startBot()
    await makesGoal(bot, 'ana', 'churn', churn)
    await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
    return bot
  }

  test('a goal that was answered early is still answered by its number or its title', async () => {
    await using bot = await twoGoals()
    await bot.as('ana').says('G-2 12')
    await bot.until(monday)
    await bot.as('ana').says('42%')
    expect(lastTo(bot, 'ana')).toContain('42%')
    await bot.as('ana').says('G-2 15')
    expect(lastTo(bot, 'ana')).toContain('15')
    await bot.as('ana').says('Win 200 sign-ups: 17')
    expect(lastTo(bot, 'ana')).toContain('17')
  })

  test('what was not understood beside an answer is named', async () => {
    await using bot = await twoGoals()
    await bot.until(monday)
    await bot.as('ana').says('1) 42%\n2) the weather was fine')
    const told = bot.slack.dmWith('ana').map((message) => bot.textOf(message))
    expect(told.join('\n')).toContain('42%')
    expect(told.join('\n')).toMatch(/the weather was fine/)
  })

  test('two doubtful numbers are two questions, and answering one leaves the other', async () => {
    await using bot = await twoGoals()
    await bot.until(monday)
    const before = bot.slack.dmWith('ana').length
    await bot.as('ana').says('1) maybe 42%\n2) maybe 14')
    const asked = bot.slack.dmWith('ana').slice(before + 1)
    expect(asked).toHaveLength(2)
    await bot.as('ana').clicks('check-in.choose/1')
    const texts = bot.slack.dmWith('ana').map((message) => bot.textOf(message))
    expect(texts.at(-1)).toContain('14')
    expect(texts.some((text) => text.includes('maybe 42%'))).toBe(true)
  })
})

test('a deleted message withdraws what it wrote', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  const ts = await bot.as('ana').says('42%')
  await bot.as('ana').deletes(ts)
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).not.toContain('42%')
})

test('two people who answer in the same moment are both recorded and both answered', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'email-sign-ups', signUps)
  await bot.until('2026-05-04T13:00Z')
  const dm = (who: string) => bot.slack.dmWith(who)[0]?.channel ?? ''
  await Promise.all([
    bot.slack.ui('post', { user: bot.as('ana').id, channel: dm('ana'), text: '42%' }),
    bot.slack.ui('post', { user: bot.as('ben').id, channel: dm('ben'), text: '12' }),
  ])
  await bot.settled()
  expect(lastTo(bot, 'ana')).toContain('42%')
  expect(lastTo(bot, 'ben')).toContain('12')
})

test('an owner and a co-owner who answer in the same moment are both kept', async () => {
  await using bot = await startBot()
  const ben = bot.slack.userId('ben')
  await makesGoal(bot, 'ana', 'email-sign-ups', { ...signUps, 'co-owners': field.people(ben) })
  const card = postedIn(bot)[0]
  await bot.until(monday)
  const dm = bot.slack.dmWith('ana')[0]?.channel ?? ''
  await Promise.all([
    bot.slack.ui('post', { user: bot.as('ana').id, channel: dm, text: '+3' }),
    bot.slack.ui('post', { user: ben, channel: card?.channel ?? '', text: '+4', thread_ts: card?.ts ?? '' }),
  ])
  await bot.settled()
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).toContain('7 sign-ups')
})

test('the thread of a card takes numbers from owner and co-owners only', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const card = postedIn(bot)[0]
  const before = bot.slack.messagesIn('sales').length
  await bot.slack.ui('post', {
    user: bot.slack.userId('dee'),
    channel: card?.channel ?? '',
    text: '10%',
    thread_ts: card?.ts ?? '',
  })
  await bot.slack.ui('post', { user: bot.slack.userId('dee'), channel: card?.channel ?? '', text: '12%' })
  await bot.settled()
  expect(bot.slack.messagesIn('sales')).toHaveLength(before + 2)
  await bot.slack.ui('post', {
    user: bot.slack.userId('ana'),
    channel: card?.channel ?? '',
    text: '41%',
    thread_ts: card?.ts ?? '',
  })
  await bot.settled()
  expect(bot.textOf(bot.slack.messagesIn('sales').at(-1))).toContain('41%')
  expect(bot.slack.messagesIn('sales').at(-1)?.thread_ts).toBe(card?.ts)
})

test('undo takes back the latest words, and once more there is nothing to undo', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  await bot.as('ana').says('42%')
  await bot.as('ana').clicks('check-in.undo')
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).not.toContain('42%')
  await bot.as('ana').says('undo')
  expect(lastTo(bot, 'ana')).toContain('nothing of yours to undo')
})

test('a number and being away in one message are both heard', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  await bot.as('ana').says('41%, and I am away until the 20th')
  const said = bot.slack
    .dmWith('ana')
    .slice(-2)
    .map((one) => bot.textOf(one))
    .join('\n')
  expect(said).toContain('41%')
  expect(said).toContain('20 May')
})

test('a slip that is set right replaces what was read', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until(monday)
  await bot.as('ana').says('24%')
  await bot.as('ana').says('sorry, 42% not 24%')
  expect(lastTo(bot, 'ana')).toContain('42%')
})

test('what was chosen once about a goal is taken as meant the next time, and undoing it makes the bot ask again', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until(monday)
  const ana = bot.as('ana')
  await ana.says('40')
  await bot.until('2026-05-04T07:01Z')
  await ana.says('12')
  expect(lastTo(bot, 'ana')).toContain('in total')
  await ana.clicks('check-in.choose/2')
  expect(lastTo(bot, 'ana')).toContain('52')
  await bot.until('2026-05-04T07:02Z')
  await ana.says('9')
  expect(lastTo(bot, 'ana')).toContain('61')
  await ana.clicks('check-in.why')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('the way you chose')
  await ana.says('undo')
  await bot.until('2026-05-04T07:03Z')
  await ana.says('9')
  expect(lastTo(bot, 'ana')).toContain('in total')
})

test('two taps on one answer count once', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until(monday)
  const ana = bot.as('ana')
  await ana.says('40')
  await bot.until('2026-05-04T07:01Z')
  await ana.says('12')
  await Promise.all([ana.clicks('check-in.choose/2'), ana.clicks('check-in.choose/2')])
  await ana.types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).toContain('52')
  expect(whisperTo(bot, 'ana')).not.toContain('64')
})

test('what a question offered counts no more once the goal has another value', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until(monday)
  const ana = bot.as('ana')
  await ana.says('40')
  await bot.until('2026-05-04T07:01Z')
  await ana.says('12')
  await bot.until('2026-05-04T07:02Z')
  await ana.says('45')
  await ana.clicks('check-in.choose/2')
  expect(JSON.stringify(bot.slack.dmWith('ana'))).toContain('has changed since I asked')
  await ana.types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).toContain('45')
  expect(whisperTo(bot, 'ana')).not.toContain('57')
})

test('a question that has stood for a day is asked no more', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until(monday)
  const ana = bot.as('ana')
  await ana.says('40')
  await bot.until('2026-05-04T07:01Z')
  await ana.says('12')
  await bot.until('2026-05-05T08:00Z')
  await ana.clicks('check-in.choose/2')
  await ana.types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).toContain('40')
  expect(JSON.stringify(bot.slack.dmWith('ana'))).toContain('more than a day old')
})

test('every number that was read says why', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until(monday)
  const ana = bot.as('ana')
  await ana.says('we are now at 40')
  await ana.clicks('check-in.why')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('“we are now at”')
})

test('a rate keeps what it was made of', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'close-rate', {
    ...churn,
    title: field.text('Close more'),
    baseline: field.text('25%'),
    target: field.text('40%'),
  })
  await bot.until(monday)
  await bot.as('ana').says('6/20')
  expect(lastTo(bot, 'ana')).toContain('30%')
  expect(lastTo(bot, 'ana')).toContain('6 of 20')
})
