const cells = '▁▂▃▄▅▆▇█'

/** `▁▃▅█`: values as bars of text between their least and their most; a gap for a missing one. */
export function sparkline(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return values
    .map((value) => {
      if (value === undefined) return '·'
      const share = most === least ? 0.5 : (value - least) / (most - least)
      return cells[Math.round(share * (cells.length - 1))] ?? ''
    })
    .join('')
}
