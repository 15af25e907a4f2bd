/** Numbers written in Chinese, alone or with digits: 十二萬, 三百五十, 3.5億, 兩千零五, 一萬二. */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  兩: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const large: Readonly<Record<string, number>> = { 萬: 1e4, 万: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12 }

export const chineseNumerals = '零〇一二兩两三四五六七八九十百千萬万億亿兆點点'

type Sign = { readonly digit: number } | { readonly unit: number } | { readonly scale: number }

/** 九千九百九十九兆… with every sign is 31 long. */
const MOST_SIGNS = 40

/** Undefined where the characters make no number. */
export function readChineseNumber(text: string): number | undefined {
  if (text.length > MOST_SIGNS) return undefined
  const [whole = '', fraction, ...more] = text.split(/[點点]/)
  if (more.length > 0) return undefined
  if (fraction !== undefined) return withFraction(whole, fraction)
  // 二〇二六 is written digit by digit; 三四 is "three or four".
  if (/^[零〇一二三四五六七八九]{3,}$/.test(text) && /[零〇]/.test(text)) return Number(digitText(text))
  return composed(text)
}

/** 三點五, 三點五億 */
function withFraction(whole: string, fraction: string): number | undefined {
  const [tail = ''] = /[萬万億亿兆]$/.exec(fraction) ?? []
  const decimals = digitText(tail === '' ? fraction : fraction.slice(0, -1))
  const before = composed(whole)
  if (before === undefined || decimals === undefined || decimals === '') return undefined
  return round(Number(`${before}.${decimals}`) * (large[tail] ?? 1))
}

function digitText(text: string): string | undefined {
  const signs = [...text].map((sign) => digits[sign])
  return signs.includes(undefined) ? undefined : signs.join('')
}

interface Sum {
  readonly total: number
  /** What is before the next 萬 or 億. */
  readonly section: number
  readonly digit: number | undefined
  /** The last 十, 百 or 千 of the section; 0 when anything may follow. */
  readonly unit: number
  readonly scale: number
}

function composed(text: string): number | undefined {
  const signs = signsOf(text)
  const [first] = signs ?? []
  if (signs === undefined || first === undefined || 'scale' in first) return undefined
  let sum: Sum | undefined = {
    total: 0,
    section: 0,
    digit: undefined,
    unit: 0,
    scale: Number.POSITIVE_INFINITY,
  }
  for (const sign of signs) {
    sum = next(sum, sign)
    if (sum === undefined) return undefined
  }
  return round(sum.total + sum.section + (sum.digit ?? 0) * lastWeight(signs))
}

/** Undefined where the sign cannot follow. */
function next(sum: Sum, sign: Sign): Sum | undefined {
  if ('digit' in sign) return withDigit(sum, sign.digit)
  if ('unit' in sign) return withUnit(sum, sign.unit)
  if (sign.scale >= sum.scale) return undefined
  const total = sum.total + (sum.section + (sum.digit ?? 0)) * sign.scale
  return { total, section: 0, digit: undefined, unit: sign.scale, scale: sign.scale }
}

/** Two digits side by side are no number, but 零 fills a gap. */
function withDigit(sum: Sum, digit: number): Sum | undefined {
  if (sum.digit !== undefined && sum.digit !== 0) return undefined
  return { ...sum, digit, unit: digit === 0 ? 0 : sum.unit }
}

/** 十 may stand without a digit before it, 百 and 千 may not; they come in falling order. */
function withUnit(sum: Sum, unit: number): Sum | undefined {
  if (sum.digit === undefined && unit !== 10) return undefined
  if (sum.unit !== 0 && unit >= sum.unit) return undefined
  const times = sum.digit === undefined || sum.digit === 0 ? 1 : sum.digit
  return { ...sum, section: sum.section + times * unit, digit: undefined, unit }
}

/** 一萬二 is 12,000 and 三百五 is 350, while 三百零五 is 305. */
function lastWeight(signs: readonly Sign[]): number {
  const before = signs.at(-2)
  if (before === undefined || 'digit' in before) return 1
  const weight = 'unit' in before ? before.unit : before.scale
  return weight > 10 ? weight / 10 : 1
}

function signsOf(text: string): readonly Sign[] | undefined {
  const signs: Sign[] = []
  for (const sign of text) {
    const digit = digits[sign]
    const unit = small[sign]
    const scale = large[sign]
    if (digit !== undefined) signs.push({ digit })
    else if (unit !== undefined) signs.push({ unit })
    else if (scale !== undefined) signs.push({ scale })
    else return undefined
  }
  return signs
}

/** Takes the noise of binary fractions away. */
export const round = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))
