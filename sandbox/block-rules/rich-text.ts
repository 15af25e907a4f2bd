import { z } from 'zod'
import { blockId, chars, url } from './text.ts'

const styled = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      underline: z.boolean().optional(),
      code: z.boolean().optional(),
    })
    .optional(),
}

const text = z.strictObject({ type: z.literal('text'), text: chars(40_000), ...styled })
const link = z.strictObject({
  type: z.literal('link'),
  url: url(),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  ...styled,
})

const leaf = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({ type: z.literal('user'), user_id: chars(255), ...styled }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: chars(255), ...styled }),
  z.strictObject({ type: z.literal('channel'), channel_id: chars(255), ...styled }),
  z.strictObject({ type: z.literal('team'), team_id: chars(255), ...styled }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...styled }),
  z.strictObject({ type: z.literal('color'), value: chars(255), ...styled }),
  z.strictObject({
    type: z.literal('emoji'),
    name: chars(255),
    unicode: z.string().optional(),
    url: z.string().optional(),
    ...styled,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: chars(255),
    url: url().optional(),
    fallback: z.string().optional(),
    ...styled,
  }),
])

const border = { border: z.union([z.literal(0), z.literal(1)]).optional() }
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) })

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  ...blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          elements: z.array(section).min(1),
          style: z.enum(['bullet', 'ordered']),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          ...border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), ...border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [text, link])),
          ...border,
        }),
      ]),
    )
    .min(1),
})
