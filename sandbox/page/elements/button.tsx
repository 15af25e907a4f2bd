import type { Button } from '@slack/types'
import { wordsOf } from '../text/plain.tsx'
import { useElement } from './element.ts'

export function ButtonElement({ element }: { readonly element: Button }) {
  const { tell, testId } = useElement(element)
  const style = element.style === undefined ? '' : `button-${element.style}`
  const press = () => {
    if (element.url !== undefined) window.open(element.url, '_blank', 'noreferrer')
    tell(undefined)
  }
  return (
    <button
      type="button"
      className={`button ${style}`}
      aria-label={element.accessibility_label}
      data-testid={testId}
      onClick={press}
    >
      {wordsOf(element.text)}
    </button>
  )
}
