import { type CustomKpi, measureOfKpi } from '../src/domain/custom-kpi.ts'
import type { Measure, Unit } from '../src/domain/goal.ts'
import { measureFacts } from '../src/domain/kpis.ts'
import type { KpiId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import type { ChoiceGroup } from './inputs.ts'

/** Every measure by theme, in the order they are offered. */
const themes = {
  sales: ['deals-won', 'revenue', 'close-rate', 'pipeline', 'funnel-flow', 'sales-cycle', 'prospecting'],
  growth: ['email-sign-ups', 'site-sign-ups', 'growth-ytd'],
  customers: ['retention', 'churn', 'revenue-churn', 'first-response'],
  money: ['gross-margin', 'net-margin', 'acquisition-cost'],
  own: ['custom-level', 'custom-total', 'custom-cadence', 'custom-range', 'deliverable'],
} as const satisfies Record<string, readonly Measure[]>

const themeNames = ['sales', 'growth', 'customers', 'money', 'own'] as const

export const measures: readonly Measure[] = themeNames.flatMap((theme): readonly Measure[] => themes[theme])

export function isMeasure(text: string | undefined): text is Measure {
  return measures.some((measure) => measure === text)
}

/** A KPI of the workspace's own stands behind the measure it has: `custom-level/<id>`. */
export const kpiValue = (kpi: CustomKpi): string => `${measureOfKpi(kpi)}/${kpi.id}`

/** What an option of the form's select means; anything unknown is a plain number to reach. */
export function measureChosen(value: string | undefined): {
  readonly measure: Measure
  readonly kpi: KpiId | undefined
} {
  const [measure, kpi] = (value ?? '').split('/')
  return isMeasure(measure)
    ? { measure, kpi: kpi === undefined || kpi === '' ? undefined : (kpi as KpiId) }
    : { measure: 'custom-level', kpi: undefined }
}

export function measureName(measure: Measure, say: Messages): string {
  return say[`kpi.${measure}.name`]()
}

/** How a catalogue KPI is computed, or what a measure of one's own means. */
export function measureFormula(measure: Measure, say: Messages): string {
  return say[`kpi.${measure}.formula`]()
}

/** The workspace's own come last. */
export function allGroups(own: readonly CustomKpi[], say: Messages): readonly ChoiceGroup[] {
  const choices = own.map((kpi) => ({
    value: kpiValue(kpi),
    text: kpi.name,
    ...(kpi.formula === undefined ? {} : { description: kpi.formula }),
  }))
  return own.length === 0
    ? measureGroups(say)
    : [...measureGroups(say), { label: say['kpi.theme.workspace'](), choices }]
}

export function measureGroups(say: Messages): readonly ChoiceGroup[] {
  return themeNames.map((theme) => ({
    label: say[`kpi.theme.${theme}`](),
    choices: themes[theme].map((measure) => ({
      value: measure,
      text: measureName(measure, say),
      description: measureFormula(measure, say),
    })),
  }))
}

/** Which fields ask for the numbers of a measure. */
export interface NumberFields {
  readonly unit: 'unit' | 'currency' | 'none'
  readonly baseline: 'today' | 'already' | 'none'
  readonly target: 'target' | 'each-week' | 'none'
  readonly hasBounds: boolean
  /** Yes/no has no numbers of before. */
  readonly hasHistory: boolean
}

export function numberFields(measure: Measure): NumberFields {
  const { kind, unit } = measureFacts(measure)
  const asked = unitField(measure, unit)
  switch (kind) {
    case 'reach':
      return { unit: asked, baseline: 'today', target: 'target', hasBounds: false, hasHistory: true }
    case 'cumulative':
      return { unit: asked, baseline: 'already', target: 'target', hasBounds: false, hasHistory: true }
    case 'cadence':
      return { unit: asked, baseline: 'none', target: 'each-week', hasBounds: false, hasHistory: true }
    case 'maintain':
      return { unit: asked, baseline: 'none', target: 'none', hasBounds: true, hasHistory: true }
    case 'milestone':
      return { unit: 'none', baseline: 'none', target: 'none', hasBounds: false, hasHistory: false }
  }
}

function unitField(measure: Measure, unit: Unit | undefined): NumberFields['unit'] {
  if (measure.startsWith('custom-')) return 'unit'
  return unit?.kind === 'currency' ? 'currency' : 'none'
}

export function unitName(unit: Unit, say: Messages): string {
  switch (unit.kind) {
    case 'percent':
      return say['unit.percent']()
    case 'currency':
      return say['unit.currency']()
    case 'time':
      return say[`unit.${unit.in}`]()
    case 'count':
      return say['unit.count']()
  }
}
