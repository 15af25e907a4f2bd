/** Work that has begun: a graceful stop waits for it. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export function createInFlight(): InFlight {
  const all = new Set<Promise<unknown>>()
  return {
    track(work) {
      const quiet = work.catch(() => undefined).finally(() => all.delete(quiet))
      all.add(quiet)
      return work
    },
    async idle() {
      while (all.size > 0) await Promise.all(all)
    },
  }
}
