import { type AmountRefusal, readAmount } from './amount.ts'
import type { Direction, GoalDraft, Measure, PlanPath, Size, Unit, Visibility } from './goal.ts'
import { isKpi, type MeasureFacts, measureFacts } from './kpis.ts'
import { readHistory } from './past.ts'
import type { DraftRefusal, NumberField, Refusal } from './refusals.ts'
import { ok, type Result, refuse } from './result.ts'
import { isLocalDate } from './time.ts'
import type { ChannelId, GoalId, KpiId, LocalDate, PersonId } from './types.ts'
import { readUnit, unitText } from './unit.ts'

/** The goal form as it was filled in: numbers and days still as typed. */
export interface TypedGoal {
  readonly title: string
  readonly measure: Measure
  /** `deals`, `%`, `EUR`, `hours`; asked for custom measures and for money. */
  readonly unit: string | undefined
  readonly baseline: string | undefined
  readonly target: string | undefined
  readonly low: string | undefined
  readonly high: string | undefined
  /** Earlier values of the metric as pasted: `23, 25, 27`. */
  readonly history: string | undefined
  /** Chosen instead of a measure of one's own. */
  readonly kpi: KpiId | undefined
  readonly start: string | undefined
  readonly due: string | undefined
  readonly channel: ChannelId | undefined
  readonly owner: PersonId | undefined
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly visibility: Visibility
  readonly levers: string | undefined
  readonly why: string | undefined
  readonly parent: GoalId | undefined
  readonly firstStep: string | undefined
  readonly confidence: number | undefined
  readonly size: Size
  readonly isAspirational: boolean
  /** How the plan is expected to go; absent where the form does not ask. */
  readonly path: PlanPath | undefined
}

/** A field that cannot be read, or that nothing can be made without. */
export type DraftFault = DraftRefusal | Extract<Refusal, { kind: 'channel-unknown' }>

/** Reads the form, every unreadable or missing field at once. Whether the goal may be so is `checkDraft`'s business. */
export function draftFrom(typed: TypedGoal): Result<GoalDraft, readonly DraftFault[]> {
  const facts = measureFacts(typed.measure)
  const numbers = numbersFrom(typed, facts)
  const { channel, owner } = typed
  const history = historyFrom(typed, facts, numbers.unit)
  const start = dayFrom(typed.start)
  const due = dayFrom(typed.due)
  const faults: readonly DraftFault[] = [
    ...numbers.faults,
    ...(history.ok ? [] : [history.refusal]),
    ...(start === undefined ? [{ kind: 'date-missing', field: 'start' } as const] : []),
    ...(due === undefined ? [{ kind: 'date-missing', field: 'due' } as const] : []),
    ...(channel === undefined ? [{ kind: 'channel-unknown' } as const] : []),
    ...(owner === undefined ? [{ kind: 'owner-unknown' } as const] : []),
  ]
  const isWhole = start !== undefined && due !== undefined && channel !== undefined && owner !== undefined
  if (!isWhole || !history.ok || faults.length > 0) return refuse(faults)
  const { values, unit } = numbers
  return ok({
    ...values,
    title: oneLine(typed.title),
    measure: typed.measure,
    kind: facts.kind,
    direction: facts.direction ?? directionOf(values),
    unit,
    start,
    due,
    channel,
    owner,
    levers: prose(typed.levers),
    why: prose(typed.why),
    parent: typed.parent,
    firstStep: prose(typed.firstStep),
    confidence: typed.confidence,
    coOwners: typed.coOwners,
    partner: typed.partner,
    visibility: typed.visibility,
    curve: { kind: typed.path ?? 'linear' },
    steps: [],
    size: typed.size,
    isAspirational: typed.isAspirational,
    kpi: isKpi(typed.measure) ? undefined : typed.kpi,
    history: history.value,
    verdict: undefined,
  })
}

type OwnNumber = Exclude<NumberField, 'value' | 'history'>
type Values = { readonly [field in OwnNumber]: number | undefined }

interface ReadNumbers {
  readonly values: Values
  readonly unit: Unit
  readonly faults: readonly DraftRefusal[]
}

const used: Readonly<Record<MeasureFacts['kind'], readonly OwnNumber[]>> = {
  reach: ['baseline', 'target'],
  cumulative: ['baseline', 'target'],
  cadence: ['target'],
  maintain: ['low', 'high'],
  milestone: [],
}

const none: Values = { baseline: undefined, target: undefined, low: undefined, high: undefined }

/** Numbers of fields that the measure does not ask for are left out, as are those of an earlier choice. */
function numbersFrom(typed: TypedGoal, facts: MeasureFacts): ReadNumbers {
  const fields = used[facts.kind]
  const { unit, faults: unitFaults } = unitFrom(typed, facts, fields)
  const read = fields.map((field) => ({ field, read: numberFrom(typed, field, facts, unit) }))
  const values = read.map((one) => [one.field, one.read.ok ? one.read.value : undefined] as const)
  const faults = read.flatMap((one) => (one.read.ok ? [] : [one.read.refusal]))
  return { values: { ...none, ...Object.fromEntries(values) }, unit, faults: [...unitFaults, ...faults] }
}

/** The unit field decides, then the measure, then the first number that names one; money stands in dollars until then. */
function unitFrom(
  typed: TypedGoal,
  facts: MeasureFacts,
  fields: readonly OwnNumber[],
): { readonly unit: Unit; readonly faults: readonly DraftRefusal[] } {
  const known = facts.unit
  if (known !== undefined && known.kind !== 'currency') return { unit: known, faults: [] }
  const named = typed.unit === undefined ? undefined : readUnit(typed.unit)
  const isNamed = named !== undefined && !(named.kind === 'count' && named.noun === undefined)
  if (known === undefined && isNamed) return { unit: named, faults: [] }
  if (isNamed && named.kind === 'currency') return { unit: named, faults: [] }
  if (known !== undefined && isNamed) return { unit: known, faults: [notMoney(typed.unit, known)] }
  const said = fields.map((field) => unitBeside(typed[field]))
  const fitting = said.find((unit) => unit !== undefined && (known === undefined || unit.kind === known.kind))
  return { unit: fitting ?? known ?? { kind: 'count', noun: undefined }, faults: [] }
}

/** There is no field of refusals for the currency: it stands at the target. */
const notMoney = (typed = '', known: Unit): DraftRefusal => ({
  kind: 'unit-mismatch',
  field: 'target',
  typed,
  expected: unitText(known),
})

/** A yes/no goal has no numbers of before. */
function historyFrom(
  { history }: TypedGoal,
  { kind }: MeasureFacts,
  unit: Unit,
): Result<GoalDraft['history'], DraftRefusal> {
  if (history === undefined || history.trim() === '' || kind === 'milestone') return ok(undefined)
  const values = readHistory(history, unit)
  return values === undefined
    ? refuse({ kind: 'number-unreadable', field: 'history', typed: history })
    : ok(values)
}

function unitBeside(typed: string | undefined): Unit | undefined {
  const read = typed === undefined ? undefined : readAmount(typed, undefined)
  return read?.ok ? read.value.unit : undefined
}

function numberFrom(
  typed: TypedGoal,
  field: OwnNumber,
  facts: MeasureFacts,
  unit: Unit,
): Result<number | undefined, DraftRefusal> {
  const text = typed[field]
  if (text === undefined || text.trim() === '') return whenEmpty(field, facts)
  const read = readAmount(text, unit)
  return read.ok ? ok(read.value.value) : refuse(numberRefusal(read.refusal, field, text, unit))
}

/** What is wrong with a number, at its field. */
export function numberRefusal(
  { kind }: AmountRefusal,
  field: NumberField,
  typed: string,
  unit: Unit,
): DraftRefusal {
  switch (kind) {
    case 'too-large':
      return { kind: 'number-too-large', field }
    case 'unit-mismatch':
      return { kind: 'unit-mismatch', field, typed, expected: unitText(unit) }
    case 'unreadable':
      return { kind: 'number-unreadable', field, typed }
  }
}

/** What adds up begins at 0 where nothing else is said; a range needs only one of its bounds. */
function whenEmpty(field: OwnNumber, { kind }: MeasureFacts): Result<number | undefined, DraftRefusal> {
  if (kind === 'maintain') return ok(undefined)
  if (kind === 'cumulative' && field === 'baseline') return ok(0)
  return refuse({ kind: 'number-missing', field })
}

function directionOf({ baseline, target }: Values): Direction {
  return baseline !== undefined && target !== undefined && target < baseline ? 'down' : 'up'
}

const dayFrom = (typed: string | undefined): LocalDate | undefined =>
  typed !== undefined && isLocalDate(typed) ? typed : undefined

/** Control characters (NUL, escapes) never reach a database or a screen. */
const oneLine = (typed: string) => typed.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** Longer texts keep their lines. */
function prose(typed: string | undefined): string | undefined {
  const text = typed
    ?.replace(/\r\n?/g, '\n')
    .replace(/(?:(?!\n)[\p{Cc}\s])+/gu, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim()
  return text === '' ? undefined : text
}
