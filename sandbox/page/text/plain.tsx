import type { TextObject } from '@slack/types'
import type { ReactNode } from 'react'
import { withEmoji } from './emoji.ts'
import { InlineMrkdwn, MrkdwnText } from './mrkdwn-text.tsx'

/** A text object as words only: names of buttons, titles, labels. */
export function wordsOf(text: { readonly text: string; readonly emoji?: boolean } | undefined): string {
  if (text === undefined) return ''
  return text.emoji === false ? text.text : withEmoji(text.text)
}

/** A text object drawn in full. */
export function SlackText({ text }: { readonly text: TextObject }): ReactNode {
  if (text.type === 'mrkdwn') return <MrkdwnText text={text.text} />
  return <p className="text-lines">{wordsOf(text)}</p>
}

/** A text object on one line. */
export function SlackLine({ text }: { readonly text: TextObject }): ReactNode {
  return text.type === 'mrkdwn' ? <InlineMrkdwn text={text.text} /> : wordsOf(text)
}
