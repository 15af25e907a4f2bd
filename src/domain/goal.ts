import type { KpiKey } from './kpis.ts'
import type {
  ChannelId,
  GoalId,
  Instant,
  KpiId,
  LocalDate,
  PersonId,
  StepId,
  TeamId,
  WorkspaceId,
} from './types.ts'

/** How progress is computed, domain.md §3.1. A yes/no goal is a milestone goal without steps. */
export type GoalKind = 'reach' | 'cumulative' | 'cadence' | 'maintain' | 'milestone'
export type Direction = 'up' | 'down' | 'keep'

export type Unit =
  | { readonly kind: 'count'; readonly noun: string | undefined }
  | { readonly kind: 'percent' }
  /** `code` is ISO 4217. */
  | { readonly kind: 'currency'; readonly code: string }
  | { readonly kind: 'time'; readonly in: 'minutes' | 'hours' | 'days' }

/** What the goal measures: a catalogue KPI, or one of the custom measures. */
export type Measure =
  | KpiKey
  | 'custom-level'
  | 'custom-total'
  | 'custom-cadence'
  | 'custom-range'
  | 'deliverable'

/** A milestone: a key deliverable on the way to a goal. */
export interface Step {
  readonly id: StepId
  readonly title: string
  readonly weight: number
  /** Without one it is due with the goal. */
  readonly due: LocalDate | undefined
  /** Who delivers it; the goal's owner where nobody is named. */
  readonly assignee: PersonId | undefined
  /** Finish-to-start: what must be finished before it can begin. */
  readonly after: readonly Link[]
  readonly isDone: boolean
  readonly doneBy: PersonId | undefined
  readonly doneAt: Instant | undefined
}

/** Points at a goal, or at one of its milestones. */
export interface Link {
  readonly goal: GoalId
  readonly step: StepId | undefined
}

/** How much work a goal is, domain.md §6.4. */
export type Size = 'small' | 'medium' | 'large'

/** The ways a plan may be expected to go that the form offers. */
export const planPaths = ['linear', 'business-days', 'back-loaded', 's-curve'] as const
export type PlanPath = (typeof planPaths)[number]

/** The expected path, domain.md §3.2. */
export type PlanCurve =
  | { readonly kind: PlanPath | 'steps' }
  /** Checkpoints of (elapsed share, expected share), both 0-1, linear between them. */
  | { readonly kind: 'custom'; readonly points: readonly (readonly [number, number])[] }

/** The part of a goal that versions record; what locks is `baseline target low high start due direction unit`. */
export interface GoalTerms {
  readonly title: string
  readonly measure: Measure
  readonly kind: GoalKind
  readonly direction: Direction
  readonly unit: Unit
  /** Absent for maintain and milestone goals. Percent goals hold percent points: 25 means 25 %. */
  readonly baseline: number | undefined
  readonly target: number | undefined
  /** Bounds of a maintain goal; either may be absent, not both. */
  readonly low: number | undefined
  readonly high: number | undefined
  readonly start: LocalDate
  readonly due: LocalDate
  /** "by doing what", free text. */
  readonly levers: string | undefined
  readonly why: string | undefined
  readonly parent: GoalId | undefined
  /** "If …, then I will …". */
  readonly firstStep: string | undefined
  /** 1-10 */
  readonly confidence: number | undefined
  readonly curve: PlanCurve
  readonly steps: readonly Step[]
  readonly size: Size
  /** Meant to be out of reach: 70 % of it is good. Otherwise it is a commitment, and all of it is expected. */
  readonly isAspirational: boolean
  /** A KPI of the workspace's own; its kind and unit are the goal's. */
  readonly kpi: KpiId | undefined
  /** What the metric was before the goal, one value per period, oldest first; undefined where one is missing. */
  readonly history: readonly (number | undefined)[] | undefined
  /** Whether it was within reach by the numbers of then, domain.md §2; absent where nobody judged. */
  readonly verdict: Verdict | undefined
}

/** How far a target lies beyond what comes if nothing changes. */
export type Verdict = 'comfortable' | 'realistic' | 'stretch' | 'over-ambitious' | 'unknown'

export type Visibility = 'team' | 'private'
export type GoalState = 'active' | 'reached' | 'retired'

/** What numbers a goal has had, newest known. `at` is the moment the value was true. */
export interface LastReading {
  readonly value: number
  readonly at: Instant
}

export interface Goal extends GoalTerms {
  readonly id: GoalId
  readonly workspace: WorkspaceId
  /** Shown as `G-12`, counted per workspace. */
  readonly number: number
  readonly team: TeamId
  readonly owner: PersonId
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly visibility: Visibility
  readonly createdBy: PersonId
  readonly createdAt: Instant
  readonly state: GoalState
  readonly closedAt: Instant | undefined
  readonly closingNote: string | undefined
  /** The first check-in's instant; the lock falls then or 72 h after creation, whichever is first. */
  readonly firstCheckInAt: Instant | undefined
  /** Counts up with every edit; 1 at creation. */
  readonly version: number
  readonly last: LastReading | undefined
  /** The owner's own latest word on how it goes, domain.md §3.3. */
  readonly ownWord: OwnWord | undefined
}

export type StatusWord = 'on-track' | 'at-risk' | 'off-track'
export interface OwnWord {
  readonly status: StatusWord
  readonly reason: string | undefined
  readonly at: Instant
}

/** domain.md §3.3, in its order. */
export type Status = 'done' | 'overdue' | 'no-data' | 'too-early' | StatusWord

export type Ease = 'easier' | 'harder' | 'same'

/** One recorded state of a goal's terms. Version 1 is the creation. */
export interface GoalVersion {
  readonly goal: GoalId
  readonly version: number
  readonly terms: GoalTerms
  readonly by: PersonId
  readonly at: Instant
  readonly reason: string | undefined
  readonly ease: Ease
  /** From when the version alone counts for scoring: `at`, or 7 days later when eased after the lock. */
  readonly countsFrom: Instant
}

/** A reading with where it came from; corrections append. */
export interface Reading {
  readonly goal: GoalId
  readonly value: number
  readonly at: Instant
  readonly by: PersonId
  readonly provenance: Provenance
}
export type Provenance = 'form' | 'reply' | 'button' | 'command' | 'import'

/** Where a goal stands on a day, everything a view needs to draw it. Shares are 0-1. */
export interface Standing {
  readonly goal: Goal
  readonly today: LocalDate
  /** The actual share A, unclamped: negative below the baseline, above 1 past the target. */
  readonly progress: number
  /** The expected share E today. */
  readonly expected: number
  /** The value the plan expects today, in the goal's unit; absent for kinds without a path. */
  readonly expectedValue: number | undefined
  /** By the numbers and, where the owner spoke, by both. */
  readonly status: Status
  /** By the numbers alone. */
  readonly computed: Status
  readonly daysLeft: number
  /** Days the owner may stand still before falling under the line; absent where there is no path. */
  readonly bufferDays: number | undefined
  /** Change per week needed from here to the target; absent when done, overdue or without a path. */
  readonly neededPerWeek: number | undefined
}

/** What a person asks for when creating or editing. */
export interface GoalDraft extends GoalTerms {
  readonly channel: ChannelId
  readonly owner: PersonId
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly visibility: Visibility
}
