import { Fragment, useLayoutEffect, useRef } from 'react'
import type { SandboxChannel, SandboxMessage } from '../../protocol.ts'
import { botName, messagesAt } from '../state/model.ts'
import { usePage, useWords } from '../state/page.tsx'
import { dayWord, instantOf, type Reader, written } from '../text/dates.ts'
import { isTop, linesOf } from './groups.ts'
import { MessageView } from './message.tsx'
import { useRoving } from './use-roving.ts'

export function MessageList({ channel }: { readonly channel: SandboxChannel }) {
  const { model, slack } = usePage()
  const messages = messagesAt(model, channel.id).filter(isTop)
  const place = channel.kind === 'im' ? `your messages with ${botName(slack)}` : `#${channel.name}`
  if (messages.length === 0) {
    return (
      <p className="list-empty">
        This is the very beginning of {place}. Say something, or type / for commands.
      </p>
    )
  }
  return <Log messages={messages} label={`Messages in ${place}`} isThread={false} />
}

interface LogProps {
  readonly messages: readonly SandboxMessage[]
  readonly label: string
  readonly isThread: boolean
}

/** Messages in order; what arrives is read out, and the view stays at the end unless one has scrolled away. */
export function Log({ messages, label, isThread }: LogProps) {
  const { reader } = useWords()
  const list = useRef<HTMLDivElement>(null)
  useStickToEnd(list)
  const { current, onKeyDown, onFocus } = useRoving(list, messages.at(-1)?.ts)
  return (
    <div ref={list} className="log" role="log" aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus}>
      <div className="log-inner">
        {linesOf(messages, reader).map(({ message, isFollowing, newDay }) => (
          <Fragment key={`${message.ts} ${message.ephemeral_for ?? ''}`}>
            {newDay && <DayDivider at={instantOf(message.ts)} />}
            <MessageView
              message={message}
              isFollowing={isFollowing}
              isThread={isThread}
              isStop={current === message.ts}
            />
          </Fragment>
        ))}
      </div>
    </div>
  )
}

function DayDivider({ at }: { readonly at: number }) {
  const { reader, now } = useWords()
  return (
    <div className="day">
      <span>{dayTitle(at, now(), reader)}</span>
    </div>
  )
}

function dayTitle(at: number, now: number, reader: Reader): string {
  const word = dayWord(at, now, reader)
  if (word !== undefined) return word.charAt(0).toLocaleUpperCase(reader.locale) + word.slice(1)
  return written(at, reader, { weekday: 'long', day: 'numeric', month: 'long' })
}

function useStickToEnd(list: { readonly current: HTMLDivElement | null }) {
  const isAtEnd = useRef(true)
  useLayoutEffect(() => {
    const box = list.current
    const inner = box?.firstElementChild
    if (!box || !inner) return
    const stick = () => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight
    }
    let before = 0
    // Told late, when the log may have grown meanwhile: only who goes up leaves the end.
    const watch = () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < 60
      if (isNear || box.scrollTop < before) isAtEnd.current = isNear
      before = box.scrollTop
    }
    // Charts and pictures grow after they are drawn; so does the log when a message comes.
    const growth = new ResizeObserver(stick)
    growth.observe(inner)
    growth.observe(box)
    box.addEventListener('scroll', watch)
    stick()
    return () => {
      growth.disconnect()
      box.removeEventListener('scroll', watch)
    }
  }, [list])
}
