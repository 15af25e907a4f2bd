import type { Goal, GoalTerms } from './goal.ts'

/** More open goals than this nobody follows; it also keeps a runaway script from filling the tables. */
export const MOST_GOALS = 100

/** Splitting one aim into equal goals must not pay: same measure, owner and window, domain.md §4.3. */
export function duplicateOf(
  terms: GoalTerms,
  others: readonly Pick<Goal, 'number' | 'measure' | 'title' | 'start' | 'due'>[],
): number | undefined {
  const same = others.find(
    (other) =>
      other.measure === terms.measure &&
      other.start === terms.start &&
      other.due === terms.due &&
      (!isOwnMeasure(terms) || folded(other.title) === folded(terms.title)),
  )
  return same?.number
}

/** Two catalogue goals of one KPI count the same thing; two custom ones only when they say the same. */
const isOwnMeasure = (terms: GoalTerms): boolean =>
  terms.measure === 'deliverable' || terms.measure.startsWith('custom-')

const folded = (title: string): string => title.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
