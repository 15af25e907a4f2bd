import type { Checkboxes, Option, RadioButtons } from '@slack/types'
import { useId } from 'react'
import { SlackLine } from '../text/plain.tsx'
import { useElement } from './element.ts'
import { optionsIn } from './held.ts'

export function RadioElement({ element }: { readonly element: RadioButtons }) {
  const { state, tell, testId, aria } = useElement(element)
  const chosen = optionsIn(state, 'selected_option', element.initial_option)[0]
  const name = useId()
  return (
    <div role="radiogroup" className="choices" data-testid={testId} {...aria}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          option={option}
          type="radio"
          name={name}
          isChosen={option.value === chosen?.value}
          onChange={() => tell({ selected_option: option })}
        />
      ))}
    </div>
  )
}

export function CheckboxesElement({ element }: { readonly element: Checkboxes }) {
  const { state, tell, testId, aria } = useElement(element)
  const chosen = optionsIn(state, 'selected_options', element.initial_options)
  const isChosen = (option: Option) => chosen.some(({ value }) => value === option.value)
  const name = useId()
  const toggle = (option: Option) =>
    tell({ selected_options: element.options.filter((one) => isChosen(one) !== (one === option)) })
  const { 'aria-required': _, 'aria-invalid': __, ...allowed } = aria
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label stands in the input block, not in a legend.
    <div role="group" className="choices" data-testid={testId} {...allowed}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          option={option}
          type="checkbox"
          name={name}
          isChosen={isChosen(option)}
          onChange={() => toggle(option)}
        />
      ))}
    </div>
  )
}

interface ChoiceProps {
  readonly option: Option
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly isChosen: boolean
  readonly onChange: () => void
}

function Choice({ option, type, name, isChosen, onChange }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={type} name={name} checked={isChosen} onChange={onChange} />
      <span>
        <SlackLine text={option.text} />
        {option.description && (
          <small>
            <SlackLine text={option.description} />
          </small>
        )}
      </span>
    </label>
  )
}
