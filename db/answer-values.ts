import type { ExpressionBuilder } from 'kysely'
import type { AnswerId, GoalId, Instant, WorkspaceId } from '../src/domain/types.ts'
import { isSet } from './columns.ts'
import type { Schema, Trx } from './schema.ts'

/** Where an answer stands among a goal's answers: by when it was said; of two at once by what wrote them. */
export interface Place {
  readonly at: Instant
  readonly sourceKey: string
}

/** What was said last before that. */
export async function valueBefore(
  trx: Trx,
  workspace: WorkspaceId,
  goal: GoalId,
  place: Place,
): Promise<number | undefined> {
  const row = await live(trx, workspace, goal)
    .select('answer.value')
    .where('answer.value', 'is not', null)
    .where((is) => isBefore(is, place))
    .orderBy('answer.at', 'desc')
    .orderBy('answer.source_key', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? undefined
}

/** An answer whose value may follow from the one before it. */
export interface Follower {
  readonly id: AnswerId
  readonly value: number | undefined
  readonly before: number | undefined
  readonly delta: number | undefined
  readonly isNoChange: boolean
}

/** Every live answer after that, in order. */
export async function followersOf(
  trx: Trx,
  workspace: WorkspaceId,
  goal: GoalId,
  { at, sourceKey }: Place,
): Promise<readonly Follower[]> {
  const rows = await live(trx, workspace, goal)
    .select(['answer.id', 'answer.value', 'answer.before', 'answer.delta', 'answer.is_no_change'])
    .where((is) =>
      is.or([
        is('answer.at', '>', at),
        is.and([is('answer.at', '=', at), is('answer.source_key', '>', sourceKey)]),
      ]),
    )
    .orderBy('answer.at')
    .orderBy('answer.source_key')
    .execute()
  return rows.map((row) => ({
    id: row.id as AnswerId,
    value: row.value ?? undefined,
    before: row.before ?? undefined,
    delta: row.delta ?? undefined,
    isNoChange: isSet(row.is_no_change),
  }))
}

/** A value that follows from another one, after that one turned out different. Its reading says the same. */
export async function saveValue(
  trx: Trx,
  workspace: WorkspaceId,
  answer: AnswerId,
  is: { readonly value: number | undefined; readonly before: number | undefined },
  newId: () => string,
): Promise<void> {
  const row = await trx
    .updateTable('answer')
    .set({ value: is.value ?? null, before: is.before ?? null })
    .where('workspace_id', '=', workspace)
    .where('id', '=', answer)
    .returning(['goal_id', 'at', 'person_id as by_id', 'provenance'])
    .executeTakeFirstOrThrow()
  await trx
    .deleteFrom('reading')
    .where('workspace_id', '=', workspace)
    .where('answer_id', '=', answer)
    .execute()
  if (is.value === undefined) return
  const reading = { ...row, workspace_id: workspace, id: newId(), answer_id: answer, value: is.value }
  await trx.insertInto('reading').values(reading).execute()
}

function live(trx: Trx, workspace: WorkspaceId, goal: GoalId) {
  return trx
    .selectFrom('answer')
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .where('answer.workspace_id', '=', workspace)
    .where('answer.goal_id', '=', goal)
    .where('reversal.answer_id', 'is', null)
}

function isBefore(is: ExpressionBuilder<Schema, 'answer'>, { at, sourceKey }: Place) {
  return is.or([
    is('answer.at', '<', at),
    is.and([is('answer.at', '=', at), is('answer.source_key', '<', sourceKey)]),
  ])
}
