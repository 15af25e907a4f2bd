import { z } from 'zod'
import { richText } from './rich-text.ts'
import { blockId, chars } from './text.ts'

const rawText = z.strictObject({ type: z.literal('raw_text'), text: chars(10_000) })
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: chars(10_000) })
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText])
const row = z.array(cell).min(1).max(20)

type Rows = readonly (readonly z.infer<typeof cell>[])[]

const isEven = ({ rows }: { rows: Rows }) => rows.every((cells) => cells.length === rows[0]?.length)
const isShort = ({ rows }: { rows: Rows }) => lengthOf(rows) <= 10_000
const tooLong = { error: 'has more than 10000 characters in its cells' }

/** Every text inside a value, however deep. */
export function lengthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, held]) => sum + (key === 'text' && typeof held === 'string' ? held.length : lengthOf(held)),
    0,
  )
}

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...blockId,
    caption: chars(3000),
    rows: z.array(row).min(2).max(101),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .refine(isEven, { error: 'rows must have equally many cells' })
  .refine(isShort, tooLong)
  .refine(({ rows }) => rows[0]?.every(({ type }) => type !== 'rich_text'), {
    error: 'the header row takes no rich_text',
  })
  .refine(({ rows, row_header_column_index = 0 }) => row_header_column_index < (rows[0]?.length ?? 0), {
    error: 'row_header_column_index is no column',
  })

export const table = z
  .strictObject({
    type: z.literal('table'),
    ...blockId,
    rows: z.array(row).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(20)
      .optional(),
  })
  .refine(isShort, tooLong)
