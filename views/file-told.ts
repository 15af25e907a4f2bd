import type { Messages } from '../src/i18n/say.ts'
import { section } from './blocks.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** What Slack said to a file that was sent. */
export type FileOutcome =
  | { readonly kind: 'sent' | 'no-scope' | 'unsure' }
  | { readonly kind: 'refused'; readonly code: string }

/** What came of sending one. `as`: whether what it holds stands above as text as well. */
export function fileTold(news: FileOutcome, as: 'file' | 'text-too', say: Messages): Message {
  switch (news.kind) {
    case 'refused':
      return line(say[as === 'file' ? 'file.refused' : 'file.refused.text-too']({ code: news.code }))
    default:
      return line(say[`file.${news.kind}`]())
  }
}

const line = (sentence: string): Message => ({ text: spoken(sentence), blocks: [section(sentence)] })
