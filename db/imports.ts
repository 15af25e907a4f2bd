import type { GoalState } from '../src/domain/goal.ts'
import type { Known } from '../src/domain/import/readings.ts'
import type {
  AnswerId,
  GoalId,
  Instant,
  PeriodKey,
  PersonId,
  TeamId,
  WorkspaceId,
} from '../src/domain/types.ts'
import type { Follower } from './answer-values.ts'
import { instant, isSet, provenances } from './columns.ts'
import type { Db, Trx } from './schema.ts'

/** Where a page of readings ended. */
export interface After {
  readonly at: Instant
  readonly answer: AnswerId
}

/** A goal's answers that have a value, also those taken back, by moment; so many at most, behind `after`. */
export async function knownReadings(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
  { after, most }: { readonly after: After | undefined; readonly most: number },
): Promise<readonly Known[]> {
  let query = db
    .selectFrom('answer')
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .select(['answer.id', 'answer.at', 'answer.value', 'answer.provenance', 'reversal.answer_id as gone'])
    .where('answer.workspace_id', '=', workspace)
    .where('answer.goal_id', '=', goal)
    .where('answer.value', 'is not', null)
    .orderBy('answer.at')
    .orderBy('answer.id')
    .limit(most)
  if (after !== undefined) {
    query = query.where((is) =>
      is.or([
        is('answer.at', '>', after.at),
        is.and([is('answer.at', '=', after.at), is('answer.id', '>', after.answer)]),
      ]),
    )
  }
  const rows = await query.execute()
  return rows.flatMap((row) =>
    row.value === null
      ? []
      : [
          {
            answer: row.id as AnswerId,
            at: instant(row.at),
            value: row.value,
            provenance: provenances.parse(row.provenance),
            isGone: row.gone !== null,
          },
        ],
  )
}

/** The headers of a goal's periods, those that are missing made. */
export async function headersFor(
  trx: Trx,
  workspace: WorkspaceId,
  of: {
    readonly goal: GoalId
    readonly team: TeamId
    readonly person: PersonId
    readonly at: Instant
    readonly newId: () => string
  },
  keys: readonly PeriodKey[],
): Promise<ReadonlyMap<PeriodKey, string>> {
  const wanted = [...new Set(keys)]
  await trx
    .insertInto('check_in')
    .values(
      wanted.map((key) => ({
        workspace_id: workspace,
        id: of.newId(),
        goal_id: of.goal,
        team_id: of.team,
        person_id: of.person,
        period_key: key,
        created_at: of.at,
      })),
    )
    .onConflict((on) => on.columns(['workspace_id', 'goal_id', 'person_id', 'period_key']).doNothing())
    .execute()
  const rows = await trx
    .selectFrom('check_in')
    .select(['id', 'period_key'])
    .where('workspace_id', '=', workspace)
    .where('goal_id', '=', of.goal)
    .where('person_id', '=', of.person)
    .where('period_key', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.period_key as PeriodKey, row.id]))
}

export interface ImportedReading {
  readonly answer: AnswerId
  readonly reading: string
  readonly checkIn: string
  readonly at: Instant
  readonly value: number
  readonly note: string | undefined
  /** Unique per goal: the same reading from another file writes nothing. */
  readonly key: string
}

/** Answers that never count as given in time, with their readings. Gives how many were not there before. */
export async function insertImported(
  trx: Trx,
  workspace: WorkspaceId,
  of: { readonly goal: GoalId; readonly person: PersonId },
  all: readonly ImportedReading[],
): Promise<number> {
  if (all.length === 0) return 0
  const about = { workspace_id: workspace, goal_id: of.goal, provenance: 'import' }
  const inserted = await trx
    .insertInto('answer')
    .values(
      all.map((one) => ({
        ...about,
        id: one.answer,
        check_in_id: one.checkIn,
        person_id: of.person,
        at: one.at,
        source_key: one.key,
        message_key: null,
        timeliness: 'unasked',
        value: one.value,
        before: null,
        status: null,
        confidence: null,
        note: one.note ?? null,
        blocker: null,
        is_no_change: 0 as const,
        is_done: 0 as const,
      })),
    )
    .onConflict((on) => on.columns(['workspace_id', 'source_key', 'goal_id']).doNothing())
    .returning('id')
    .execute()
  const isNew = new Set(inserted.map(({ id }) => id))
  const readings = all
    .filter(({ answer }) => isNew.has(answer))
    .map(({ answer, reading, value, at }) => ({
      ...about,
      id: reading,
      answer_id: answer,
      value,
      at,
      by_id: of.person,
    }))
  if (readings.length > 0) await trx.insertInto('reading').values(readings).execute()
  return readings.length
}

/** Live answers from a moment on whose values follow from others: changes by so much, and "no change". In order. */
export async function dependentsSince(
  trx: Trx,
  workspace: WorkspaceId,
  goal: GoalId,
  since: Instant,
): Promise<readonly (Follower & { readonly at: Instant; readonly sourceKey: string })[]> {
  const rows = await trx
    .selectFrom('answer')
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .select(['id', 'answer.at', 'source_key', 'value', 'before', 'delta', 'is_no_change'])
    .where('answer.workspace_id', '=', workspace)
    .where('answer.goal_id', '=', goal)
    .where('answer.at', '>=', since)
    .where((is) => is.or([is('delta', 'is not', null), is('is_no_change', '=', 1)]))
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at')
    .orderBy('source_key')
    .execute()
  return rows.map((row) => ({
    id: row.id as AnswerId,
    at: instant(row.at),
    sourceKey: row.source_key,
    value: row.value ?? undefined,
    before: row.before ?? undefined,
    delta: row.delta ?? undefined,
    isNoChange: isSet(row.is_no_change),
  }))
}

/** A goal that was closed before it came here. */
export async function closeAsImported(
  trx: Trx,
  workspace: WorkspaceId,
  goal: GoalId,
  closing: {
    readonly as: Exclude<GoalState, 'active'>
    readonly at: Instant
    readonly note: string | undefined
  },
): Promise<void> {
  await trx
    .updateTable('goal')
    .set({ state: closing.as, closed_at: closing.at, closing_note: closing.note ?? null })
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal)
    .execute()
}
