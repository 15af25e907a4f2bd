import type { ActionsBlock } from '@slack/types'
import { useMemo } from 'react'
import { SlotContext } from '../elements/element.ts'
import { ElementView } from '../elements/elements.tsx'

export function ActionsView({ block, id }: { readonly block: ActionsBlock; readonly id: string }) {
  const slot = useMemo(() => ({ block: id, field: undefined, name: undefined }), [id])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset wants a legend; these buttons name themselves.
    <div className="actions" role="group">
      <SlotContext value={slot}>
        {block.elements.map((element, nth) => (
          <ElementView key={element.action_id ?? nth} element={element} />
        ))}
      </SlotContext>
    </div>
  )
}
