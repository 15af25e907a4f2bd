import { useWords } from '../state/page.tsx'
import { writtenDate } from './date-token.ts'
import { OutLink } from './out-link.tsx'

export function Mention({ user, label }: { readonly user: string; readonly label?: string | undefined }) {
  const { me, userName } = useWords()
  return (
    <span className={user === me ? 'mention mention-me' : 'mention'}>@{userName(user) ?? label ?? user}</span>
  )
}

interface DateFacts {
  readonly seconds: number
  readonly format: string
  readonly link?: string | undefined
  readonly fallback: string
}

/** A `<!date^…>` in the acting person's zone and language. */
export function DateText({ seconds, format, link, fallback }: DateFacts) {
  const { reader, now } = useWords()
  const text = writtenDate(seconds, format, reader, now()) ?? fallback
  const shown = (
    <time className="date" title={writtenDate(seconds, '{date_long} {time}', reader, now()) ?? fallback}>
      {text}
    </time>
  )
  return link === undefined ? shown : <OutLink url={link}>{shown}</OutLink>
}
