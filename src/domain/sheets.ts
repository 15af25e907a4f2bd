import type { Branch } from './alignment.ts'
import type { BoardChoice } from './board-mode.ts'
import type { PromptItem } from './check-in.ts'
import type { Goal, GoalVersion, Link, Reading, Standing, StatusWord, Step } from './goal.ts'
import type { HomeChoice, PageOf } from './home-choice.ts'
import type { Board } from './leaderboard.ts'
import type { Leave } from './leave.ts'
import type { Move, WeekLoad } from './load.ts'
import type { LookBack, Outcome } from './look-back.ts'
import type { Person, Team, TeamSettings } from './people.ts'
import type { PlanChange, PlanPart, PlanWords } from './plan-document.ts'
import type { Forecast } from './progress.ts'
import type { Receipt } from './receipt.ts'
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
  /** As many as a chart takes, oldest first. */
  readonly readings: readonly (Reading & { readonly byName: string })[]
  /** When its target comes at the present pace; absent where it has no path. */
  readonly forecast: Forecast | undefined
  /** The workspace's own KPI that it measures, by name. */
  readonly kpiName: string | undefined
  /** What the newest check-in said beside the number. */
  readonly lastWord: LastWord | undefined
  readonly isLocked: boolean
  readonly locksAt: Instant
  /** While an eased version does not count alone yet: from when it does. */
  readonly easedUntil: Instant | undefined
  /** Due check-ins missed in a row, newest backwards. */
  readonly missed: number
  readonly nextPromptAt: Instant | undefined
  /** The goal over what is part of it, as far as the viewer may see; absent where nothing is. */
  readonly parts: Branch | undefined
  readonly milestones: MilestonePlan
  /** Of a goal that has ended: what came of it, and what its owner wrote where the viewer may read it. */
  readonly ended: { readonly outcome: Outcome; readonly written: LookBack | undefined } | undefined
  readonly can: GoalRights
}

/** A goal that has ended, for its owner to look back on. */
export interface LookBackSheet {
  readonly goal: Goal
  readonly outcome: Outcome
  /** What they wrote before. */
  readonly written: LookBack | undefined
}

/** A goal or milestone as one viewer may know it: without `goal` one of the same goal's, with neither hidden from them. */
export interface ItemName {
  readonly goal: Pick<Goal, 'number' | 'title'> | undefined
  readonly step: string | undefined
}

/** What a milestone waits for, or could. */
export interface Predecessor {
  readonly link: Link
  readonly name: ItemName
}

export interface MilestoneRow {
  readonly step: Step
  /** Names; absent where nobody is named, and where it is not done. */
  readonly assignee: string | undefined
  readonly doneBy: string | undefined
  readonly isLate: boolean
  /** What is not done though its day has passed. */
  readonly blockedBy: readonly ItemName[]
  /** Working days that are left to it, where these are too few. */
  readonly slackDays: number | undefined
  readonly after: readonly Predecessor[]
  readonly canMark: boolean
}

export interface MilestonePlan {
  /** By date. */
  readonly rows: readonly MilestoneRow[]
  /** First to last; empty where nothing waits for anything. */
  readonly chain: readonly ItemName[]
  /** The viewer may change milestones, or mark one of them. */
  readonly canAct: boolean
}

/** The window in which milestones are changed and marked. */
export interface MilestoneSheet extends MilestonePlan {
  readonly goal: Goal
  readonly canChange: boolean
  /** What eases it now needs a reason. */
  readonly isLocked: boolean
}

/** What the viewer may do, so that only buttons that act are shown. */
export interface GoalRights {
  readonly answer: boolean
  readonly edit: boolean
  readonly close: boolean
  readonly reopen: boolean
  /** Write what was learnt, and make the next goal from it. */
  readonly lookBack: boolean
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
  /** What the person chose to see; a team that is no longer theirs is left out of it. */
  readonly choice: HomeChoice
  /** The open prompt; absent when nothing is due now. */
  readonly due: DueNow | undefined
  /** Forms of goals that were begun, the newest first. */
  readonly drafts: readonly HomeDraft[]
  /** Own goals, soonest due first. */
  readonly mine: HomePage
  /** Goals of others that the person is co-owner or partner of. */
  readonly supported: HomePage
  /** Other shared goals of the person's teams. */
  readonly team: HomePage
  /** How many active goals the person owns, whatever is chosen. */
  readonly own: number
  /** Own goals closed in the last 30 days, newest first. */
  readonly closed: readonly Goal[]
  readonly teams: readonly HomeTeam[]
  /** Time off that is not over yet, the soonest first. */
  readonly leaves: readonly Leave[]
  /** The soonest prompt over all teams; absent without goals. */
  readonly nextPromptAt: Instant | undefined
}

/** One page of a list of goals. */
export interface HomePage extends PageOf {
  readonly rows: readonly HomeGoal[]
}

export interface HomeGoal {
  readonly standing: Standing
  readonly owner: Person
  /** What the viewer is to it. */
  readonly as: 'owner' | 'co-owner' | 'partner' | 'team'
  /** The newest values, oldest first. */
  readonly trail: readonly number[]
  /** What was last said about it; read for goals that one supports. */
  readonly note: string | undefined
}

export interface HomeDraft {
  readonly id: string
  /** As typed so far, perhaps nothing. */
  readonly title: string
  readonly changedAt: Instant
}

export interface DueNow {
  readonly occurrence: OccurrenceId
  readonly items: readonly PromptItem[]
  readonly windowEnds: Instant
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
  readonly choice: BoardChoice
}

/** One person's own place on a team's board. */
export interface ReceiptSheet {
  readonly team: Team
  readonly receipt: Receipt
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

/** A team's goals under what they are part of, as far as one viewer may see. */
export interface TreeSheet {
  readonly team: Team
  readonly branches: readonly Branch[]
  /** Names of the goals' owners. */
  readonly owners: ReadonlyMap<PersonId, string>
}

/** A team's strategic plan, as everyone in its channel may read it. */
export interface PlanSheet {
  readonly team: Team
  readonly today: LocalDate
  /** Shared goals: the open ones, and those closed in the last quarter, soonest due first. */
  readonly goals: readonly { readonly standing: Standing; readonly owner: Person }[]
  /** The open ones under what they are part of. */
  readonly branches: readonly Branch[]
  readonly words: ReadonlyMap<PlanPart, PlanWords>
  /** Newest first. */
  readonly changes: readonly PlanChange[]
  /** Of whoever changed something or does a milestone. */
  readonly names: ReadonlyMap<PersonId, string>
  readonly canWrite: boolean
}

/** What was written into a plan before. */
export interface PlanHistorySheet {
  readonly team: Team
  /** Of every part, newest first. */
  readonly versions: readonly PlanWords[]
  readonly names: ReadonlyMap<PersonId, string>
}

/** How much people of a team carry, for one viewer alone. */
export interface LoadSheet {
  readonly team: Team
  /** Mondays, this week's first. */
  readonly weeks: readonly LocalDate[]
  /** Of leads everyone, by name; of others only their own. */
  readonly rows: readonly LoadRow[]
  /** Per week, of everyone together. */
  readonly totals: readonly number[]
  readonly people: number
  readonly isLead: boolean
  /** The viewer's own open milestones of these weeks, and late ones, by date. */
  readonly milestones: readonly {
    readonly due: LocalDate
    readonly isLate: boolean
    readonly name: ItemName
  }[]
}

export interface LoadRow {
  readonly person: PersonId
  readonly name: string
  readonly isViewer: boolean
  /** One per week. */
  readonly loads: readonly WeekLoad[]
  /** What would help most in the first week that is too much. */
  readonly move: (Move & { readonly week: LocalDate; readonly mateName: string | undefined }) | undefined
}
