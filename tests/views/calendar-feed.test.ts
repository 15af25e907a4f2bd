import { describe, expect, test } from 'vitest'
import type { FeedGoal, FeedSheet } from '../../src/domain/feed.ts'
import type { Step } from '../../src/domain/goal.ts'
import { addDays } from '../../src/domain/time.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { calendarText as piecesOf } from '../../views/calendar-feed.ts'
import { lineFaults, readCalendar } from '../support/calendars.ts'
import {
  acme,
  ana,
  aStep,
  aTeam,
  ben,
  channelId,
  day,
  goalId,
  instant,
  personId,
  salesChannel,
  stepId,
} from '../support/people.ts'
import { hostile, shown } from './sent.ts'

const calendarText = (...args: Parameters<typeof piecesOf>) => [...piecesOf(...args)].join('')

function fed(known: Partial<FeedGoal> = {}): FeedGoal {
  return {
    id: goalId('goal-12'),
    number: 12,
    team: aTeam().id,
    channelName: 'sales',
    title: 'Sign 20 deals',
    owner: ana.id,
    due: day('2026-06-30'),
    steps: [],
    gone: [],
    visibility: 'team',
    state: 'active',
    revision: 0,
    changedAt: instant('2026-05-04T08:00Z'),
    card: { channel: salesChannel, ts: '1777882530.000100' },
    ...known,
  }
}

function aFeed(known: Partial<FeedSheet> = {}): FeedSheet {
  return {
    feed: {
      id: 'feed-1',
      workspace: acme,
      subject: { kind: 'person' },
      createdBy: ana.id,
      createdAt: instant('2026-05-01T08:00Z'),
    },
    reader: ana,
    team: undefined,
    goals: [fed()],
    hidden: [],
    prompts: [],
    owners: new Map([
      [ana.id, ana],
      [ben.id, ben],
    ]),
    slack: { url: 'https://acme.slack.com/', botUser: personId('U0BOT') },
    ...known,
  }
}

const step = (title: string, due: string | undefined, isDone = false): Step =>
  aStep({
    id: stepId(title.toLowerCase().replace(/\W+/g, '-')),
    title,
    due: due === undefined ? undefined : day(due),
    isDone,
  })

const every: Partial<FeedSheet> = {
  goals: [
    fed({
      steps: [step('Pick a vendor', '2026-05-20', true), step('Sign', '2026-06-10'), step('Rest', undefined)],
    }),
    fed({ id: goalId('goal-13'), number: 13, owner: ben.id, visibility: 'private', card: undefined }),
    fed({ id: goalId('goal-14'), number: 14, state: 'reached', revision: 3 }),
    fed({ id: goalId('goal-15'), number: 15, state: 'retired' }),
  ],
  prompts: [
    { at: instant('2026-05-18T07:00Z'), channelNames: ['sales'] },
    { at: instant('2026-05-25T07:00Z'), channelNames: ['marketing', 'sales'] },
  ],
}

const longTitle = 'Reduce; the, churn\\ of é '.repeat(7).slice(0, 150)
const longChinese = '下一季底前把客戶流失率從百分之四十五降到百分之二十，透過延長試用期、'
  .repeat(5)
  .slice(0, 150)

const many = (title: string, count: number): readonly FeedGoal[] =>
  Array.from({ length: count }, (_, n) =>
    fed({
      id: goalId(`goal-${n}`),
      number: n + 1,
      title,
      due: addDays(day('2026-06-30'), n),
      steps: [step(title, '2026-06-01')],
    }),
  )

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['none', aFeed({ goals: [] })],
    ['own', aFeed(every)],
    [
      'team',
      aFeed({
        team: aTeam(),
        hidden: [
          {
            id: goalId('goal-16'),
            number: 16,
            team: aTeam().id,
            revision: 4,
            changedAt: instant('2026-05-06T08:00Z'),
            due: day('2026-07-01'),
            steps: [step('Secret step', '2026-06-20')],
          },
        ],
      }),
    ],
    ['hostile', aFeed({ goals: many(hostile, 2), team: aTeam({ channelName: hostile }) })],
  ])('a calendar is pictured: %s', async (name, sheet) => {
    const text = calendarText(sheet, say)
    expect(lineFaults(text)).toEqual([])
    const { events } = readCalendar(text)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const { start, end } of events) expect(end > start).toBe(true)
    await expect(text).toMatchFileSnapshot(shown(`calendar.${name}.${language}`).replace('.json', '.ics'))
  })

  test('a hundred titles of 150 characters come out as they went in', () => {
    const title = language === 'en' ? longTitle : longChinese
    const { events } = readCalendar(calendarText(aFeed({ goals: many(title, 100) }), say))
    const due = events.filter(({ category }) => category === 'goal')
    expect(due).toHaveLength(100)
    for (const { summary } of due) expect(summary).toBe(say['feed.goal']({ title }))
  })
})

const say = sayIn('en', 'en-GB')
const eventsOf = (sheet: FeedSheet) => readCalendar(calendarText(sheet, say)).events

test('a goal is one whole day with the same name for ever', () => {
  const before = eventsOf(aFeed())
  const after = eventsOf(aFeed({ goals: [fed({ due: day('2026-07-15'), title: 'Sign 30', revision: 1 })] }))
  expect(before).toMatchObject([
    { start: '2026-06-30', end: '2026-07-01', sequence: 0, category: 'goal', status: 'CONFIRMED' },
  ])
  expect(after).toMatchObject([{ uid: before[0]?.uid, start: '2026-07-15', sequence: 1 }])
  expect(before[0]?.uid).toBe(`goal-goal-12-due@${aTeam().id}`)
})

test('a milestone has its own day and names the goal that it is a part of', () => {
  const [goal, first, second, ...others] = eventsOf(aFeed({ goals: every.goals?.slice(0, 1) ?? [] }))
  expect(first).toMatchObject({ start: '2026-05-20', category: 'milestone', parent: goal?.uid })
  expect(first?.summary).toBe('✓ Milestone: Pick a vendor (Sign 20 deals)')
  expect(second?.uid).toBe(`goal-goal-12-step-sign@${aTeam().id}`)
  expect(others).toEqual([])
})

test('a goal leads to its card, and one without a card to the bot', () => {
  expect(eventsOf(aFeed())[0]?.url).toBe('https://acme.slack.com/archives/C0SALES/p1777882530000100')
  const bot = 'slack://user?team=T0ACME&id=U0BOT'
  expect(eventsOf(aFeed({ goals: [fed({ card: undefined })] }))[0]?.url).toBe(bot)
  expect(eventsOf(aFeed({ slack: { url: undefined, botUser: personId('U0BOT') } }))[0]?.url).toBe(bot)
})

test('an address cannot be broken by what Slack calls a channel', () => {
  const text = calendarText(
    aFeed({ goals: [fed({ card: { channel: channelId('C1\r\nX:1 '), ts: '1.2' } })] }),
    say,
  )
  expect(lineFaults(text)).toEqual([])
})

test('a milestone that was taken out is cancelled, so that no calendar keeps it', () => {
  const step = aStep({ id: stepId('step-2'), title: 'Old way', due: day('2026-06-01') })
  const events = eventsOf(aFeed({ goals: [fed({ gone: [step], revision: 3 })] }))
  const found = events.filter((event) => event.summary.includes('Old way'))
  expect(found.map((event) => event.status)).toEqual(['CANCELLED'])
  expect(found.map((event) => event.sequence)).toEqual([3])
})

test('what a team no longer sees is taken out by number and date alone', () => {
  const hidden = {
    id: goalId('goal-16'),
    number: 16,
    team: aTeam().id,
    revision: 4,
    changedAt: instant('2026-05-06T08:00Z'),
    due: day('2026-07-01'),
    steps: [step('Secret step', '2026-06-20')],
  }
  const events = eventsOf(aFeed({ team: aTeam(), goals: [], hidden: [hidden] }))
  expect(events).toMatchObject([
    { summary: 'G-16 is no longer shared', status: 'CANCELLED', start: '2026-07-01', sequence: 4 },
    { summary: 'G-16 is no longer shared', status: 'CANCELLED', start: '2026-06-20' },
  ])
})

test('a check-in stands at its minute in UTC, and one that moves is another event', () => {
  const at = (moment: string) =>
    eventsOf(aFeed({ goals: [], prompts: [{ at: instant(moment), channelNames: ['sales'] }] }))[0]
  expect(at('2026-05-18T07:00Z')).toMatchObject({
    start: '2026-05-18T07:00:00Z',
    end: '2026-05-18T07:15:00Z',
    category: 'check-in',
  })
  expect(at('2026-05-18T08:00Z')?.uid).not.toBe(at('2026-05-18T07:00Z')?.uid)
})
