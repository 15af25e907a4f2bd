import type { SandboxMessage } from '../../protocol.ts'
import { Avatar } from '../parts/avatar.tsx'
import { messagesAt } from '../state/model.ts'
import { usePage, useWords } from '../state/page.tsx'
import { ago, instantOf } from '../text/dates.ts'
import { repliesTo } from './groups.ts'

/** "3 replies", the way into a thread. */
export function ThreadLink({ message }: { readonly message: SandboxMessage }) {
  const { model, slack, go } = usePage()
  const { reader, now } = useWords()
  const replies = repliesTo(messagesAt(model, message.channel), message.ts)
  const last = replies.at(-1)
  if (last === undefined) return null
  const people = [...new Set(replies.map(({ user }) => user))].slice(0, 4)
  return (
    <button
      type="button"
      className="thread-link"
      data-testid={`thread-${message.ts}`}
      onClick={() => go({ thread: message.ts })}
    >
      {people.map((id) => (
        <Avatar key={id} user={slack.users.find((user) => user.id === id)} size={22} />
      ))}
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      <small>{ago(Math.min(instantOf(last.ts), now()), now(), { ...reader, locale: 'en-GB' })}</small>
    </button>
  )
}
