import type { SandboxMessage } from '../../protocol.ts'
import { useAskFirst } from '../parts/confirm.tsx'
import { Icon } from '../parts/icon.tsx'
import { MenuButton, type MenuItem } from '../parts/menu.tsx'
import { botName } from '../state/model.ts'
import { usePage } from '../state/page.tsx'
import { isTold } from '../state/server.ts'

interface Props {
  readonly message: SandboxMessage
  readonly isThread: boolean
  readonly onEdit: () => void
  readonly onOpenChange: (isOpen: boolean) => void
}

/** What can be done with a message: it shows under the mouse and under the keyboard's focus. */
export function MessageMenu({ message, isThread, onEdit, onOpenChange }: Props) {
  const { go } = usePage()
  const items = useItems(message, onEdit)
  const canReply = !isThread && message.ephemeral_for === undefined
  return (
    <div className="message-menu" role="toolbar" aria-label="Message actions">
      {canReply && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: message.thread_ts ?? message.ts })}
        >
          <Icon name="thread" />
        </button>
      )}
      <MenuButton
        label="More actions"
        edge="end"
        items={items}
        empty="Nothing more can be done here"
        onOpenChange={onOpenChange}
      >
        <Icon name="more" />
      </MenuButton>
    </div>
  )
}

function useItems(message: SandboxMessage, onEdit: () => void): readonly MenuItem[] {
  const { slack, me, send, notice } = usePage()
  const askFirst = useAskFirst()
  const at = { channel: message.channel, ts: message.ts }
  const told = (what: string) => (answer: { ok: boolean; error?: string }) => {
    if (!(answer.ok || isTold(answer.error ?? ''))) notice(`${what} failed: ${answer.error}`)
  }
  const isEphemeral = message.ephemeral_for !== undefined
  const shortcuts = slack.shortcuts
    .filter(({ type }) => type === 'message' && !isEphemeral)
    .map(({ callback_id, name }) => ({
      key: callback_id,
      label: <Entry icon="bolt" words={name} note={botName(slack)} />,
      run: () => send('shortcut', { callback_id, ...at }).then(told(name)),
    }))
  const copy = {
    key: 'copy',
    label: <Entry icon="copy" words="Copy text" />,
    run: () => navigator.clipboard.writeText(message.text),
  }
  const remove = () =>
    askFirst(deleteQuestion, () => {
      send('delete', at).then(told('Deleting'))
    })
  const own: readonly MenuItem[] =
    message.user === me && !isEphemeral
      ? [
          { key: 'edit', label: <Entry icon="edit" words="Edit message" />, run: onEdit },
          { key: 'delete', label: <Entry icon="bin" words="Delete message" />, run: remove, isDanger: true },
        ]
      : []
  return [...shortcuts, copy, ...own]
}

interface EntryProps {
  readonly icon: 'bolt' | 'copy' | 'edit' | 'bin'
  readonly words: string
  readonly note?: string
}

function Entry({ icon, words, note }: EntryProps) {
  return (
    <>
      <Icon name={icon} size={16} />
      <span>{words}</span>
      {note && <small>{note}</small>}
    </>
  )
}

const deleteQuestion = {
  title: { type: 'plain_text', text: 'Delete this message?' },
  text: { type: 'plain_text', text: 'It goes for everybody and does not come back.' },
  confirm: { type: 'plain_text', text: 'Delete' },
  deny: { type: 'plain_text', text: 'Cancel' },
  style: 'danger',
} as const
