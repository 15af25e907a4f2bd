import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import { Icon } from '../parts/icon.tsx'
import { botName, messagesAt } from '../state/model.ts'
import { usePage } from '../state/page.tsx'
import { Composer } from './composer.tsx'
import { repliesTo } from './groups.ts'
import { Log } from './message-list.tsx'

interface Props {
  readonly channel: SandboxChannel
  readonly thread: string
}

/** A thread beside its channel, over it in a narrow window. */
export function ThreadPane({ channel, thread }: Props) {
  const { model, slack, go } = usePage()
  const pane = useRef<HTMLElement>(null)
  useEffect(() => pane.current?.querySelector<HTMLElement>('textarea')?.focus(), [])
  const all = messagesAt(model, channel.id)
  const parent = all.filter(({ ts }) => ts === thread)
  const close = () => go({ thread: undefined })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  }
  const place = channel.kind === 'im' ? botName(slack) : `#${channel.name}`
  return (
    <aside ref={pane} className="pane thread" aria-label="Thread" data-testid="thread" onKeyDown={onKeyDown}>
      <header className="pane-head">
        <div className="pane-title">
          <h2>Thread</h2>
          <span className="pane-note">{place}</span>
          <button type="button" className="icon-button pane-close" aria-label="Close thread" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      </header>
      {parent.length === 0 && <p className="list-empty">The message this thread hung on is gone.</p>}
      <Log messages={[...parent, ...repliesTo(all, thread)]} label="Messages in the thread" isThread />
      <Composer channel={channel} thread={thread} placeholder="Reply…" />
    </aside>
  )
}
