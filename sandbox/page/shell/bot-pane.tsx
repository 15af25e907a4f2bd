import { useEffect } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import { Composer } from '../messages/composer.tsx'
import { MessageList } from '../messages/message-list.tsx'
import { Avatar } from '../parts/avatar.tsx'
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
  const bot = slack.users.find(({ id }) => id === slack.bot.user_id)
  const isHome = channel === undefined
  useEffect(() => {
    if (isHome && model.place.user === me) send('open_home', {})
  }, [isHome, me, model.place.user, send])
  return (
    <main className="pane" aria-label={isHome ? `${slack.bot.name} Home` : `Messages with ${slack.bot.name}`}>
      <PaneHead title={slack.bot.name} sign={<Avatar user={bot} size={26} />} onMenu={onMenu}>
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
            placeholder={`Message ${slack.bot.name}`}
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
