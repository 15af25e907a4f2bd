import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openForReading } from '../../db/open.ts'
import { peopleOf } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { allTeams } from '../../db/teams.ts'
import * as field from '../../sandbox/fields.ts'
import type { SandboxMessage } from '../../sandbox/protocol.ts'
import { northwind, type World } from '../../sandbox/world.ts'
import type { LogEntry } from '../../src/domain/sent-log.ts'
import { addMs, DAY_MS } from '../../src/domain/time.ts'
import type { Instant, WorkspaceId } from '../../src/domain/types.ts'
import { createRehearsal } from '../../src/engine/rehearse.ts'
import { createHolidays } from '../../src/holidays.ts'
import { sentLog } from '../../src/usecases/sent-log.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { type Fields, lastTo, makesGoal, postedIn, whisperTo } from '../support/goals.ts'

const workspace = 'T0NORTHWND1' as WorkspaceId
const names = ['ana', 'ben', 'chen', 'dee', 'eve', 'farid'] as const
const titles = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf']

const folder = await mkdtemp(join(tmpdir(), 'goalpost-rehearse-'))
afterAll(() => rm(folder, { recursive: true }))

/** The bot is in a second channel as well. */
function twoChannels(): World {
  const world = northwind()
  const channels = world.channels.map((channel) =>
    channel.name === 'general' ? { ...channel, members: [...channel.members, world.bot.user_id] } : channel,
  )
  return { ...world, channels }
}

/** Tests begin on a day near a change of clocks and last until well behind the four weeks. */
const goal = (title: string, start: string): Fields => ({
  title: field.text(title),
  target: field.text('200'),
  start: field.day(start),
  // Nobody has two goals with the same measure and dates.
  due: field.day(title === 'Charlie' ? '2027-12-30' : '2027-12-31'),
})

async function setUp(bot: WholeBot, who: string, channel: string, settings: Fields): Promise<void> {
  await bot.as(who).types(channel, '/goal setup')
  await bot.as(who).fills(settings)
  expect(await bot.as(who).submits()).toEqual({ ok: true })
}

interface Told {
  readonly at: number
  readonly line: string
}

const inOrder = (told: readonly Told[]) =>
  told
    .toSorted((a, b) => a.at - b.at || (a.line < b.line ? -1 : 1))
    .map(({ at, line }) => `${isoOf(at)} ${line}`)
const isoOf = (at: number) => new Date(at).toISOString().slice(0, 16)

const keyOf = ({ metadata }: SandboxMessage): string =>
  String(Object(Object(Object(metadata).event_payload)).key ?? '')

/** What stands in Slack since then: prompts and reminders in everyone's direct messages, boards in the channels. */
function standing(bot: WholeBot, since: Instant): readonly string[] {
  const told = (message: SandboxMessage, where: string): readonly Told[] => {
    const at = Math.floor(Number(message.ts) * 1000)
    const [began = ''] = keyOf(message).split(':')
    const kind = began === 'again' ? 'prompt-again' : began
    if (at < since || !['prompt', 'prompt-again', 'reminder', 'leaderboard'].includes(kind)) return []
    const goals = kind === 'leaderboard' ? [] : titles.filter((title) => bot.textOf(message).includes(title))
    return [{ at, line: [kind, where, ...goals].join(' ') }]
  }
  return inOrder([
    ...names.flatMap((name) => bot.slack.dmWith(name).flatMap((one) => told(one, name))),
    ...['sales', 'general'].flatMap((name) => postedIn(bot, name).flatMap((one) => told(one, `#${name}`))),
  ])
}

async function linesOf(db: Db, entries: readonly LogEntry[], outcome: LogEntry['outcome']) {
  const teams = await allTeams(db, workspace)
  const people = await peopleOf(
    db,
    workspace,
    entries.flatMap(({ to }) => to ?? []),
  )
  return inOrder(
    entries
      .filter((entry) => entry.outcome === outcome)
      .map(({ at, kind, to, teams: of, goals, reason }) => {
        const channel = teams.find(({ id }) => id === of[0])?.channelName
        const who = to === undefined ? `#${channel}` : people.get(to)?.name.split(' ')[0]?.toLowerCase()
        const named = goals.map(({ title }) => title).toSorted()
        return { at, line: [kind, who, ...(reason === undefined ? named : [reason])].join(' ') }
      }),
  )
}

/** Two teams, six people in six zones: one muted, one whose goal begins later, one who answers early, one without any. */
async function livedIn(
  begin: string,
  sales: Fields,
  general: Fields,
  databaseUrl: string,
): Promise<WholeBot> {
  const bot = await startBot({ world: twoChannels(), begin, databaseUrl })
  const [today = ''] = begin.split('T')
  const later = new Date(Date.parse(begin) + 12 * DAY_MS).toISOString().slice(0, 10)
  const make = (who: string, title: string, at: string, start = today) =>
    makesGoal(bot, who, 'email-sign-ups', goal(title, start), at)
  await make('ana', 'Alpha', 'sales')
  await setUp(bot, 'ana', 'sales', sales)
  await make('ben', 'Bravo', 'general')
  await setUp(bot, 'ben', 'general', general)
  await make('ana', 'Charlie', 'general')
  await make('chen', 'Delta', 'sales')
  await make('dee', 'Echo', 'sales')
  await make('eve', 'Foxtrot', 'general', later)
  await make('farid', 'Golf', 'sales')
  await bot.as('dee').types('sales', '/goal me')
  await bot.as('dee').fills({ muted: field.option('everything') })
  expect(await bot.as('dee').submits()).toEqual({ ok: true })
  return bot
}

const everyDay = { 'working-days': field.options('1', '2', '3', '4', '5', '6', '7') }
const reminders = { reminders: field.option('2'), 'reminder-after': field.option('24') }

test.each([
  [
    'weekly and daily, through the end of summer time in Europe and America',
    '2026-10-11T18:00Z',
    { ...reminders },
    {
      cadence: field.option('daily'),
      reminders: field.option('1'),
      'reminder-after': field.option('4'),
      holidays: field.option('AT'),
      'company-days': field.text('2026-10-16, 2026-10-21 to 2026-10-22'),
    },
  ],
  [
    'on Sunday in the hour that clocks show twice',
    '2026-10-09T18:00Z',
    { weekday: field.option('7'), time: field.wallTime('02:30'), ...everyDay, ...reminders },
    {
      cadence: field.option('two-weekly'),
      weekday: field.option('7'),
      time: field.wallTime('01:30'),
      ...everyDay,
    },
  ],
  [
    'on Sunday in the hour that clocks leave out',
    '2027-03-05T18:00Z',
    { weekday: field.option('7'), time: field.wallTime('02:30'), ...everyDay, ...reminders },
    {
      cadence: field.option('monthly'),
      weekday: field.option('7'),
      time: field.wallTime('01:30'),
      ...everyDay,
    },
  ],
])('what was rehearsed is what is sent and left out: %s', async (_what, begin, sales, general) => {
  const databaseUrl = `file:${join(folder, `${begin.slice(0, 10)}.db`)}`
  await using bot = await livedIn(begin, sales, general, databaseUrl)
  // In the middle of things: a prompt is open and its reminders are still to come; one is answered, one put off, one paused, one going on leave.
  await bot.until(new Date(Date.parse(begin) + 1.6 * DAY_MS).toISOString())
  await bot.as('farid').says('12')
  await bot.as('chen').says('snooze 2h')
  const dayAfter = (days: number) => new Date(Date.parse(begin) + days * DAY_MS).toISOString().slice(0, 10)
  const paused = dayAfter(11)
  await bot.as('ana').says(`away ${dayAfter(14)} to ${dayAfter(23)}`)
  expect(lastTo(bot, 'ana')).toContain('Noted: you are away')
  await bot.as('ben').says(`stop until ${paused}`)
  expect(lastTo(bot, 'ben')).toMatch(/paused/i)
  const from = bot.clock.now()
  const until = addMs(from, 28 * DAY_MS)
  const before = await openForReading(databaseUrl)
  const whose = {
    people: names.map((name) => bot.slack.userId(name) as LogEntry['to'] & string),
    teams: await allTeams(before.db, workspace),
  }
  const holidays = createHolidays({ now: bot.clock.now, log: bot.log })
  const deps = { db: before.db, now: bot.clock.now, newId: () => crypto.randomUUID(), holidays }
  const rehearsed = await createRehearsal(deps, new AbortController().signal)(workspace, whose, until)
  const sent = await linesOf(before.db, rehearsed, 'sent')
  const skipped = await linesOf(before.db, rehearsed, 'skipped')
  await before.close()

  await bot.control.moveTo(until - 1)
  expect(standing(bot, from).length).toBeGreaterThan(10)
  expect(sent).toEqual(standing(bot, from))
  expect(sent.join()).toContain('prompt-again chen Delta')
  expect(skipped.join()).toContain('ben stopped')
  expect(skipped.join()).toContain('ana leave')
  expect(skipped.join().includes('holiday')).toBe('holidays' in general)
  expect(skipped.join().includes('company-day')).toBe('company-days' in general)
  const after = await openForReading(databaseUrl)
  const log = await sentLog(after.db, workspace, whose, { from, until })
  expect(skipped.length).toBeGreaterThan(3)
  expect(skipped).toEqual(await linesOf(after.db, log, 'skipped'))
  expect(sent).toEqual(await linesOf(after.db, log, 'sent'))
  expect(await linesOf(after.db, [...rehearsed, ...log], 'waiting')).toEqual([])
  await after.close()
})

test('a lead rehearses the team, anyone else themselves, and nothing is sent by it', async () => {
  const databaseUrl = `file:${join(folder, 'command.db')}`
  await using bot = await livedIn('2026-10-11T18:00Z', {}, {}, databaseUrl)
  const counted = () =>
    names.map((name) => bot.slack.dmWith(name).filter((one) => one.ephemeral_for === undefined).length)
  const before = counted()
  await bot.as('ana').types('sales', '/goal rehearse')
  const team = whisperTo(bot, 'ana')
  expect(team).toContain('The next four weeks of #sales')
  expect(team).toMatch(/09:00 · Question: Ana \(G-1\), Chen \(G-4\), Farid \(G-7\)/)
  expect(team).toContain('Dee · not sent. Messages of this kind were turned off')
  expect(team).not.toContain('G-3')
  expect(team).toContain('The clocks change on 25 Oct 2026 (Europe/Berlin)')
  await bot.as('eve').types('sales', '/goal rehearse')
  const own = whisperTo(bot, 'eve')
  expect(own).toContain('What Goalpost will ask you')
  expect(own).toMatch(/09:00 · Question: G-6/)
  expect(own).not.toContain('G-1')
  expect(counted()).toEqual(before)
  expect(postedIn(bot).filter((one) => keyOf(one).startsWith('leaderboard'))).toEqual([])
})

test('the command is answered at once, and the rehearsal follows', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', '/goal rehearse')
  const said = bot.slack.messagesIn('sales').filter((one) => one.ephemeral_for === bot.as('ana').id)
  expect(said.map((one) => bot.textOf(one).slice(0, 23))).toEqual([
    'The next four weeks are',
    'What Goalpost will ask ',
  ])
  expect(whisperTo(bot, 'ana')).toContain('Nothing would be asked or sent.')
})
