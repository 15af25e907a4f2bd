import type { KeyboardEvent } from 'react'
import type { Choosable } from '../elements/choosable.ts'
import type { Completion } from './completion.ts'
import type { Typing } from './use-typing.ts'

interface Composing {
  readonly typing: Typing
  readonly completion: Completion | undefined
  readonly complete: (option: Choosable) => void
  readonly submit: () => void
}

export function onComposerKey(event: KeyboardEvent<HTMLTextAreaElement>, composing: Composing): void {
  // While Chinese is being composed, Enter picks signs and must not send.
  if (event.nativeEvent.isComposing) return
  if (composing.completion !== undefined && onCompletionKey(event, composing.completion, composing)) {
    event.preventDefault()
    return
  }
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  composing.submit()
}

/** Answers whether the key was the completion's. */
function onCompletionKey(event: KeyboardEvent, { options }: Completion, composing: Composing): boolean {
  const { typing, complete } = composing
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined) {
    typing.choose((typing.at + step + options.length) % options.length)
    return true
  }
  if (event.key === 'Escape') {
    typing.dismiss()
    return true
  }
  const option = options[typing.at]
  const isPick = (event.key === 'Enter' && !event.shiftKey) || (event.key === 'Tab' && !event.shiftKey)
  if (!isPick || option === undefined) return false
  complete(option)
  return true
}
