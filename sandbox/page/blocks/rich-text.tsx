import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
import type { CSSProperties, ReactNode } from 'react'
import { useWords } from '../state/page.tsx'
import { emojiNamed } from '../text/emoji.ts'
import { DateText, Mention } from '../text/mention.tsx'
import { OutLink } from '../text/out-link.tsx'

type Part = RichTextBlock['elements'][number]

export function RichTextView({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its place.
  return parts.map((part, nth) => <RichPart key={nth} part={part} />)
}

function RichPart({ part }: { readonly part: Part }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p className="text-lines">
          <Leaves leaves={part.elements} />
        </p>
      )
    case 'rich_text_quote':
      return (
        <blockquote className="text-quote">
          <Leaves leaves={part.elements} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        <pre className="text-pre">
          <Leaves leaves={part.elements} />
        </pre>
      )
    case 'rich_text_list':
      return <RichList {...part} />
  }
}

/** `offset` is missing in @slack/types: an ordered list may start later than at one. */
type ListFacts = Pick<Extract<Part, { type: 'rich_text_list' }>, 'style' | 'indent' | 'elements'> & {
  readonly offset?: number
}

const bullets = ['disc', 'circle', 'square']
const numbers = ['decimal', 'lower-alpha', 'lower-roman']

function RichList({ style, indent = 0, offset = 0, elements }: ListFacts) {
  const List = style === 'ordered' ? 'ol' : 'ul'
  const signs = style === 'ordered' ? numbers : bullets
  const shown: CSSProperties = { marginLeft: `${indent * 1.6}em`, listStyleType: signs[indent % 3] ?? 'disc' }
  return (
    <List
      className="text-list"
      style={shown}
      {...(style === 'ordered' && offset > 0 && { start: offset + 1 })}
    >
      {elements.map((item: RichTextSection, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its place.
        <li key={nth}>
          <Leaves leaves={item.elements} />
        </li>
      ))}
    </List>
  )
}

function Leaves({ leaves }: { readonly leaves: readonly RichTextElement[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its place.
  return leaves.map((leaf, nth) => <Leaf key={nth} leaf={leaf} />)
}

function Leaf({ leaf }: { readonly leaf: RichTextElement }): ReactNode {
  const shown = <LeafWords leaf={leaf} />
  const { bold, italic, strike, code } = {
    bold: false,
    italic: false,
    strike: false,
    code: false,
    ...leaf.style,
  }
  if (code) return <code className="text-code">{shown}</code>
  const className = [bold && 'is-bold', italic && 'is-italic', strike && 'is-struck']
    .filter(Boolean)
    .join(' ')
  return className === '' ? shown : <span className={className}>{shown}</span>
}

function LeafWords({ leaf }: { readonly leaf: RichTextElement }): ReactNode {
  const { channelName } = useWords()
  switch (leaf.type) {
    case 'text':
      return leaf.text
    case 'link':
      return <OutLink url={leaf.url}>{leaf.text ?? leaf.url}</OutLink>
    case 'user':
      return <Mention user={leaf.user_id} />
    case 'channel':
      return <span className="mention">#{channelName(leaf.channel_id)}</span>
    case 'broadcast':
      return <span className="mention mention-all">@{leaf.range}</span>
    case 'emoji':
      return emojiNamed(leaf.name)
    case 'date':
      return (
        <DateText
          seconds={leaf.timestamp}
          format={leaf.format}
          link={leaf.url}
          fallback={leaf.fallback ?? ''}
        />
      )
    default:
      return <OtherLeaf leaf={leaf} />
  }
}

function OtherLeaf({ leaf }: { readonly leaf: RichTextElement }): ReactNode {
  if (leaf.type === 'usergroup') return <span className="mention">@{leaf.usergroup_id}</span>
  if (leaf.type !== 'color') return null
  return (
    <span className="swatch">
      <i style={{ background: leaf.value }} /> {leaf.value}
    </span>
  )
}
