/** One run at a time; whoever asks during a run shares the one that follows it. Runs must not throw. */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined
  let queued: Promise<void> | undefined

  function begin(): Promise<void> {
    queued = undefined
    const mine = run().finally(() => {
      if (current === mine) current = undefined
    })
    current = mine
    return mine
  }

  return () => {
    if (queued !== undefined) return queued
    if (current === undefined) return begin()
    queued = current.then(begin)
    return queued
  }
}
