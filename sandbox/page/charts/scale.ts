/** Round steps from at most `low` to at least `high`, zero among them. */
export function ticksOf(values: readonly number[]): readonly number[] {
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  const span = high - low || 1
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough) ?? 10) * power
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  // Multiplying once per tick keeps 0.1 steps from drifting to 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, nth) => Number(((first + nth) * step).toPrecision(12)))
}

export const colours = ['#0b6e5f', '#d9822b', '#3d6fb4', '#a3427f', '#7a8b1f', '#5b6470'] as const

export const colourOf = (nth: number): string => colours[nth % colours.length] ?? '#5b6470'
