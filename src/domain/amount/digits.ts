/** What digits with separators may mean. `other` is the second reading where both are likely. */
export interface ReadDigits {
  readonly value: number
  readonly other: number | undefined
}

/**
 * Reads `1450`, `1,450`, `1.450.000`, `1'450`, `1 450`, `1,5`, `1,450.50`. One comma before three digits groups;
 * one dot before three digits may be either, and so may a comma where `isFine` (a percentage, or before "million").
 */
export function readDigits(text: string, isFine: boolean): ReadDigits | undefined {
  const marks = text.replace(/\d/g, '')
  if (marks === '') return sure(text)
  const last = marks.at(-1) ?? ''
  const isMixed = marks !== last.repeat(marks.length)
  if (isMixed) return mixed(text, last)
  if (last === "'" || last === ' ' || marks.length > 1)
    return isGrouped(text, last) ? sure(plain(text)) : undefined
  return oneMark(text, last, isFine)
}

function oneMark(text: string, mark: string, isFine: boolean): ReadDigits | undefined {
  const decimal = Number(text.replace(mark, '.'))
  if (text.startsWith(mark)) return mark === '.' ? { value: decimal, other: undefined } : undefined
  if (!isGrouped(text, mark) || text.startsWith('0')) return { value: decimal, other: undefined }
  const whole = Number(plain(text))
  if (mark === ',') return { value: whole, other: isFine ? decimal : undefined }
  return isFine ? { value: decimal, other: undefined } : { value: decimal, other: whole }
}

/** The last mark is the decimal one, the others group: `1,450.50`, `1.450,50`, `1'450.5`. */
function mixed(text: string, decimalMark: string): ReadDigits | undefined {
  const at = text.lastIndexOf(decimalMark)
  const whole = text.slice(0, at)
  const grouping = whole.replace(/\d/g, '').at(0) ?? ''
  if ((decimalMark !== '.' && decimalMark !== ',') || !isGrouped(whole, grouping)) return undefined
  return sure(`${plain(whole)}.${text.slice(at + 1)}`)
}

function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...groups] = text.split(mark)
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
}

const plain = (text: string) => text.replace(/\D/g, '')
const sure = (digits: string): ReadDigits => ({ value: Number(digits), other: undefined })
