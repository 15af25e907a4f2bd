import { distance } from 'fastest-levenshtein'

/** Words that decide what a reply is; a slip of the pen in one of them is mended, domain.md §7.1 (1). */
const keywords = [
  'blocked',
  'unblocked',
  'unchanged',
  'change',
  'changes',
  'behind',
  'finished',
  'completed',
  'complete',
  'waiting',
  'snooze',
  'vacation',
  'track',
  'stuck',
  'still',
  'first',
  'second',
]
/** Words of their own that lie one letter beside a keyword. */
const others = new Set(
  'chance chances charge charges changed changer blocker blockers blocks finishes finisher completes competed compete wailing wafting vacations writing wanting wafting baiting waiving locked flocked clocked unlocked orange'.split(
    ' ',
  ),
)

export function mended(text: string): string {
  return text
    .replace(/己經/g, '已經')
    .replace(/(?<![\p{L}\p{N}])wk(?![\p{L}\p{N}])/giu, 'week')
    .replace(/(?<![\p{L}\p{N}])[a-z]{4,10}(?![\p{L}\p{N}])/giu, (word) => {
      const lower = word.toLowerCase()
      if (keywords.includes(lower) || others.has(lower)) return word
      return keywords.find((keyword) => isSlip(lower, keyword)) ?? word
    })
}

/** Two letters swapped, one doubled or one of two left out; in longer words any one letter. The first letter is seldom wrong. */
function isSlip(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 1 || word[0] !== keyword[0]) return false
  if (isSwapped(word, keyword) || word.replace(/(.)\1/, '$1') === keyword) return true
  if (word === keyword.replace(/(.)\1/, '$1')) return true
  return keyword.length >= 6 && distance(word, keyword) === 1
}

function isSwapped(word: string, keyword: string): boolean {
  if (word.length !== keyword.length) return false
  const at = [...word].findIndex((letter, index) => letter !== keyword[index])
  return at >= 0 && word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) === keyword
}
