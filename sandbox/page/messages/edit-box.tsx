import { type KeyboardEvent, useState } from 'react'
import type { SandboxMessage } from '../../protocol.ts'
import { usePage } from '../state/page.tsx'
import { asTyped } from './spelling.ts'

interface Props {
  readonly message: SandboxMessage
  readonly onDone: () => void
}

export function EditBox({ message, onDone }: Props) {
  const { slack, send, notice } = usePage()
  const [text, setText] = useState(() => asTyped(message.text, slack))
  const save = async () => {
    onDone()
    if (text.trim() === '' || text === asTyped(message.text, slack)) return
    const answer = await send('edit', { channel: message.channel, ts: message.ts, text })
    if (!answer.ok) notice(`Editing failed: ${answer.error}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onDone()
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      save()
    }
  }
  return (
    <div className="edit-box">
      <textarea
        // biome-ignore lint/a11y/noAutofocus: one has just asked to edit this message.
        autoFocus
        aria-label="Edit message"
        data-testid="edit-text"
        value={text}
        rows={Math.min(8, text.split('\n').length)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="edit-buttons">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="button" className="button button-primary" onClick={save}>
          Save
        </button>
      </div>
    </div>
  )
}
