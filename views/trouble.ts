import type { Messages } from '../src/i18n/say.ts'
import { section } from './blocks.ts'
import type { Message } from './message.ts'

/** A fault of ours; the reference stands in the log beside it. */
export const fault = (reference: string, say: Messages): Message =>
  sentence(say['trouble.fault']({ reference }))

/** The disk is full; nothing was stored. */
export const noSpace = (reference: string, say: Messages): Message =>
  sentence(say['trouble.no-space']({ reference }))

/** Slack's three seconds to open a window were over. */
export const tooLate = (say: Messages): Message => sentence(say['trouble.too-late']())

const sentence = (text: string): Message => ({ text, blocks: [section(text)] })
