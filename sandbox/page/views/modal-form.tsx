import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { SandboxView } from '../../protocol.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Toasts } from '../shell/toasts.tsx'
import { usePage } from '../state/page.tsx'
import { useSurface } from '../state/surface.tsx'
import { wordsOf } from '../text/plain.tsx'
import { checkForm } from './check-form.ts'

interface Props {
  readonly view: SandboxView
  readonly depth: number
  readonly onCheck: (faults: Readonly<Record<string, string>>) => void
}

export function ModalForm({ view, depth, onCheck }: Props) {
  const { send } = usePage()
  const { isBusy, trouble, submit } = useSubmit(view, onCheck)
  const form = useRef<HTMLFormElement>(null)
  useFocusOnErrors(form)
  const close = () => send('close', { view_id: view.id })
  return (
    <Dialog
      title={wordsOf(view.title)}
      onClose={close}
      testId="modal"
      isBusy={isBusy}
      note={depth > 0 ? `Step ${depth + 1}` : undefined}
    >
      <form ref={form} className="dialog-form" noValidate onSubmit={submit}>
        <div className="dialog-body">
          <Blocks blocks={view.blocks} />
        </div>
        {trouble !== undefined && (
          <p className="dialog-trouble" role="alert">
            {trouble}
          </p>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button" data-testid="modal-close" onClick={close}>
            {wordsOf(view.close ?? undefined) || 'Close'}
          </button>
          {view.submit && (
            <button
              type="submit"
              className="button button-primary"
              data-testid="modal-submit"
              disabled={isBusy}
            >
              {isBusy && <span className="spinner" aria-hidden="true" />}
              {wordsOf(view.submit)}
            </button>
          )}
        </footer>
      </form>
      <Toasts />
    </Dialog>
  )
}

function useSubmit(view: SandboxView, onCheck: Props['onCheck']) {
  const { send } = usePage()
  const surface = useSurface()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    tellWhatIsTyped(event.currentTarget)
    const faults = checkForm(view.blocks, surface.held)
    onCheck(faults)
    if (Object.keys(faults).length > 0) return
    setBusy(true)
    const answer = await send('submit', { view_id: view.id })
    setBusy(false)
    setTrouble(answer.ok || answer.error === 'validation_errors' ? undefined : troubleWords(answer.error))
  }
  return { isBusy, trouble, submit }
}

/** Leaving a text field makes it tell the server at once what it still waits to tell. */
function tellWhatIsTyped(form: HTMLFormElement): void {
  const active = document.activeElement
  if (!(active instanceof HTMLElement && form.contains(active) && active.dataset.textField)) return
  active.blur()
  active.focus()
}

const troubleWords = (error: string): string =>
  error === 'operation_timeout'
    ? 'The app did not answer in time (operation_timeout). What you filled in is still here: try again.'
    : `We had some trouble connecting (${error}). What you filled in is still here: try again.`

/** After a refusal the first wrong field has the focus. */
function useFocusOnErrors(form: { readonly current: HTMLFormElement | null }) {
  const { errors } = useSurface()
  const wrong = Object.keys(errors).join(' ')
  const before = useRef(wrong)
  useEffect(() => {
    const isNew = wrong !== '' && wrong.length > before.current.length
    before.current = wrong
    if (!isNew) return
    const field = form.current?.querySelector<HTMLElement>(
      '[aria-invalid=true], .field-wrong :is(input, button)',
    )
    field?.focus()
  }, [wrong, form])
}
