import { z } from 'zod'
import { type LogKind, logKinds } from '../src/domain/sent-log.ts'
import { type SkipReason, skipReasonFrom } from '../src/domain/skip-reasons.ts'
import type { GoalId, Instant, OccurrenceId, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant, instantOrNone } from './columns.ts'
import type { Db } from './schema.ts'

/** What was owed to some people and channels in a span of time. */

export interface Span {
  readonly from: Instant
  /** Not counted any more. */
  readonly until: Instant
}

export interface OwedOccurrence {
  readonly id: OccurrenceId
  readonly kind: 'prompt' | 'leaderboard'
  /** A person, or a team for its leaderboard. */
  readonly subject: string
  readonly dueAt: Instant
  readonly state: string
  readonly reason: SkipReason | undefined
}

export async function owedTo(
  db: Db,
  workspace: WorkspaceId,
  subjects: readonly (PersonId | TeamId)[],
  { from, until }: Span,
): Promise<readonly OwedOccurrence[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('occurrence')
    .select(['id', 'kind', 'subject', 'due_at', 'state', 'reason'])
    .where('workspace_id', '=', workspace)
    .where('subject', 'in', [...subjects])
    .where('due_at', '>=', from)
    .where('due_at', '<', until)
    .execute()
  return rows.map((row) => ({
    id: row.id as OccurrenceId,
    kind: row.kind === 'leaderboard' ? 'leaderboard' : 'prompt',
    subject: row.subject,
    dueAt: instant(row.due_at),
    state: row.state,
    reason: row.reason === null ? undefined : skipReasonFrom(row.reason),
  }))
}

export interface LoggedLetter {
  readonly kind: LogKind
  readonly target: string
  readonly occurrence: OccurrenceId | undefined
  /** What it is about, where it is about one goal. */
  readonly goal: GoalId | undefined
  readonly nth: number | undefined
  readonly outcome: 'sent' | 'skipped' | 'waiting'
  readonly at: Instant
  readonly reason: SkipReason | undefined
}

const payloadFacts = z
  .looseObject({ goal: z.string().optional(), occurrence: z.string().optional(), nth: z.number().optional() })
  .catch({})

export async function lettersTo(
  db: Db,
  workspace: WorkspaceId,
  targets: readonly string[],
  { from, until }: Span,
): Promise<readonly LoggedLetter[]> {
  if (targets.length === 0) return []
  const rows = await db
    .selectFrom('outbox')
    .select(['kind', 'payload', 'target', 'occurrence_id', 'state', 'due_at', 'sent_at', 'reason'])
    .where('workspace_id', '=', workspace)
    .where('target', 'in', [...targets])
    .where('due_at', '>=', from)
    .where('due_at', '<', until)
    .where('kind', 'in', [...logKinds])
    .execute()
  return rows.map((row) => {
    const { goal, occurrence, nth } = payloadFacts.parse(JSON.parse(row.payload))
    return {
      kind: z.enum(logKinds).parse(row.kind),
      target: row.target,
      occurrence: (row.occurrence_id ?? occurrence) as OccurrenceId | undefined,
      goal: goal as GoalId | undefined,
      nth,
      outcome: outcomeOf(row.state),
      at: instantOrNone(row.sent_at) ?? instant(row.due_at),
      reason: row.reason === null ? undefined : skipReasonFrom(row.reason),
    }
  })
}

function outcomeOf(state: string): LoggedLetter['outcome'] {
  return state === 'sent' || state === 'skipped' ? state : 'waiting'
}

/** For which team a prompt asked for which goal. */
export interface AskedGoal {
  readonly occurrence: OccurrenceId
  readonly team: TeamId
  /** Absent where a team's part asked for none. */
  readonly goal: GoalId | undefined
}

/** What people's prompts of that time asked for, in their order. */
export async function askedOf(
  db: Db,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  { from, until }: Span,
): Promise<readonly AskedGoal[]> {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('ask')
    .leftJoin('ask_item', (join) =>
      join.onRef('ask_item.workspace_id', '=', 'ask.workspace_id').onRef('ask_item.ask_id', '=', 'ask.id'),
    )
    .select(['ask.occurrence_id', 'ask.team_id', 'ask_item.goal_id', 'ask_item.position'])
    .where('ask.workspace_id', '=', workspace)
    .where('ask.person_id', 'in', [...people])
    .where('ask.prompt_at', '>=', from)
    .where('ask.prompt_at', '<', until)
    .orderBy('ask_item.position')
    .execute()
  return rows.flatMap((row) =>
    row.occurrence_id === null
      ? []
      : [
          {
            occurrence: row.occurrence_id as OccurrenceId,
            team: row.team_id as TeamId,
            goal: (row.goal_id ?? undefined) as GoalId | undefined,
          },
        ],
  )
}
