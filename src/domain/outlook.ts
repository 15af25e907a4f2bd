import { errorFunction, gammaln } from 'simple-statistics'
import type { Ambition } from './achievability.ts'
import { DAMPING, mean, median, sampleDeviation, sum, trendOf } from './trend.ts'

/** What comes if nothing changes, domain.md §2.2. */
export interface Forecast {
  readonly mean: number
  readonly deviation: number
  /** The chance to reach the target, 0-1. */
  readonly probability: number
}

/** At least two values are known. */
export function fromSeries(ambition: Ambition, known: readonly number[]): Forecast {
  const at = known.length < 4 ? shortOutlook(ambition, known) : trendOutlook(ambition)
  const { mean, deviation } = at(ambition.periods)
  if (ambition.kind !== 'maintain') {
    return { mean, deviation, probability: reachProbability(ambition, mean, deviation) }
  }
  const within = Array.from({ length: ambition.periods }, (_, j) => keepProbability(ambition, at(j + 1)))
  return { mean, deviation, probability: within.reduce((all, one) => all * one, 1) }
}

type Outlook = (periods: number) => { readonly mean: number; readonly deviation: number }

/** Two or three readings: their mean, and no little doubt. */
function shortOutlook({ kind, accumulated = 0 }: Ambition, known: readonly number[]): Outlook {
  const n = known.length
  const middle = mean(known)
  const spread = Math.max(0.25 * Math.abs(middle), sampleDeviation(known))
  if (kind !== 'flow') return () => ({ mean: middle, deviation: spread * Math.sqrt(1 + 1 / n) })
  return (h) => ({
    mean: accumulated + h * middle,
    deviation: Math.sqrt(h * spread ** 2 + (h ** 2 * spread ** 2) / n),
  })
}

/** Four or more: a robust trend that weakens with distance. */
function trendOutlook({ kind, isPercent, series, accumulated = 0 }: Ambition): Outlook {
  const n = series.filter((value) => value !== undefined).length
  const { slope, error, level, noise } = trendOf(series, isPercent)
  const inflation = Math.sqrt((n - 1) / (n - 3))
  if (kind !== 'flow') {
    return (h) => ({
      mean: level + slope * damped(h),
      deviation: inflation * Math.sqrt(noise ** 2 * (1 + 1 / n) + (error * damped(h)) ** 2),
    })
  }
  return (h) => {
    const ways = Array.from({ length: h }, (_, i) => damped(i + 1))
    return {
      mean: accumulated + sum(ways.map((way) => level + slope * way)),
      deviation: inflation * Math.sqrt(h * noise ** 2 + (h ** 2 * noise ** 2) / n + (error * sum(ways)) ** 2),
    }
  }
}

/** How many periods' worth of slope are left after `h` of them: 0.95 + 0.95² + … */
const damped = (h: number) => (DAMPING * (1 - DAMPING ** h)) / (1 - DAMPING)

/** Beta-binomial with Jeffreys' prior: the next period, of the usual size. */
export function fromCounts(
  { target = 0, direction }: Ambition,
  counts: readonly { readonly hits: number; readonly of: number }[],
): Forecast {
  const hits = sum(counts.map((one) => one.hits))
  const of = sum(counts.map((one) => one.of))
  const size = Math.max(1, Math.round(median(counts.map((one) => one.of))))
  const [a, b] = [hits + 0.5, of - hits + 0.5]
  const share = target / 100
  const isDown = direction === 'down'
  const needed = isDown ? Math.floor(share * size + 1e-9) : Math.ceil(share * size - 1e-9)
  const [from, to] = isDown ? [0, needed] : [needed, size]
  const good = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) =>
    betaBinomial(from + i, size, a, b),
  )
  const variance = (a * b * (a + b + size)) / ((a + b) ** 2 * (a + b + 1)) / size
  return {
    mean: (100 * hits) / of,
    deviation: 100 * Math.sqrt(variance),
    probability: Math.min(1, sum(good)),
  }
}

function betaBinomial(k: number, n: number, a: number, b: number): number {
  if (k < 0 || k > n) return 0
  const ways = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
  return Math.exp(ways + lnBeta(k + a, n - k + b) - lnBeta(a, b))
}

const lnBeta = (a: number, b: number) => gammaln(a) + gammaln(b) - gammaln(a + b)

function reachProbability({ direction, target = 0 }: Ambition, middle: number, deviation: number): number {
  const below = normal(target, middle, deviation)
  return direction === 'down' ? below : 1 - below
}

function keepProbability({ low, high }: Ambition, at: ReturnType<Outlook>): number {
  const upTo = high === undefined ? 1 : normal(high, at.mean, at.deviation)
  const under = low === undefined ? 0 : normal(low, at.mean, at.deviation)
  return Math.max(0, upTo - under)
}

/** The normal distribution; a series that never moved has no spread and is certain. */
function normal(value: number, middle: number, deviation: number): number {
  if (deviation === 0) return value > middle ? 1 : value < middle ? 0 : 0.5
  return 0.5 + 0.5 * errorFunction((value - middle) / deviation / Math.SQRT2)
}
