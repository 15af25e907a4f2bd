import type { ContextBlock } from '@slack/types'
import { SlackLine } from '../text/plain.tsx'

export function ContextView({ block }: { readonly block: ContextBlock }) {
  return (
    <div className="context">
      {block.elements.map((element, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: context elements have no identity but their place.
        <ContextPart key={nth} element={element} />
      ))}
    </div>
  )
}

function ContextPart({ element }: { readonly element: ContextBlock['elements'][number] }) {
  if (element.type === 'image') {
    return <img alt={element.alt_text} src={'image_url' in element ? element.image_url : undefined} />
  }
  return (
    <span>
      <SlackLine text={element} />
    </span>
  )
}
