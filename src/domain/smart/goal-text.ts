import type { Calendar } from '../due/calendar.ts'
import { type DuePhrase, deadlineOf, findDues } from '../due.ts'
import * as words from './words.ts'

/** What a goal's text says about itself, before anything is judged. */
export interface GoalText {
  /** Without deadlines, reasons and ways to get there. */
  readonly what: string
  readonly verb: string
  readonly numbers: number
  /** `from 25% to 30%` or `25% → 30%`. */
  readonly hasFromTo: boolean
  /** By how much, without a value to reach: `+20%`, `double`. */
  readonly isRelative: boolean
  readonly isPercentMetric: boolean
  readonly isTwoGoals: boolean
  readonly hasObject: boolean
  readonly isVague: boolean
  readonly isActivity: boolean
  readonly isOutput: boolean
  readonly isFinishing: boolean
  readonly hasLever: boolean
  readonly hasReason: boolean
  readonly due: DuePhrase | undefined
  readonly hasCadence: boolean
  readonly hasSoftTime: boolean
}

/** A goal is one sentence: what stands behind so many characters is no part of it. */
const MOST = 800

export function readGoalText(typed: string, calendar: Calendar): GoalText {
  const text = typed.slice(0, MOST).normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  const hasCadence = text.search(words.cadence) >= 0
  const dues = findDues(
    text.replaceAll(words.cadence, (found) => ' '.repeat(found.length)),
    calendar,
  )
  const undated = withoutDues(text, dues)
  const lever = words.levers.exec(undated)
  const reason = words.reasons.exec(text)
  const end = Math.min(lever?.index ?? text.length, reason?.index ?? text.length)
  const what = undated.slice(0, end).replaceAll(words.cadence, ' ').replace(words.softTime, ' ').trim()
  const verb = verbOf(what)
  const measured = what.replaceAll(named, ' ')
  const hasFromTo = fromTo.test(measured)
  const numbers = [...measured.matchAll(number)].length
  return {
    what,
    verb,
    numbers,
    hasFromTo,
    isRelative: !hasFromTo && isRelative(measured, verb),
    isPercentMetric: words.percentMetrics.test(what),
    isTwoGoals: splitGoals(measured) !== undefined,
    hasObject: objectOf(what, verb) !== '',
    isVague: isVague(what, verb),
    isActivity: numbers > 0 && !hasFromTo && isActivity(what, verb),
    isOutput: words.outputVerbs.test(verb) || words.outputVerbs.test(chineseOf(what)),
    isFinishing: isFinished(what, verb),
    hasLever: lever !== null,
    hasReason: reason !== null,
    due: deadlineOf(dues),
    hasCadence,
    hasSoftTime: words.softTime.test(text),
  }
}

const isFinished = (what: string, verb: string) =>
  words.finishingVerbs.test(verb) || words.finishingVerbs.test(chineseOf(what))

/** Whether a sentence in small letters speaks of something that is done or not done. */
export function isFinishing(text: string): boolean {
  const what = text.trim()
  const verb = verbOf(what)
  return (
    isFinished(what, verb) ||
    words.outputVerbs.test(verb) ||
    words.outputVerbs.test(chineseOf(what)) ||
    /\b(?:obtained|completed|launched|shipped|signed off|finished|live|published|approved|passed|done|certified|installed|delivered|ready)[.!]?$/.test(
      what,
    )
  )
}

/** Certificates and grades are names, not amounts. */
const named =
  /\b(?:soc|iso|b|c|a|level|type|tier|phase|version|v|pmp|year|grade(?! ?(?:\d{3,}|[2-9]\d|1[4-9])(?!\d))|stage|q) ?-?\d+\b|iso ?\d+|[第]\s?\d+\s?[名屆版期]/g
const number =
  /(?<![\p{Script=Latin}\d])[$€£¥]? ?\d[\d,.']*|(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|once|twice|double|triple|halve|half)(?![a-z])|[一二兩三四五六七八九十百千萬億]{1,6}\s?(?:成|倍|[個件張位篇家次分人筆封名場通所公本部台小萬億])|翻倍|加倍|減半/gu
const fromTo =
  /\bfrom [^ ]+(?: [^ ]+){0,3}? (?:down |up )?to |\d ?[^ ]{0,6} ?(?:->|→|➜) ?[^ ]*\d|[從由自] ?[^，,。到至降升]{1,12}[^，,。]{0,8}[到至為]/u

function withoutDues(text: string, dues: readonly DuePhrase[]): string {
  let left = text
  for (const { from, to } of dues.toReversed()) {
    left = `${left.slice(0, from)}${' '.repeat(to - from)}${left.slice(to)}`
  }
  return left
}

/** The first word, or the first Chinese clause up to its object. */
function verbOf(what: string): string {
  const clean = what.replace(/^[\s,，.:;-]+/, '')
  const two = /^(?:get better|work on|focus on|roll out|set up|get certified|look into|speed up)\b/.exec(
    clean,
  )
  if (two !== null) return two[0]
  return /^[a-z-]+/.exec(clean)?.[0] ?? clean.slice(0, 4)
}

const chineseOf = (what: string) => what.replaceAll(/[^\p{Script=Han}]+/gu, ' ')
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

function objectOf(what: string, verb: string): string {
  return what
    .replace(/^[\s,，.:;-]+/, '')
    .replace(isChinese(verb) ? '' : verb, ' ')
    .replace(words.vagueChinese, ' ')
    .replaceAll(words.vagueThings, ' ')
    .replaceAll(words.stopWords, ' ')
    .replaceAll(/[\d\s%$€£.,，。:;!?'"()/+-]+/g, '')
}

function isVague(what: string, verb: string): boolean {
  if (!isChinese(what)) return words.vagueVerbs.test(verb) || words.lightVerbs.test(verb)
  return words.vagueChinese.test(what)
}

function isActivity(what: string, verb: string): boolean {
  if (words.activityVerbs.test(verb) || words.activityVerbs.test(chineseOf(what).trim())) return true
  const opensWithNumber = /^[\d\s]/.test(what)
  const isPlain = opensWithNumber || words.lightVerbs.test(verb)
  return (isPlain || isChinese(what)) && words.activities.test(what)
}

function isRelative(measured: string, verb: string): boolean {
  if (
    /\b(?:double|triple|halve|quadruple|by half|by a (?:quarter|third|fifth))\b|翻倍|加倍|減半|倍增/.test(
      measured,
    )
  )
    return true
  const isChange = words.upDown.test(verb) || words.upDown.test(chineseOf(measured))
  if (!isChange || !/\d ?%|\d ?percent|成(?![交為長本])/.test(measured)) return false
  // "to 12%", "below 2%" and "at 90%" name a value.
  return !/(?:\bto|below|under|above|over|beyond|at least|at|[到至為])\s?(?:了)?\s?\d[\d.]* ?%|\d ?% ?(?:以下|以上|以內)/.test(
    measured,
  )
}

/** A text with more of them is no sentence. */
const MOST_JOINTS = 20

/** The two goals of a sentence that joins them; undefined where it is one. */
export function splitGoals(text: string): readonly [string, string] | undefined {
  const numbers = [...text.toLowerCase().matchAll(number)]
  const [first = 0, last = 0] = [numbers[0]?.index, numbers.at(-1)?.index]
  const joints = [...text.matchAll(/\b(?:and|plus|as well as)\b|並且|並|同時|以及|且|[;；]/giu)]
    .filter(({ index }) => index > first && index < last)
    .slice(0, MOST_JOINTS)
  for (const joint of joints) {
    const one = text
      .slice(0, joint.index)
      .trimEnd()
      .replace(/[,，;；、]$/, '')
      .trim()
    const two = text.slice(joint.index + joint[0].length).trim()
    const isWhole = (part: string) => part.toLowerCase().search(number) >= 0 && /\p{L}{2}/u.test(part)
    if (isWhole(one) && isWhole(two)) return [one, two]
  }
  return undefined
}

/** Whether a sentence in small letters opens with a verb that says nothing of what is done. */
export const isVagueGoal = (text: string): boolean => isVague(text.trim(), verbOf(text.trim()))
