import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Avatar } from '../parts/avatar.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { botName, botOf, unreadIn } from '../state/model.ts'
import { usePage } from '../state/page.tsx'
import { UserSwitcher } from './user-switcher.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Workspace, person, channels and the app; a drawer in a narrow window. */
export function Sidebar({ isOpen, onClose }: Props) {
  const { slack } = usePage()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOpen) nav.current?.querySelector<HTMLElement>('button')?.focus()
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press on the shade is a shortcut; Esc does the same. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      {isOpen && <div className="shade" onClick={onClose} />}
      <nav
        ref={nav}
        className={isOpen ? 'sidebar sidebar-open' : 'sidebar'}
        aria-label="Workspace"
        data-testid="sidebar"
        onKeyDown={onKeyDown}
      >
        <header className="workspace">
          <span className="workspace-sign" aria-hidden="true">
            <Icon name="goal" size={20} />
          </span>
          <div>
            <h1>{slack.team.name}</h1>
            <p>Runs on this computer only</p>
          </div>
        </header>
        <UserSwitcher />
        <Places onGo={onClose} />
      </nav>
    </>
  )
}

function Places({ onGo }: { readonly onGo: () => void }) {
  const { slack } = usePage()
  const rooms = slack.channels.filter(({ kind }) => kind !== 'im')
  const bot = botOf(slack)
  return (
    <div className="places">
      <h2>Channels</h2>
      <ul>
        {rooms.map(({ id, name, kind }) => (
          <PlaceItem key={id} at={id} name={name} icon={kind === 'private' ? 'lock' : 'hash'} onGo={onGo} />
        ))}
      </ul>
      <h2>Direct messages</h2>
      <ul>
        {slack.channels
          .filter(({ kind }) => kind === 'im')
          .map(({ id }) => (
            <PlaceItem
              key={id}
              at={id}
              name={botName(slack)}
              avatar={<Avatar user={bot} size={20} />}
              onGo={onGo}
            />
          ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <PlaceItem at="home" name={`${botName(slack)} Home`} icon="home" onGo={onGo} />
      </ul>
    </div>
  )
}

interface PlaceProps {
  readonly at: string
  readonly name: string
  readonly icon?: IconName
  readonly avatar?: React.ReactNode
  readonly onGo: () => void
}

function PlaceItem({ at, name, icon, avatar, onGo }: PlaceProps) {
  const { model, go } = usePage()
  const unread = unreadIn(model, at)
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'place place-unread' : 'place'}
        aria-current={model.place.at === at ? 'page' : undefined}
        data-testid={`place-${at}`}
        onClick={() => {
          go({ at, thread: undefined })
          onGo()
        }}
      >
        {avatar ?? (icon && <Icon name={icon} size={16} />)}
        <span className="place-name">{name}</span>
        {unread > 0 && (
          <span className="unread">
            {unread}
            <span className="for-reader"> unread</span>
          </span>
        )}
      </button>
    </li>
  )
}
