import type { Instant, LocalDate } from './types.ts'

/** Everything the product says no to, with the facts its sentence needs. Words: views/refusal.ts. */
export type Refusal =
  | DraftRefusal
  | { readonly kind: 'no-such-goal'; readonly number: number | undefined }
  | { readonly kind: 'not-your-goal'; readonly number: number }
  | { readonly kind: 'goal-closed'; readonly number: number; readonly title: string }
  | { readonly kind: 'goal-open'; readonly number: number }
  | { readonly kind: 'no-goals' }
  /** Several goals, and none was named. */
  | { readonly kind: 'which-goal' }
  | { readonly kind: 'no-team-here' }
  | { readonly kind: 'choose-team' }
  | { readonly kind: 'not-a-lead'; readonly leads: readonly string[] }
  /** What someone was asked and why is theirs and their leads' alone. */
  | { readonly kind: 'not-their-lead' }
  /** Someone else's leave is noted by leads of a team they are in. */
  | { readonly kind: 'leave-needs-lead' }
  /** No mention of a person where one was meant. */
  | { readonly kind: 'person-unclear' }
  | { readonly kind: 'not-in-channel'; readonly channel: string }
  | { readonly kind: 'channel-archived'; readonly channel: string }
  | { readonly kind: 'channel-shared'; readonly channel: string }
  | { readonly kind: 'channel-unknown' }
  | { readonly kind: 'baseline-needs-approval' }
  | { readonly kind: 'reason-needed' }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'no-open-prompt' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'outsider' }
  | { readonly kind: 'stale-button' }
  | MilestoneRefusal

/** What speaks against a milestone, or against changing one. */
export type MilestoneRefusal =
  | { readonly kind: 'no-such-milestone' }
  /** Neither the goal's owner or a lead, nor whoever was named for it. */
  | { readonly kind: 'not-your-milestone' }
  | { readonly kind: 'too-many-milestones'; readonly most: number }
  | { readonly kind: 'milestone-untitled' }
  /** Before the goal begins or after it is due. */
  | { readonly kind: 'milestone-outside'; readonly start: LocalDate; readonly due: LocalDate }
  | { readonly kind: 'assignee-unable' }
  /** A private goal shows itself to few. */
  | { readonly kind: 'assignee-not-told' }
  | { readonly kind: 'dependency-unknown' }
  | { readonly kind: 'dependency-cycle' }

/** A fault of one field of the goal form. */
export type DraftRefusal =
  /** The parent is the goal itself, or a part of it. */
  | { readonly kind: 'parent-cycle' }
  | { readonly kind: 'parent-too-deep'; readonly most: number }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'title-too-long'; readonly length: number; readonly most: number }
  | { readonly kind: 'number-unreadable'; readonly field: NumberField; readonly typed: string }
  | { readonly kind: 'number-missing'; readonly field: NumberField }
  | { readonly kind: 'number-negative'; readonly field: NumberField }
  | { readonly kind: 'number-not-whole'; readonly field: NumberField }
  | { readonly kind: 'number-too-large'; readonly field: NumberField }
  | { readonly kind: 'percent-out-of-range'; readonly field: NumberField; readonly value: number }
  | {
      readonly kind: 'unit-mismatch'
      readonly field: NumberField
      readonly typed: string
      readonly expected: string
    }
  | { readonly kind: 'already-at-target'; readonly target: number }
  | { readonly kind: 'against-direction'; readonly better: 'up' | 'down' }
  | { readonly kind: 'bounds-missing' }
  | { readonly kind: 'bounds-crossed'; readonly low: number; readonly high: number }
  | { readonly kind: 'date-missing'; readonly field: 'start' | 'due' }
  | { readonly kind: 'due-before-start'; readonly start: LocalDate; readonly due: LocalDate }
  | { readonly kind: 'due-in-past'; readonly due: LocalDate; readonly today: LocalDate }
  | { readonly kind: 'owner-bot' }
  | { readonly kind: 'owner-deactivated' }
  | { readonly kind: 'owner-foreign' }
  | { readonly kind: 'owner-not-in-channel' }
  | { readonly kind: 'owner-unknown' }
  | { readonly kind: 'partner-is-owner' }
  /** A bot, a stranger or someone who left; without a name, someone whom Slack does not show us. */
  | { readonly kind: 'helper-unable'; readonly as: 'partner' | 'co-owner'; readonly name: string | undefined }
  | { readonly kind: 'duplicate-goal'; readonly number: number }
  | { readonly kind: 'too-many-goals'; readonly most: number }

export type NumberField = 'baseline' | 'target' | 'low' | 'high' | 'value' | 'history'

/** When an eased goal begins to count. */
export interface EasedNotice {
  readonly countsFrom: Instant
}
