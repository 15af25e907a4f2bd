import { z } from 'zod'
import { amongOptions, overflowOption, richOption, startsAmongOptions } from './options.ts'
import { actionId, chars, common, confirm, placeholder, plainText, style, url } from './text.ts'

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  confirm,
  text: plainText(75),
  value: chars(2000).optional(),
  url: url().optional(),
  style,
  accessibility_label: chars(75).optional(),
})

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionId,
  confirm,
  text: plainText(75),
  workflow: z.looseObject({ trigger: z.looseObject({ url: url() }) }),
  style,
  accessibility_label: chars(75).optional(),
})

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  confirm,
  options: z.array(overflowOption).min(1).max(5),
})

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...common,
    options: z.array(richOption).min(1).max(10),
    initial_option: richOption.optional(),
  })
  .refine(startsAmongOptions, amongOptions)

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: z.array(richOption).min(1).max(10),
    initial_options: z.array(richOption).min(1).optional(),
  })
  .refine(startsAmongOptions, amongOptions)

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...common,
  ...placeholder,
  initial_date: z.iso.date().optional(),
})

const isZone = (zone: string) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...common,
  ...placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:mm')
    .optional(),
  timezone: z.string().refine(isZone, { error: 'must be an IANA time zone' }).optional(),
})

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...common,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})
