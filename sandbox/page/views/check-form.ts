import type { InputBlock } from '@slack/types'
import type { ElementState } from '../../protocol.ts'
import { asBlocks } from '../blocks/shown.ts'

type Element = InputBlock['element']

/** What Slack itself refuses before it asks the app: block id -> what is wrong. */
export function checkForm(
  blocks: readonly unknown[],
  held: (block: string, action: string) => ElementState | undefined,
): Readonly<Record<string, string>> {
  const faults = asBlocks(blocks).flatMap((block, nth): [string, string][] => {
    if (block.type !== 'input') return []
    const id = block.block_id ?? `b${nth}`
    const fault = faultOf(block, held(id, ('action_id' in block.element && block.element.action_id) || ''))
    return fault === undefined ? [] : [[id, fault]]
  })
  return Object.fromEntries(faults)
}

function faultOf({ element, optional }: InputBlock, state: ElementState | undefined): string | undefined {
  const value = filledIn(element, state)
  if (value === undefined) return optional === true ? undefined : 'Please complete this required field.'
  if (typeof value !== 'string') return undefined
  switch (element.type) {
    case 'plain_text_input':
      return value.length < (element.min_length ?? 0)
        ? `Please write at least ${element.min_length} characters.`
        : undefined
    case 'number_input':
      return numberFault(element, value)
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(value) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid link.'
    default:
      return undefined
  }
}

function numberFault(element: Extract<Element, { type: 'number_input' }>, value: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value.trim())) return 'Please enter a number.'
  if (!element.is_decimal_allowed && value.includes('.')) return 'Please enter a whole number.'
  const number = Number(value)
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return `Please enter a number of at least ${element.min_value}.`
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return `Please enter a number of at most ${element.max_value}.`
  }
  return undefined
}

/** What is filled in: a text, something else, or undefined for nothing. */
function filledIn(element: Element, state: ElementState | undefined): unknown {
  const said = state === undefined ? undefined : Object.entries(state).find(([key]) => key !== 'type')
  const value = said === undefined ? initialOf(element) : said[1]
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? undefined : value
}

function initialOf(element: Element): unknown {
  if ('default_to_current_conversation' in element) return true
  return Object.entries(element).find(([key]) => key.startsWith('initial_'))?.[1]
}
