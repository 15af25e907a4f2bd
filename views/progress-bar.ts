/** `▰▰▰▰▰▰▱▱▱▱`: a share 0-1 as ten cells, always beside its words; full only when the whole is reached. */
export function progressBar(share: number, cells = 10): string {
  const within = Math.min(1, Math.max(0, share))
  const full = within === 1 ? cells : Math.min(cells - 1, Math.round(within * cells))
  return '▰'.repeat(full) + '▱'.repeat(cells - full)
}
