import type { Branch } from './alignment.ts'
import type { Goal, GoalVersion } from './goal.ts'
import type { WeekGoal } from './week.ts'

/** What the leads of a team are told in private once a week: where somebody may need them. */
export interface Digest {
  readonly blocked: readonly WeekGoal[]
  readonly atRisk: readonly WeekGoal[]
  /** No answer to two asks in a row or more. */
  readonly missedTwice: readonly WeekGoal[]
  /** No number for so long that its last one says little. */
  readonly stale: readonly WeekGoal[]
  /** Easier since a few days, and not counting alone yet. */
  readonly eased: readonly { readonly goal: Goal; readonly version: GoalVersion; readonly byName: string }[]
  readonly overloaded: readonly { readonly name: string; readonly points: number }[]
  /** Long goals that nothing smaller leads to. */
  readonly childless: readonly Goal[]
}

export const isQuiet = (digest: Digest): boolean => Object.values(digest).every((list) => list.length === 0)

/** The goals of the tree that lack smaller ones, wherever they hang. */
export const childlessIn = (branches: readonly Branch[]): readonly Goal[] =>
  branches.flatMap(({ standing, warnings, children }) => [
    ...(warnings.some(({ kind }) => kind === 'no-child') ? [standing.goal] : []),
    ...childlessIn(children),
  ])
