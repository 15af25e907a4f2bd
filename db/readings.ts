import type { Counts } from '../src/domain/check-in.ts'
import type { Reading } from '../src/domain/goal.ts'
import { periodOf } from '../src/domain/period.ts'
import type { GoalId, Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant, provenances } from './columns.ts'
import type { Db, Row } from './schema.ts'

/** The newest readings of each goal, oldest first, without those whose answer was taken back; of those before `until`, if given. */
export async function newestReadings(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly GoalId[],
  most: number,
  until = Number.MAX_SAFE_INTEGER as Instant,
): Promise<ReadonlyMap<GoalId, readonly Reading[]>> {
  if (goals.length === 0) return new Map()
  const rows = await db
    .selectFrom((of) =>
      of
        .selectFrom('reading')
        .leftJoin('reversal', (join) =>
          join
            .onRef('reversal.workspace_id', '=', 'reading.workspace_id')
            .onRef('reversal.answer_id', '=', 'reading.answer_id'),
        )
        .selectAll('reading')
        .select((is) =>
          is.fn
            .agg<number>('row_number')
            .over((rows) =>
              rows.partitionBy('reading.goal_id').orderBy('reading.at', 'desc').orderBy('reading.id', 'desc'),
            )
            .as('newness'),
        )
        .where('reading.workspace_id', '=', workspace)
        .where('reading.goal_id', 'in', [...goals])
        .where('reversal.answer_id', 'is', null)
        .where('reading.at', '<', until)
        .as('live'),
    )
    .selectAll()
    .where('newness', '<=', most)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      goal: row.goal_id as GoalId,
      value: row.value,
      at: instant(row.at),
      by: row.by_id as PersonId,
      provenance: provenances.parse(row.provenance),
    })),
    (reading) => reading.goal,
  )
}

/** Per goal one value for each period it was answered in, the newest of the period, oldest period first. */
export async function valuesByPeriod(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, readonly number[]>> {
  const periods = await newestByPeriod(db, workspace, goals)
  return new Map([...periods].map(([goal, own]) => [goal, own.map(({ value }) => value)]))
}

export interface PeriodValue {
  readonly value: number
  /** What a rate was made of, where that was said. */
  readonly counts: Counts | undefined
}

/** As `valuesByPeriod`, with what rates were made of. */
export async function newestByPeriod(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, readonly PeriodValue[]>> {
  if (goals.length === 0) return new Map()
  const rows = await db
    .selectFrom('reading')
    .innerJoin('answer', (join) =>
      join
        .onRef('answer.workspace_id', '=', 'reading.workspace_id')
        .onRef('answer.id', '=', 'reading.answer_id'),
    )
    .innerJoin('check_in', (join) =>
      join
        .onRef('check_in.workspace_id', '=', 'answer.workspace_id')
        .onRef('check_in.id', '=', 'answer.check_in_id'),
    )
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'reading.workspace_id')
        .onRef('reversal.answer_id', '=', 'reading.answer_id'),
    )
    .select([
      'reading.goal_id',
      'reading.value',
      'reading.at',
      'check_in.period_key',
      'answer.numerator',
      'answer.denominator',
    ])
    .where('reading.workspace_id', '=', workspace)
    .where('reading.goal_id', 'in', [...goals])
    .where('reversal.answer_id', 'is', null)
    .orderBy('check_in.period_key')
    .orderBy('reading.at')
    .orderBy('reading.id')
    .execute()
  const byGoal = Map.groupBy(rows, (row) => row.goal_id as GoalId)
  return new Map([...byGoal].map(([goal, own]) => [goal, newestPerPeriod(own)]))
}

function newestPerPeriod(
  rows: readonly (Pick<Row<'answer'>, 'numerator' | 'denominator'> &
    Pick<Row<'reading'>, 'value' | 'at'> &
    Pick<Row<'check_in'>, 'period_key'>)[],
): readonly PeriodValue[] {
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const period = periodOf(row.period_key)
    if ((newest.get(period)?.at ?? row.at) <= row.at) newest.set(period, row)
  }
  return [...newest.values()].map(({ value, numerator, denominator }) => ({
    value,
    counts: numerator === null || denominator === null ? undefined : { numerator, denominator },
  }))
}
