import { describe, expect, test } from 'vitest'
import { dateIn, laterIn, lifeWordIn, minutesIn } from '../../src/domain/reply/life-words.ts'
import { day } from '../support/people.ts'

const today = day('2026-05-18')

describe('words about the asking itself', () => {
  test.each([
    ['skip', 'skip'],
    ['Skip this week.', 'skip'],
    ['這次跳過', 'skip'],
    ['snooze', 'snooze '],
    ['snooze 2h', 'snooze 2h'],
    ['Snooze until 15:00', 'snooze 15:00'],
    ['later', 'snooze '],
    ['remind me in 2 hours', 'snooze 2 hours'],
    ['ask me again tomorrow', 'snooze tomorrow'],
    ['延後兩小時', 'snooze 兩小時'],
    ['明天再問我', 'snooze 明天'],
    ['晚點再說', 'snooze '],
    ['stop', 'stop '],
    ['stop until Friday', 'stop Friday'],
    ['pause for 2 weeks', 'stop 2 weeks'],
    ['暫停到週五', 'stop 週五'],
    ['resume', 'resume'],
    ['恢復', 'resume'],
    ['mute reminders', 'mute reminders'],
    ['mute', 'mute everything'],
    ['靜音提醒', 'mute reminders'],
    ['unmute', 'unmute everything'],
    ['取消靜音 消息', 'unmute news'],
    ['turn off the leaderboard', 'mute boards'],
    ['muted', 'muted'],
    ['靜音了什麼？', 'muted'],
    ['when?', 'when'],
    ['下次什麼時候', 'when'],
  ])('“%s” is read as %s', (text, word) => {
    expect(Object.values(lifeWordIn(text) ?? {}).join(' ')).toBe(word)
  })

  test.each([
    'remind legal about the contract',
    'stop the churn at 30%',
    'mute point, but 43%',
    'skip the second step, 14 now',
    'later than planned: 12',
    'turn off the lights',
    'next week we sign 3',
    '14',
    'when we sign, 20',
  ])('“%s” is not', (text) => {
    expect(lifeWordIn(text)).toBeUndefined()
  })
})

test.each([
  ['', { minutes: 180 }],
  ['2h', { minutes: 120 }],
  ['half an hour', { minutes: 30 }],
  ['90 min', { minutes: 90 }],
  ['兩小時', { minutes: 120 }],
  ['三天後', { minutes: 3 * 1440 }],
  ['15:00', { time: '15:00' }],
  ['3pm', { time: '15:00' }],
  ['下午3點', { time: '15:00' }],
  ['tomorrow', { date: '2026-05-19' }],
  ['Friday', { date: '2026-05-22' }],
  ['週五', { date: '2026-05-22' }],
])('“%s” on Monday, 18 May means %j', (words, later) => {
  expect(laterIn(words, today)).toEqual(later)
})

test.each(['25:00', 'xyzzy', 'yesterday', '2026-05-01', '0h', '99999999h', '3'])(
  '“%s” is no time to be asked again',
  (words) => {
    expect(laterIn(words, today)).toBeUndefined()
  },
)

test.each([
  ['31 days', 31 * 1440],
  ['32 days', undefined],
  ['1 m', 1],
])('%s is %s minutes', (said, minutes) => {
  expect(minutesIn(said)).toBe(minutes)
})

test('a day is read in the order of the reader’s country', () => {
  expect(dateIn('6/10/2026', today, true)).toBe('2026-10-06')
  expect(dateIn('6/10/2026', today, false)).toBe('2026-06-10')
})
