import { useWords } from '../state/page.tsx'
import { colourOf } from './scale.ts'

interface Segment {
  readonly label: string
  readonly value: number
}

const RADIUS = 92

export function PieChart({
  title,
  segments,
}: {
  readonly title: string
  readonly segments: readonly Segment[]
}) {
  const { reader } = useWords()
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1
  const share = new Intl.NumberFormat(reader.locale, { style: 'percent' })
  const starts = segments.map(
    (_, nth) => segments.slice(0, nth).reduce((sum, { value }) => sum + value, 0) / total,
  )
  return (
    <svg viewBox="0 0 560 212" role="img" aria-label={`${title}. Pie chart`}>
      <g transform="translate(280 106)">
        {segments.map(({ label, value }, nth) => {
          const from = starts[nth] ?? 0
          const part = value / total
          const [x, y] = around(from + part / 2, RADIUS * 0.64)
          return (
            <g key={label}>
              <path d={slice(from, from + part)} fill={colourOf(nth)} className="slice">
                <title>{`${label}: ${value}`}</title>
              </path>
              {part > 0.05 && (
                <text x={x} y={y + 4} textAnchor="middle" className="slice-share">
                  {share.format(part)}
                </text>
              )}
            </g>
          )
        })}
      </g>
    </svg>
  )
}

/** A point on a circle, `share` of the way round from the top. */
function around(share: number, radius: number): readonly [number, number] {
  const angle = share * 2 * Math.PI
  return [Math.sin(angle) * radius, -Math.cos(angle) * radius]
}

function slice(from: number, to: number): string {
  // A whole circle has no two different ends; just short of one looks the same.
  const end = Math.min(to, from + 0.9999)
  const isBig = end - from > 0.5 ? 1 : 0
  return `M0 0L${around(from, RADIUS)}A${RADIUS} ${RADIUS} 0 ${isBig} 1 ${around(end, RADIUS)}Z`
}
