import type { InputBlock } from '@slack/types'
import { useMemo } from 'react'
import { type Field, SlotContext } from '../elements/element.ts'
import { ElementView } from '../elements/elements.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSurface } from '../state/surface.tsx'
import { wordsOf } from '../text/plain.tsx'

/** A labelled field with its hint and, under it, what is wrong with it. */
export function InputView({ block, id }: { readonly block: InputBlock; readonly id: string }) {
  const surface = useSurface()
  const error = surface.errors[id]
  const [labelId, hintId, errorId] = ['label', 'hint', 'error'].map((part) => `${surface.id}-${id}-${part}`)
  const slot = useMemo(() => {
    const field: Field = {
      labelId: labelId ?? '',
      describedBy:
        [block.hint && hintId, error !== undefined && errorId].filter(Boolean).join(' ') || undefined,
      isInvalid: error !== undefined,
      isRequired: block.optional !== true,
      dispatches: block.dispatch_action === true,
    }
    return { block: id, field, name: undefined }
  }, [block, id, error, labelId, hintId, errorId])
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <div className="field-label">
        <span id={labelId}>{wordsOf(block.label)}</span>
        {block.optional && <span className="field-optional">(optional)</span>}
      </div>
      <SlotContext value={slot}>
        <ElementView element={block.element} />
      </SlotContext>
      {error !== undefined && (
        <p id={errorId} className="field-error" role="alert">
          <Icon name="alert" size={15} />
          {error}
        </p>
      )}
      {block.hint && (
        <p id={hintId} className="field-hint">
          {wordsOf(block.hint)}
        </p>
      )}
    </div>
  )
}
