import { isWire, type Wire, wires } from '../block-rules/walk.ts'
import { holdingOf } from '../element-state.ts'
import type { StoredView } from '../state.ts'

/** What Slack's own client says at a field before the bot hears of a submission; by block id. */
export function faultsIn(view: StoredView): Readonly<Record<string, string>> {
  const faults = wires(view.blocks)
    .filter((block) => block.type === 'input' && isWire(block.element))
    .map((block) => [String(block.block_id), faultOf(view, block)] as const)
  return Object.fromEntries(
    faults.filter((fault): fault is readonly [string, string] => fault[1] !== undefined),
  )
}

function faultOf(view: StoredView, block: Wire): string | undefined {
  if (!isWire(block.element)) return undefined
  const held = view.state.values[String(block.block_id)]?.[String(block.element.action_id)] ?? {}
  const value = held[holdingOf(block.element)?.key ?? 'value']
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return block.optional === true ? undefined : 'Please complete this required field.'
  return typeof value === 'string' ? faultOfText(block.element, value) : undefined
}

function faultOfText(element: Wire, value: string): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return faultOfLength(value, Number(element.min_length ?? 0), Number(element.max_length ?? 3000))
    case 'number_input':
      return faultOfNumber(element, value)
    default:
      return undefined
  }
}

function faultOfLength(value: string, least: number, most: number): string | undefined {
  if (value.length < least) return `Must be at least ${least} characters.`
  return value.length > most ? `Must be at most ${most} characters.` : undefined
}

function faultOfNumber(element: Wire, value: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return 'Please enter a valid number.'
  if (element.is_decimal_allowed === false && value.includes('.')) return 'Please enter a whole number.'
  if (Number(value) < Number(element.min_value ?? '-Infinity'))
    return `Must be at least ${element.min_value}.`
  return Number(value) > Number(element.max_value ?? 'Infinity')
    ? `Must be at most ${element.max_value}.`
    : undefined
}
