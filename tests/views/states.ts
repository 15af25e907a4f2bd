import type { PromptItem, PromptSheet, Understood } from '../../src/domain/check-in.ts'
import type { Goal, GoalTerms, Standing } from '../../src/domain/goal.ts'
import type { AskId, OccurrenceId, PeriodKey } from '../../src/domain/types.ts'
import { aGoal, ana, answerId, aStanding, aTeam, day, goalId, instant, withValue } from '../support/people.ts'
import { hostile, longest } from './sent.ts'

/** The goals that views are tried with: none, one, many, and texts as long and as bad as they come. */

export const number = (index: number) => String(index).padStart(12, '0')

export function numbered(index: number, known: Partial<Goal> = {}): Goal {
  return withValue(
    aGoal({ id: goalId(`00000000-0000-7000-8000-${number(index)}`), number: index, ...known }),
    12,
  )
}

export const closeRate: Partial<GoalTerms> = {
  title: 'Raise the close rate',
  measure: 'close-rate',
  kind: 'reach',
  unit: { kind: 'percent' },
  baseline: 25,
  target: 32,
}
export const deliverable: Partial<GoalTerms> = {
  title: 'Publish the price list',
  measure: 'deliverable',
  kind: 'milestone',
  baseline: undefined,
  target: undefined,
}
export const range: Partial<GoalTerms> = {
  title: 'Keep churn low',
  measure: 'custom-range',
  kind: 'maintain',
  direction: 'keep',
  unit: { kind: 'percent' },
  baseline: undefined,
  target: undefined,
  low: 1,
  high: 3,
}

export const longestTerms: Partial<GoalTerms> = {
  title: longest.slice(0, 150),
  unit: { kind: 'count', noun: longest.slice(0, 40) },
  target: 999_999_999_999_999,
  levers: longest,
  why: longest,
  firstStep: longest,
}
export const hostileTerms: Partial<GoalTerms> = {
  title: hostile,
  unit: { kind: 'count', noun: '<!here> *x*' },
  levers: hostile,
  why: `>${hostile}`,
  firstStep: hostile,
}

export function standings(count: number, known: Partial<Goal> = {}): readonly Standing[] {
  return Array.from({ length: count }, (_, index) => aStanding({ goal: numbered(index + 1, known) }))
}

/** Each kind of goal and each status once. */
export const variety: readonly Standing[] = [
  aStanding({ goal: numbered(1) }),
  aStanding({
    goal: {
      ...withValue(numbered(2, closeRate), 26),
      ownWord: { status: 'on-track', reason: undefined, at: instant('2026-05-15T07:00Z') },
    },
    status: 'at-risk',
    computed: 'at-risk',
    progress: 0.14,
    expectedValue: 28.5,
    neededPerWeek: 0.93,
  }),
  aStanding({
    goal: { ...numbered(3, deliverable), last: undefined },
    status: 'too-early',
    progress: 0,
    expected: 0,
    expectedValue: undefined,
    neededPerWeek: undefined,
  }),
  aStanding({
    goal: withValue(numbered(4, range), 2),
    status: 'off-track',
    expectedValue: undefined,
    neededPerWeek: undefined,
  }),
  aStanding({ goal: numbered(5), status: 'done', progress: 1.1, neededPerWeek: undefined }),
  aStanding({ goal: numbered(6), status: 'overdue', daysLeft: -3, neededPerWeek: undefined }),
  aStanding({ goal: { ...numbered(7), last: undefined }, status: 'no-data', progress: 0, daysLeft: 0 }),
  aStanding({ goal: numbered(8, { start: day('2026-06-01') }), status: 'too-early', progress: 0 }),
]

export function items(of: readonly Standing[], answered: readonly number[] = []): readonly PromptItem[] {
  return of.map((standing, index) => ({
    position: index + 1,
    standing,
    ask: `ask-${index}` as AskId,
    periodKey: '2026-W20' as PeriodKey,
    team: aTeam().id,
    isAnswered: answered.includes(index + 1),
  }))
}

export function aSheet(known: Partial<PromptSheet> = {}): PromptSheet {
  return {
    occurrence: '00000000-0000-7000-8000-0000000000cc' as OccurrenceId,
    person: ana.id,
    localDate: day('2026-05-18'),
    items: items(standings(1)),
    windowEnds: instant('2026-05-20T07:00Z'),
    isFirst: false,
    isLate: false,
    ...known,
  }
}

export function anAnswer(goal: Goal, known: Partial<Understood['answer']> = {}): Understood {
  return {
    goal,
    answer: {
      id: answerId(`answer-${goal.number}`),
      goal: goal.id,
      person: ana.id,
      at: instant('2026-05-18T07:05Z'),
      periodKey: '2026-W21' as PeriodKey,
      timeliness: 'on-time',
      provenance: 'reply',
      value: goal.last?.value,
      delta: undefined,
      before: 9,
      status: undefined,
      confidence: undefined,
      note: undefined,
      blocker: undefined,
      isNoChange: false,
      isDone: false,
      ...known,
    },
  }
}
