import type { Scanned } from '../amount/scan.ts'
import type { NewAnswer } from '../check-in.ts'
import type { Goal, StatusWord } from '../goal.ts'
import type { Question } from '../question.ts'
import type { Language } from '../types.ts'
import type { LifeWord } from './life-words.ts'

/** A goal that waits for an answer. */
export type ReplyGoal = Pick<
  Goal,
  | 'id'
  | 'number'
  | 'title'
  | 'kind'
  | 'direction'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'low'
  | 'high'
  | 'measure'
> & {
  readonly lastValue: number | undefined
  /** Its number in the prompt, from 1. */
  readonly position: number
}

export interface ReplyContext {
  /** In the order of the prompt. */
  readonly goals: readonly ReplyGoal[]
  readonly language: Language
}

/** Why an answer was read as it was. */
export type Because =
  | 'bare'
  | 'signed'
  | 'said-added'
  | 'said-now'
  | 'fraction'
  | 'from-to'
  | 'remaining'
  | 'nothing-new'
  | 'corrected'
  | 'no-change'
  | 'done'
  | 'blocked'
  | 'unblocked'
  | 'status'

export interface ReadAnswer extends NewAnswer {
  readonly because: Because
}

export type ReplyCommand = 'undo' | 'help' | 'list' | 'why'

/** `answers` is certain and may be stored; `questions` stands for the rest. At most one answer per goal. */
export type ReplyReading =
  | { readonly kind: 'life'; readonly word: LifeWord }
  | { readonly kind: 'command'; readonly command: ReplyCommand }
  | {
      readonly kind: 'answers'
      readonly answers: readonly ReadAnswer[]
      readonly questions: readonly Question[]
      /** What could not be read at all, as typed. */
      readonly unreadParts: readonly string[]
      /** Said in the same message: being away. */
      readonly life?: LifeWord | undefined
    }
  | { readonly kind: 'unread' }

/** How a number was said: 14, now 14, +3, closed 3, 6 to go, 12/20, from 12 to 14. */
export type ValueMode =
  | 'bare'
  | 'total'
  | 'corrected'
  | 'delta'
  | 'event'
  | 'remaining'
  | 'fraction'
  | 'from-to'
  | 'range'

export interface ValueItem {
  readonly kind: 'value'
  readonly mode: ValueMode
  readonly amount: Scanned
  /** The 20 of 12/20, the 12 of "from 12 to 14". */
  readonly beside: Scanned | undefined
  /** The unit or noun stands with the number. */
  readonly hasUnit: boolean
  /** "up to 14" and "down to 4": true only if the last value lies there. */
  readonly towards: 'up' | 'down' | undefined
  /** "about 14", "14+", "maybe 14?" */
  readonly isUncertain: boolean
}

export type Item =
  | ValueItem
  | { readonly kind: 'status'; readonly status: StatusWord }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'unblocked'; readonly words: string }
  | { readonly kind: 'no-change' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'done' }
  /** 1-10 */
  | { readonly kind: 'confidence'; readonly confidence: number }
