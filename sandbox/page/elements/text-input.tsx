import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { wordsOf } from '../text/plain.tsx'
import { after } from '../time.ts'
import { type Held, useElement } from './element.ts'

type TextInput = PlainTextInput | NumberInput | EmailInput | URLInput

const TYPING_PAUSE_MS = 250

/** Text, number, address: held while typed, told after a pause and when left, so that a submit finds it. */
export function TextElement({ element }: { readonly element: TextInput }) {
  const held = useElement(element)
  const text = typeof held.state?.value === 'string' ? held.state.value : initialOf(element, held)
  const { type, leave, enter } = useTelling(element, held)
  const isLong = element.type === 'plain_text_input' && element.multiline === true
  const most = element.type === 'plain_text_input' ? element.max_length : undefined
  const shared = {
    ...held.aria,
    value: text,
    className: 'text-field',
    'data-testid': held.testId,
    'data-focus-first': element.focus_on_load || undefined,
    'data-text-field': true,
    placeholder: wordsOf(element.placeholder),
    maxLength: most,
    onBlur: leave,
  }
  if (isLong) {
    return <textarea {...shared} rows={4} onChange={(event) => type(event.target.value)} />
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={modes[element.type]}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
      onKeyDown={enter}
    />
  )
}

/** Numbers stay text too: the browser's number field hides what it cannot read, and Slack says so instead. */
const modes = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const

const initialOf = (element: TextInput, { state }: Held): string =>
  state !== undefined && 'value' in state ? '' : (element.initial_value ?? '')

function useTelling(element: TextInput, held: Held) {
  const waiting = useRef<{ readonly text: string; readonly cancel: () => void }>(undefined)
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const isPerKey = held.field?.dispatches === true && triggers.includes('on_character_entered')
  const isPerEnter = held.field?.dispatches === true && triggers.includes('on_enter_pressed')
  const tell = (text: string, isQuiet: boolean) => {
    waiting.current?.cancel()
    waiting.current = undefined
    held.tell({ value: text === '' ? null : text }, { isQuiet })
  }
  const tellWaiting = useRef(() => {})
  tellWaiting.current = () => {
    if (waiting.current !== undefined) tell(waiting.current.text, !isPerKey)
  }
  useEffect(() => () => tellWaiting.current(), [])
  return {
    type(text: string) {
      held.hold({ value: text })
      waiting.current?.cancel()
      waiting.current = { text, cancel: after(TYPING_PAUSE_MS, () => tell(text, !isPerKey)) }
    },
    leave: () => tellWaiting.current(),
    enter(event: KeyboardEvent<HTMLInputElement>) {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      tellWaiting.current()
      if (!isPerEnter) return
      // This Enter asks the app; the one that submits the form comes from another field.
      event.preventDefault()
      tell(event.currentTarget.value, false)
    },
  }
}
