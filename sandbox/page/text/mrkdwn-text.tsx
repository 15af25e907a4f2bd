import { Fragment, type ReactNode } from 'react'
import { useWords } from '../state/page.tsx'
import { withEmoji } from './emoji.ts'
import { DateText, Mention } from './mention.tsx'
import { type Inline, inlineOf, type Paragraph, paragraphsOf } from './mrkdwn.ts'
import { OutLink } from './out-link.tsx'

/** Slack's mrkdwn with everything it can hold. */
export function MrkdwnText({ text }: { readonly text: string }): ReactNode {
  return paragraphsOf(text).map((paragraph, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its place.
    <ParagraphText key={nth} paragraph={paragraph} />
  ))
}

/** The same on one line: options, table cells, notes. */
export function InlineMrkdwn({ text }: { readonly text: string }): ReactNode {
  return <Inlines inlines={inlineOf(text)} />
}

function ParagraphText({ paragraph }: { readonly paragraph: Paragraph }) {
  if (paragraph.kind === 'pre') return <pre className="text-pre">{paragraph.text}</pre>
  if (paragraph.kind === 'quote') {
    return (
      <blockquote className="text-quote">
        <Inlines inlines={paragraph.inside} />
      </blockquote>
    )
  }
  return (
    <p className="text-lines">
      <Inlines inlines={paragraph.inside} />
    </p>
  )
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its place.
  return inlines.map((inline, nth) => <InlineText key={nth} inline={inline} />)
}

function InlineText({ inline }: { readonly inline: Inline }): ReactNode {
  const { channelName } = useWords()
  switch (inline.kind) {
    case 'text':
      return <Fragment>{withEmoji(inline.text)}</Fragment>
    case 'bold':
      return (
        <strong>
          <Inlines inlines={inline.inside} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines inlines={inline.inside} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.inside} />
        </s>
      )
    case 'code':
      return <code className="text-code">{inline.text}</code>
    case 'link':
      return <OutLink url={inline.url}>{withEmoji(inline.label)}</OutLink>
    case 'user':
      return <Mention user={inline.id} label={inline.label} />
    case 'channel':
      return <span className="mention">#{inline.label || channelName(inline.id)}</span>
    case 'group':
      return <span className="mention">@{inline.label ?? inline.id}</span>
    case 'everyone':
      return <span className="mention mention-all">@{inline.label}</span>
    case 'date':
      return <DateText {...inline} />
  }
}
