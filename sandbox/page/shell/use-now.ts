import { useEffect, useState } from 'react'
import { useWords } from '../state/page.tsx'
import { every } from '../time.ts'

/** The product's time, redrawn as it goes. */
export function useNow(): number {
  const { now } = useWords()
  const [, redraw] = useState(0)
  useEffect(() => every(1000, () => redraw((count) => count + 1)), [])
  return now()
}
