const LOOK_AGAIN_MS = 4

/** Counts what is under way. */
export interface Pending {
  readonly count: number
  during<T>(work: Promise<T>): Promise<T>
}

export function createPending(): Pending {
  let count = 0
  return {
    get count() {
      return count
    },
    async during(work) {
      count += 1
      try {
        return await work
      } finally {
        count -= 1
      }
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Looks until something is there. */
export async function until<T>(find: () => T | undefined | false, withinMs = 5000): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = find()
    if (found !== undefined && found !== false) return found
    if (performance.now() > end) throw new Error(`Not seen within ${withinMs} ms: ${find}`)
    await pause(LOOK_AGAIN_MS)
  }
}

/** Nothing under way at two looks in a row: an answer may lead to the next call. */
export async function quiet(pending: Pending, withinMs = 5000): Promise<void> {
  let calm = 0
  await until(() => {
    calm = pending.count === 0 ? calm + 1 : 0
    return calm > 2
  }, withinMs)
}
