import type { KeyboardEvent } from 'react'
import type { Choosing } from './use-choosing.ts'

/** Keys the combobox takes for itself; all others type. */
export function onComboboxKey(event: KeyboardEvent, choosing: Choosing): void {
  // While Chinese is being composed, Enter and the arrows pick signs.
  if (event.nativeEvent.isComposing) return
  const act = deeds[event.key]?.(choosing)
  if (act === undefined) return
  event.preventDefault()
  // Esc must close the list only, not the form around it.
  event.stopPropagation()
  act()
}

/** Each key's deed, or undefined when the key is not the combobox's business just now. */
const deeds: Readonly<Record<string, (choosing: Choosing) => (() => void) | undefined>> = {
  ArrowDown: (choosing) => () => step(choosing, 1),
  ArrowUp: (choosing) => () => step(choosing, -1),
  Enter: (choosing) => () => enter(choosing),
  Escape: ({ isOpen, hide }) => (isOpen ? hide : undefined),
  Backspace: ({ typed, isOpen, removeLast, isMulti }) =>
    isMulti && (typed === '' || !isOpen) ? removeLast : undefined,
}

function step({ isOpen, show, setAt, at, shown }: Choosing, by: 1 | -1): void {
  if (isOpen) setAt((at + by + shown.length) % Math.max(1, shown.length))
  else show()
}

/** Enter never submits the form from here: it opens and picks. */
function enter({ isOpen, show, pick, shown, at }: Choosing): void {
  const option = shown[at]
  if (!isOpen) show()
  else if (option !== undefined) pick(option)
}
