import { z } from 'zod'
import { inputs } from './inputs.ts'
import {
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  overflow,
  radioButtons,
  timepicker,
  workflowButton,
} from './pickers.ts'
import { multiSelects, selects } from './selects.ts'
import {
  blockId,
  chars,
  hasOneSource,
  imageElement,
  imageSource,
  mrkdwn,
  oneSource,
  plainText,
  textObject,
} from './text.ts'

const anywhere = [checkboxes, datepicker, radioButtons, timepicker, ...selects, ...multiSelects] as const

const accessory = z.discriminatedUnion('type', [button, imageElement, overflow, workflowButton, ...anywhere])
const actionElement = z.discriminatedUnion('type', [
  button,
  datetimepicker,
  overflow,
  workflowButton,
  ...anywhere,
])
const inputElement = z.discriminatedUnion('type', [datetimepicker, ...inputs, ...anywhere])

const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z.array(actionElement).min(1).max(25),
})

export const basicBlocks = [
  actions,
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({
    type: z.literal('header'),
    ...blockId,
    text: plainText(150),
    level: z.int().min(1).max(4).optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    ...blockId,
    elements: z
      .array(z.discriminatedUnion('type', [plainText(), mrkdwn(), imageElement]))
      .min(1)
      .max(10),
  }),
  z
    .strictObject({
      type: z.literal('section'),
      ...blockId,
      text: textObject(3000).optional(),
      fields: z.array(textObject(2000)).min(1).max(10).optional(),
      accessory: accessory.optional(),
      expand: z.boolean().optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
      error: 'must have text or fields',
    }),
  z
    .strictObject({
      type: z.literal('image'),
      ...blockId,
      ...imageSource,
      alt_text: chars(2000),
      title: plainText(2000).optional(),
    })
    .refine(hasOneSource, oneSource),
  z
    .strictObject({
      type: z.literal('input'),
      ...blockId,
      label: plainText(2000),
      hint: plainText(2000).optional(),
      optional: z.boolean().optional(),
      dispatch_action: z.boolean().optional(),
      element: inputElement,
    })
    .refine(({ dispatch_action, element }) => !(dispatch_action && element.type === 'file_input'), {
      error: 'file_input cannot dispatch actions',
    }),
] as const

export const markdown = z.strictObject({ type: z.literal('markdown'), ...blockId, text: chars(12_000) })
