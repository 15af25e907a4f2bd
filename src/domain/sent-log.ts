import type { Goal } from './goal.ts'
import { type SkipReason, skipReasons } from './skip-reasons.ts'
import type { Instant, PersonId, TeamId } from './types.ts'

/** What people are asked, reminded of and told without having said anything just before. */
export const logKinds = [
  'prompt',
  'prompt-again',
  'reminder',
  'leaderboard',
  'partner-told',
  'blocked-told',
] as const

export type LogKind = (typeof logKinds)[number]

/** One of them, and what became of it. */
export interface LogEntry {
  readonly kind: LogKind
  /** When it was sent; what was not, when it was due. */
  readonly at: Instant
  /** Whom it went to; absent for what a channel is told. */
  readonly to: PersonId | undefined
  /** Who was asked, or whose goal it is about; absent for what a team as a whole is owed. */
  readonly about: PersonId | undefined
  /** The n-th reminder of its prompt. */
  readonly nth: number | undefined
  readonly outcome: 'sent' | 'skipped' | 'waiting'
  /** Of what was skipped. */
  readonly reason: SkipReason | undefined
  /** The teams it was asked for; none where a skip left that open. */
  readonly teams: readonly TeamId[]
  /** In the order of the prompt. */
  readonly goals: readonly Goal[]
}

/** Of what happens at the same moment: by kind, and what was sent before what was not. */
export function inOrder(one: LogEntry, other: LogEntry): number {
  return rank(one) - rank(other) || reasonRank(one) - reasonRank(other)
}

const rank = ({ kind, outcome, nth = 0 }: LogEntry) =>
  logKinds.indexOf(kind) * 100 + nth * 10 + outcomes.indexOf(outcome)
const reasonRank = ({ reason }: LogEntry) => (reason === undefined ? -1 : skipReasons.indexOf(reason))

const outcomes: readonly LogEntry['outcome'][] = ['sent', 'waiting', 'skipped']
