import type { PromptItem } from './check-in.ts'
import type { Goal, GoalVersion, Reading, Standing, StatusWord } from './goal.ts'
import type { Board } from './leaderboard.ts'
import type { Leave } from './leave.ts'
import type { Person, Team, TeamSettings } from './people.ts'
import type { ChannelId, Instant, LocalDate, OccurrenceId, PersonId } from './types.ts'
import type { Week } from './week.ts'

/** What pages and messages show: everything a view needs, nothing it would have to look up. */

/** One goal as `/goal show` tells it to one viewer. */
export interface GoalSheet {
  readonly standing: Standing
  readonly team: Team
  readonly owner: Person
  readonly coOwners: readonly Person[]
  readonly partner: Person | undefined
  /** Absent when there is none or the viewer may not see it. */
  readonly parent: Pick<Goal, 'id' | 'number' | 'title'> | undefined
  /** Oldest first, at least the creation. */
  readonly versions: readonly (GoalVersion & { readonly byName: string })[]
  /** The last six, oldest first. */
  readonly readings: readonly (Reading & { readonly byName: string })[]
  /** What the newest check-in said beside the number. */
  readonly lastWord: LastWord | undefined
  readonly isLocked: boolean
  readonly locksAt: Instant
  /** While an eased version does not count alone yet: from when it does. */
  readonly easedUntil: Instant | undefined
  /** Due check-ins missed in a row, newest backwards. */
  readonly missed: number
  readonly nextPromptAt: Instant | undefined
  readonly can: GoalRights
}

/** What the viewer may do, so that only buttons that act are shown. */
export interface GoalRights {
  readonly answer: boolean
  readonly edit: boolean
  readonly close: boolean
  readonly reopen: boolean
}

export interface LastWord {
  readonly at: Instant
  readonly by: PersonId
  readonly byName: string
  readonly status: StatusWord | undefined
  readonly confidence: number | undefined
  readonly note: string | undefined
  readonly blocker: string | undefined
}

/** App Home of one person. */
export interface HomeSheet {
  readonly person: Person
  readonly today: LocalDate
  /** The open prompt; absent when nothing is due now. */
  readonly due: DueNow | undefined
  /** Own active goals, soonest due first. */
  readonly goals: readonly Standing[]
  /** Goals of others the person is co-owner or partner of, active ones. */
  readonly supported: readonly SupportedGoal[]
  /** Own goals closed in the last 30 days, newest first. */
  readonly closed: readonly Goal[]
  readonly teams: readonly HomeTeam[]
  /** Time off that is not over yet, the soonest first. */
  readonly leaves: readonly Leave[]
  /** The soonest prompt over all teams; absent without goals. */
  readonly nextPromptAt: Instant | undefined
}

export interface DueNow {
  readonly occurrence: OccurrenceId
  readonly items: readonly PromptItem[]
  readonly windowEnds: Instant
}

export interface SupportedGoal {
  readonly standing: Standing
  readonly owner: Person
  readonly as: 'co-owner' | 'partner'
}

export interface HomeTeam {
  readonly team: Team
  readonly isLead: boolean
  readonly nextPromptAt: Instant | undefined
}

/** A team's leaderboard on a day. */
export interface BoardSheet {
  readonly team: Team
  readonly board: Board
  /** Monday of the team's week. */
  readonly weekOf: LocalDate
}

/** What a channel gets once a week; either half may be switched off. */
export interface WeekSheet {
  readonly team: Team
  readonly week: Week | undefined
  readonly board: BoardSheet | undefined
}

/** What `/goal setup` opens with: a channel's team, or the defaults it would begin with. */
export interface SettingsSheet {
  readonly team: Team | undefined
  readonly channel: ChannelId
  readonly channelName: string
  readonly settings: TeamSettings
  readonly leads: readonly Person[]
  readonly canChange: boolean
}
