import { type FocusEvent, memo, useState } from 'react'
import type { SandboxMessage } from '../../protocol.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { usePage, useWords } from '../state/page.tsx'
import { SurfaceProvider } from '../state/surface.tsx'
import { instantOf, timeOfDay, written } from '../text/dates.ts'
import { MrkdwnText } from '../text/mrkdwn-text.tsx'
import { EditBox } from './edit-box.tsx'
import { Files } from './files.tsx'
import { MessageMenu } from './message-menu.tsx'
import { ThreadLink } from './thread-link.tsx'

interface Props {
  readonly message: SandboxMessage
  readonly isFollowing: boolean
  readonly isThread: boolean
  /** Whether Tab stops here; the arrows lead to the others. */
  readonly isStop: boolean
}

export function MessageView({ message, isFollowing, isThread, isStop }: Props) {
  const { slack } = usePage()
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isEdited, setEdited] = useState(false)
  const author = slack.users.find(({ id }) => id === message.user)
  const isOwn = message.ephemeral_for !== undefined
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
  }
  return (
    <article
      className={`message${isFollowing ? ' message-following' : ''}${isOwn ? ' message-ephemeral' : ''}`}
      aria-label={`${author?.real_name ?? message.user}: ${message.text.slice(0, 80)}`}
      data-testid={`message-${message.ts}`}
      data-ts={message.ts}
      tabIndex={isStop ? 0 : -1}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={leave}
    >
      {(isHovered || isFocused || isMenuOpen) && !isEdited && (
        <MessageMenu
          message={message}
          isThread={isThread}
          onEdit={() => setEdited(true)}
          onOpenChange={setMenuOpen}
        />
      )}
      <Gutter message={message} isFollowing={isFollowing} />
      <div className="message-main">
        {isOwn && (
          <p className="only-you">
            <Icon name="eye" size={13} /> Only visible to you
          </p>
        )}
        {!isFollowing && <Author message={message} />}
        {isEdited ? (
          <EditBox message={message} onDone={() => setEdited(false)} />
        ) : (
          <MessageBody message={message} />
        )}
        {!isThread && <ThreadLink message={message} />}
      </div>
    </article>
  )
}

function Gutter({ message, isFollowing }: Pick<Props, 'message' | 'isFollowing'>) {
  const { slack } = usePage()
  const { reader } = useWords()
  return (
    <div className="gutter">
      {isFollowing ? (
        <time>{timeOfDay(instantOf(message.ts), reader)}</time>
      ) : (
        <Avatar user={slack.users.find(({ id }) => id === message.user)} />
      )}
    </div>
  )
}

function Author({ message }: { readonly message: SandboxMessage }) {
  const { slack } = usePage()
  const { reader } = useWords()
  const author = slack.users.find(({ id }) => id === message.user)
  const at = instantOf(message.ts)
  return (
    <p className="author">
      <strong>{author?.real_name ?? message.user}</strong>
      {author?.is_bot && <span className="badge">APP</span>}
      <time title={written(at, reader, { dateStyle: 'full', timeStyle: 'medium' })}>
        {timeOfDay(at, reader)}
      </time>
    </p>
  )
}

/** Drawn anew only when the message itself changes: a busy channel stays quick while one types. */
const MessageBody = memo(function MessageBody({ message }: { readonly message: SandboxMessage }) {
  const blocks = message.blocks ?? []
  return (
    <SurfaceProvider at={{ in: 'message', channel: message.channel, ts: message.ts }}>
      <div className={isSystem(message) ? 'message-body message-system' : 'message-body'}>
        {blocks.length > 0 ? <Blocks blocks={blocks} /> : <MrkdwnText text={message.text} />}
        <Files files={message.files ?? []} />
        {message.edited && <span className="edited">(edited)</span>}
      </div>
    </SurfaceProvider>
  )
})

/** What Slack itself writes in someone's name. */
const isSystem = ({ subtype }: SandboxMessage) => subtype !== undefined && subtype !== 'file_share'
