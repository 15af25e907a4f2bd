import { z } from 'zod'
import { basicBlocks, markdown } from './basic-blocks.ts'
import { dataVisualization } from './charts.ts'
import { button } from './pickers.ts'
import { richText } from './rich-text.ts'
import { dataTable, table } from './tables.ts'
import { actionId, blockId, chars, imageElement, mrkdwn, plainText, textObject, url } from './text.ts'

const slackIcon = z.strictObject({ type: z.literal('icon'), name: chars(255) })

const card = z
  .strictObject({
    type: z.literal('card'),
    ...blockId,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    slack_icon: slackIcon.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    subtext: mrkdwn(200).optional(),
    actions: z.array(button).min(1).max(3).optional(),
  })
  .refine((given) => [given.hero_image, given.title, given.actions, given.body].some(Boolean), {
    error: 'must have a hero_image, title, body or actions',
  })
  .refine((given) => given.icon === undefined || given.slack_icon === undefined, {
    error: 'must not have both icon and slack_icon',
  })

const container = z
  .strictObject({
    type: z.literal('container'),
    ...blockId,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: textObject(150).optional(),
    icon: imageElement.optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...basicBlocks, richText, table]))
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((given) => (given.title === undefined) !== (given.rich_text_title === undefined), {
    error: 'must have either title or rich_text_title',
  })

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: chars(255),
  title: chars(3000),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: url(), text: chars(3000) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']).optional(),
})

const feedback = z.strictObject({
  text: plainText(75),
  accessibility_label: chars(75).optional(),
  value: chars(2000),
})
const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionId,
    positive_button: feedback,
    negative_button: feedback,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionId,
    icon: z.literal('trash'),
    text: plainText(75),
    accessibility_label: chars(75).optional(),
    value: chars(2000).optional(),
    visible_to_user_ids: z.array(chars(255)).optional(),
  }),
])

export const newBlocks = [
  markdown,
  dataVisualization,
  dataTable,
  table,
  card,
  container,
  taskCard,
  richText,
  z.strictObject({ type: z.literal('carousel'), ...blockId, elements: z.array(card).min(1).max(10) }),
  z.strictObject({
    type: z.literal('alert'),
    ...blockId,
    text: textObject(200),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  z.strictObject({
    type: z.literal('plan'),
    ...blockId,
    title: chars(3000),
    tasks: z.array(taskCard).max(50).optional(),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...blockId,
    elements: z.array(contextAction).min(1).max(5),
  }),
] as const
