import type { Direction, Measure, Unit } from './goal.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Cadence, Instant, KpiId, PersonId } from './types.ts'
import { readUnit } from './unit.ts'

/** A KPI that a workspace defined beside the catalogue. */
export interface CustomKpi {
  readonly id: KpiId
  readonly name: string
  /** `cumulative` adds up over the window; `reach` is a level that is read. */
  readonly kind: 'reach' | 'cumulative'
  readonly direction: Exclude<Direction, 'keep'>
  readonly unit: Unit
  /** The unit as it was typed, for the goal form's field. */
  readonly unitTyped: string
  readonly cadence: Cadence
  readonly formula: string | undefined
  /** What must not suffer for it. */
  readonly guard: string | undefined
  readonly createdBy: PersonId
  readonly createdAt: Instant
}

/** The form as it was filled in. */
export interface TypedKpi {
  readonly name: string | undefined
  readonly kind: CustomKpi['kind']
  readonly direction: CustomKpi['direction']
  readonly unit: string | undefined
  readonly cadence: Cadence
  readonly formula: string | undefined
  readonly guard: string | undefined
}

export type KpiDraft = Omit<CustomKpi, 'id' | 'createdBy' | 'createdAt'>

export type KpiRefusal =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'too-many'; readonly most: number }

/** Fits an option of Slack's select. */
const MOST_NAME = 60
const MOST_WORDS = 300
/** Slack shows no more options beside the catalogue's. */
export const MOST_KPIS = 50

/** Reads the form against the workspace's other KPIs; names differ in more than capitals and blanks. */
export function kpiFrom(
  typed: TypedKpi,
  others: readonly Pick<CustomKpi, 'name'>[],
): Result<KpiDraft, KpiRefusal> {
  const name = oneLine(typed.name ?? '', MOST_NAME)
  if (name === '') return refuse({ kind: 'name-missing' })
  if (others.length >= MOST_KPIS) return refuse({ kind: 'too-many', most: MOST_KPIS })
  if (others.some((other) => plain(other.name) === plain(name))) return refuse({ kind: 'name-taken' })
  const unitTyped = oneLine(typed.unit ?? '', 40)
  return ok({
    name,
    kind: typed.kind,
    // What adds up is better when it is more.
    direction: typed.kind === 'cumulative' ? 'up' : typed.direction,
    unit: readUnit(unitTyped),
    unitTyped,
    cadence: typed.cadence,
    formula: words(typed.formula),
    guard: words(typed.guard),
  })
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
const oneLine = (typed: string, most: number) =>
  [...typed.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, most).join('')
const words = (typed: string | undefined) => oneLine(typed ?? '', MOST_WORDS) || undefined

/** The goal form's measure that goes with it. */
export const measureOfKpi = ({
  kind,
}: Pick<CustomKpi, 'kind'>): Extract<Measure, 'custom-level' | 'custom-total'> =>
  kind === 'cumulative' ? 'custom-total' : 'custom-level'
