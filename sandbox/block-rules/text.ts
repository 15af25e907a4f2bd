import { z } from 'zod'

/** Slack counts characters; an empty text is refused everywhere. */
export const chars = (max: number) => z.string().min(1).max(max)

export const plainText = (max = 3000) =>
  z.strictObject({ type: z.literal('plain_text'), text: chars(max), emoji: z.boolean().optional() })

export const mrkdwn = (max = 3000) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: chars(max), verbatim: z.boolean().optional() })

export const textObject = (max = 3000) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])

export const blockId = { block_id: chars(255).optional() }
export const actionId = { action_id: chars(255).optional() }
export const style = z.enum(['primary', 'danger']).optional()
export const url = (max = 3000) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a URL')

export const confirm = z
  .strictObject({
    title: plainText(100).optional(),
    text: textObject(300),
    confirm: plainText(30).optional(),
    deny: plainText(30).optional(),
    style,
  })
  .optional()

/** What most elements carry. */
export const common = { ...actionId, confirm, focus_on_load: z.boolean().optional() }
export const placeholder = { placeholder: plainText(150).optional() }

const slackFile = z.union([
  z.strictObject({ id: z.string().regex(/^F[A-Z0-9]{8,}$/) }),
  z.strictObject({ url: url() }),
])
export const imageSource = { image_url: url().optional(), slack_file: slackFile.optional() }

export const hasOneSource = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined)
export const oneSource = { error: 'must have either image_url or slack_file' }

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageSource, alt_text: chars(2000) })
  .refine(hasOneSource, oneSource)
