import type { GoalKind, GoalTerms } from './goal.ts'
import { isKpi, kpis, measureFacts } from './kpis.ts'
import type { DraftRefusal, NumberField } from './refusals.ts'
import type { LocalDate } from './types.ts'

/** What a goal's terms may not be, field by field. */

export const MOST_TITLE_CHARACTERS = 150
export const LARGEST_NUMBER = 1e15

export function titleFaults(title: string): readonly DraftRefusal[] {
  // A title of joiners, control marks and blanks shows nothing.
  if (!/[^\p{C}\p{Z}]/u.test(title)) return [{ kind: 'title-missing' }]
  const length = [...title.trim()].length
  if (length <= MOST_TITLE_CHARACTERS) return []
  return [{ kind: 'title-too-long', length, most: MOST_TITLE_CHARACTERS }]
}

export function dateFaults({ start, due }: GoalTerms, today: LocalDate): readonly DraftRefusal[] {
  if (due <= start) return [{ kind: 'due-before-start', start, due }]
  return due < today ? [{ kind: 'due-in-past', due, today }] : []
}

export function numberFaults(draft: GoalTerms): readonly DraftRefusal[] {
  const faults = usedFields[draft.kind].flatMap((use) => fieldFault(draft, use) ?? [])
  // Numbers that are wrong by themselves are not compared with each other.
  return faults.length > 0 ? faults : relationFaults(draft)
}

type OwnNumber = Exclude<NumberField, 'value' | 'history'>
interface Use {
  readonly field: OwnNumber
  readonly isRequired: boolean
}
const required = (field: OwnNumber): Use => ({ field, isRequired: true })
const optional = (field: OwnNumber): Use => ({ field, isRequired: false })

const usedFields: Readonly<Record<GoalKind, readonly Use[]>> = {
  reach: [required('baseline'), required('target')],
  cumulative: [optional('baseline'), required('target')],
  cadence: [required('target')],
  maintain: [optional('low'), optional('high')],
  milestone: [],
}

function fieldFault(draft: GoalTerms, { field, isRequired }: Use): DraftRefusal | undefined {
  const value = draft[field]
  if (value === undefined) return isRequired ? { kind: 'number-missing', field } : undefined
  if (Number.isNaN(value)) return { kind: 'number-unreadable', field, typed: String(value) }
  if (Math.abs(value) > LARGEST_NUMBER) return { kind: 'number-too-large', field }
  if (isImpossiblePercent(draft, value)) return { kind: 'percent-out-of-range', field, value }
  if (value < 0 && !mayBeNegative(draft)) return { kind: 'number-negative', field }
  if (!Number.isInteger(value) && countsWholeThings(draft)) return { kind: 'number-not-whole', field }
  return undefined
}

const isImpossiblePercent = ({ unit, measure }: GoalTerms, value: number) =>
  unit.kind === 'percent' && !measureFacts(measure).isUnbounded && (value < 0 || value > 100)

/** Money and shares may be lost, and a bare number may be a score; things, hours and what adds up may not. */
function mayBeNegative({ unit, kind }: GoalTerms): boolean {
  if (kind === 'cumulative' || kind === 'cadence' || unit.kind === 'time') return false
  return unit.kind !== 'count' || unit.noun === undefined
}

/** Deals are whole. A level or range may be an average (4.5 stars), a bare number anything. */
const countsWholeThings = ({ unit, kind }: GoalTerms) =>
  unit.kind === 'count' && unit.noun !== undefined && (kind === 'cumulative' || kind === 'cadence')

function relationFaults(draft: GoalTerms): readonly DraftRefusal[] {
  switch (draft.kind) {
    case 'reach':
    case 'cumulative':
    case 'cadence':
      return targetFaults(draft)
    case 'maintain':
      return boundFaults(draft)
    case 'milestone':
      return []
  }
}

/** A rhythm begins from nothing; "at most none a week" is one. */
function targetFaults(draft: GoalTerms): readonly DraftRefusal[] {
  const { kind, measure, direction, baseline, target } = draft
  if (target === undefined || (kind === 'cadence' && direction === 'down')) return []
  const way = target - (kind === 'cadence' ? 0 : (baseline ?? 0))
  if (way === 0) return [{ kind: 'already-at-target', target }]
  const better = isKpi(measure) ? kpis[measure].direction : undefined
  const isAgainst = better !== undefined && way > 0 !== (better === 'up')
  return isAgainst ? [{ kind: 'against-direction', better }] : []
}

function boundFaults({ low, high }: GoalTerms): readonly DraftRefusal[] {
  if (low === undefined && high === undefined) return [{ kind: 'bounds-missing' }]
  if (low === undefined || high === undefined || low <= high) return []
  return [{ kind: 'bounds-crossed', low, high }]
}
