import type { Messages } from '../src/i18n/say.ts'
import { section } from './blocks.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** What Slack said to a file that was sent. */
export type FileOutcome =
  | { readonly kind: 'sent' | 'no-scope' | 'unsure' }
  | { readonly kind: 'refused'; readonly code: string }

/** What came of sending one; `sent` says that it is there. */
export function fileTold(news: FileOutcome, sent: string, say: Messages): Message {
  switch (news.kind) {
    case 'sent':
      return line(sent)
    case 'refused':
      return line(say['file.refused']({ code: news.code }))
    default:
      return line(say[`file.${news.kind}`]())
  }
}

const line = (sentence: string): Message => ({ text: spoken(sentence), blocks: [section(sentence)] })
