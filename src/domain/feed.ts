import type { GoalState, Step, Visibility } from './goal.ts'
import type { Person, Team } from './people.ts'
import type { ChannelId, GoalId, Instant, LocalDate, PersonId, TeamId, WorkspaceId } from './types.ts'

/** Whose dates a calendar link shows: one's own, or a team's. */
export type FeedSubject = { readonly kind: 'person' } | { readonly kind: 'team'; readonly team: TeamId }

/** A calendar link that is in use. */
export interface Feed {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly subject: FeedSubject
  readonly createdBy: PersonId
  readonly createdAt: Instant
}

/** A goal as far as calendars show it. */
export interface FeedGoal {
  readonly id: GoalId
  readonly number: number
  readonly team: TeamId
  readonly channelName: string
  readonly title: string
  readonly owner: PersonId
  readonly due: LocalDate
  readonly steps: readonly Step[]
  /** Taken out of it lately: calendars keep what nobody cancels. */
  readonly gone: readonly Step[]
  readonly visibility: Visibility
  readonly state: GoalState
  /** Counts up with every edit, mark of a milestone, closing and reopening, from 0. */
  readonly revision: number
  readonly changedAt: Instant
  /** Where its card stands in Slack. */
  readonly card: { readonly channel: ChannelId; readonly ts: string } | undefined
}

/** A goal that is private now and was the team's before. Its title is nobody's business any more; its dates are those of then. */
export interface HiddenGoal extends Pick<FeedGoal, 'id' | 'number' | 'team' | 'revision' | 'changedAt'> {
  readonly due: LocalDate
  readonly steps: readonly Pick<Step, 'id' | 'due'>[]
}

/** One prompt to come, of all teams that ask in it. */
export interface ComingPrompt {
  readonly at: Instant
  readonly channelNames: readonly string[]
}

/** Everything that one calendar link shows. */
export interface FeedSheet {
  readonly feed: Feed
  /** In whose language it is written; absent where a team has no lead that is known. */
  readonly reader: Person | undefined
  /** Absent for a person's own. */
  readonly team: Pick<Team, 'channelName'> | undefined
  readonly goals: readonly FeedGoal[]
  readonly hidden: readonly HiddenGoal[]
  readonly prompts: readonly ComingPrompt[]
  readonly owners: ReadonlyMap<PersonId, Pick<Person, 'name'>>
  /** Where Slack is, for links into it. */
  readonly slack: { readonly url: string | undefined; readonly botUser: PersonId }
}

/** What a person may have a link to, and since when they have one. */
export interface CalendarLink {
  readonly subject: FeedSubject
  /** Absent for their own. */
  readonly channelName: string | undefined
  readonly madeAt: Instant | undefined
}
