import type { ActionsBlock, InputBlock, MultiSelect, SectionBlock, Select } from '@slack/types'

/** Whatever may stand in an actions, input or section block. */
export type AnyElement =
  | ActionsBlock['elements'][number]
  | InputBlock['element']
  | NonNullable<SectionBlock['accessory']>

export type AnySelect = Select | MultiSelect

export const isSelect = (element: AnyElement): element is AnySelect => element.type.endsWith('_select')
