import { z } from 'zod'
import { richText } from './rich-text.ts'
import { actionId, common, placeholder } from './text.ts'

const typed = {
  ...actionId,
  ...placeholder,
  focus_on_load: common.focus_on_load,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
    })
    .optional(),
}

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .refine(({ min_length = 0, max_length = 3000 }) => min_length <= max_length, {
    error: 'min_length must not be greater than max_length',
  })
  .refine(({ initial_value = '', max_length = 3000 }) => initial_value.length <= max_length, {
    error: 'initial_value is longer than max_length',
  })

const numeral = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number written as a string')

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: numeral.optional(),
    min_value: numeral.optional(),
    max_value: numeral.optional(),
  })
  .refine(({ min_value = '-Infinity', max_value = 'Infinity' }) => Number(min_value) <= Number(max_value), {
    error: 'min_value must not be greater than max_value',
  })
  .refine(startsInRange, { error: 'initial_value is outside min_value and max_value, or has decimals' })

function startsInRange(input: {
  is_decimal_allowed: boolean
  initial_value?: string | undefined
  min_value?: string | undefined
  max_value?: string | undefined
}): boolean {
  const { initial_value, min_value = '-Infinity', max_value = 'Infinity' } = input
  if (initial_value === undefined) return true
  const isWhole = !initial_value.includes('.')
  const value = Number(initial_value)
  return (isWhole || input.is_decimal_allowed) && value >= Number(min_value) && value <= Number(max_value)
}

export const inputs = [
  plainTextInput,
  numberInput,
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    ...typed,
    initial_value: richText.optional(),
    min_lines: z.int().min(1).optional(),
    max_lines: z.int().min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionId,
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const
