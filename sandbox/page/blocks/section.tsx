import type { SectionBlock } from '@slack/types'
import { useMemo } from 'react'
import { SlotContext } from '../elements/element.ts'
import { ElementView } from '../elements/elements.tsx'
import { SlackText, wordsOf } from '../text/plain.tsx'

export function SectionView({ block, id }: { readonly block: SectionBlock; readonly id: string }) {
  const name = block.text === undefined ? undefined : wordsOf(block.text).slice(0, 120)
  const slot = useMemo(() => ({ block: id, field: undefined, name }), [id, name])
  return (
    <div className="section">
      <div className="section-main">
        {block.text && <SlackText text={block.text} />}
        {block.fields && (
          <div className="fields">
            {block.fields.map((field, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no identity but their place.
              <div key={nth}>
                <SlackText text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="accessory">
          <SlotContext value={slot}>
            <ElementView element={block.accessory} />
          </SlotContext>
        </div>
      )}
    </div>
  )
}
