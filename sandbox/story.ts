import * as field from './fields.ts'
import type { ElementState } from './protocol.ts'

/** What the demo's team set out to do and what each of them answered, week by week. */
export interface Character {
  readonly name: string
  readonly goals: readonly StoryGoal[]
  /** Local time of the answer on Monday, and the words; absent words: no answer that week. */
  readonly answers: readonly (StoryAnswer | undefined)[]
}

export interface StoryGoal {
  readonly fields: Readonly<Record<string, ElementState>>
  readonly measure: string
}

export interface StoryAnswer {
  readonly at: string
  /** Days after Monday; 0 is the day itself. */
  readonly after?: number
  readonly text: string
}

const at = (time: string, text: string, after = 0): StoryAnswer => ({ at: time, text, after })

const goal = (measure: string, fields: Readonly<Record<string, ElementState>>): StoryGoal => ({
  measure,
  fields,
})

export const story: readonly Character[] = [
  {
    name: 'ana',
    goals: [
      goal('revenue', {
        title: field.text('Win $180k of new revenue this quarter'),
        currency: field.text('USD'),
        target: field.text('180k'),
        levers: field.text('a weekly pipeline review and two new verticals'),
        why: field.text('It pays for the two hires of next year'),
      }),
    ],
    answers: [
      at('09:12', '$11k'),
      at('09:20', '$24.5k'),
      at('09:07', '$38k'),
      at('09:31', '52,400'),
      at('09:15', '+14k'),
      at('09:09', '$83k'),
      at('09:44', '$99k - two renewals slipped into next week'),
      at('09:10', '$112k on track'),
    ],
  },
  {
    name: 'ben',
    goals: [
      goal('deals-won', {
        title: field.text('Close 20 new deals'),
        target: field.text('20'),
        levers: field.text('calling every trial within a day'),
      }),
      goal('deliverable', {
        title: field.text('Launch the referral programme'),
        levers: field.text('a pilot with five customers'),
      }),
    ],
    answers: [
      at('10:02', '1) 1 2) on track'),
      at('09:40', '1) +2'),
      undefined,
      at('11:15', '1) 5 2) on track'),
      at('09:33', '1) +2 2) blocked by legal review'),
      at('16:20', '1) 9', 3),
      at('09:25', '1) +1 2) on track'),
      at('09:50', '1) 12 2) on track'),
    ],
  },
  {
    name: 'chen',
    goals: [
      goal('churn', {
        title: field.text('把客戶流失率從 45% 降到 20%'),
        baseline: field.text('45%'),
        target: field.text('20%'),
        levers: field.text('延長試用期，並在第二週主動致電'),
        why: field.text('留住客戶比開發新客戶便宜'),
      }),
    ],
    answers: [
      at('09:05', '44%'),
      at('09:18', '42%'),
      at('09:02', '41%'),
      at('09:27', '38%'),
      at('09:11', '沒變'),
      at('09:08', '35%'),
      at('09:22', '33%'),
      at('09:03', '31% 進度正常'),
    ],
  },
  {
    name: 'dee',
    goals: [
      goal('close-rate', {
        title: field.text('Raise the partner close rate from 25% to 30%'),
        baseline: field.text('25'),
        target: field.text('30'),
        levers: field.text('joint demos with the partner’s engineer'),
      }),
    ],
    answers: [
      at('09:30', '25%'),
      at('10:10', '25.5%'),
      at('13:00', '26%', 3),
      at('09:45', 'no change'),
      undefined,
      at('09:20', '26.8%'),
      at('09:38', '27%'),
      at('10:05', '27.5%'),
    ],
  },
  {
    name: 'eve',
    goals: [
      goal('first-response', {
        title: field.text('Answer customers within 4 hours'),
        baseline: field.text('9h'),
        target: field.text('4h'),
        levers: field.text('a rota for the inbox'),
      }),
      goal('custom-range', {
        title: field.text('Keep the satisfaction score between 45 and 60'),
        unit: field.text('points'),
        low: field.text('45'),
        high: field.text('60'),
      }),
    ],
    answers: [
      at('09:14', '1) 8.5h 2) 48'),
      at('09:06', '1) 8h 2) 51'),
      at('09:21', '1) 7.2h 2) 50'),
      at('09:09', '1) 6.8h 2) 47'),
      at('09:35', '1) 6.5h 2) 49'),
      at('09:12', '1) 6h 2) 52'),
      at('09:05', '1) 5.6h 2) 53'),
      at('09:17', '1) 5.2h 2) 55'),
    ],
  },
  {
    name: 'farid',
    goals: [
      goal('prospecting', {
        title: field.text('Reach out 600 times'),
        target: field.text('600'),
        levers: field.text('a morning hour without meetings'),
      }),
    ],
    answers: [
      at('09:40', '40'),
      at('10:30', '+45'),
      at('09:55', '130'),
      at('12:10', '180', 3),
      at('09:33', '225'),
      undefined,
      at('09:48', '310'),
      at('10:20', '350 at risk'),
    ],
  },
]
