import type { LeaveTold, LifeTold } from './life-told.ts'
import type { Person } from './people.ts'
import type { Instant } from './types.ts'

type Told<As extends LifeTold['as']> = Extract<LifeTold, { readonly as: As }>

/** What was told of the asking itself, with what its drawing needs. */
export type LifeSheet =
  | {
      readonly told: Told<'when'>
      readonly person: Person
      /** The soonest first. */
      readonly next: readonly { readonly channel: string; readonly at: Instant }[]
      /** When a snoozed prompt comes once more. */
      readonly again: Instant | undefined
      readonly isStopped: boolean
    }
  | {
      readonly told: Told<'muted-list'>
      readonly person: Person
      readonly isStopped: boolean
      readonly since: Instant | undefined
      /** The newest first. */
      readonly silenced: readonly { readonly kind: 'prompt' | 'reminder' | 'news'; readonly at: Instant }[]
    }
  | {
      readonly told: LeaveTold
      readonly person: Person
      /** The name of the one it was set for, or of the lead who did. */
      readonly other: string | undefined
    }
  | { readonly told: Exclude<LifeTold, LeaveTold | Told<'when' | 'muted-list'>>; readonly person: Person }
