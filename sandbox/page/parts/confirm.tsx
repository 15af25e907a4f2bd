import type { Confirm } from '@slack/types'
import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { SlackText, wordsOf } from '../text/plain.tsx'
import { Dialog } from './dialog.tsx'

export type ConfirmText = Confirm

type AskFirst = (confirm: ConfirmText | undefined, onYes: () => void) => void

const AskContext = createContext<AskFirst>((_, onYes) => onYes())

/** Asks before doing, when there is something to ask. */
export const useAskFirst = (): AskFirst => use(AskContext)

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<{ readonly confirm: ConfirmText; readonly onYes: () => void }>()
  const ask = useCallback<AskFirst>((confirm, onYes) => {
    if (confirm === undefined) onYes()
    else setAsked({ confirm, onYes })
  }, [])
  return (
    <AskContext value={ask}>
      {children}
      {asked && (
        <Question
          confirm={asked.confirm}
          onAnswer={(isYes) => {
            setAsked(undefined)
            if (isYes) asked.onYes()
          }}
        />
      )}
    </AskContext>
  )
}

interface QuestionProps {
  readonly confirm: ConfirmText
  readonly onAnswer: (isYes: boolean) => void
}

function Question({ confirm, onAnswer }: QuestionProps) {
  const style = confirm.style === 'danger' ? 'button-danger' : 'button-primary'
  return (
    <Dialog title={wordsOf(confirm.title)} onClose={() => onAnswer(false)} size="small" testId="confirm">
      <div className="dialog-body">{confirm.text && <SlackText text={confirm.text} />}</div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {wordsOf(confirm.deny) || 'Cancel'}
        </button>
        <button type="button" className={`button ${style}`} onClick={() => onAnswer(true)}>
          {wordsOf(confirm.confirm) || 'Yes'}
        </button>
      </footer>
    </Dialog>
  )
}
