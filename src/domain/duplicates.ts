import type { Goal, GoalTerms } from './goal.ts'

/** More open goals than this nobody follows; it also keeps a runaway script from filling the tables. */
export const MOST_GOALS = 100

/** Splitting one aim into equal goals must not pay: same measure, owner and window, domain.md §4.3. */
export function duplicateOf(
  terms: GoalTerms,
  others: readonly Pick<Goal, 'number' | 'measure' | 'title' | 'start' | 'due'>[],
): number | undefined {
  const same = others.find(
    (other) => other.start === terms.start && other.due === terms.due && isSameAim(other, terms),
  )
  return same?.number
}

type Aim = Pick<GoalTerms, 'measure' | 'title'>

/** Two catalogue goals of one KPI count the same thing; two custom ones only when they say the same. */
export const isSameAim = (one: Aim, other: Aim): boolean =>
  one.measure === other.measure && (!isOwnMeasure(one) || folded(one.title) === folded(other.title))

const isOwnMeasure = (terms: Aim): boolean =>
  terms.measure === 'deliverable' || terms.measure.startsWith('custom-')

const folded = (title: string): string => title.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
