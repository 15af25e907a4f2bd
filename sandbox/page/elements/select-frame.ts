import type { Option } from '@slack/types'
import { wordsOf } from '../text/plain.tsx'
import type { AnySelect } from './any-element.ts'
import type { Choosable } from './choosable.ts'
import type { Held } from './element.ts'

export const choiceOf = (option: Option): Choosable => ({
  key: option.value ?? option.text.text,
  words: wordsOf(option.text),
  note: option.description === undefined ? undefined : wordsOf(option.description),
  group: undefined,
})

/** What every select hands to its combobox. */
export function frameOf(element: AnySelect, held: Held) {
  return {
    isMulti: element.type.startsWith('multi_'),
    most: 'max_selected_items' in element ? element.max_selected_items : undefined,
    placeholder: wordsOf(element.placeholder) || 'Choose an option',
    testId: held.testId,
    aria: held.aria,
    isFirst: element.focus_on_load === true,
  }
}
