import type { ChartBlock } from '../blocks/shown.ts'
import { useWords } from '../state/page.tsx'
import { Bars, Lines, type Plot } from './marks.tsx'
import { ticksOf } from './scale.ts'

type Axes = Exclude<ChartBlock['chart'], { type: 'pie' }>

const frame = { width: 560, height: 250, left: 54, right: 12, top: 12, bottom: 34 } as const

/** Line, area and bar charts over the same axes. */
export function AxisChart({ title, chart }: { readonly title: string; readonly chart: Axes }) {
  const { reader } = useWords()
  const { categories, x_label, y_label } = chart.axis_config
  const ticks = ticksOf(chart.series.flatMap(({ data }) => data.map(({ value }) => value)))
  const plot = plotOf(chart, ticks)
  const number = new Intl.NumberFormat(reader.locale, { notation: 'compact', maximumFractionDigits: 2 })
  // At most ten labels stand beside each other without touching.
  const every = Math.ceil(categories.length / Math.max(1, Math.min(10, Math.floor(60 / longest(categories)))))
  return (
    <>
      {y_label && <span className="axis-name">{y_label}</span>}
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={`${title}. ${chart.type} chart of ${chart.series.map(({ name }) => name).join(', ')}`}
      >
        {ticks.map((tick) => (
          <g key={tick} className={tick === 0 ? 'tick tick-zero' : 'tick'}>
            <line x1={frame.left} x2={frame.width - frame.right} y1={plot.y(tick)} y2={plot.y(tick)} />
            <text x={frame.left - 8} y={plot.y(tick) + 4} textAnchor="end">
              {number.format(tick)}
            </text>
          </g>
        ))}
        {chart.type === 'bar' ? <Bars plot={plot} /> : <Lines plot={plot} isFilled={chart.type === 'area'} />}
        {categories.map((category, nth) =>
          nth % every === 0 ? (
            <text
              key={category}
              className="category"
              x={plot.x(nth)}
              y={frame.height - frame.bottom + 20}
              textAnchor="middle"
            >
              {category}
            </text>
          ) : null,
        )}
      </svg>
      {x_label && <span className="axis-name axis-name-x">{x_label}</span>}
    </>
  )
}

/** Chinese signs are about twice as wide as Latin letters. */
const longest = (words: readonly string[]): number =>
  Math.max(4, ...words.map((word) => [...word].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0) + 2))

function plotOf(chart: Axes, ticks: readonly number[]): Plot {
  const { categories } = chart.axis_config
  const low = ticks[0] ?? 0
  const high = ticks.at(-1) ?? 1
  const inner = {
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  }
  const band = inner.width / Math.max(1, categories.length)
  return {
    band,
    series: chart.series.map(({ name, data }) => ({
      name,
      values: categories.map((category) => data.find(({ label }) => label === category)?.value),
    })),
    categories,
    x: (nth) => frame.left + band * (nth + 0.5),
    y: (value) => frame.top + inner.height * (1 - (value - low) / (high - low || 1)),
  }
}
