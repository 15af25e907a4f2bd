import type { ChartBlock } from '../blocks/shown.ts'
import { AxisChart } from './axis-chart.tsx'
import { ChartNumbers } from './chart-numbers.tsx'
import { PieChart } from './pie-chart.tsx'
import { colourOf } from './scale.ts'

/** A chart with its legend and, for those who cannot or will not read the picture, its numbers as a table. */
export function ChartFigure({ block }: { readonly block: ChartBlock }) {
  const { chart, title } = block
  const names =
    chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.series.map(({ name }) => name)
  return (
    <figure className="chart" aria-label={title}>
      <figcaption>{title}</figcaption>
      {chart.type === 'pie' ? (
        <PieChart title={title} segments={chart.segments} />
      ) : (
        <AxisChart title={title} chart={chart} />
      )}
      <ul className="legend">
        {names.map((name, nth) => (
          <li key={name}>
            <i style={{ background: colourOf(nth) }} />
            {name}
          </li>
        ))}
      </ul>
      <ChartNumbers chart={chart} />
    </figure>
  )
}
