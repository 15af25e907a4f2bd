import type { Goal, GoalTerms, GoalVersion } from './goal.ts'
import type { GoalId, Instant, PersonId } from './types.ts'

/** A team's strategic plan, domain.md §6.1: most of it comes from its goals, the rest is written by people. */

/** What people write, in the order of the document. */
export const planParts = [
  'purpose',
  'initiatives',
  'resources',
  'risks',
  'not-doing',
  'outsourcing',
  'rules',
] as const
export type PlanPart = (typeof planParts)[number]

/** As much as one field of a form takes. */
export const MOST_PART = 3000

/** One version of one part. An empty one was taken back. */
export interface PlanWords {
  readonly part: PlanPart
  /** Counted from 1. */
  readonly version: number
  readonly words: string
  readonly by: PersonId
  readonly at: Instant
}

/** The twelve sections. */
export const planSections = [
  'purpose',
  'where',
  'goals',
  'tree',
  'levers',
  'milestones',
  'resources',
  'risks',
  'not-doing',
  'outsourcing',
  'rules',
  'changes',
] as const
export type PlanSection = (typeof planSections)[number]

/** The newest words of each part; parts that were taken back are left out. */
export function newestWords(versions: readonly PlanWords[]): ReadonlyMap<PlanPart, PlanWords> {
  const newest = new Map<PlanPart, PlanWords>()
  for (const one of versions.toSorted((a, b) => a.version - b.version)) newest.set(one.part, one)
  return new Map([...newest].filter(([, { words }]) => words !== ''))
}

/** A version of a goal, with what stood before it; nothing before the first. */
export interface ChangedVersion {
  readonly version: GoalVersion
  readonly before: GoalTerms | undefined
}

/** What has changed in the plan: somebody's words, a goal's promise, or its end. */
export type PlanChange =
  | {
      readonly kind: 'words'
      readonly at: Instant
      readonly by: PersonId
      readonly part: PlanPart
      readonly version: number
    }
  | {
      readonly kind: 'made' | 'easier' | 'harder' | 'changed'
      readonly at: Instant
      readonly by: PersonId
      readonly goal: GoalId
      readonly before: GoalTerms | undefined
      readonly after: GoalTerms
      readonly reason: string | undefined
    }
  | {
      readonly kind: 'reached' | 'retired'
      readonly at: Instant
      readonly goal: GoalId
      readonly title: string
    }

/** Newest first. The first version of a goal is its making; `ended` may hold goals that are still open. */
export function changesOf(
  words: readonly PlanWords[],
  versions: readonly ChangedVersion[],
  ended: readonly Goal[],
  most: number,
): readonly PlanChange[] {
  const written = words.map(
    ({ at, by, part, version }): PlanChange => ({ kind: 'words', at, by, part, version }),
  )
  const moved = versions.map(
    ({ version: { at, by, goal, version, ease, terms, reason }, before }): PlanChange => ({
      kind: version === 1 ? 'made' : ease === 'same' ? 'changed' : ease,
      at,
      by,
      goal,
      before,
      after: terms,
      reason,
    }),
  )
  const closed = ended.flatMap(({ id, state, closedAt, title }): PlanChange[] =>
    state === 'active' || closedAt === undefined ? [] : [{ kind: state, at: closedAt, goal: id, title }],
  )
  return [...written, ...moved, ...closed].toSorted((a, b) => b.at - a.at).slice(0, most)
}
