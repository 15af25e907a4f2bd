import { useId, useRef } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import type { Choosable } from '../elements/choosable.ts'
import { OptionList } from '../elements/option-list.tsx'
import { Icon } from '../parts/icon.tsx'
import { usePage } from '../state/page.tsx'
import { commandIn, completionAt } from './completion.ts'
import { onComposerKey } from './composer-keys.ts'
import { ShortcutsButton } from './shortcuts-button.tsx'
import { useSending } from './use-sending.ts'
import { useTyping } from './use-typing.ts'

interface Props {
  readonly channel: SandboxChannel
  readonly thread?: string
  readonly placeholder: string
}

/** Where one writes, unless the channel is archived. */
export function Composer(props: Props) {
  if (props.channel.is_archived) {
    return <p className="composer-closed">This channel is archived. Nobody can write here.</p>
  }
  return <Writing {...props} />
}

/** Enter sends, Shift+Enter breaks the line; `/`, `@` and `#` complete. */
function Writing({ channel, thread, placeholder }: Props) {
  const { slack } = usePage()
  const typing = useTyping()
  const send = useSending(channel.id, thread)
  const frame = useRef<HTMLDivElement>(null)
  const listId = useId()
  const completion = typing.isDismissed ? undefined : completionAt(typing.text, typing.caret, slack)
  const complete = (option: Choosable) => typing.replace(completion?.from ?? 0, `${option.key} `)
  const submit = async () => {
    const text = typing.take()
    if (text !== '' && !(await send(text))) typing.restore(text)
  }
  return (
    <div className="composer" ref={frame}>
      <CommandHint text={typing.text} />
      <textarea
        ref={typing.box}
        rows={1}
        role="combobox"
        aria-label={placeholder}
        aria-expanded={completion !== undefined}
        aria-controls={listId}
        {...listAria(listId, completion && typing.at)}
        placeholder={placeholder}
        data-testid={thread === undefined ? 'composer' : 'thread-composer'}
        value={typing.text}
        onChange={(event) => typing.type(event.target)}
        onSelect={(event) => typing.move(event.currentTarget)}
        onKeyDown={(event) => onComposerKey(event, { typing, completion, complete, submit })}
        onBlur={typing.dismiss}
      />
      <Tools hasShortcuts={thread === undefined} isIdle={typing.text.trim() === ''} onSend={submit} />
      {completion && (
        <OptionList
          id={listId}
          anchor={frame}
          options={completion.options}
          at={typing.at}
          chosen={[]}
          empty=""
          side="above"
          onHover={typing.choose}
          onPick={complete}
        />
      )}
    </div>
  )
}

/** What a screen reader needs of the list; `at` is the entry Enter would take, absent while the list is closed. */
const listAria = (listId: string, at: number | undefined) => ({
  'aria-autocomplete': 'list' as const,
  'aria-activedescendant': at === undefined ? undefined : `${listId}-${at}`,
})

/** How the command that was begun goes on. */
function CommandHint({ text }: { readonly text: string }) {
  const { slack } = usePage()
  const hint = commandIn(text, slack)
  if (hint === undefined) return null
  return (
    <p className="composer-hint" data-testid="command-hint">
      <strong>{hint.command}</strong> {hint.usage_hint} <span>{hint.description}</span>
    </p>
  )
}

interface ToolsProps {
  readonly hasShortcuts: boolean
  readonly isIdle: boolean
  readonly onSend: () => void
}

function Tools({ hasShortcuts, isIdle, onSend }: ToolsProps) {
  return (
    <div className="composer-tools">
      {hasShortcuts && <ShortcutsButton />}
      <span className="composer-keys">
        <kbd>Enter</kbd> sends, <kbd>Shift</kbd> <kbd>Enter</kbd> breaks the line
      </span>
      <button
        type="button"
        className="icon-button send"
        aria-label="Send"
        title="Send"
        disabled={isIdle}
        onClick={onSend}
      >
        <Icon name="send" />
      </button>
    </div>
  )
}
