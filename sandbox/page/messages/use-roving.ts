import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react'

/** One stop for Tab in a list of messages; arrows, Home and End walk from message to message. */
export function useRoving(list: RefObject<HTMLElement | null>, last: string | undefined) {
  const [chosen, choose] = useState<string>()
  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-ts]') ?? [])]
  const isThere = chosen !== undefined && stops().some(({ dataset }) => dataset.ts === chosen)
  return {
    current: isThere ? chosen : last,
    onFocus(event: FocusEvent<HTMLElement>) {
      const { ts } = event.target.dataset
      if (ts !== undefined) choose(ts)
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const target = event.target
      if (!(target instanceof HTMLElement) || target.dataset.ts === undefined) return
      const all = stops()
      const at = all.indexOf(target)
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (next === undefined) return
      event.preventDefault()
      all[Math.max(0, Math.min(all.length - 1, next))]?.focus()
    },
  }
}
