import type { Scanned } from '../amount/scan.ts'
import type { NewAnswer, Reason } from '../check-in.ts'
import type { Goal, StatusWord } from '../goal.ts'
import type { Question, QuestionKind } from '../question.ts'
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
  /** By how much it mostly moves from one reading to the next, in its unit; absent while there are few. */
  readonly usualStep?: number | undefined
  /** Its number in the prompt, from 1. */
  readonly position: number
  /** What the person chose when a reply about this goal could mean two things, by its place among the choices. */
  readonly habits?: Readonly<Partial<Record<QuestionKind, number>>> | undefined
}

export interface ReplyContext {
  /** In the order of the prompt. */
  readonly goals: readonly ReplyGoal[]
  readonly language: Language
}

export interface ReadAnswer extends NewAnswer {
  readonly because: Reason
}

export type ReplyCommand = 'undo' | 'help' | 'list' | 'why' | 'place'

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
  /** A Chinese measure word alone behind the number: 17件, 14組. */
  readonly counter: string | undefined
  /** "up to 14" and "down to 4": true only if the last value lies there. */
  readonly towards: 'up' | 'down' | undefined
  /** "about 14", "14+", "maybe 14?" */
  readonly isUncertain: boolean
  /** The words beside the number that say how it is meant. */
  readonly clue: string | undefined
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
