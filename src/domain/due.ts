import { type Calendar, dateOf, nextYearly } from './due/calendar.ts'
import { chinese } from './due/chinese.ts'
import { english } from './due/english.ts'
import type { DueKind, Rule } from './due/rule.ts'
import type { LocalDate } from './types.ts'

/** A deadline found in a text. */
export interface DuePhrase {
  /** Where it stands, with `by` or `within`. */
  readonly from: number
  readonly to: number
  readonly kind: DueKind
  /** Absent for an event without a date. */
  readonly due: LocalDate | undefined
  /** `6/10` may be two days: worth asking. */
  readonly isAmbiguous: boolean
}

const numeric: readonly Rule[] = [
  {
    pattern:
      /(?<![\d.,/-])(?:(?:by|before|until|till?|due|on) )?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])(?:前|之前|以前)?/giu,
    kind: 'date',
    due: ([, year, month, day]) => dateOf(Number(year), Number(month), Number(day)),
  },
  {
    pattern:
      /(?<![\d.,/-])(?:(?:by|before|until|till?|due|on) )?(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/%-])(?:前|之前|以前)?/giu,
    kind: 'date',
    due: slashed,
    isSure: (text) => /\//.test(text) || /\d\.\d{1,2}\.\d/.test(text),
  },
]

const rules = [...english, ...chinese, ...numeric]

/** What speaks of the past, of how often, or of where something starts is no deadline. */
const notAhead =
  /(?:since|from|last|previous|past|every|each|per|after|starting|as of|ago|上個?|每|去年|從|自) ?(?:the |one |個|一)?$/iu

/**
 * Every deadline in a text that is normalised (NFKC), in its order; where two overlap, the longer one. Days resolve on the
 * reader's calendar; months and days that have passed are next year's. Text beyond 2,000 characters is not looked at.
 */
export function findDues(text: string, calendar: Calendar): readonly DuePhrase[] {
  return findDuePhrases(text, calendar).filter(({ due, kind }) => due !== undefined || kind === 'event')
}

/** With days that do not exist, such as 30 February: they have no date, and are no amounts either. */
export function findDuePhrases(text: string, calendar: Calendar): readonly DuePhrase[] {
  const looked = text.slice(0, 2_000).toLowerCase()
  const found = rules.flatMap((rule) => matchesOf(rule, looked, calendar))
  const byLength = found.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  const kept: DuePhrase[] = []
  for (const phrase of byLength) {
    if (kept.every((other) => phrase.to <= other.from || phrase.from >= other.to)) kept.push(phrase)
  }
  return kept.toSorted((a, b) => a.from - b.from)
}

/** The deadline: the last one, since goals end with theirs; one with a date before one without. */
export function readDue(text: string, calendar: Calendar): DuePhrase | undefined {
  return deadlineOf(findDues(text, calendar))
}

export const deadlineOf = (phrases: readonly DuePhrase[]): DuePhrase | undefined =>
  phrases.findLast(({ due }) => due !== undefined) ?? phrases.at(-1)

function matchesOf(rule: Rule, lower: string, calendar: Calendar): readonly DuePhrase[] {
  return [...lower.matchAll(rule.pattern)].flatMap((match): DuePhrase[] => {
    const [phrase] = match
    const from = match.index
    const said = phrase.trim()
    if (rule.needs !== undefined && !rule.needs.test(said)) return []
    if (rule.isSure !== undefined && !rule.isSure(said)) return []
    if (notAhead.test(lower.slice(Math.max(0, from - 24), from))) return []
    if (saysNow(said, lower.slice(Math.max(0, from - 24), from), lower.slice(from + phrase.length))) return []
    const due = rule.due(match as unknown as readonly string[], calendar)
    return [{ from, to: from + phrase.length, kind: rule.kind, due, isAmbiguous: isAmbiguous(said) }]
  })
}

/** "From 25% this week", "today 90 kg": when a number was read, not by when. */
const saysNow = (said: string, before: string, behind: string) =>
  /^(?:today|this week|this month|今天|這週|本週)$/.test(said) &&
  (/\bfrom [^ ]{1,12} ?$/.test(before) || /^,? ?(?:at |is |we're |it's )?[$€£]?\d/.test(behind))

/** `6/10` in the order of the reader's country; a year of two digits is this century's. */
function slashed(
  [, first, mark, second, year]: readonly string[],
  calendar: Calendar,
): LocalDate | undefined {
  const [a, b] = [Number(first), Number(second)]
  const dayFirst = mark === '.' || (calendar.isDayFirst && b <= 12) || a > 12
  const [day, month] = dayFirst ? [a, b] : [b, a]
  if (year === undefined) return nextYearly(month, day, calendar)
  return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
}

/** Both numbers may be the month. */
function isAmbiguous(text: string): boolean {
  const found = /(?<!\d)(\d{1,2})\/(\d{1,2})(?!\/\d{1,2}\/)(?!\d)/.exec(text)
  if (found === null || /\d{4}\/\d/.test(text)) return false
  const [a, b] = [Number(found[1]), Number(found[2])]
  return a <= 12 && b <= 12 && a !== b
}
