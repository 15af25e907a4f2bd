import { distance } from 'fastest-levenshtein'
import { isKpi } from '../kpis.ts'
import type { ReplyGoal } from './types.ts'

/** Finds goals by what people call them: words of the title, of the measure, or the noun that is counted. */

/** Words that say something about a number; never a name. */
const grammar = new Set(
  'up down plus minus another added gained now at total so far still currently no not same done finished complete completed blocked stuck waiting on off track risk behind is are was were be been am i we it my our you they and or but to from of the a an for in by with more less new than this that closed won signed booked published sold sent made did got landed delivered shipped hired lost called ran had have has will would should expect maybe about around almost nearly least most last next week month year goal target'.split(
    ' ',
  ),
)
/** Verbs that titles begin with: they name no goal alone. */
const verbs = new Set(
  'sign close win book raise reach get add increase reduce cut grow lower keep make hire launch publish sell send run bring drive improve boost build finish ship deliver obtain hold per each every'.split(
    ' ',
  ),
)
const blanks = new Set('of the a an for in on to from by with and or per my our all is are at'.split(' '))

export interface NamedGoal {
  readonly goal: ReplyGoal
  readonly words: readonly string[]
  readonly aliases: readonly (readonly string[])[]
  /** Stems of `words` and of the whole title: many names are compared with them. */
  readonly stems: ReadonlySet<string>
  readonly titleWords: ReadonlySet<string>
  /** Title and noun without blanks, for names in Chinese. */
  readonly chinese: string
}

export interface NameMatch {
  readonly goal: ReplyGoal
  /** Enough of the name for a number without a unit. */
  readonly isFull: boolean
  readonly isExact: boolean
}

export function namedGoals(goals: readonly ReplyGoal[]): readonly NamedGoal[] {
  return goals.map((goal) => {
    const noun = goal.unit.kind === 'count' ? (goal.unit.noun ?? '') : ''
    const measure = isKpi(goal.measure) ? goal.measure.replaceAll('-', ' ') : ''
    const words = wordsIn(`${goal.title} ${noun} ${measure}`).filter(
      (word) => !blanks.has(word) && !verbs.has(word),
    )
    return {
      goal,
      words,
      stems: new Set(words.map(stem)),
      titleWords: new Set(wordsIn(goal.title)),
      aliases: [noun, measure].map((alias) => wordsIn(alias)).filter((words) => words.length > 0),
      chinese: `${goal.title} ${noun}`.normalize('NFKC').toLowerCase(),
    }
  })
}

/** Whether these words may be a name at all. */
export const mayBeName = (name: string): boolean => isTelling(name, wordsIn(name))

function isTelling(name: string, words: readonly string[]): boolean {
  if (/\p{Script=Han}/u.test(name)) return (name.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2
  const telling = words.filter((word) => !blanks.has(word) && !verbs.has(word))
  return telling.length > 0 && words.every((word) => blanks.has(word) || !grammar.has(word))
}

/** The goals that a name fits; with slips of the pen only where none fits as it is. */
export function goalsCalled(name: string, known: readonly NamedGoal[]): readonly NameMatch[] {
  const said = wordsIn(name)
  if (!isTelling(name, said)) return []
  if (/\p{Script=Han}/u.test(name)) return chineseMatches(name, known)
  const words = said.filter((word) => !blanks.has(word))
  const exact = known.filter((one) => words.every((word) => has(one, word)))
  if (exact.length > 0)
    return exact.map((one) => ({ goal: one.goal, isFull: isFull(words, one), isExact: true }))
  return known
    .filter((one) => words.every((word) => has(one, word) || one.words.some((known) => isNear(known, word))))
    .map(({ goal }) => ({ goal, isFull: false, isExact: false }))
}

function chineseMatches(name: string, known: readonly NamedGoal[]): readonly NameMatch[] {
  const wanted = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return known
    .filter((one) => one.chinese.replace(/\s+/g, '').includes(wanted))
    .map(({ goal, chinese }) => {
      const telling = chinese.replace(
        /[\d\s%.,$]|提升|提高|降低|達到|到|把|將|從|每週|每月|完成|[簽份個件張位篇家次人筆頁本條項組台]/g,
        '',
      )
      return { goal, isFull: wanted.length * 2 >= telling.length, isExact: true }
    })
}

const has = ({ stems, titleWords }: NamedGoal, word: string) =>
  stems.has(stem(word)) || (verbs.has(word) && titleWords.has(word))

function stem(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word
}
export const isSame = (a: string, b: string) => stem(a) === stem(b)
const isNear = (a: string, b: string) =>
  b.length >= 5 && !/(?:ed|ing)$/.test(b) && distance(a.slice(0, 30), b.slice(0, 30)) <= 2

/** Half of the title's telling words, or the whole of what is measured or counted. */
function isFull(words: readonly string[], { words: known, aliases }: NamedGoal): boolean {
  if (aliases.some((alias) => alias.every((word) => words.some((said) => isSame(said, word))))) return true
  const telling = new Set(known.filter((word) => !/\d/.test(word)))
  const said = words.filter((word) => !verbs.has(word))
  return said.length * 2 >= telling.size
}

export function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}'&]*/gu) ?? []
  )
}
