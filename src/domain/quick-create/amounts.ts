import { chineseNumerals } from '../amount/chinese-number.ts'
import { type Scanned, scanAmount } from '../amount/scan.ts'

/** An amount of a sentence, where it stands in it. */
export interface FoundAmount extends Scanned {
  readonly from: number
}

/** Private signs that stand for amounts, so that patterns can speak of "from this to that". */
const FIRST_SIGN = 0xf800
const MOST_AMOUNTS = 60

/** Any amount, in a pattern over signed text. */
export const A = '[\\uF800-\\uF84F]'
export const indexOf = (sign: string | undefined) =>
  sign === undefined ? -1 : sign.charCodeAt(0) - FIRST_SIGN

export interface Signed {
  /** The sentence with each amount as one sign. */
  readonly text: string
  readonly amounts: readonly FoundAmount[]
}

/** Certificates, grades and rounds are names, not amounts. */
const named =
  /(?<![\p{L}\d])(?:soc|iso|b|c|a|level|type|tier|phase|version|v|pmp|year|grade(?! ?(?:\d{3,}|[2-9]\d|1[4-9])(?!\d))|stage|q|h|route|room|form|g|unit|chapter|series|round|step|module|top|covid|web|gpt|l|n|p) ?-?\d+(?:\.\d+)*(?: \d+)?(?![\d%])|iso ?\d+|\d+\/7(?!\d)|\d+ ?k (?:run|race|time)|[第]\s?[\d一二三四五六七八九十]+\s?[名屆版期章階級代]?|\d+d\b(?= print)|[a-z]+-?\d+[a-z]*(?![\d%.])/giu

/** Found in normalised text. Digits of names are left out. */
export function signed(text: string): Signed {
  const masked = text.replace(named, (name) => name.replace(/[\d一二三四五六七八九十]/g, 'x'))
  const amounts: FoundAmount[] = []
  let out = ''
  let at = 0
  while (at < text.length) {
    const isOpen = amounts.length < MOST_AMOUNTS && mayBegin(masked, at)
    const found = isOpen ? (scanAmount(masked, at) ?? glued(masked, at) ?? inWord(masked, at)) : undefined
    if (found === undefined || isWord(masked, at, found)) {
      out += text[at]
      at += 1
      continue
    }
    out += String.fromCharCode(FIRST_SIGN + amounts.length)
    amounts.push({ ...grouped(found), from: at })
    at = found.end
  }
  return { text: out, amounts }
}

/** `900ms`, `73kg`, `3x/week`, `10k/episode`: the letters are what is counted. */
function glued(text: string, at: number): Scanned | undefined {
  sticky.lastIndex = at
  const digits = sticky.exec(text)?.[0]
  const read = digits === undefined ? undefined : scanAmount(digits, 0)
  return read === undefined || read.end !== digits?.length ? undefined : { ...read, end: at + read.end }
}
const sticky =
  /[$€£]?\d[\d.,]{0,15}(?:k(?!g|m|w))?(?=(?:ms|kg|g|km|cm|mm|ml|l|mb|gb|tb|lbs?|kwh|kw|mph|pts?|s|secs?|x(?=\/| (?:a|per|each|every|times)\b))(?!\p{L})|\/\p{L}|°)/iuy

/** "Zero missed rounds", "twice a week", "one safety walk a month". */
function inWord(text: string, at: number): Scanned | undefined {
  if (/[\p{L}-]/u.test(text[at - 1] ?? '')) return undefined
  words.lastIndex = at
  const word = words.exec(text)?.[0].toLowerCase()
  const value = word === undefined ? undefined : values[word]
  return value === undefined || word === undefined
    ? undefined
    : {
        value,
        other: undefined,
        sign: undefined,
        unit: undefined,
        isClock: false,
        isScaled: false,
        end: at + word.length,
      }
}
const words =
  /(?:zero|one)(?= (?!of|day|more than|thing)[a-z])|(?:once|twice)(?= *(?:a|per|every|each|\/|$|\s\s))/iy
const values: Readonly<Record<string, number>> = { zero: 0, one: 1, once: 1, twice: 2 }

/** Money has no three decimals: `50.000 €` is fifty thousand. */
const grouped = (found: Scanned): Scanned =>
  found.other !== undefined && found.unit?.kind === 'currency' ? { ...found, value: found.other } : found

function mayBegin(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  if (/[\d.,]/.test(before) && /[\d.,]/.test(text[at] ?? '')) return false
  // "10-14" is a span, no minus.
  if (text[at] === '-' && /[\p{L}\p{N}%]/u.test(before)) return false
  return !/[\p{Script=Latin}'_]/u.test(before)
}

/** What follows a Chinese numeral that counts something. */
const counted =
  /^ ?(?:[個个件張位篇家次分人筆封名場通所公本部台組條項隻棵盒箱堂節單份支杯瓶輛間棟頁字公斤公里步道坪戶場倍%元塊天日週周季年小時分鐘]|美|台幣|新台)/

const beginsChinese = new RegExp(`^[${chineseNumerals}]`)

/** 一切, 統一, 週三: a numeral in a word is none. */
function isWord(text: string, at: number, { end, unit }: Scanned): boolean {
  const numeral = text.slice(at, end)
  if (!beginsChinese.test(numeral)) return false
  if (/[第週周期拜統唯每下上其之另]/.test(text[at - 1] ?? '')) return true
  if (unit !== undefined || (/[十百千萬億]/.test(numeral) && numeral.length > 1)) return false
  return !counted.test(text.slice(end, end + 3)) || /^一(?:次性|分鐘都|個人)/.test(text.slice(at, at + 4))
}
