import { type RefObject, useLayoutEffect } from 'react'

interface Placing {
  /** At least as wide as what it hangs on. */
  readonly isWide?: boolean
  readonly edge?: 'start' | 'end'
  readonly side?: 'below' | 'above'
}

const GAP = 4

/** Shows `popover` in the browser's top layer beside `anchor`, turned over where there is no room. */
export function usePopover(
  isOpen: boolean,
  anchor: RefObject<HTMLElement | null>,
  popover: RefObject<HTMLElement | null>,
  { isWide = false, edge = 'start', side = 'below' }: Placing = {},
): void {
  // Runs after every drawing: the list grows and shrinks while one types.
  useLayoutEffect(() => {
    const [hung, shown] = [anchor.current, popover.current]
    if (!isOpen || hung === null || shown === null) return
    if (!shown.matches(':popover-open')) shown.showPopover()
    const place = () => beside(hung, shown, { isWide, edge, side })
    place()
    window.addEventListener('resize', place)
    window.addEventListener('scroll', place, true)
    return () => {
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', place, true)
    }
  })
}

function beside(anchor: HTMLElement, shown: HTMLElement, { isWide, edge, side }: Required<Placing>): void {
  const box = anchor.getBoundingClientRect()
  shown.style.minWidth = isWide ? `${box.width}px` : ''
  const { width, height } = shown.getBoundingClientRect()
  const below = box.bottom + GAP
  const above = box.top - GAP - height
  const isBelow = side === 'below' ? below + height <= window.innerHeight || above < 0 : above < 0
  const left = edge === 'start' ? box.left : box.right - width
  shown.style.top = `${Math.max(GAP, isBelow ? below : above)}px`
  shown.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`
}
