import { createContext, use } from 'react'
import type { ElementState } from '../../protocol.ts'
import type { ConfirmText } from '../parts/confirm.tsx'
import { useAskFirst } from '../parts/confirm.tsx'
import { useSurface } from '../state/surface.tsx'

/** The input block around an element; undefined around elements of actions and section blocks. */
export interface Field {
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
  readonly isRequired: boolean
  readonly dispatches: boolean
}

interface Slot {
  readonly block: string
  readonly field: Field | undefined
  /** Names an element no label stands beside, from the text of its section. */
  readonly name: string | undefined
}

export const SlotContext = createContext<Slot>({ block: '', field: undefined, name: undefined })

interface ElementFacts {
  readonly action_id?: string
  readonly confirm?: ConfirmText
  readonly placeholder?: { readonly text: string }
}

export interface Held {
  readonly block: string
  readonly field: Field | undefined
  readonly state: ElementState | undefined
  readonly testId: string
  /** Labels for whatever the person focuses. */
  readonly aria: Readonly<Record<string, string | boolean | undefined>>
  /** Remembers without a word to the server. */
  hold(state: ElementState): void
  /** Tells the server: a fill inside an input block, a click (asked first, when it has a confirm) elsewhere. */
  tell(state: ElementState | undefined, how?: { readonly isQuiet: boolean }): void
}

/** What an element holds and how it tells. Every drawn element starts here. */
export function useElement(element: ElementFacts): Held {
  const surface = useSurface()
  const askFirst = useAskFirst()
  const { block, field, name } = use(SlotContext)
  const action = element.action_id ?? ''
  return {
    block,
    field,
    state: surface.held(block, action),
    testId: `action-${action}`,
    aria: ariaOf(element, field, name),
    hold: (state) => surface.hold(block, action, state),
    tell(state, how) {
      if (field !== undefined && surface.at.in === 'view') {
        surface.fill(block, action, state ?? {}, how)
        return
      }
      if (how?.isQuiet === true || (field !== undefined && !field.dispatches)) {
        if (state !== undefined) surface.hold(block, action, state)
        return
      }
      askFirst(element.confirm, () => surface.click(block, action, state))
    },
  }
}

function ariaOf(element: ElementFacts, field: Field | undefined, name: string | undefined): Held['aria'] {
  if (field === undefined) return { 'aria-label': element.placeholder?.text ?? name }
  return {
    'aria-labelledby': field.labelId,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid || undefined,
    'aria-required': field.isRequired || undefined,
  }
}
