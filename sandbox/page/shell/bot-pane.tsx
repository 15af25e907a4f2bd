import { useEffect } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import { Composer } from '../messages/composer.tsx'
import { MessageList } from '../messages/message-list.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { botName, botOf } from '../state/model.ts'
import { usePage } from '../state/page.tsx'
import { HomeTab } from '../views/home.tsx'
import { PaneHead } from './pane-head.tsx'

interface Props {
  /** The direct messages when they are shown; undefined on the Home tab. */
  readonly channel: SandboxChannel | undefined
  readonly onMenu: () => void
}

/** The bot's own place with Slack's two tabs. */
export function BotPane({ channel, onMenu }: Props) {
  const { slack, model, me, send } = usePage()
  const bot = botOf(slack)
  const isHome = channel === undefined
  useEffect(() => {
    if (isHome && model.place.user === me) send('open_home', {})
  }, [isHome, me, model.place.user, send])
  return (
    <main className="pane" aria-label={isHome ? `${botName(slack)} Home` : `Messages with ${botName(slack)}`}>
      <PaneHead title={botName(slack)} sign={<Avatar user={bot} size={26} />} onMenu={onMenu}>
        <Tabs isHome={isHome} />
      </PaneHead>
      {isHome ? (
        <HomeTab />
      ) : (
        <>
          <MessageList key={`${me} ${channel.id}`} channel={channel} />
          <Composer
            key={`${me} ${channel.id} composer`}
            channel={channel}
            placeholder={`Message ${botName(slack)}`}
          />
        </>
      )}
    </main>
  )
}

function Tabs({ isHome }: { readonly isHome: boolean }) {
  const { slack, go } = usePage()
  const messages = slack.channels.find(({ kind }) => kind === 'im')?.id
  const tabs = [
    { name: 'Home', at: 'home', isHere: isHome },
    { name: 'Messages', at: messages, isHere: !isHome },
  ]
  return (
    <div className="tabs">
      {tabs.map(({ name, at, isHere }) => (
        <button
          key={name}
          type="button"
          className="tab"
          aria-current={isHere ? 'page' : undefined}
          disabled={at === undefined}
          onClick={() => go({ at, thread: undefined })}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
