import { z } from 'zod'
import {
  amongOptions,
  offersOnce,
  onceOnly,
  plainOption,
  startsAmongOptions,
  staticOptions,
} from './options.ts'
import { chars, common, placeholder } from './text.ts'

const select = <T extends string>(type: T) => ({ type: z.literal(type), ...common, ...placeholder })
const multi = <T extends string>(type: T) => ({
  ...select(type),
  max_selected_items: z.int().min(1).optional(),
})
const inMessagesOfInputs = { response_url_enabled: z.boolean().optional() }
const ids = z.array(chars(255)).optional()

const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((given) => Object.keys(given).length > 0, { error: 'must filter by something' })
  .optional()
const conversations = { default_to_current_conversation: z.boolean().optional(), filter }
const search = { min_query_length: z.int().min(0).optional() }

export const selects = [
  z
    .strictObject({ ...select('static_select'), ...staticOptions, initial_option: plainOption.optional() })
    .refine(offersOnce, onceOnly)
    .refine(startsAmongOptions, amongOptions),
  z.strictObject({ ...select('external_select'), ...search, initial_option: plainOption.optional() }),
  z.strictObject({ ...select('users_select'), initial_user: chars(255).optional() }),
  z.strictObject({
    ...select('conversations_select'),
    ...conversations,
    ...inMessagesOfInputs,
    initial_conversation: chars(255).optional(),
  }),
  z.strictObject({
    ...select('channels_select'),
    ...inMessagesOfInputs,
    initial_channel: chars(255).optional(),
  }),
] as const

const fewEnough = (key: string) => (element: Record<string, unknown>) => {
  const chosen = element[key]
  const most = element.max_selected_items
  return !Array.isArray(chosen) || typeof most !== 'number' || chosen.length <= most
}
const tooMany = { error: 'has more initial items than max_selected_items' }

export const multiSelects = [
  z
    .strictObject({
      ...multi('multi_static_select'),
      ...staticOptions,
      initial_options: z.array(plainOption).min(1).optional(),
    })
    .refine(offersOnce, onceOnly)
    .refine(startsAmongOptions, amongOptions)
    .refine(fewEnough('initial_options'), tooMany),
  z
    .strictObject({
      ...multi('multi_external_select'),
      ...search,
      initial_options: z.array(plainOption).min(1).optional(),
    })
    .refine(fewEnough('initial_options'), tooMany),
  z
    .strictObject({ ...multi('multi_users_select'), initial_users: ids })
    .refine(fewEnough('initial_users'), tooMany),
  z
    .strictObject({ ...multi('multi_conversations_select'), ...conversations, initial_conversations: ids })
    .refine(fewEnough('initial_conversations'), tooMany),
  z
    .strictObject({ ...multi('multi_channels_select'), initial_channels: ids })
    .refine(fewEnough('initial_channels'), tooMany),
] as const
