import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { elementsOf } from '../../sandbox/acting.ts'
import * as field from '../../sandbox/fields.ts'
import type { SandboxFile } from '../../sandbox/protocol.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, makesGoal, postedIn, signUps, whisperTo, windowText } from '../support/goals.ts'

/** Ana's churn and Ben's sign-ups, from 3 May until 2 August 2026; it is the evening of 3 May. */
async function begun(vary: Parameters<typeof startBot>[0] = {}) {
  const bot = await startBot(vary)
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'site-sign-ups', signUps)
  return bot
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** Chooses the file in the window and sends it; the answer is in the direct messages. */
async function brings(bot: WholeBot, who: string, name: string, content: string | Uint8Array, at = 'sales') {
  const person = bot.as(who)
  await person.types(at, '/goal import')
  const file = bot.slack.choose(who, name, typeof content === 'string' ? bytes(content) : content)
  await person.fills({ file })
  const answer = await person.submits()
  await bot.settled()
  return answer
}

/** What the import last said in the direct messages. */
const told = (bot: WholeBot, who: string): string =>
  bot.textOf(
    bot.slack.dmWith(who).findLast((one) => one.user !== bot.slack.userId(who) && !one.ephemeral_for),
  )

const filesTo = (bot: WholeBot, who: string): readonly SandboxFile[] =>
  bot.slack.dmWith(who).flatMap(({ files }) => files ?? [])

const textOf = async (file: SandboxFile | undefined) => (await fetch(file?.url_private ?? '')).text()

/** Presses a button of the newest whisper in the channel. */
async function exports(bot: WholeBot, who: string, kind: 'json' | 'goals' | 'readings') {
  await bot.as(who).types('dm', '/goal export')
  await bot.as(who).clicks(`export.${kind}`)
  await bot.settled()
  return filesTo(bot, who).at(-1)
}

const weeks = [
  '\uFEFFgoal;date;value',
  'G-1;04.05.2026;44,5',
  'Reduce churn from 45% to 20%;05.05.2026;"43,5 %"',
  'G-1;nonsense;40',
].join('\r\n')

test.each(['socket', 'http'] as const)(
  'numbers from a spreadsheet are looked at first, written on a press, and never twice, in %s mode',
  async (mode) => {
    await using bot = await begun({ mode })
    await bot.until('2026-05-08T10:00Z')
    const before = postedIn(bot).length
    expect(await brings(bot, 'ana', 'churn.csv', weeks)).toEqual({ ok: true })
    const tried = told(bot, 'ana')
    expect(tried).toContain('What this file would do')
    expect(tried).toContain('Numbers: 2 to add.')
    expect(tried).toContain('1 row cannot be taken.')
    expect(tried).toMatch(/Line 4 +“nonsense” is no date\./)
    await bot.as('ana').types('dm', '/goal show G-1')
    expect(whisperTo(bot, 'ana', 'dm')).not.toContain('43.5%')
    await bot.as('ana').clicks('import.run')
    expect(told(bot, 'ana')).toContain('Numbers: 2 added.')
    await bot.as('ana').types('dm', '/goal show G-1')
    expect(whisperTo(bot, 'ana', 'dm')).toContain('43.5%')
    expect(whisperTo(bot, 'ana', 'dm')).toContain('from a file')
    await brings(bot, 'ana', 'churn.csv', weeks)
    expect(told(bot, 'ana')).toContain('This file changes nothing')
    expect(told(bot, 'ana')).toContain('2 the same already')
    expect(postedIn(bot)).toHaveLength(before)
  },
)

test('two presses, and a press of a message from before, write nothing twice', async () => {
  await using bot = await begun()
  await bot.until('2026-05-08T10:00Z')
  await brings(bot, 'ana', 'churn.csv', weeks)
  const user = bot.slack.userId('ana')
  const message = bot.slack
    .dmWith('ana')
    .findLast(({ blocks }) => JSON.stringify(blocks).includes('import.run'))
  const block = elementsOf(message?.blocks ?? []).find(({ action_id }) => action_id === 'import.run')
  if (message === undefined || block === undefined) throw new Error('no button')
  const press = { user, at: { in: 'message', channel: message.channel, ts: message.ts } as const, ...block }
  await Promise.all([bot.slack.ui('click', press), bot.slack.ui('click', press)])
  await bot.settled()
  await bot.as('ana').types('dm', '/goal show G-1')
  expect(whisperTo(bot, 'ana', 'dm').match(/from a file/g)).toHaveLength(2)
})

test('Cancel writes nothing', async () => {
  await using bot = await begun()
  await bot.until('2026-05-08T10:00Z')
  await brings(bot, 'ana', 'churn.csv', weeks)
  await bot.as('ana').clicks('import.cancel')
  expect(told(bot, 'ana')).toContain('Nothing was imported.')
  await bot.as('ana').types('dm', '/goal show G-1')
  expect(whisperTo(bot, 'ana', 'dm')).not.toContain('from a file')
})

test('everything comes into one’s own direct messages, of others what their pages show', async () => {
  await using bot = await begun()
  await makesGoal(bot, 'ben', 'custom-total', {
    ...signUps,
    title: field.text('Secret plan'),
    visibility: field.option('private'),
  })
  const text = await textOf(await exports(bot, 'chen', 'json'))
  const read = JSON.parse(text)
  expect(read.format).toBe('goalpost-export/1')
  expect(read.person.language).toBe('zh-Hant')
  expect(read.goals.map(({ title }: { title: string }) => title)).toEqual([
    'Reduce churn from 45% to 20%',
    'Win 200 sign-ups',
  ])
  expect(JSON.stringify(bot.slack.messagesIn('sales'))).not.toContain('goalpost-')
  const own = await textOf(await exports(bot, 'ben', 'goals'))
  expect(own).toMatch(/^"goal","title"/)
  expect(own).toContain('"Secret plan"')
  expect(filesTo(bot, 'ben')[0]).toMatchObject({
    name: 'goalpost-goals-2026-05-03.csv',
    mimetype: 'text/csv',
  })
})

test('what was exported is imported by the same person without a change', async () => {
  await using bot = await begun()
  await bot.until('2026-05-05T10:00Z')
  await bot.as('ana').says('40%')
  for (const kind of ['json', 'goals', 'readings'] as const) {
    const file = await exports(bot, 'ana', kind)
    await brings(bot, 'ana', file?.name ?? '', await textOf(file))
    expect(told(bot, 'ana')).toContain('This file changes nothing')
    expect(told(bot, 'ana')).not.toContain('cannot be taken')
  }
})

test('goals of a spreadsheet are made in the chosen team, without a card for each', async () => {
  await using bot = await begun()
  const before = postedIn(bot).length
  const rows = Array.from({ length: 30 }, (_, n) => `Call ${n + 1} people,${n + 1},2026-08-31`)
  await brings(bot, 'ana', 'goals.csv', ['title,target,due', ...rows, ',1,2026-08-31'].join('\n'))
  expect(told(bot, 'ana')).toContain('Goals: 30 to add.')
  await bot.as('ana').clicks('import.run')
  expect(told(bot, 'ana')).toContain('Goals: 30 added.')
  expect(told(bot, 'ana')).toContain('Goal, line 32')
  await bot.as('ana').types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).toContain('Your 31 goals')
  expect(postedIn(bot)).toHaveLength(before)
})

test('more refused rows than a message holds come as a file', async () => {
  await using bot = await begun()
  const rows = Array.from({ length: 25 }, (_, n) => `=G-${n + 50},2026-05-01,1`)
  await brings(bot, 'chen', 'many.csv', ['goal,date,value', ...rows].join('\n'))
  expect(told(bot, 'chen')).toContain('有 25 列無法匯入')
  expect(told(bot, 'chen')).toContain('還有 15 列')
  await bot.as('chen').clicks('import.refused')
  const file = filesTo(bot, 'chen').at(-1)
  expect(file?.name).toBe('goalpost-refused.csv')
  const text = await textOf(file)
  expect(text.split('\r\n')).toHaveLength(27)
  expect(text).toContain('"26","數字","你沒有「=G-74」這個目標。"')
})

describe('a file that is none', () => {
  test.each([
    ['a picture', Uint8Array.of(137, 80, 78, 71, 0, 0), 'This is not a text file'],
    ['nothing', '', 'This file is empty'],
    ['other columns', 'a,b\n1,2\n', 'The first line has to name the columns'],
    ['other JSON', '{"format":"x/1","goals":[]}', 'another format (x/1)'],
  ])('%s is answered in one line', async (_what, content, answer) => {
    await using bot = await begun()
    await brings(bot, 'ana', 'file.csv', content)
    expect(told(bot, 'ana')).toContain(answer)
  })

  test('the form asks for one', async () => {
    await using bot = await begun()
    await bot.as('ana').types('sales', '/goal import')
    expect(windowText(bot, 'ana')).toContain('Nothing is written before you say so')
    expect(await bot.as('ana').submits()).toEqual({ ok: false, error: 'validation_errors' })
  })
})

describe('Slack and other people’s files', () => {
  test('somebody else’s file is not read, whatever a button says', async () => {
    await using bot = await begun()
    const state = bot.slack.choose('ben', 'secret.csv', bytes(weeks))
    await bot.as('ana').types('sales', '/goal import')
    await bot.as('ana').fills({ file: state })
    await bot.as('ana').submits()
    await bot.settled()
    expect(told(bot, 'ana')).toContain('it is not yours')
  })

  test('an address that is not Slack’s gets no token', async () => {
    await using bot = await begun()
    const calls: string[] = []
    const server = createServer((request, response) => {
      calls.push(String(request.headers.authorization))
      response.end('goal,date,value')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    bot.slack.moveFiles(`http://127.0.0.1:${port}/`)
    await brings(bot, 'ana', 'churn.csv', weeks)
    server.close()
    expect(told(bot, 'ana')).toContain('Slack did not give the file')
    expect(calls).toEqual([])
  })

  test.each([
    ['missing_scope', 'files:read'],
    ['file_not_found', 'The file is gone'],
    ['internal_error', 'Slack did not give the file'],
  ])('Slack says %s', async (error, answer) => {
    await using bot = await begun()
    bot.slack.fail('files.info', { error })
    await brings(bot, 'ana', 'churn.csv', weeks)
    expect(told(bot, 'ana')).toContain(answer)
  })

  test('where the app lacks the scope, the command says what to do', async () => {
    await using bot = await begun()
    bot.slack.fail('views.open', { error: 'missing_scope' })
    await bot.as('ana').types('sales', '/goal import')
    expect(whisperTo(bot, 'ana')).toContain('files:read')
  })

  test('no token, no file: whoever has none is led to where people sign in', async () => {
    await using bot = await begun()
    const state = bot.slack.choose('ana', 'churn.csv', bytes(weeks))
    const [file] = z.object({ files: z.array(z.object({ url_private: z.string() })) }).parse(state).files
    const answer = await fetch(file?.url_private ?? '', { redirect: 'manual' })
    expect(answer.status).toBe(302)
    const headers = { authorization: `Bearer ${bot.slack.botToken}` }
    expect((await fetch(file?.url_private ?? '', { headers })).status).toBe(200)
  })
})
