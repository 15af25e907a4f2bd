import type { GoalTerms, LastReading } from '../src/domain/goal.ts'
import type { Ranked } from '../src/domain/leaderboard.ts'
import { expectedProgress } from '../src/domain/progress.ts'
import { localDateOf } from '../src/domain/time.ts'
import type { LocalDate, Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { readable } from './blocks.ts'
import { clip } from './limits.ts'
import type { ChartBlock } from './message.ts'

/** Slack's numbers for charts, slack-platform.md §1.6. */
const MOST_POINTS = 20
const LABEL_MOST = 20
const TITLE_MOST = 50

interface Point {
  readonly date: LocalDate
  readonly value: number
}

/** The goal's values beside its plan, or beside its bounds; absent before there are two points to join. */
export function pathChart(
  terms: GoalTerms,
  readings: readonly LastReading[],
  say: Messages,
  zone: Zone,
): ChartBlock | undefined {
  if (terms.kind === 'milestone' || terms.kind === 'cadence') return undefined
  const points = pointsOf(terms, readings, zone)
  if (points.length < 2) return undefined
  const categories = points.map(({ date }) => clip(say.format.date(date), LABEL_MOST))
  const series = (name: string, valueAt: (point: Point) => number) => ({
    name: clip(name, LABEL_MOST),
    data: points.map((point, index) => ({ label: categories[index] ?? '', value: rounded(valueAt(point)) })),
  })
  return {
    type: 'data_visualization',
    title: clip(say['chart.path'](), TITLE_MOST),
    chart: {
      type: 'line',
      series: [series(say['chart.value'](), ({ value }) => value), ...expectedSeries(terms, series, say)],
      axis_config: { categories },
    },
  }
}

/** Scores of those shown, best first. */
export function scoreChart(shown: readonly Ranked[], say: Messages): ChartBlock {
  const some = shown.slice(0, MOST_POINTS)
  const categories = uniqueLabels(some.map(({ name }) => name))
  return {
    type: 'data_visualization',
    title: clip(say['board.score'](), TITLE_MOST),
    chart: {
      type: 'bar',
      series: [
        {
          name: clip(say['board.score'](), LABEL_MOST),
          data: some.map(({ score }, index) => ({ label: categories[index] ?? '', value: score })),
        },
      ],
      axis_config: { categories },
    },
  }
}

/** The newest value of each day, from the start's on. */
function pointsOf(terms: GoalTerms, readings: readonly LastReading[], zone: Zone): readonly Point[] {
  const byDay = new Map<LocalDate, number>()
  if (terms.baseline !== undefined) byDay.set(terms.start, terms.baseline)
  for (const { value, at } of readings) byDay.set(localDateOf(at, zone), value)
  const points = [...byDay].map(([date, value]) => ({ date, value }))
  return points.sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-MOST_POINTS)
}

type SeriesOf = (name: string, valueAt: (point: Point) => number) => { name: string; data: Labelled[] }
type Labelled = { label: string; value: number }

function expectedSeries(terms: GoalTerms, series: SeriesOf, say: Messages) {
  const { low, high, baseline, target } = terms
  if (terms.kind === 'maintain') {
    return [
      ...(low === undefined ? [] : [series(say['chart.low'](), () => low)]),
      ...(high === undefined ? [] : [series(say['chart.high'](), () => high)]),
    ]
  }
  if (target === undefined) return []
  const from = baseline ?? 0
  return [series(say['chart.plan'](), ({ date }) => from + expectedProgress(terms, date) * (target - from))]
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** Slack wants every label once; two people of one name get a number. */
function uniqueLabels(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const label = clip(readable(name).trim() || '–', LABEL_MOST)
    const unique = taken.has(label) ? `${clip(label, LABEL_MOST - 5)} (${index + 1})` : label
    taken.add(unique)
    return unique
  })
}
