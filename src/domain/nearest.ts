import { distance } from 'fastest-levenshtein'

/** The word most likely meant: one slip in up to four letters, two in longer words. The first of equals wins. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return undefined
  const most = [...wanted].length <= 4 ? 1 : 2
  let best: { readonly word: string; readonly slips: number } | undefined
  for (const word of words) {
    // Words that differ more in length alone need no comparing; a very long one would cost time.
    if (Math.abs(word.length - wanted.length) > most) continue
    const slips = distance(wanted, word.toLowerCase())
    if (slips <= most && (best === undefined || slips < best.slips)) best = { word, slips }
  }
  return best?.word
}
