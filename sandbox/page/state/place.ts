/** Where the page is, kept in the address so that a reload or a test lands in the same place. */
export interface Place {
  readonly user: string | undefined
  /** A channel's id, `home`, or `dm` for whatever the person's direct messages with the bot are called. */
  readonly at: string | undefined
  /** The `ts` of the thread shown beside it. */
  readonly thread: string | undefined
}

export function placeIn(search: string): Place {
  const asked = new URLSearchParams(search)
  return {
    user: asked.get('user') ?? undefined,
    at: asked.get('at') ?? undefined,
    thread: asked.get('thread') ?? undefined,
  }
}

export function searchOf(place: Place): string {
  const kept = Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `?${new URLSearchParams(kept)}`
}
