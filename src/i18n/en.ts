import { forms } from './en/forms.ts'
import { messages } from './en/messages.ts'
import type { Formats } from './formats.ts'

export const en = (format: Formats) => ({ ...forms(format), ...messages(format) })

export type Catalogue = ReturnType<typeof en>
