import type { Catalogue } from './en.ts'
import type { Formats } from './formats.ts'
import { forms } from './zh-hant/forms.ts'
import { messages } from './zh-hant/messages.ts'

export const zhHant = (format: Formats): Catalogue => ({ ...forms(format), ...messages(format) })
