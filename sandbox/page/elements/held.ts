import type { Option } from '@slack/types'
import type { ElementState } from '../../protocol.ts'

/** The options an element holds, one or many alike; the app's initial ones until somebody has said otherwise. */
export function optionsIn(
  state: ElementState | undefined,
  key: 'selected_option' | 'selected_options',
  initial: Option | readonly Option[] | undefined,
): readonly Option[] {
  const held = state !== undefined && key in state ? state[key] : initial
  return [held].flat().filter(isOption)
}

/** The same for people, conversations and channels, which are held by id. */
export function idsIn(
  state: ElementState | undefined,
  key: string,
  initial: string | readonly string[] | undefined,
): readonly string[] {
  const held = state !== undefined && key in state ? state[key] : initial
  return [held].flat().filter((id): id is string => typeof id === 'string' && id !== '')
}

export const isOption = (value: unknown): value is Option =>
  typeof value === 'object' && value !== null && 'text' in value && 'value' in value
