import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types'
import type { Instant } from '../src/domain/types.ts'
import { clip, limits } from './limits.ts'

/** A string is shown as it is; only `mrkdwn()` is parsed by Slack. */
export type Words = string | PlainTextElement | MrkdwnElement

/** What people typed is safe here: nothing is parsed. Slack refuses an empty text, so absence shows as a dash. */
export function plain(text: string, most: number = limits.text): PlainTextElement {
  const shown = clip(readable(text), most)
  return { type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: true }
}

/** Our own words with markup. What a person typed comes into it through `escaped()` only. */
export function mrkdwn(text: string, most: number = limits.text): MrkdwnElement {
  return { type: 'mrkdwn', text: clip(text, most), verbatim: true }
}

/**
 * What a person typed, on one line, for use inside `mrkdwn()`: no mention, link, quote or markup survives.
 * Markers become their look-alikes, because Slack has no escape for them (`&gt;` in front still makes a quote).
 */
export function escaped(text: string, most: number = limits.header): string {
  const line = clip(readable(text).replace(/\s+/g, ' ').trim(), most)
  return line.replace(/^>|[&<>*_~`]/g, (marker, at) =>
    at === 0 && marker === '>' ? '›' : (lookAlikes[marker] ?? marker),
  )
}

const lookAlikes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
}

/** Without the characters that are not seen but change what is: controls, and marks that turn the direction of a line. */
export function readable(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
}

/** People's words inside a plain sentence of ours: one short line with nothing unseen in it. */
export function quoted(text: string, most = 60): string {
  return clip(readable(text).replace(/\s+/g, ' ').trim(), most)
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, limits.header) }
}

export function section(
  text: Words,
  more: { accessory?: SectionBlockAccessory; blockId?: string } = {},
): SectionBlock {
  return {
    type: 'section',
    ...(more.blockId === undefined ? {} : { block_id: more.blockId }),
    text: worded(text),
    ...(more.accessory === undefined ? {} : { accessory: more.accessory }),
  }
}

/** Short facts side by side, at most ten. */
export function fields(texts: readonly Words[]): SectionBlock {
  return { type: 'section', fields: texts.slice(0, limits.fields).map(worded) }
}

/** Small grey words, at most ten pieces. */
export function context(...texts: readonly Words[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, limits.contextElements).map(worded) }
}

export function divider(): DividerBlock {
  return { type: 'divider' }
}

export function actions(elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock {
  return {
    type: 'actions',
    ...(blockId === undefined ? {} : { block_id: blockId }),
    elements: elements.slice(0, limits.actions),
  }
}

export interface ButtonParts {
  readonly text: string
  readonly actionId: string
  readonly value?: string
  readonly style?: 'primary' | 'danger'
  /** What a screen reader says where the text alone is not enough. */
  readonly spoken?: string
  /** What is asked before it does anything. */
  readonly confirm?: ConfirmationDialog
}

export function button({ text, actionId, value, style, spoken = '', confirm }: ButtonParts): Button {
  const label = quoted(spoken, limits.button)
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, limits.button),
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(label === '' ? {} : { accessibility_label: label }),
  }
}

export interface RichPart {
  readonly text: string
  readonly style: { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean }
}

/** One paragraph in which nothing is parsed: people's words, and ours beside them with a style. */
export function rich(...parts: readonly (string | RichPart)[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: parts.map(richText) }] }
}

/** A text to be copied as it is; Slack makes no link of it. */
export function preformatted(text: string): RichTextBlock {
  const { text: shown } = plain(text)
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown }] }],
  }
}

/** Asked in a dialog before a button does what cannot be taken back. */
export function confirmation(words: {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
}): ConfirmationDialog {
  return {
    title: plain(words.title, limits.confirmTitle),
    text: plain(words.text, limits.confirmText),
    confirm: plain(words.yes, limits.confirmButton),
    deny: plain(words.no, limits.confirmButton),
    style: 'danger',
  }
}

/** A moment in the reader's own zone, for use inside `mrkdwn()`; tokens as `{date_short_pretty} {time}`. */
export function dateToken(at: Instant, tokens: string, fallback: string): string {
  return `<!date^${Math.floor(at / 1000)}^${tokens}|${fallback.replace(/[<>|&]/g, '')}>`
}

function worded(text: Words): PlainTextElement | MrkdwnElement {
  return typeof text === 'string' ? plain(text) : text
}

function richText(part: string | RichPart): RichTextElement {
  const { text, style } = typeof part === 'string' ? { text: part, style: undefined } : part
  const { text: shown } = plain(text)
  return { type: 'text', text: shown, ...(style === undefined ? {} : { style }) }
}
