import { round } from './amount/chinese-number.ts'
import { readAmount } from './amount.ts'
import type { Calendar } from './due/calendar.ts'
import type { Direction, GoalKind, Measure } from './goal.ts'
import { type FoundAmount, signed } from './quick-create/amounts.ts'
import { type Clauses, clausesOf } from './quick-create/clauses.ts'
import { kpiNamed } from './quick-create/kpi-named.ts'
import { metricOf, nounBehind } from './quick-create/metric.ts'
import { type Numbers, numbersOf } from './quick-create/numbers.ts'
import { isContrary, type Read, type Shape, shapeOf } from './quick-create/shape.ts'
import { openingOf } from './quick-create/verbs.ts'
import { cleaned } from './reply/clean.ts'
import { splitGoals } from './smart/goal-text.ts'
import type { LocalDate } from './types.ts'
import { asUnit, type UnitSaid } from './unit.ts'

/** What the sentence leaves open or says in a way that may mean two things. */
export type Doubt = 'metric' | 'baseline' | 'target' | 'due' | 'date' | 'two-goals' | 'numbers'

/** A goal as one sentence says it, domain.md §7.4. What the sentence does not say is absent. */
export interface GoalSentence {
  /** The sentence without its deadline, reason and way to get there. */
  readonly title: string
  readonly metric: string | undefined
  /** The catalogue's KPI where the metric names one; else the custom measure of its kind. */
  readonly measure: Measure
  readonly kind: GoalKind
  readonly direction: Direction
  /** `%`, an ISO code, `hours`, or the noun that is counted; absent for a plain number. */
  readonly unit: string | undefined
  /** In the unit; percent in points. */
  readonly baseline: number | undefined
  readonly target: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
  /** By how much, where no value to reach is said; points where the metric is a percentage or a count. */
  readonly change: { readonly percent: number } | { readonly points: number } | undefined
  readonly every: Clauses['every']
  readonly due: LocalDate | undefined
  readonly lever: string | undefined
  readonly why: string | undefined
  /** Most important first; nothing is guessed in silence. */
  readonly unsure: readonly Doubt[]
}

/** A goal is one sentence; what stands behind so many characters is no part of it. */
const MOST = 800

/**
 * Reads a sentence such as `Reduce churn from 45% to 20% by end of next quarter by extending trials`, in English or Chinese.
 * Dates are the speaker's: `calendar.today` in their zone, `6/10` in their country's order. Throws nothing.
 */
export function parseGoalSentence(typed: string, calendar: Calendar): GoalSentence {
  const { text: clean, restored } = cleaned(
    typed.slice(0, MOST).replace(/<(?:https?|mailto):[^<>|\n]*\|([^<>\n]*)>/g, '$1'),
  )
  const text = spaced(clean)
  const clauses = clausesOf(text, calendar)
  const { text: sentence, amounts } = signed(firstGoal(clauses.rest))
  const lower = sentence.toLowerCase()
  const numbers = numbersOf(lower, amounts.length, {
    isPercent: (index) => amounts[index]?.unit?.kind === 'percent',
    isPoints: (index) =>
      amounts[index]?.unit?.kind === 'points' || /^po?in?ts?$/.test(nounBehind(lower, index) ?? ''),
    isSigned: (index) => amounts[index]?.sign !== undefined,
  })
  const metric = metricOf(sentence)
  const said = unitOf(numbers, amounts)
  const shape = shapeOf({ lower, numbers, amounts, clauses, metric, said })
  const noun = said === undefined ? nounOf(lower, numbers, amounts) : undefined
  const values = valuesOf(numbers, amounts, shape)
  return {
    title: titleOf(text, clauses, restored),
    metric: metric === undefined ? undefined : restored(metric),
    measure: kpiNamed(metric, said, shape.kind) ?? customOf(shape.kind),
    kind: shape.kind,
    direction: shape.direction,
    unit: said === undefined ? noun : unitName(said, typed),
    ...values,
    every: clauses.every,
    due: clauses.due?.due,
    lever: clauses.lever === undefined ? undefined : restored(clauses.lever) || undefined,
    why: clauses.why === undefined ? undefined : restored(clauses.why) || undefined,
    unsure: doubtsOf({ lower, numbers, amounts, clauses, metric, said, shape, values }),
  }
}

/** Arrows and spans stand by themselves, so that `31->45` and `2~5` are two numbers each. */
const spaced = (text: string) =>
  inMinutes(text)
    .replaceAll('\n', ' ')
    .replace(/ ?-> ?/g, ' -> ')
    .replace(
      /(?<![\d-]|\d[./])(\d{1,4}(?:[.,]\d{1,3})?%?)(?:-|~)(?=\d{1,4}(?:[.,]\d+)?(?![\d-]|[./]\d))/g,
      '$1 ~ ',
    )

/** "From 27m30s to 20m": beside minutes and seconds an m is no million. */
function inMinutes(text: string): string {
  const clock = /(?<!\d)(\d{1,4})m ?(\d{1,2})s(?![\p{L}\d])/giu
  if (text.search(clock) === -1) return text
  return text
    .replace(clock, (_, minutes: string, seconds: string) => {
      const whole = Number(minutes) + Number(seconds) / 60
      return `${Math.round(whole * 100) / 100} minutes`
    })
    .replace(/(?<=\d)m(?![\p{L}\d])/giu, ' minutes')
}

/** Of two goals in one sentence the first; its form says that there are two. */
const firstGoal = (rest: string): string => {
  const lower = rest.toLowerCase()
  const parts = splitGoals(rest)
  return parts?.[0] ?? rest.slice(0, secondVerbAt(lower) ?? rest.length)
}

/** "Hire 4 drivers, reduce fuel cost to …": a comma, a verb, and a number on both sides. */
function secondVerbAt(lower: string): number | undefined {
  for (const comma of lower.matchAll(/[,;] +/g)) {
    const behind = lower.slice(comma.index + comma[0].length)
    const isBoth = /\d/.test(lower.slice(0, comma.index)) && /\d/.test(behind)
    if (isBoth && openingOf(behind) !== '') return comma.index
  }
  return undefined
}

type Values = Pick<GoalSentence, 'baseline' | 'target' | 'low' | 'high' | 'change'>
const nothing: Values = {
  baseline: undefined,
  target: undefined,
  low: undefined,
  high: undefined,
  change: undefined,
}

function valuesOf(numbers: Numbers, amounts: readonly FoundAmount[], shape: Shape): Values {
  const valueAt = (index: number) => amounts[index]?.value
  switch (numbers.kind) {
    case 'none':
      return nothing
    case 'between':
      return { ...nothing, low: valueAt(numbers.low), high: valueAt(numbers.high) }
    case 'from-to':
      return { ...nothing, baseline: valueAt(numbers.from), target: valueAt(numbers.to) }
    case 'change-to':
      return { ...nothing, target: valueAt(numbers.to), baseline: beforeChange(amounts, numbers, shape) }
    case 'factor': {
      if (numbers.to !== undefined) return { ...nothing, target: valueAt(numbers.to) }
      const isDown = shape.direction === 'down'
      const percent = isDown && numbers.percent > 0 ? -numbers.percent : numbers.percent
      return { ...nothing, change: { percent } }
    }
    case 'change':
      return {
        ...changed(amounts[numbers.by], shape),
        baseline: numbers.from === undefined ? undefined : valueAt(numbers.from),
      }
    case 'absolute': {
      const value = valueAt(numbers.at)
      if (shape.kind !== 'maintain') return { ...nothing, target: value }
      return shape.bound === 'high' ? { ...nothing, high: value } : { ...nothing, low: value }
    }
  }
}

/** Where a change began that is said with its end; undefined where a percentage may be points of the end or a share of it. */
function beforeChange(
  amounts: readonly FoundAmount[],
  { by, to }: Extract<Numbers, { kind: 'change-to' }>,
  { direction }: Shape,
): number | undefined {
  const [change, end] = [amounts[by], amounts[to]]
  if (change === undefined || end === undefined) return undefined
  const size = direction === 'down' ? -Math.abs(change.value) : Math.abs(change.value)
  if (change.unit?.kind !== 'percent') return round(end.value - size)
  return end.unit?.kind === 'percent' || size <= -100 ? undefined : round(end.value / (1 + size / 100))
}

function changed(amount: FoundAmount | undefined, { kind, direction }: Shape): Values {
  if (amount === undefined) return nothing
  if (kind === 'cumulative') return { ...nothing, target: amount.value }
  const size = Math.abs(amount.value)
  const by = direction === 'down' ? -size : size
  return { ...nothing, change: amount.unit?.kind === 'percent' ? { percent: by } : { points: by } }
}

/** The amounts that the goal's numbers come from. */
function used(numbers: Numbers): readonly number[] {
  switch (numbers.kind) {
    case 'none':
      return []
    case 'factor':
      return numbers.to === undefined ? [] : [numbers.to]
    case 'change-to':
      return [numbers.to]
    case 'from-to':
      return [numbers.from, numbers.to]
    case 'between':
      return [numbers.low, numbers.high]
    case 'change':
      return numbers.from === undefined ? [numbers.by] : [numbers.from, numbers.by]
    case 'absolute':
      return [numbers.at]
  }
}

function unitOf(numbers: Numbers, amounts: readonly FoundAmount[]): UnitSaid | undefined {
  const own = used(numbers).flatMap((index) => amounts[index]?.unit ?? [])
  // "by 20 %" says nothing of what is counted.
  if (numbers.kind === 'change') return own.find(({ kind }) => kind !== 'percent')
  return own[0]
}

function nounOf(lower: string, numbers: Numbers, amounts: readonly FoundAmount[]): string | undefined {
  const indices = used(numbers)
  const isShare = numbers.kind === 'change' && amounts[numbers.by]?.unit?.kind === 'percent'
  if (isShare) return undefined
  return indices
    .toReversed()
    .map((index) => nounBehind(lower, index))
    .find((noun) => noun !== undefined)
}

/** Dollars are Taiwan's where the sentence is Chinese. */
function unitName(said: UnitSaid, typed: string): string {
  const unit = asUnit(said)
  // Pounds that are lost or lifted are no money.
  if (/\bpounds?\b/i.test(typed) && /\b(?:lose|gain|lift|weigh\w*|muscle|bench|squat|press)\b/i.test(typed))
    return 'pounds'
  switch (unit.kind) {
    case 'percent':
      return '%'
    case 'currency':
      return said.kind === 'currency' && said.codes.includes('TWD') && /\p{Script=Han}/u.test(typed)
        ? 'TWD'
        : unit.code
    case 'time':
      return unit.in
    case 'count':
      return unit.noun ?? ''
  }
}

function customOf(kind: GoalKind): Measure {
  switch (kind) {
    case 'cumulative':
      return 'custom-total'
    case 'cadence':
      return 'custom-cadence'
    case 'maintain':
      return 'custom-range'
    case 'milestone':
      return 'deliverable'
    case 'reach':
      return 'custom-level'
  }
}

const MOST_TITLE = 150

function titleOf(text: string, clauses: Clauses, restored: (piece: string) => string): string {
  const due = clauses.due
  // What could not be read as a day stays, so that nothing is lost.
  const cut = due?.due === undefined ? text : `${text.slice(0, due.from)} ${text.slice(due.to)}`
  const lever = clauses.lever
  const kept = restored(lever === undefined ? cut : withoutLever(cut, lever))
    .replace(/\s+/g, ' ')
    .replace(/\s+([,，.。])/g, '$1')
    .replace(/(?:[\s,，.。;；]|\b(?:by|within|until|before|due|through|via|using)|透過|藉由|靠|利用)+$/iu, '')
    .replace(/^[\s,，.。;；、]+/u, '')
  const title = kept === '' ? restored(text) : kept
  const first = title[0] ?? ''
  return [...(first.toUpperCase() + title.slice(1))].slice(0, MOST_TITLE).join('')
}

function withoutLever(text: string, lever: string): string {
  const at = text.replace(/\s+/g, ' ').indexOf(lever)
  if (at === -1) return text
  const tidy = text.replace(/\s+/g, ' ')
  const lead = tidy
    .slice(0, at)
    .replace(
      /(?:\b(?:mainly |mostly |simply )?(?:by|through|via|using|with the help of|by means of|by way of|thanks to)|[作做]法是|方[法式]是|[作做]法:|透過|藉由|藉著|憑藉|憑|利用|運用|靠著?|用)\s*:?\s*$/iu,
      '',
    )
  return `${lead} ${tidy.slice(at + lever.length)}`
}

function doubtsOf(read: Read & { readonly shape: Shape; readonly values: Values }): readonly Doubt[] {
  const { shape, values, metric, clauses, numbers, amounts, lower } = read
  const isNumberless = shape.kind !== 'milestone' && numbers.kind === 'none'
  const { baseline, target, change } = values
  const own = used(numbers)
  const isOdd = own.some(
    (index) => amounts[index]?.other !== undefined || Math.abs(amounts[index]?.value ?? 0) > 1e15,
  )
  const doubts: readonly (readonly [Doubt, boolean])[] = [
    ['metric', metric === undefined],
    [
      'two-goals',
      splitGoals(clauses.rest) !== undefined || secondVerbAt(clauses.rest.toLowerCase()) !== undefined,
    ],
    ['target', isNumberless || (baseline !== undefined && baseline === target)],
    ['numbers', isOdd || (numbers.kind !== 'change-to' && alternatives(lower, own)) || isContrary(read)],
    ['baseline', baseline === undefined && (change !== undefined || numbers.kind === 'change-to')],
    ['due', clauses.due?.due === undefined],
    ['date', clauses.due?.isAmbiguous === true],
  ]
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []))
}

/** `to 30% or 40%`, `2-3 posts` */
const alternatives = (lower: string, own: readonly number[]) =>
  own.length === 1 &&
  /[\uF800-\uF84F][^\uF800-\uF84F,;]{0,12}(?: or | to |-|~|或|還是|到)[^\uF800-\uF84F,;]{0,12}[\uF800-\uF84F]/u.test(
    lower,
  )

/** What a relative goal comes to once the value of today is known. */
export function targetFrom(change: NonNullable<GoalSentence['change']>, baseline: number): number {
  return round('points' in change ? baseline + change.points : baseline * (1 + change.percent / 100))
}

/** A number field's text, or undefined where there is no number in it. */
export function valueTyped(typed: string | undefined): number | undefined {
  const read = typed === undefined ? undefined : readAmount(typed, undefined)
  return read?.ok ? read.value.value : undefined
}
