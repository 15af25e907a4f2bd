import { copyFile, mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { actorOn } from '../../sandbox/acting.ts'
import { botOn } from '../../sandbox/bot.ts'
import { controlOf } from '../../sandbox/moving-clock.ts'
import { backup } from '../../src/operate/backup.ts'
import { restore } from '../../src/operate/restore.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, makesGoal, postedIn, signUps } from '../support/goals.ts'

const nothing = () => {}
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Where the bot's file and its backup are. */
async function aFolder() {
  const folder = await mkdtempDisposable(`${tmpdir()}/goalpost-`)
  const file = `${folder.path}/goalpost.db`
  return {
    file,
    backup: `${folder.path}/backup.db`,
    place: { url: `file:${file}`, name: 'DATABASE_URL' },
    [Symbol.asyncDispose]: folder.remove,
  }
}

/** Two people with goals and two weeks behind them; it is Monday before the prompts. */
async function twoWeeks(databaseUrl: string): Promise<WholeBot> {
  const bot = await startBot({ databaseUrl })
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'email-sign-ups', signUps)
  await bot.until('2026-05-11T10:00Z')
  await bot.as('ana').says('43%')
  await bot.until('2026-05-18T05:00Z')
  return bot
}

/** The day after the backup: prompts, an answer, a reminder, a changed goal, a board. */
async function goOn(bot: WholeBot, until: string): Promise<void> {
  await bot.until('2026-05-18T10:00Z')
  await bot.as('ana').says('41%')
  await bot.until(until)
}

/** Another bot in the same Slack on that database, as after a crash. */
async function another(bot: WholeBot, databaseUrl: string) {
  const app = await botOn(bot.slack, { now: bot.clock.now, log: silent, databaseUrl })
  await app.start()
  const settled = async () => {
    await app.tick()
    await bot.slack.quiet()
  }
  const { moveTo } = controlOf(bot.clock, () => app, settled)
  return {
    as: (name: string) => actorOn(bot.slack, name, settled),
    until: (iso: string) => moveTo(Date.parse(iso)),
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

/** The keys of what the bot wrote of its own accord, sorted. */
function keysIn(bot: WholeBot): readonly string[] {
  const all = [...postedIn(bot), ...['ana', 'ben'].flatMap((name) => bot.slack.dmWith(name))]
  return all.flatMap(({ metadata }) => keyOf(metadata) ?? []).toSorted()
}

function keyOf(metadata: unknown): string | undefined {
  const text = JSON.stringify(metadata ?? null)
  return /"key":"([^"]+)"/.exec(text)?.[1]
}

const prompting = (keys: readonly string[]) => keys.filter((key) => /^(prompt|reminder):/.test(key))
const repeated = (keys: readonly string[]) => keys.filter((key, index) => keys[index - 1] === key)
const boards = (keys: readonly string[]) => keys.filter((key) => key.startsWith('leaderboard:')).length

/** What is sent when nothing ever goes wrong. */
async function undisturbed(): Promise<readonly string[]> {
  await using bot = await twoWeeks(':memory:')
  await goOn(bot, '2026-05-29T12:00Z')
  return keysIn(bot)
}

test.each([
  ['right after the prompts', '2026-05-18T12:00Z'],
  ['a day later', '2026-05-19T12:00Z'],
  ['right after the board', '2026-05-20T16:00Z'],
  ['a week later', '2026-05-27T12:00Z'],
])('a backup made under writes and restored %s sends nothing twice and misses nothing', async (_, crash) => {
  await using folder = await aFolder()
  await using bot = await twoWeeks(folder.place.url)
  const saying = bot.as('ben').says('12')
  const [made] = await Promise.all([backup(folder.place, folder.backup), saying])
  expect(made.rows).toBeGreaterThan(50)
  await goOn(bot, crash)
  await bot.app.stop()
  await restore(folder.backup, folder.place, { force: true, now: bot.clock.now() })
  await using restored = await another(bot, folder.place.url)
  await restored.until('2026-05-29T12:00Z')
  const keys = keysIn(bot)
  expect(repeated(keys)).toEqual([])
  const expected = await undisturbed()
  expect(prompting(keys)).toEqual(expect.arrayContaining([...prompting(expected)]))
  expect(boards(keys)).toBe(boards(expected))
})

test('a file put back without restore asks twice: the test does bite', async () => {
  await using folder = await aFolder()
  await using bot = await twoWeeks(folder.place.url)
  await backup(folder.place, folder.backup)
  await goOn(bot, '2026-05-18T12:00Z')
  await bot.app.stop()
  await copyFile(folder.backup, folder.file)
  await using restored = await another(bot, folder.place.url)
  await restored.until('2026-05-18T13:00Z')
  expect(repeated(keysIn(bot)).length).toBeGreaterThan(0)
})

test('after a restore prompts that people already have are answered as ever', async () => {
  await using folder = await aFolder()
  await using bot = await twoWeeks(folder.place.url)
  await backup(folder.place, folder.backup)
  await bot.until('2026-05-18T10:00Z')
  await bot.app.stop()
  await restore(folder.backup, folder.place, { force: true, now: bot.clock.now() })
  await using restored = await another(bot, folder.place.url)
  await restored.until('2026-05-18T10:05Z')
  const before = bot.slack.dmWith('ana').length
  await restored.as('ana').says('40%')
  const answered = bot.slack.dmWith('ana').slice(before).map(bot.textOf).join(' ')
  expect(answered).toContain('40%')
})
