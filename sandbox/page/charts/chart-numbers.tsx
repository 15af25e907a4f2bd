import type { ChartBlock } from '../blocks/shown.ts'

/** The same numbers as a table, folded away. */
export function ChartNumbers({ chart }: { readonly chart: ChartBlock['chart'] }) {
  const [names, rows] = numbersOf(chart)
  return (
    <details className="chart-numbers">
      <summary>Show as table</summary>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, ...values]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={nth}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

type Numbers = readonly [
  names: readonly string[],
  rows: readonly (readonly [string, ...(number | string)[]])[],
]

function numbersOf(chart: ChartBlock['chart']): Numbers {
  if (chart.type === 'pie') {
    return [['', 'Value'], chart.segments.map(({ label, value }) => [label, value])]
  }
  const rows = chart.axis_config.categories.map(
    (category) =>
      [
        category,
        ...chart.series.map(({ data }) => data.find(({ label }) => label === category)?.value ?? ''),
      ] as const,
  )
  return [['', ...chart.series.map(({ name }) => name)], rows]
}
