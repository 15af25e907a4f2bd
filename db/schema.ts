import type { Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely'

/**
 * Every table, portable to SQLite and PostgreSQL: ids are text, instants epoch-millisecond bigints,
 * days, times and zones text, flags 0 or 1, JSON text that zod reads. Every table carries its workspace.
 */
export interface Schema {
  workspace: WorkspaceTable
  person: PersonTable
  preference: PreferenceTable
  team: TeamTable
  team_lead: TeamLeadTable
  team_member: TeamMemberTable
  goal: GoalTable
  goal_co_owner: GoalCoOwnerTable
  goal_version: GoalVersionTable
  reading: ReadingTable
  check_in: CheckInTable
  answer: AnswerTable
  reversal: ReversalTable
  schedule: ScheduleTable
  occurrence: OccurrenceTable
  ask: AskTable
  ask_item: AskItemTable
  outbox: OutboxTable
  inbox: InboxTable
  tally: TallyTable
  audit: AuditTable
  setting: SettingTable
  snooze: SnoozeTable
  leave: LeaveTable
  heard: HeardTable
  habit: HabitTable
  kpi: KpiTable
  feed: FeedTable
  score: ScoreTable
  look_back: LookBackTable
  plan_part: PlanPartTable
  home_choice: HomeChoiceTable
  draft: DraftTable
}

export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>
export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>

type Flag = 0 | 1

interface WorkspaceTable {
  id: string
  name: string
  bot_user_id: string
  /** The number the next goal gets. */
  next_goal_number: number
  created_at: number
  /** Where Slack shows it, with a slash at the end; null until the bot has asked. */
  url: Generated<string | null>
}

/** What Slack says of a person; `preference` holds what they say themselves. */
interface PersonTable {
  workspace_id: string
  id: string
  name: string
  zone: string | null
  locale: string | null
  is_bot: Flag
  is_deactivated: Flag
  is_foreign: Flag
  is_admin: Flag
  greeted_at: number | null
  fetched_at: number
  /** What Slack says of its zone in minutes from UTC, for a zone this runtime lacks. */
  zone_offset: Generated<number | null>
  /** Emoji, text and end, to offer a new one once. */
  slack_status: Generated<string>
}

interface PreferenceTable {
  workspace_id: string
  person_id: string
  zone: string | null
  language: string | null
  muted: string
  is_off_board: Flag
  /** What partners are told stays quiet. */
  is_news_muted: Generated<Flag>
  /** Since when anything of it is silenced. */
  muted_at: Generated<number | null>
  stopped_at: Generated<number | null>
  /** The local date that ends the stop; null while it has no end. */
  stopped_until: Generated<string | null>
  /** Whose public holidays are theirs: `DE-BY`; null: their team's. */
  holidays_of: Generated<string | null>
}

interface TeamTable {
  workspace_id: string
  id: string
  /** Unique within the workspace. */
  channel_id: string
  channel_name: string
  channel_state: string
  is_shared: Flag
  zone: string
  cadence: string
  weekday: number
  time: string
  reminders: number
  reminder_after_hours: number
  window_hours: number
  has_board: Flag
  /** What stands where is one message a week with the board, on its day and at its time. */
  has_summary: Generated<Flag>
  /** 1-12: when the team's year begins. */
  fiscal_month: Generated<number>
  board_weekday: number
  board_time: string
  created_at: number
  /** 'first' to 'fourth', 'last' such weekday of the month, or 'date' */
  monthly_on: Generated<string>
  month_day: Generated<number>
  /** Leads hear of what stays blocked. */
  tells_leads: Generated<Flag>
  /** ISO weekdays: `1,2,3,4,5`. */
  working_days: Generated<string>
  holidays_of: Generated<string | null>
  /** Local dates with a comma between them. */
  company_days: Generated<string>
}

interface TeamLeadTable {
  workspace_id: string
  team_id: string
  person_id: string
}

interface TeamMemberTable {
  workspace_id: string
  team_id: string
  person_id: string
  joined_at: number
}

/** The newest terms; `goal_version` has every one. `last_*`, `own_*` and `first_check_in_at` follow the answers in their transaction. */
interface GoalTable {
  workspace_id: string
  id: string
  number: number
  team_id: string
  owner_id: string
  partner_id: string | null
  visibility: string
  created_by: string
  created_at: number
  /** The submission that made it, unique: sending the same form twice makes one goal. */
  source_key: string | null
  state: string
  closed_at: number | null
  closing_note: string | null
  first_check_in_at: number | null
  version: number
  /** GoalTerms as JSON: what is asked for by value stands in columns of its own beside it. */
  terms: string
  title: string
  start_date: string
  due_date: string
  /** The goal it is a part of. */
  parent_id: Generated<string | null>
  last_value: number | null
  last_at: number | null
  own_status: string | null
  own_reason: string | null
  own_at: number | null
  /** How often it was closed or taken up again: with `version` it counts every change a calendar shows. */
  turns: Generated<number>
  /** Of terms, people and state; answers are no change. */
  changed_at: Generated<number | null>
}

interface GoalCoOwnerTable {
  workspace_id: string
  goal_id: string
  person_id: string
}

interface GoalVersionTable {
  workspace_id: string
  goal_id: string
  version: number
  terms: string
  by_id: string
  at: number
  reason: string | null
  ease: string
  counts_from: number
  /** 'team' or 'private', as it was then. */
  visibility: Generated<string>
}

interface ReadingTable {
  workspace_id: string
  id: string
  goal_id: string
  answer_id: string
  value: number
  at: number
  by_id: string
  provenance: string
}

/** One header per goal, person and period; its answers append. */
interface CheckInTable {
  workspace_id: string
  id: string
  goal_id: string
  team_id: string
  person_id: string
  period_key: string
  created_at: number
}

interface AnswerTable {
  workspace_id: string
  id: string
  check_in_id: string
  goal_id: string
  person_id: string
  at: number
  /** What wrote it, unique per goal: a Slack message `channel:ts` or an interaction's key. A repeat writes nothing. */
  source_key: string
  /** `channel:ts` of the message it was read from, so that edits and deletions find it. */
  message_key: string | null
  provenance: string
  timeliness: string
  value: number | null
  before: number | null
  /** A change by so much, from which `value` follows. */
  delta: Generated<number | null>
  status: string | null
  confidence: number | null
  note: string | null
  blocker: string | null
  is_no_change: Flag
  is_done: Flag
  is_unblocked: Generated<Flag>
  /** JSON: how it was read, and because of which words. */
  because: Generated<string | null>
  /** What a rate was made of: so many of so many. */
  numerator: Generated<number | null>
  denominator: Generated<number | null>
}

/** What a person chose when a reply about a goal could mean two things. */
interface HabitTable {
  workspace_id: string
  person_id: string
  goal_id: string
  question: string
  /** The choice's place among those offered, from 0. */
  choice: number
  chosen_at: number
}

/** A workspace's own KPIs, beside the catalogue. */
interface KpiTable {
  workspace_id: string
  id: string
  name: string
  /** 'reach' or 'cumulative' */
  kind: string
  direction: string
  /** As typed into a unit field: `%`, `EUR`, `hours`, `tickets`. */
  unit: string
  cadence: string
  formula: string | null
  /** The counter-metric that must not suffer. */
  guard: string | null
  created_by: string
  created_at: number
  retired_at: number | null
}

/** A person's score as a week's board had it, for comparing with later ones. */
interface ScoreTable {
  workspace_id: string
  team_id: string
  person_id: string
  /** The Monday of the team's week. */
  week: string
  score: number
  on_time: number
  due: number
}

/** A version of what people wrote into a team's plan. */
interface PlanPartTable {
  workspace_id: string
  team_id: string
  /** src/domain/plan-document.ts */
  part: string
  version: number
  words: string
  by_id: string
  at: number
}

/** What an owner wrote when their goal had ended; declined with nothing in it. */
interface LookBackTable {
  workspace_id: string
  goal_id: string
  by_id: string
  at: number
  helped: string | null
  hindered: string | null
  /** JSON: the lessons tapped. */
  lessons: string
  is_shared: Flag
  is_declined: Flag
}

/** What a person last chose to see on Home. */
interface HomeChoiceTable {
  workspace_id: string
  person_id: string
  /** JSON: src/domain/home-choice.ts */
  choice: string
}

/** A new goal's form that was begun; kept for a while after it was sent or discarded, so that nothing late revives it. */
interface DraftTable {
  workspace_id: string
  person_id: string
  /** The window it was begun in. */
  id: string
  title: string
  /** JSON: what the window held. */
  form: string
  changed_at: number
  ended_at: number | null
}

/** A secret calendar link. Of its token only the SHA-256 is kept, as hex. */
interface FeedTable {
  workspace_id: string
  id: string
  /** 'person' or 'team' */
  kind: string
  /** The person's or the team's id. */
  subject: string
  created_by: string
  created_at: number
  token_hash: string
  revoked_at: number | null
}

/** An answer taken back. The answer's row stays. */
interface ReversalTable {
  workspace_id: string
  answer_id: string
  by_id: string
  at: number
  reason: string
}

/** When something is next due. `person_id` is '' for what a team as a whole is owed. */
interface ScheduleTable {
  workspace_id: string
  id: string
  /** 'prompt' | 'leaderboard' */
  kind: string
  team_id: string
  person_id: string
  next_at: number
  /** The local date of next_at, in the person's zone for prompts, the team's for boards. */
  local_date: string
}

/** One thing the bot owes. Unique by (workspace, kind, subject, local_date). */
interface OccurrenceTable {
  workspace_id: string
  id: string
  /** 'prompt' | 'reminder' | 'leaderboard' */
  kind: string
  /** The person for prompts, `occurrence:n` for the n-th reminder of a prompt, the team for boards. */
  subject: string
  local_date: string
  due_at: number
  /** 'planned' | 'sent' | 'skipped' */
  state: string
  reason: string | null
  created_at: number
}

/** One person asked for one team's period. Unique by (workspace, team, person, period_key). */
interface AskTable {
  workspace_id: string
  id: string
  team_id: string
  person_id: string
  period_key: string
  occurrence_id: string | null
  prompt_at: number
  window_ends_at: number
  next_prompt_at: number
  /** 'asked' | 'answered-early' | 'excused' | 'skipped' */
  state: string
}

interface AskItemTable {
  workspace_id: string
  ask_id: string
  goal_id: string
  position: number
}

/** due -> sending -> sent | unknown | skipped. Unique by (workspace, key). */
interface OutboxTable {
  workspace_id: string
  id: string
  key: string
  /** Says what payload is and which renderer draws it. */
  kind: string
  payload: string
  /** A channel, or a person for their direct messages. */
  target: string
  occurrence_id: string | null
  state: string
  /** When to send it, or, while the outcome is unknown, when to look for it. */
  due_at: number
  /** When it was first being sent. */
  claimed_at: number | null
  attempts: number
  sent_at: number | null
  /** Where it is being sent to, a channel or a person; once sent, the channel where it stands. */
  channel_id: string | null
  thread_ts: string | null
  ts: string | null
  reason: string | null
}

/** The newest version of a person's message that was heard. */
interface HeardTable {
  workspace_id: string
  /** `channel:ts` */
  message_key: string
  /** '0' as it was first, the ts of an edit, '9' once it was deleted: later ones sort behind. */
  version: string
  heard_at: number
}

interface InboxTable {
  workspace_id: string
  dedupe_key: string
  kind: string
  body: string
  received_at: number
  /** 'new': worked on by whoever stored it | 'open': that failed | 'done' | 'failed': given up */
  state: string
  /** How often the work on it has failed. */
  attempts: number
}

/** A projection of a person's recent asks in a team, kept in the transaction that changes them. */
interface TallyTable {
  workspace_id: string
  team_id: string
  person_id: string
  /** JSON: the newest asks, oldest first. */
  recent: string
  updated_at: number
}

interface AuditTable {
  workspace_id: string
  id: string
  at: number
  person_id: string
  action: string
  subject: string
  details: string
}

/** Facts about the installation as a whole, such as the zone data that next_at was computed with. */
interface SettingTable {
  workspace_id: string
  name: string
  value: string
}

/** A prompt that comes once more at `until`. */
interface LeaveTable {
  workspace_id: string
  id: string
  person_id: string
  from_date: string
  /** The first day they are there again; null while that is open. */
  back_date: string | null
  set_by: string
  set_at: number
}

interface SnoozeTable {
  workspace_id: string
  occurrence_id: string
  person_id: string
  until: number
  set_at: number
}
