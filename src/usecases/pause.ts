/** Lets whatever else waits have its turn: long work pauses every few milliseconds. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
