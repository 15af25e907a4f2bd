/** The page's only door to the browser's clock and timers; what time it is in the product comes from the server. */

/** Real time, epoch ms. */
export function realNow(): number {
  return Date.now()
}

/** Runs once after `ms`; the answer cancels it. */
export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Runs every `ms` until the answer is called. */
export function every(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms)
  return () => clearInterval(timer)
}

/** Epoch ms of a wall time read as UTC: the first guess of `epochSecondsAt`. */
export function utcOf(year: number, month: number, day: number, hour: number, minute: number): number {
  return Date.UTC(year, month - 1, day, hour, minute)
}
