import type {
  Cadence,
  ChannelId,
  Instant,
  Language,
  LocalDate,
  MonthlyOn,
  PersonId,
  Place,
  TeamId,
  WallTime,
  Weekday,
  WorkspaceId,
  Zone,
} from './types.ts'

/** A person as Slack knows them, with what they chose themselves on top. */
export interface Person {
  readonly id: PersonId
  readonly workspace: WorkspaceId
  readonly name: string
  /** The zone in force: the person's own choice, else Slack's, else UTC. */
  readonly zone: Zone
  readonly zoneIsOwn: boolean
  /** The language in force: the person's own choice, else from Slack's locale. */
  readonly language: Language
  readonly languageIsOwn: boolean
  /** A BCP 47 tag in the language in force, for Intl: `en-GB`, `zh-Hant-TW`. */
  readonly locale: string
  readonly muted: Muted
  /** What is told to them as a partner or lead stays quiet too. */
  readonly isNewsMuted: boolean
  /** Since when anything is silenced. */
  readonly mutedAt: Instant | undefined
  /** Everything paused by the person themselves. */
  readonly stop: Stop | undefined
  /** The zone that Slack names and this runtime lacks; the nearest fixed offset stands in for it. */
  readonly lackedZone: string | undefined
  /** Their own public holidays; absent, those of their team. */
  readonly holidaysOf: Place | undefined
  readonly isOffBoard: boolean
  readonly isBot: boolean
  readonly isDeactivated: boolean
  /** From another organisation through Slack Connect. */
  readonly isForeign: boolean
  readonly isAdmin: boolean
  /** When the bot first explained itself to this person; absent until then. */
  readonly greetedAt: Instant | undefined
}
/** What a person does not want to be sent. */
export type Muted = 'nothing' | 'reminders' | 'everything'

/** A person's pause: no prompt on a local date before `until`, on none at all while that is absent. */
export interface Stop {
  readonly since: Instant
  readonly until: LocalDate | undefined
}

export interface TeamSettings {
  readonly cadence: Cadence
  /** For weekly, two-weekly and monthly. */
  readonly weekday: Weekday
  /** Monthly on such a weekday of the month, or on its `monthDay`. */
  readonly monthlyOn: MonthlyOn
  /** 1-31; in a shorter month its last day. */
  readonly monthDay: number
  readonly time: WallTime
  /** Reminders per prompt, 0-3, each `reminderAfterHours` after the one before. */
  readonly reminders: number
  readonly reminderAfterHours: number
  /** On time within this many hours or until the next prompt, whichever is sooner. */
  readonly windowHours: number
  /** Once a week the channel gets a summary, the leaderboard, or both in one message. */
  readonly hasSummary: boolean
  readonly hasBoard: boolean
  readonly boardWeekday: Weekday
  readonly boardTime: WallTime
  /** Leads hear of a goal that stays blocked for four working days. */
  readonly tellsLeads: boolean
  /** At least one. */
  readonly workingDays: readonly Weekday[]
  /** Whose public holidays are no working days; none when absent. */
  readonly holidaysOf: Place | undefined
  /** Days on which nobody of the team works, in order. */
  readonly companyDays: readonly LocalDate[]
  /** 1-12: quarters and years count from it. */
  readonly fiscalMonth: number
  readonly zone: Zone
}

export interface Team extends TeamSettings {
  readonly id: TeamId
  readonly workspace: WorkspaceId
  readonly channel: ChannelId
  readonly channelName: string
  readonly channelState: 'open' | 'left' | 'archived'
  /** Shared with another organisation. */
  readonly isShared: boolean
  readonly leads: readonly PersonId[]
  readonly createdAt: Instant
}

export const defaultSettings = {
  cadence: 'weekly',
  weekday: 1,
  monthlyOn: 'first',
  monthDay: 1,
  time: '09:00' as WallTime,
  reminders: 1,
  reminderAfterHours: 24,
  windowHours: 48,
  hasSummary: true,
  hasBoard: true,
  boardWeekday: 3,
  boardTime: '10:00' as WallTime,
  tellsLeads: false,
  workingDays: [1, 2, 3, 4, 5],
  holidaysOf: undefined,
  companyDays: [],
  fiscalMonth: 1,
} as const satisfies Omit<TeamSettings, 'zone'>

/** What Slack says of a channel now. */
export interface ChannelFacts {
  readonly id: ChannelId
  readonly name: string
  /** Whether the bot is in it. */
  readonly isMember: boolean
  readonly isArchived: boolean
  /** Shared with another organisation through Slack Connect. */
  readonly isShared: boolean
  readonly isDirect: boolean
}
