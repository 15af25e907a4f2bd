import type { Language } from '../domain/types.ts'
import { en } from './en.ts'
import { type Formats, formatsOf } from './formats.ts'
import { zhHant } from './zh-hant.ts'

/** Every sentence the product says, as typed functions; `format` writes numbers, dates and amounts in the same locale. */
export type Messages = ReturnType<typeof en> & { readonly format: Formats; readonly language: Language }

const made = new Map<string, Messages>()

/** The sentences for a BCP 47 locale; its language must be one of ours. `en-GB` writes dates the British way. */
export function sayIn(language: Language, locale: string = language): Messages {
  const key = `${language} ${locale}`
  const known = made.get(key)
  if (known !== undefined) return known
  const format = formatsOf(locale)
  const catalogue = language === 'zh-Hant' ? zhHant(format) : en(format)
  const messages: Messages = { ...catalogue, format, language }
  made.set(key, messages)
  return messages
}
