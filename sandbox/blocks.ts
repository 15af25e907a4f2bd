import { z } from 'zod'
import { basicBlocks } from './block-rules/basic-blocks.ts'
import { newBlocks } from './block-rules/new-blocks.ts'
import { lengthOf } from './block-rules/tables.ts'
import { chars, plainText } from './block-rules/text.ts'
import { checkTogether, type Surface } from './block-rules/together.ts'
import { toldBy } from './block-rules/told.ts'
import { isWire, wires } from './block-rules/walk.ts'

/** One thing Slack refuses. `pointer` is the JSON pointer that Slack answers too. */
export interface Fault {
  readonly pointer: string
  readonly message: string
}

/** Where Slack gives up on a message although every block is legal (slack-platform.md §1.5). */
export const BLOCK_TEXT_MOST = 13_200
const VIEW_BYTES_MOST = 250_000

const block = z.discriminatedUnion('type', [...basicBlocks, ...newBlocks])

/** What Slack would refuse in a message's blocks; empty when it would take them. */
export function checkMessage(blocks: readonly unknown[]): readonly Fault[] {
  const tooLong = tooLongMessage(blocks)
  return [...checkBlocks(blocks, 'message', 50), ...(tooLong === undefined ? [] : [tooLong])]
}

/** `msg_blocks_too_long`, which Slack answers in place of `invalid_blocks`. */
export function tooLongMessage(blocks: readonly unknown[]): Fault | undefined {
  const total = lengthOf(blocks)
  if (total <= BLOCK_TEXT_MOST) return undefined
  const message = `msg_blocks_too_long: ${total} characters in all, Slack takes about ${BLOCK_TEXT_MOST}`
  return { pointer: '/blocks', message }
}

const anyView = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: chars(255).optional(),
}
const viewFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    ...anyView,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('home'), ...anyView }),
])

/** What Slack would refuse in a modal or a Home; empty when it would take it. */
export function checkView(view: unknown): readonly Fault[] {
  const frame = viewFrame.safeParse(view, { reportInput: true })
  const framed = frame.success ? [] : toldBy(frame.error, '')
  if (!isWire(view) || !Array.isArray(view.blocks)) return framed
  const surface = view.type === 'home' ? 'home' : 'modal'
  const size = Buffer.byteLength(JSON.stringify(view))
  return [
    ...framed,
    ...checkBlocks(view.blocks, surface, 100),
    ...needsSubmit(view),
    ...(size > VIEW_BYTES_MOST ? [{ pointer: '', message: `view_too_large: ${size} bytes` }] : []),
  ]
}

function checkBlocks(blocks: readonly unknown[], surface: Surface, most: number): readonly Fault[] {
  const counted = z.array(z.unknown()).min(1).max(most).safeParse(blocks, { reportInput: true })
  const alone = blocks.flatMap((one, index) => {
    const read = block.safeParse(one, { reportInput: true })
    return read.success ? [] : toldBy(read.error, `/blocks/${index}`)
  })
  return [
    ...(counted.success ? [] : toldBy(counted.error, '/blocks')),
    ...alone,
    ...checkTogether(blocks, surface),
  ]
}

function needsSubmit(view: Readonly<Record<string, unknown>>): readonly Fault[] {
  const isFilled = view.type === 'modal' && wires(view.blocks).some(({ type }) => type === 'input')
  return isFilled && view.submit === undefined
    ? [{ pointer: '/submit', message: 'is required when there are input blocks' }]
    : []
}
