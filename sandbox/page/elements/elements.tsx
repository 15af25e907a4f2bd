import type { ReactNode } from 'react'
import { type AnyElement, isSelect } from './any-element.ts'
import { ButtonElement } from './button.tsx'
import { CheckboxesElement, RadioElement } from './choices.tsx'
import { DateElement, DateTimeElement, TimeElement } from './dates.tsx'
import { FileElement } from './file-input.tsx'
import { OverflowElement } from './overflow.tsx'
import { SelectElement } from './select.tsx'
import { TextElement } from './text-input.tsx'

export function ElementView({ element }: { readonly element: AnyElement }): ReactNode {
  if (isSelect(element)) return <SelectElement element={element} />
  switch (element.type) {
    case 'button':
      return <ButtonElement element={element} />
    case 'overflow':
      return <OverflowElement element={element} />
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextElement element={element} />
    case 'radio_buttons':
      return <RadioElement element={element} />
    case 'checkboxes':
      return <CheckboxesElement element={element} />
    default:
      return <DateOrImage element={element} />
  }
}

function DateOrImage({ element }: { readonly element: AnyElement }): ReactNode {
  switch (element.type) {
    case 'file_input':
      return <FileElement element={element} />
    case 'datepicker':
      return <DateElement element={element} />
    case 'timepicker':
      return <TimeElement element={element} />
    case 'datetimepicker':
      return <DateTimeElement element={element} />
    case 'image':
      return (
        <img
          className="accessory-image"
          alt={element.alt_text}
          src={'image_url' in element ? element.image_url : undefined}
        />
      )
    default:
      return <p className="unknown">This page cannot draw a {element.type}.</p>
  }
}
