import { sticky } from '../amount/number.ts'
import { type Scanned, scanAmount } from '../amount/scan.ts'

/** Two numbers that belong together; `amount` is the value, with the end of the whole. */
export interface Pair {
  readonly amount: Scanned
  readonly beside: Scanned
  readonly mode: 'fraction' | 'from-to' | 'range'
}

/** `12/20`, `12 of the 20`, `from 12 to 14`, `12 -> 14`, `10-12`, `14 or 15`. */
export function pairAt(text: string, at: number): Pair | undefined {
  const share = sticky(/([^\s/]{1,20})(?: ?\/ ?| (?:out )?of (?:the |all |about )?)/iy, text, at)
  if (share?.[1] !== undefined) return paired(text, at, share[1], share[0], 'fraction')
  const span = sticky(fromTo, text, at)
  const from = span?.[1] ?? span?.[2] ?? span?.[3]
  if (span !== null && span !== undefined && from !== undefined)
    return paired(text, at, from, span[0], 'from-to')
  const range = sticky(ranges, text, at)
  return range?.[1] === undefined ? undefined : paired(text, at, range[1], range[0], 'range')
}

const fromTo =
  /(?:(?:went|moved|up|down|rose|dropped|improved|grew|fell|came down|came up|increased|decreased|jumped) )?from ([^\s]{1,20}) (?:down |up )?to |([^\s>]{1,20}?) ?(?:->|變成?|become[sd]?|became) ?|(?:從|由) ?([^\s到至]{1,12}?)[件個筆]? ?(?:降|升|增加|減少|提升|成長|上升|下降|掉)?[到至] ?/iy
const ranges = /(?:between )?([^\s~到至或-]{1,16}?)(?:[-~](?=\d)| ?[到至或] ?| or (?:maybe |so )?| to )/iy

function paired(
  text: string,
  at: number,
  first: string,
  whole: string,
  mode: Pair['mode'],
): Pair | undefined {
  const one = scanAmount(first, 0)
  const two = scanAmount(text, at + whole.length)
  if (one === undefined || two === undefined || one.end !== first.length) return undefined
  if (one.sign === '+' || two.sign === '+') return undefined
  const unit = one.unit ?? two.unit
  // "10-12/20" has no first number.
  if (mode === 'fraction') return { amount: { ...one, unit, end: two.end }, beside: two, mode }
  return { amount: { ...two, unit: two.unit ?? one.unit }, beside: { ...one, unit }, mode }
}
