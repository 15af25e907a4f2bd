import type { Overflow } from '@slack/types'
import { Icon } from '../parts/icon.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { SlackLine } from '../text/plain.tsx'
import { useElement } from './element.ts'

export function OverflowElement({ element }: { readonly element: Overflow }) {
  const { tell, testId, aria } = useElement(element)
  const name = aria['aria-label']
  return (
    <MenuButton
      label={typeof name === 'string' ? `More actions: ${name}` : 'More actions'}
      className="button button-icon"
      testId={testId}
      edge="end"
      items={element.options.map((option, nth) => ({
        key: option.value ?? `${nth}`,
        label: <SlackLine text={option.text} />,
        run: () => {
          if (option.url !== undefined) window.open(option.url, '_blank', 'noreferrer')
          tell({ selected_option: option })
        },
      }))}
    >
      <Icon name="more" />
    </MenuButton>
  )
}
