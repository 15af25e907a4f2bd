import type {
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  ExternalSelect,
  FileInput,
  InputBlock,
  ModalView,
  MultiExternalSelect,
  MultiUsersSelect,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types'
import type { Messages } from '../src/i18n/say.ts'
import { plain, readable } from './blocks.ts'
import { clip, limits } from './limits.ts'
import type { MessageBlock } from './message.ts'

/** What all inputs share. The block id is where an error is shown and where the answer is read. */
export interface InputParts {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly isOptional?: boolean
  /** Choosing or typing tells the product at once, under this action id. */
  readonly tells?: string
}

export interface Choice {
  readonly value: string
  readonly text: string
  readonly description?: string
}

export interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

export function input(
  { id, label, hint, isOptional, tells }: InputParts,
  element: InputBlock['element'],
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, limits.label),
    ...(hint === undefined ? {} : { hint: plain(hint, limits.hint) }),
    ...(isOptional === true ? { optional: true } : {}),
    ...(tells === undefined ? {} : { dispatch_action: true }),
    element,
  }
}

export interface TextParts extends InputParts {
  readonly filled: string | undefined
  readonly placeholder?: string
  readonly isLong?: boolean
  readonly hasFocus?: boolean
}

export function textInput(parts: TextParts): InputBlock {
  const filled = clip(readable(parts.filled ?? ''), limits.initialValue)
  const element: PlainTextInput = {
    type: 'plain_text_input',
    action_id: parts.tells ?? parts.id,
    ...(parts.isLong === true ? { multiline: true } : {}),
    ...(filled === '' ? {} : { initial_value: filled }),
    ...(parts.placeholder === undefined ? {} : { placeholder: plain(parts.placeholder, limits.placeholder) }),
    ...(parts.hasFocus === true ? { focus_on_load: true } : {}),
    ...(parts.tells === undefined
      ? {}
      : { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }),
  }
  return input(parts, element)
}

export function choiceInput(
  parts: InputParts & { choices: readonly Choice[]; filled: string | undefined },
): InputBlock {
  const chosen = parts.choices.find(({ value }) => value === parts.filled)
  const element: StaticSelect = {
    type: 'static_select',
    action_id: parts.tells ?? parts.id,
    options: parts.choices.map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  }
  return input(parts, element)
}

export function groupedInput(
  parts: InputParts & { groups: readonly ChoiceGroup[]; filled: string },
): InputBlock {
  const chosen = parts.groups.flatMap(({ choices }) => choices).find(({ value }) => value === parts.filled)
  const element: StaticSelect = {
    type: 'static_select',
    action_id: parts.tells ?? parts.id,
    option_groups: parts.groups.map(({ label, choices }) => ({
      label: plain(label, limits.optionText),
      options: choices.map(option),
    })),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  }
  return input(parts, element)
}

export function radioInput(parts: InputParts & { choices: readonly Choice[]; filled: string }): InputBlock {
  const chosen = parts.choices.find(({ value }) => value === parts.filled)
  const element: RadioButtons = {
    type: 'radio_buttons',
    action_id: parts.id,
    options: parts.choices.map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  }
  return input(parts, element)
}

/** Any number of up to ten. */
export function choicesInput(
  parts: InputParts & { choices: readonly Choice[]; filled: readonly string[] },
): InputBlock {
  const chosen = parts.choices.filter(({ value }) => parts.filled.includes(value))
  const element: Checkboxes = {
    type: 'checkboxes',
    action_id: parts.id,
    options: parts.choices.map(option),
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
  }
  return input(parts, element)
}

export function dateInput(parts: InputParts & { filled: string | undefined }): InputBlock {
  const element: Datepicker = {
    type: 'datepicker',
    action_id: parts.tells ?? parts.id,
    ...(isDay(parts.filled) ? { initial_date: parts.filled } : {}),
  }
  return input(parts, element)
}

/** One file, of these endings. */
export function fileInput(parts: InputParts & { endings: readonly string[] }): InputBlock {
  const element: FileInput = {
    type: 'file_input',
    action_id: parts.id,
    filetypes: [...parts.endings],
    max_files: 1,
  }
  return input(parts, element)
}

export function timeInput(parts: InputParts & { filled: string }): InputBlock {
  const element: Timepicker = { type: 'timepicker', action_id: parts.id, initial_time: parts.filled }
  return input(parts, element)
}

export function personInput(parts: InputParts & { filled: string | undefined }): InputBlock {
  const element: UsersSelect = {
    type: 'users_select',
    action_id: parts.tells ?? parts.id,
    ...(parts.filled === undefined ? {} : { initial_user: parts.filled }),
  }
  return input(parts, element)
}

/** With `most: 1` a person who can also be taken out again: Slack's single select cannot be emptied. */
export function peopleInput(parts: InputParts & { filled: readonly string[]; most: number }): InputBlock {
  const filled = [...new Set(parts.filled)].slice(0, parts.most)
  const element: MultiUsersSelect = {
    type: 'multi_users_select',
    action_id: parts.id,
    max_selected_items: parts.most,
    ...(filled.length === 0 ? {} : { initial_users: filled }),
  }
  return input(parts, element)
}

/** Channels of this organization only; the one the person is in is chosen unless another is given. */
export function channelInput(parts: InputParts & { filled: string | undefined }): InputBlock {
  const element: ConversationsSelect = {
    type: 'conversations_select',
    action_id: parts.tells ?? parts.id,
    filter: {
      include: ['public', 'private'],
      exclude_bot_users: true,
      exclude_external_shared_channels: true,
    },
    ...(parts.filled === undefined
      ? { default_to_current_conversation: true }
      : { initial_conversation: parts.filled }),
  }
  return input(parts, element)
}

/** Its options are looked up while the person types, under the action id `asks`. */
export function lookupInput(
  parts: InputParts & { asks: string; filled: Choice | undefined; placeholder: string; least: number },
): InputBlock {
  const element: ExternalSelect = {
    type: 'external_select',
    action_id: parts.asks,
    min_query_length: parts.least,
    placeholder: plain(parts.placeholder, limits.placeholder),
    ...(parts.filled === undefined ? {} : { initial_option: option(parts.filled) }),
  }
  return input(parts, element)
}

/** The same for several. */
export function lookupsInput(
  parts: InputParts & {
    asks: string
    filled: readonly Choice[]
    placeholder: string
    least: number
    most: number
  },
): InputBlock {
  const element: MultiExternalSelect = {
    type: 'multi_external_select',
    action_id: parts.asks,
    min_query_length: parts.least,
    max_selected_items: parts.most,
    placeholder: plain(parts.placeholder, limits.placeholder),
    ...(parts.filled.length === 0 ? {} : { initial_options: parts.filled.map(option) }),
  }
  return input(parts, element)
}

export interface ModalParts {
  readonly say: Messages
  readonly callbackId: string
  readonly title: string
  readonly submit?: string
  readonly metadata?: unknown
  readonly blocks: readonly MessageBlock[]
}

/** A form with Save and Cancel; at most Slack's hundred blocks. */
export function formModal({ say, callbackId, title, submit, metadata, blocks }: ModalParts): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title, limits.modalTitle),
    submit: plain(submit ?? say['form.save'](), limits.modalTitle),
    close: plain(say['form.cancel'](), limits.modalTitle),
    private_metadata: JSON.stringify(metadata ?? {}),
    blocks: blocks.slice(0, limits.modalBlocks) as ModalView['blocks'],
  }
}

function option({ value, text, description }: Choice): PlainTextOption {
  return {
    text: plain(text, limits.optionText),
    value,
    ...(description === undefined ? {} : { description: plain(description, limits.optionDescription) }),
  }
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
}
