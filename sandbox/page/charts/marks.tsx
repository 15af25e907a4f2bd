import { colourOf } from './scale.ts'

export interface Plot {
  /** Width of one category. */
  readonly band: number
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[]
  readonly x: (category: number) => number
  readonly y: (value: number) => number
}

export function Bars({ plot }: { readonly plot: Plot }) {
  const room = Math.min(plot.band * 0.72, 44 * plot.series.length)
  const width = room / plot.series.length
  return plot.series.map(({ name, values }, nth) => (
    <g key={name} fill={colourOf(nth)}>
      {values.map((value, category) => {
        if (value === undefined) return null
        const [top, bottom] = [plot.y(Math.max(0, value)), plot.y(Math.min(0, value))]
        return (
          <rect
            key={plot.categories[category]}
            x={plot.x(category) - room / 2 + nth * width + 1}
            y={top}
            width={Math.max(1, width - 2)}
            height={Math.max(1, bottom - top)}
            rx={2}
          >
            <title>{`${plot.categories[category]}, ${name}: ${value}`}</title>
          </rect>
        )
      })}
    </g>
  ))
}

export function Lines({ plot, isFilled }: { readonly plot: Plot; readonly isFilled: boolean }) {
  return plot.series.map(({ name, values }, nth) => {
    const points = values.flatMap((value, category) =>
      value === undefined ? [] : [{ x: plot.x(category), y: plot.y(value), value, category }],
    )
    const line = points.map(({ x, y }) => `${x},${y}`).join(' ')
    const [first, last] = [points[0], points.at(-1)]
    return (
      <g key={name} stroke={colourOf(nth)} fill={colourOf(nth)}>
        {isFilled && first && last && (
          <polygon
            className="area"
            points={`${first.x},${plot.y(0)} ${line} ${last.x},${plot.y(0)}`}
            stroke="none"
          />
        )}
        <polyline points={line} className="line" />
        {points.map(({ x, y, value, category }) => (
          <circle key={category} cx={x} cy={y} r={points.length > 12 ? 2 : 3.2}>
            <title>{`${plot.categories[category]}, ${name}: ${value}`}</title>
          </circle>
        ))}
      </g>
    )
  })
}
