import type { GoalTerms } from './goal.ts'
import { daysBetween } from './time.ts'
import type { LocalDate } from './types.ts'

/** How many days from the newest reading to the target, domain.md §3.4 and §2.2.
    Readings come one per day, oldest first. */

export interface Dated {
  readonly date: LocalDate
  readonly value: number
}

/** Absent: not within twice the window. */
export interface Days {
  readonly likely: number | undefined
  readonly earliest: number | undefined
  readonly latest: number | undefined
}

const PERIODS = 6
/** What a trend keeps from one period to the next. */
export const DAMPING = 0.95

/** For what adds up: the mean rate of the last six stretches between readings, the start being the first. */
export function steadyDays(readings: readonly Dated[], terms: GoalTerms): Days {
  const { baseline = 0, target = 0 } = terms
  const hasBefore = readings.some(({ date }) => date <= terms.start)
  const points = hasBefore ? readings : [{ date: terms.start, value: baseline }, ...readings]
  const stretches = points.slice(1).map((point, index) => {
    const before = points[index] ?? point
    return { change: point.value - before.value, days: daysBetween(before.date, point.date) }
  })
  const recent = stretches.slice(-PERIODS)
  const rates = recent.map(({ change, days }) => change / days)
  const rate = sum(recent.map(({ change }) => change)) / sum(recent.map(({ days }) => days))
  const spread = sampleDeviation(rates)
  const missing = target - (points.at(-1)?.value ?? baseline)
  const toward = Math.sign(target - baseline)
  const most = 2 * daysBetween(terms.start, terms.due)
  const daysAt = (perDay: number) => {
    const days = Math.ceil(missing / perDay - 1e-9)
    return perDay * toward > 0 && days <= most ? Math.max(0, days) : undefined
  }
  return {
    likely: daysAt(rate),
    earliest: daysAt(rate + toward * spread),
    latest: daysAt(rate - toward * spread),
  }
}

/** For a level or rate: a robust trend that weakens with distance. */
export function dampedDays(readings: readonly Dated[], terms: GoalTerms): Days {
  const { baseline = 0, target = 0 } = terms
  const points = readings
  const gaps = points
    .slice(1)
    .map((point, index) => daysBetween(points[index]?.date ?? point.date, point.date))
  const period = Math.max(1, median(gaps))
  const series = readings.map(({ value }) => value)
  const { slope, error, level } = trendOf(series, terms.unit.kind === 'percent')
  const toward = Math.sign(target - baseline)
  const most = Math.ceil((2 * daysBetween(terms.start, terms.due)) / period)
  const daysAt = (perPeriod: number) => {
    const periods = periodsUntil((target - level) * toward, perPeriod * toward, most)
    return periods === undefined ? undefined : Math.round(periods * period)
  }
  return {
    likely: daysAt(slope),
    earliest: daysAt(slope + toward * error),
    latest: daysAt(slope - toward * error),
  }
}

/** Theil-Sen over equal periods, shrunk to nothing when the noise outweighs it; `level` is where the series stands now. */
export function trendOf(series: readonly (number | undefined)[], isPercent: boolean) {
  const points = series.flatMap((y, index) => (y === undefined ? [] : [{ t: index + 1, y }]))
  const slopes = points.flatMap((from, i) =>
    points.slice(i + 1).map((later) => (later.y - from.y) / (later.t - from.t)),
  )
  const raw = median(slopes)
  const intercept = median(points.map(({ t, y }) => y - raw * t))
  const residuals = points.map(({ t, y }) => y - intercept - raw * t)
  const middle = Math.abs(median(points.map(({ y }) => y)))
  const floor = 0.02 * (isPercent ? Math.max(0, Math.min(middle, 100 - middle)) : middle)
  const robust = Math.max(1.4826 * median(residuals.map(Math.abs)), floor)
  const clipped = residuals.map((r) => Math.min(4 * robust, Math.max(-4 * robust, r)))
  const noise = Math.max(robust, populationDeviation(clipped))
  const error = noise / Math.sqrt(squares(points.map(({ t }) => t)))
  const slope = raw === 0 ? 0 : raw * Math.max(0, 1 - (error / raw) ** 2)
  const level = median(points.map(({ t, y }) => y - slope * t)) + slope * series.length
  return { slope, error, level, noise }
}

function periodsUntil(missing: number, perPeriod: number, most: number): number | undefined {
  let way = 0
  for (let count = 0; count <= most; count += 1) {
    if (way >= missing - 1e-9 * Math.abs(missing)) return count
    way += perPeriod * DAMPING ** (count + 1)
  }
  return undefined
}

/** The last of each day, oldest first. */
export function onePerDay(readings: readonly Dated[]): readonly Dated[] {
  const byDay = new Map(readings.map((reading) => [reading.date, reading]))
  return [...byDay.values()].sort((a, b) => daysBetween(b.date, a.date))
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

export const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length

const squares = (numbers: readonly number[]) => {
  const middle = mean(numbers)
  return sum(numbers.map((number) => (number - middle) ** 2))
}

export const sampleDeviation = (numbers: readonly number[]) =>
  numbers.length < 2 ? 0 : Math.sqrt(squares(numbers) / (numbers.length - 1))

const populationDeviation = (numbers: readonly number[]) => Math.sqrt(squares(numbers) / numbers.length)

/** 0 of nothing. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  if (sorted.length % 2 === 1) return upper
  return (upper + (sorted[sorted.length / 2 - 1] ?? 0)) / 2
}
