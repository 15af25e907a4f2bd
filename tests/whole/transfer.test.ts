import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import type { SandboxFile } from '../../sandbox/protocol.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import {
  churn,
  errorsShown,
  lastTo,
  makesGoal,
  postedIn,
  signUps,
  whisperTo,
  windowText,
} from '../support/goals.ts'

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

const values = '\uFEFFZiel;Datum;Wert\n'
const weeks = `${values.replace('Ziel', 'goal').replace('Datum', 'date').replace('Wert', 'value')}G-1;04.05.2026;44,5\nReduce churn from 45% to 20%;05.05.2026;"43,5 %"\nG-1;nonsense;40\n`

test('numbers from a spreadsheet are looked at first, written on a press, and never twice', async () => {
  await using bot = await begun({ begin: '2026-05-03T18:00Z' })
  await bot.until('2026-05-08T10:00Z')
  const before = postedIn(bot).length
  expect(await brings(bot, 'ana', 'churn.csv', weeks)).toEqual({ ok: true })
  const tried = told(bot, 'ana')
  expect(tried).toContain('What this file would do')
  expect(tried).toContain('Numbers: 2 to add.')
  expect(tried).toContain('1 row cannot be taken.')
  expect(tried).toContain('Line 4')
  expect(tried).toContain('“nonsense” is no date.')
  await bot.as('ana').types('dm', '/goal show G-1')
  expect(whisperTo(bot, 'ana', 'dm')).not.toContain('43.5%')
  await bot.as('ana').clicks('import.run')
  await bot.settled()
  expect(told(bot, 'ana')).toContain('Numbers: 2 added.')
  await bot.as('ana').types('dm', '/goal show G-1')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('43.5%')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('from a file')
  await brings(bot, 'ana', 'churn.csv', weeks)
  expect(told(bot, 'ana')).toContain('This file changes nothing')
  expect(told(bot, 'ana')).toContain('2 the same already')
  expect(postedIn(bot)).toHaveLength(before)
})
