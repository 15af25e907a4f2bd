/** What goes wrong on purpose: in place of the method, or after it has done its work. */
export type Trouble =
  | { readonly error: string; readonly messages?: readonly string[] }
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly status: number; readonly afterAccept?: boolean; readonly body?: string }
  /** No answer until the caller gives up. */
  | { readonly hang: true; readonly afterAccept?: boolean }

export interface Troubles {
  add(name: string, trouble: Trouble, times: number): void
  /** The next trouble of this method, which is used up by asking. */
  next(name: string): Trouble | undefined
  clear(): void
}

export function createTroubles(): Troubles {
  const planned = new Map<string, Trouble[]>()
  return {
    add(name, trouble, times) {
      planned.set(name, [...(planned.get(name) ?? []), ...Array.from({ length: times }, () => trouble)])
    },
    next: (name) => planned.get(name)?.shift(),
    clear: () => planned.clear(),
  }
}
