/**
 * A spreadsheet runs a cell that begins like a formula. Such a cell gets a `'` in front, which reading it back takes away;
 * full-width signs are formulas too in some spreadsheets. A number is one: `-5` stays as it is.
 */

const FORMULA = String.raw`(?:[\t\r\n]|\s*[=+\-@＝＋－＠])`
const wouldRun = new RegExp(`^'*${FORMULA}`)
const isGuarded = new RegExp(`^'+${FORMULA}`)

/** As `String()` writes numbers. */
export const plainNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/

export const guarded = (text: string): string =>
  wouldRun.test(text) && !plainNumber.test(text) ? `'${text}` : text

export const unguarded = (cell: string): string => (isGuarded.test(cell) ? cell.slice(1) : cell)
