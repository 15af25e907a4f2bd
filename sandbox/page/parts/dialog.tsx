import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly size?: 'small' | 'form'
  readonly testId: string
  readonly isBusy?: boolean
  readonly note?: string | undefined
  readonly children: ReactNode
}

/** A modal window. The browser's own dialog traps the focus and gives it back afterwards. */
export function Dialog({ title, onClose, size = 'form', testId, isBusy = false, note, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    firstStop(dialog)?.focus()
    return () => {
      dialog?.close()
      // React has taken the dialog away by then, and with it the browser's chance to do this.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Left to the browser, a second Esc would close the window behind our back.
    event.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={ref}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      aria-busy={isBusy}
      data-testid={testId}
      onKeyDown={onKeyDown}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {note && <span className="dialog-note">{note}</span>}
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** Where a person starts: the field the app asked for, else the first one, else the main button. */
function firstStop(dialog: HTMLElement | null): HTMLElement | undefined {
  const wishes = [
    '[data-focus-first]',
    '.dialog-body :is(input, textarea, button):not(:disabled)',
    '.dialog-foot button:last-child',
  ]
  return (
    wishes.map((wish) => dialog?.querySelector<HTMLElement>(wish)).find((stop) => stop != null) ?? undefined
  )
}
