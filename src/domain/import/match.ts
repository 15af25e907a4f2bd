import type { Goal } from '../goal.ts'

/** Which goal a file means. Numbers of another workspace are numbers here too: with a title it is the title that counts. */

type Known = Pick<Goal, 'id' | 'number' | 'title' | 'start' | 'due' | 'state'>

export interface Meant {
  readonly number: number | undefined
  readonly title: string | undefined
  readonly start?: string | undefined
  readonly due?: string | undefined
}

export type Match<G> =
  | { readonly is: 'one'; readonly goal: G }
  | { readonly is: 'none' }
  | { readonly is: 'several' }

/** Of several with one title the window decides, then what is still open. */
export function matched<G extends Known>(meant: Meant, goals: readonly G[]): Match<G> {
  const { number, title } = meant
  const numbered = number === undefined ? undefined : goals.find((goal) => goal.number === number)
  if (numbered !== undefined && (title === undefined || isSameTitle(numbered.title, title)))
    return one(numbered)
  if (title === undefined) return { is: 'none' }
  const called = goals.filter((goal) => isSameTitle(goal.title, title))
  const [exact, ...others] = called.filter(({ start, due }) => start === meant.start && due === meant.due)
  if (exact !== undefined) return one([exact, ...others].find(isOpen) ?? exact)
  return onlyOne(called.filter(isOpen))
}

/** Readings name no window: an open goal of that title, or the only closed one. */
export function matchedForReadings<G extends Known>(meant: Meant, goals: readonly G[]): Match<G> {
  const found = matched(meant, goals)
  if (found.is !== 'none' || meant.title === undefined) return found
  const { title } = meant
  return onlyOne(goals.filter((goal) => isSameTitle(goal.title, title)))
}

const one = <G>(goal: G): Match<G> => ({ is: 'one', goal })
const isOpen = ({ state }: Pick<Goal, 'state'>) => state === 'active'

function onlyOne<G>(goals: readonly G[]): Match<G> {
  const [goal, ...others] = goals
  if (goal === undefined) return { is: 'none' }
  return others.length === 0 ? one(goal) : { is: 'several' }
}

export const isSameTitle = (one: string, other: string): boolean => folded(one) === folded(other)

const folded = (title: string): string => title.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** `G-12`, `g12`, `#12`, `12`, and nothing besides. */
export function goalNumber(cell: string | undefined): number | undefined {
  const found = /^(?:g[\s-]?|#)?(\d{1,9})$/iu.exec((cell ?? '').normalize('NFKC').trim())
  return found === null ? undefined : Number(found[1])
}
