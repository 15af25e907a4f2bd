import type { SandboxChannel } from '../../protocol.ts'
import { Icon } from '../parts/icon.tsx'
import { PaneHead } from '../shell/pane-head.tsx'
import { usePage } from '../state/page.tsx'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'

interface Props {
  readonly channel: SandboxChannel
  readonly onMenu: () => void
}

export function ChannelPane({ channel, onMenu }: Props) {
  const { me } = usePage()
  const people = `${channel.members.length} ${channel.members.length === 1 ? 'member' : 'members'}`
  const note = [people, channel.is_ext_shared && 'shared', channel.is_archived && 'archived']
  return (
    <main className="pane" aria-label={`Channel ${channel.name}`}>
      <PaneHead
        title={channel.name}
        sign={<Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />}
        note={note.filter(Boolean).join(' · ')}
        onMenu={onMenu}
      />
      <MessageList key={`${me} ${channel.id}`} channel={channel} />
      <Composer
        key={`${me} ${channel.id} composer`}
        channel={channel}
        placeholder={`Message #${channel.name}`}
      />
    </main>
  )
}
