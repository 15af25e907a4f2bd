import { useLayoutEffect, useRef, useState } from 'react'

export type Typing = ReturnType<typeof useTyping>

/** The composer's text, its caret and the entry of the completion that Enter would take. */
export function useTyping() {
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, set] = useState('')
  const [caret, setCaret] = useState(0)
  const [at, choose] = useState(0)
  const [isDismissed, setDismissed] = useState(false)
  const moveTo = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box grows with its text.
  useLayoutEffect(() => {
    const area = box.current
    if (area === null) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 220)}px`
    if (moveTo.current !== undefined) area.setSelectionRange(moveTo.current, moveTo.current)
    moveTo.current = undefined
  }, [text])
  return {
    box,
    text,
    caret,
    at,
    isDismissed,
    choose,
    dismiss: () => setDismissed(true),
    /** Empties the field and gives what stood there. */
    take() {
      set('')
      return text.trim()
    },
    /** Puts back what could not be sent, unless something new was begun meanwhile. */
    restore: (unsent: string) => set((now) => (now === '' ? unsent : now)),
    type(area: HTMLTextAreaElement) {
      set(area.value)
      setCaret(area.selectionEnd)
      choose(0)
      setDismissed(false)
    },
    move: (area: HTMLTextAreaElement) => setCaret(area.selectionEnd),
    replace(from: number, word: string) {
      moveTo.current = from + word.length
      set(text.slice(0, from) + word + text.slice(caret))
      setCaret(from + word.length)
      box.current?.focus()
    },
  }
}
