import type { NamedGoal } from './names.ts'
import { isSame, wordsIn } from './names.ts'

/** Names anywhere in a clause: words that one goal's title or noun has and no other goal's. */

/** The goals that a clause names; several where its words belong to several. */
export function goalsNamedIn(clause: string, known: readonly NamedGoal[]): readonly NamedGoal[] {
  return known.filter((one) => {
    const others = known.filter((other) => other !== one)
    return (
      latinNames(clause, one).some((word) => !others.some((other) => hasWord(other, word))) ||
      hanNames(clause, one).some((name) => !others.some((other) => other.chinese.includes(name)))
    )
  })
}

/** What is left of a clause when the goal's own words are taken out, and the little words around them. */
export function withoutName(clause: string, goal: NamedGoal): string {
  const latin = latinNames(clause, goal)
  const bare = latin.reduce(
    (text, word) =>
      text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:'s)?(?![\\p{Script=Latin}\\p{N}'])`, 'iu'), ' '),
    clause,
  )
  return hanNames(bare, goal)
    .reduce((text, name) => text.replace(name, ' '), bare)
    .replace(/(?<![\p{L}\p{N}'])(?:the|our|my)(?![\p{L}\p{N}'])/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** "Enrolled" names a goal to enrol. */
const hasWord = ({ words, goal }: NamedGoal, word: string) =>
  [...words, ...wordsIn(goal.title).filter((known) => known.length > 3)].some(
    (known) =>
      isSame(known, word) ||
      (known.length > 3 && word.startsWith(known)) ||
      (word.length > 3 && known.startsWith(word)),
  )

const latinNames = (clause: string, goal: NamedGoal) =>
  (clause.toLowerCase().match(/\p{Script=Latin}[\p{Script=Latin}\d&]*/gu) ?? []).filter(
    (word) => word.length > 2 && !plainWords.has(word) && hasWord(goal, word),
  )
const plainWords = new Set(
  'the and for all our per week month year day now down from with under over below above every each open new more than good done still total goal target last next'.split(
    ' ',
  ),
)

const plain =
  /^(?:完成|達到|提升|提高|降到|降低|增加|減少|每週|每天|每月|每日|本週|本月|目標|進度|累計|目前|以上|以下|以內|之前|維持|不變|一樣|落後|正常)$/

/** The longest pieces of the title, two letters at least, that stand in the clause. */
function hanNames(clause: string, { chinese }: NamedGoal): readonly string[] {
  const names: string[] = []
  for (const [run] of clause.matchAll(/\p{Script=Han}{2,}/gu)) {
    let at = 0
    while (at < run.length - 1) {
      let length = Math.min(8, run.length - at)
      while (
        length > 1 &&
        !(chinese.includes(run.slice(at, at + length)) && !plain.test(run.slice(at, at + length)))
      )
        length -= 1
      if (length > 1) names.push(run.slice(at, at + length))
      at += Math.max(1, length)
    }
  }
  return names
}
