import type { Direction, Verdict } from './goal.ts'
import { type Forecast, fromCounts, fromSeries } from './outlook.ts'
import { sum } from './trend.ts'

/**
 * Whether the team's own numbers say that a target is within reach, domain.md §2: what happens if nothing changes, and how
 * far the target lies beyond it. Deterministic; percent values are points, 25 means 25 %.
 */

export interface Ambition {
  /** `flow` adds up over the window, `level` is read at a date, `rate` has counts behind it, `maintain` stays in bounds. */
  readonly kind: 'flow' | 'level' | 'rate' | 'maintain'
  readonly direction: Direction
  readonly isPercent: boolean
  /** A share that cannot leave 0-100; growth may. */
  readonly isBounded?: boolean | undefined
  /** One value per equal and complete period, oldest first; undefined where one is missing. */
  readonly series: readonly (number | undefined)[]
  /** For `rate`: how many of how many, per period. */
  readonly counts?: readonly { readonly hits: number; readonly of: number }[] | undefined
  /** Absent for `maintain`. */
  readonly target: number | undefined
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** Periods until the deadline, at least 1. */
  readonly periods: number
  /** What the window has already; `flow` only. */
  readonly accumulated?: number | undefined
  /** Where the goal starts; needed when there is no history. */
  readonly baseline?: number | undefined
  /** How many ways to get there the goal names. */
  readonly levers?: number | undefined
}

export type Certainty = 'none' | 'low' | 'medium' | 'high'
export type StepSize = 'small' | 'moderate' | 'large' | 'very-large'

export interface Achievability {
  readonly verdict: Verdict
  readonly certainty: Certainty
  /** How many periods speak. */
  readonly readings: number
  /** What comes if nothing changes, with its spread; absent without history. */
  readonly expected: { readonly mean: number; readonly deviation: number } | undefined
  /** The chance to reach the target if nothing changes, 0-1. */
  readonly probability: number | undefined
  /** How far the target lies beyond what is expected, as a share of it; 0 or less when it does not. */
  readonly lift: number | undefined
  /** How big the step from the baseline is; for when history is too short to say more. */
  readonly step: StepSize | undefined
  /** Targets to choose with one tap, each beyond the one before. */
  readonly band:
    | { readonly committed: number; readonly stretch: number; readonly moonshot: number }
    | undefined
  /** In how many of the past periods this pace was reached. */
  readonly reached: { readonly times: number; readonly of: number } | undefined
  /** A checkpoint half-way is due: the history says no, yet the goal names what will change; or nobody can know yet. */
  readonly wantsMidpoint: boolean
}

/** `periods` below 1 count as 1. Throws nothing: what cannot be judged is `unknown`. */
export function assessAchievability(given: Ambition): Achievability {
  const ambition = { ...given, periods: Math.max(1, Math.round(given.periods)) }
  const known = ambition.series.filter((value) => value !== undefined)
  const counts = countsOf(ambition)
  const readings = counts.length || known.length
  const forecast = forecastOf(ambition, counts, known)
  const lift = liftOf(ambition, forecast)
  const verdict = verdictOf(forecast, lift)
  const step = stepOf(ambition, known)
  return {
    verdict,
    certainty: certaintyOf(readings),
    readings,
    expected: forecast && { mean: forecast.mean, deviation: forecast.deviation },
    probability: forecast?.probability,
    lift,
    step,
    band: forecast && bandOf(ambition, forecast, readings),
    reached: reachedBefore(ambition, known),
    wantsMidpoint:
      (verdict === 'over-ambitious' && (ambition.levers ?? 0) >= 2) ||
      (verdict === 'unknown' && step === 'very-large'),
  }
}

type Counts = NonNullable<Ambition['counts']>

/** Empty where nothing was counted. */
function countsOf({ kind, counts = [] }: Ambition): Counts {
  return kind === 'rate' && sum(counts.map(({ of }) => of)) > 0 ? counts : []
}

function forecastOf(ambition: Ambition, counts: Counts, known: readonly number[]): Forecast | undefined {
  if (counts.length > 0) return fromCounts(ambition, counts)
  return known.length < 2 ? undefined : fromSeries(ambition, known)
}

function liftOf({ kind, direction, target }: Ambition, forecast: Forecast | undefined): number | undefined {
  if (forecast === undefined || target === undefined || kind === 'maintain' || forecast.mean === 0)
    return undefined
  const beyond = direction === 'down' ? forecast.mean - target : target - forecast.mean
  return beyond / Math.abs(forecast.mean)
}

/** A goal presupposes new effort: a fifth beyond the trend is a stretch, whatever the odds say. */
const ALLOWANCE = 0.2

function verdictOf(forecast: Forecast | undefined, lift: number | undefined): Verdict {
  if (forecast === undefined) return 'unknown'
  const { probability } = forecast
  if (probability >= 0.8) return 'comfortable'
  if (probability >= 0.5) return 'realistic'
  if (probability >= 0.05 || (lift !== undefined && lift <= ALLOWANCE + 1e-9)) return 'stretch'
  return 'over-ambitious'
}

function certaintyOf(readings: number): Certainty {
  if (readings < 2) return 'none'
  if (readings < 4) return 'low'
  return readings < 8 ? 'medium' : 'high'
}

function stepOf({ target, baseline }: Ambition, known: readonly number[]): StepSize | undefined {
  const from = baseline ?? known.at(-1)
  if (target === undefined || from === undefined || from === 0) return undefined
  const share = Math.abs(target - from) / Math.abs(from)
  if (share <= 0.1) return 'small'
  if (share <= 0.25) return 'moderate'
  return share <= 0.5 ? 'large' : 'very-large'
}

/** The 95th percentile of what the trend itself gives is the moonshot; with little history a fifth more. */
function bandOf(ambition: Ambition, { mean: committed, deviation }: Forecast, readings: number) {
  if (ambition.kind === 'maintain') return undefined
  const reach = readings < 4 ? 0.2 * Math.abs(committed) : 1.645 * deviation
  const toward = ambition.direction === 'down' ? -1 : 1
  const possible = (value: number) => {
    if (ambition.isBounded === true) return Math.min(100, Math.max(0, value))
    const floored = committed >= 0 ? Math.max(0, value) : value
    return ambition.isPercent && committed <= 100 ? Math.min(100, floored) : floored
  }
  return {
    committed: possible(committed),
    stretch: possible(committed + (toward * reach) / 2),
    moonshot: possible(committed + toward * reach),
  }
}

function reachedBefore(
  { kind, direction, target, periods, accumulated = 0, low, high }: Ambition,
  known: readonly number[],
): Achievability['reached'] {
  if (known.length === 0) return undefined
  const perPeriod = kind === 'flow' && target !== undefined ? (target - accumulated) / periods : target
  const isReached = (value: number) => {
    if (kind === 'maintain') return value >= (low ?? value) && value <= (high ?? value)
    if (perPeriod === undefined) return false
    return direction === 'down' ? value <= perPeriod : value >= perPeriod
  }
  return { times: known.filter(isReached).length, of: known.length }
}
