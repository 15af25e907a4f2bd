import { allBlocks, elementsOf, isWire, type Wire, wires } from './block-rules/walk.ts'
import { newId } from './ids.ts'
import type { Values } from './state.ts'

/** Under which key an element holds what is filled in, what it holds when empty, and what fills it at first. */
interface Holding {
  readonly key: string
  readonly empty: null | readonly never[]
  readonly initial: string
}

const one = (key: string, initial: string): Holding => ({ key, empty: null, initial })
const several = (key: string, initial: string): Holding => ({ key, empty: [], initial })

const holdings: Readonly<Record<string, Holding>> = {
  plain_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  radio_buttons: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  checkboxes: several('selected_options', 'initial_options'),
  multi_static_select: several('selected_options', 'initial_options'),
  multi_external_select: several('selected_options', 'initial_options'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
  file_input: several('files', ''),
}

export const holdingOf = (element: Wire): Holding | undefined => holdings[String(element.type)]

/** Gives ids to blocks and elements that came without, as Slack does. */
export function withIds(blocks: readonly unknown[]): readonly Wire[] {
  return wires(blocks).map((block) => ({
    ...block,
    block_id: block.block_id ?? newId('').slice(0, 5),
    ...inner(block, 'elements', (elements) => wires(elements).map(withActionId)),
    ...inner(block, 'accessory', (accessory) => (isWire(accessory) ? withActionId(accessory) : accessory)),
    ...inner(block, 'element', (element) => (isWire(element) ? withActionId(element) : element)),
  }))
}

const inner = (block: Wire, key: string, change: (held: unknown) => unknown) =>
  block[key] === undefined ? {} : { [key]: change(block[key]) }

function withActionId(element: Wire): Wire {
  const isActed = holdingOf(element) !== undefined || ['button', 'overflow'].includes(String(element.type))
  return isActed ? { ...element, action_id: element.action_id ?? newId('').slice(0, 5) } : element
}

/**
 * `state.values` of these blocks: every element that can be filled is there. What is held already stays where block id,
 * action id and type stay; elsewhere the `initial_…` fills it.
 */
export function valuesOf(blocks: readonly unknown[], held: Values, conversation?: string): Values {
  const values: Record<string, Record<string, Wire>> = {}
  for (const block of allBlocks(blocks)) {
    for (const { it: element } of elementsOf(block)) {
      const holding = holdingOf(element)
      if (holding === undefined) continue
      const blockId = String(block.it.block_id)
      const actionId = String(element.action_id)
      const before = held[blockId]?.[actionId]
      const kept =
        before !== undefined && before.type === element.type && isOffered(element, before)
          ? before
          : undefined
      const row = values[blockId] ?? {}
      row[actionId] = kept ?? initialState(element, holding, conversation)
      values[blockId] = row
    }
  }
  return values
}

function initialState(element: Wire, { key, empty, initial }: Holding, conversation?: string): Wire {
  const here = element.default_to_current_conversation === true ? conversation : undefined
  const first = element[initial] ?? here
  const isBlank = first === undefined || first === ''
  return { type: element.type, [key]: isBlank ? empty : first }
}

/** A choice among fixed options ends when the option is gone. */
function isOffered(element: Wire, held: Wire): boolean {
  const options = optionsOf(element)
  if (options.length === 0) return true
  const chosen = [held.selected_option, ...wires(held.selected_options)].filter(isWire)
  return chosen.every(({ value }) => options.some((option) => option.value === value))
}

export function optionsOf(element: Wire): readonly Wire[] {
  return [...wires(element.options), ...wires(element.option_groups).flatMap(({ options }) => wires(options))]
}

/** What the page or a test filled in, completed: '' is nothing, and a chosen value is its whole option. */
export function filledState(element: Wire, given: Wire): Wire {
  const holding = holdingOf(element)
  if (holding === undefined) return { type: element.type, ...given }
  const { key, empty } = holding
  const filled = given[key]
  if (filled === undefined || filled === null || filled === '') return { type: element.type, [key]: empty }
  return { type: element.type, [key]: completed(element, filled) }
}

function completed(element: Wire, filled: unknown): unknown {
  if (Array.isArray(filled)) return filled.map((each: unknown) => completed(element, each))
  if (!isWire(filled)) return filled
  return optionsOf(element).find((option) => option.value === filled.value) ?? filled
}

export interface Found {
  readonly block: Wire
  readonly element: Wire
}

export function elementIn(blocks: readonly unknown[], blockId: string, actionId: string): Found | undefined {
  const block = allBlocks(blocks).find(({ it }) => it.block_id === blockId)
  if (block === undefined) return undefined
  const element = elementsOf(block).find(({ it }) => it.action_id === actionId)
  return element === undefined ? undefined : { block: block.it, element: element.it }
}

export function withValue(values: Values, blockId: string, actionId: string, state: Wire): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: state } }
}
