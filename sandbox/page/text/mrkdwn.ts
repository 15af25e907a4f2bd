/** Slack's mrkdwn as a tree; drawing it is `mrkdwn-text.tsx`'s business. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label: string | undefined }
  | { readonly kind: 'everyone'; readonly label: string }
  | {
      readonly kind: 'date'
      readonly seconds: number
      readonly format: string
      readonly link: string | undefined
      readonly fallback: string
    }

export type Paragraph =
  | { readonly kind: 'lines'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly inside: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string }

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

export function paragraphsOf(source: string): readonly Paragraph[] {
  return source.split(/```/).flatMap((part, nth): readonly Paragraph[] => {
    if (nth % 2 === 1) return [{ kind: 'pre', text: unescaped(part.replace(/^\n|\n$/g, '')) }]
    return quotesAndLines(nth > 0 ? part.replace(/^\n/, '') : part)
  })
}

function quotesAndLines(part: string): readonly Paragraph[] {
  const found: { kind: 'lines' | 'quote'; lines: string[] }[] = []
  for (const line of part.split('\n')) {
    const kind = /^(&gt;|>)/.test(line) ? 'quote' : 'lines'
    const text = kind === 'quote' ? line.replace(/^(&gt;|>) ?/, '') : line
    const last = found.at(-1)
    if (last?.kind === kind) last.lines.push(text)
    else found.push({ kind, lines: [text] })
  }
  return found
    .filter(({ lines }) => lines.some((line) => line !== ''))
    .map(({ kind, lines }) => ({ kind, inside: inlineOf(lines.join('\n')) }))
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const
/** Code, then `<…>`, then the paired marks; a mark counts only at a word's edge, as in Slack. */
const token =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\3)[^\n])*?\S)\3(?![\p{L}\p{N}])|(https?:\/\/[^\s<>|]+)/gu

export function inlineOf(source: string): readonly Inline[] {
  const found: Inline[] = []
  let at = 0
  for (const match of source.matchAll(token)) {
    if (match.index > at) found.push({ kind: 'text', text: unescaped(source.slice(at, match.index)) })
    found.push(inlineMatch(match))
    at = match.index + match[0].length
  }
  if (at < source.length) found.push({ kind: 'text', text: unescaped(source.slice(at)) })
  return found
}

function inlineMatch([whole, code, angle, mark, inside, url]: RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: unescaped(code) }
  if (angle !== undefined) return angled(angle)
  if (url !== undefined) return { kind: 'link', url: unescaped(url), label: unescaped(url) }
  if ((mark === '*' || mark === '_' || mark === '~') && inside !== undefined) {
    return { kind: marks[mark], inside: inlineOf(inside) }
  }
  return { kind: 'text', text: unescaped(whole) }
}

function angled(body: string): Inline {
  const [head = '', label] = splitOnce(body, '|')
  if (head.startsWith('@')) return { kind: 'user', id: head.slice(1), label }
  if (head.startsWith('#')) return { kind: 'channel', id: head.slice(1), label }
  if (head.startsWith('!date^')) return dated(head, label ?? '')
  if (head.startsWith('!subteam^')) return { kind: 'group', id: head.slice(9), label }
  if (head.startsWith('!')) return { kind: 'everyone', label: label ?? head.slice(1) }
  return { kind: 'link', url: unescaped(head), label: unescaped(label ?? head.replace(/^mailto:/, '')) }
}

function dated(head: string, fallback: string): Inline {
  const [, seconds, format = '', link] = head.split('^')
  return {
    kind: 'date',
    seconds: Number(seconds),
    format: unescaped(format),
    link,
    fallback: unescaped(fallback),
  }
}

function splitOnce(text: string, by: string): readonly [string, string | undefined] {
  const at = text.indexOf(by)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
