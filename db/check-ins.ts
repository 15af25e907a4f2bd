import { z } from 'zod'
import { type Answer, becauses, type Timeliness } from '../src/domain/check-in.ts'
import type {
  AnswerId,
  GoalId,
  Instant,
  PeriodKey,
  PersonId,
  TeamId,
  WorkspaceId,
} from '../src/domain/types.ts'
import { absent, flag, instant, isSet, provenances, statusWords } from './columns.ts'
import type { Db, Row, Trx } from './schema.ts'

const reason = z.object({ how: z.enum(becauses), words: absent(z.string()) })

/** The one header of a goal's period; whoever comes second finds the first's. */
export async function headerFor(
  trx: Trx,
  workspace: WorkspaceId,
  of: {
    readonly id: string
    readonly goal: GoalId
    readonly team: TeamId
    /** Who is asked for the goal: its owner. */
    readonly person: PersonId
    readonly periodKey: PeriodKey
    readonly at: Instant
  },
): Promise<string> {
  await trx
    .insertInto('check_in')
    .values({
      workspace_id: workspace,
      id: of.id,
      goal_id: of.goal,
      team_id: of.team,
      person_id: of.person,
      period_key: of.periodKey,
      created_at: of.at,
    })
    .onConflict((on) => on.columns(['workspace_id', 'goal_id', 'person_id', 'period_key']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('check_in')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('goal_id', '=', of.goal)
    .where('person_id', '=', of.person)
    .where('period_key', '=', of.periodKey)
    .executeTakeFirstOrThrow()
  return row.id
}

export interface AnswerSource {
  readonly checkIn: string
  /** What wrote it; a repeat of it writes nothing. */
  readonly key: string
  /** `channel:ts` of the message it was read from. */
  readonly messageKey: string | undefined
}

/** False when the same source has answered for this goal before. */
export async function insertAnswer(
  trx: Trx,
  workspace: WorkspaceId,
  answer: Answer,
  source: AnswerSource,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('answer')
    .values({
      workspace_id: workspace,
      id: answer.id,
      check_in_id: source.checkIn,
      goal_id: answer.goal,
      person_id: answer.person,
      at: answer.at,
      source_key: source.key,
      message_key: source.messageKey ?? null,
      provenance: answer.provenance,
      timeliness: answer.timeliness,
      value: answer.value ?? null,
      before: answer.before ?? null,
      delta: answer.delta ?? null,
      status: answer.status ?? null,
      confidence: answer.confidence ?? null,
      note: answer.note ?? null,
      blocker: answer.blocker ?? null,
      is_no_change: flag(answer.isNoChange),
      is_done: flag(answer.isDone),
      is_unblocked: flag(answer.isUnblocked === true),
      because: answer.because === undefined ? null : JSON.stringify(answer.because),
      numerator: answer.counts?.numerator ?? null,
      denominator: answer.counts?.denominator ?? null,
    })
    .onConflict((on) => on.columns(['workspace_id', 'source_key', 'goal_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function insertReading(
  trx: Trx,
  workspace: WorkspaceId,
  reading: { readonly id: string; readonly answer: Answer; readonly value: number },
): Promise<void> {
  const { answer } = reading
  await trx
    .insertInto('reading')
    .values({
      workspace_id: workspace,
      id: reading.id,
      goal_id: answer.goal,
      answer_id: answer.id,
      value: reading.value,
      at: answer.at,
      by_id: answer.person,
      provenance: answer.provenance,
    })
    .execute()
}

/** Takes answers back by appending; their rows stay. */
export async function reverse(
  trx: Trx,
  workspace: WorkspaceId,
  answers: readonly AnswerId[],
  by: {
    readonly person: PersonId
    readonly at: Instant
    readonly reason: 'undo' | 'edited' | 'deleted' | 'import'
  },
): Promise<void> {
  if (answers.length === 0) return
  await trx
    .insertInto('reversal')
    .values(
      answers.map((answer) => ({
        workspace_id: workspace,
        answer_id: answer,
        by_id: by.person,
        at: by.at,
        reason: by.reason,
      })),
    )
    .onConflict((on) => on.columns(['workspace_id', 'answer_id']).doNothing())
    .execute()
}

const columns = [
  'answer.id',
  'answer.goal_id',
  'answer.person_id',
  'answer.at',
  'answer.source_key',
  'answer.provenance',
  'answer.timeliness',
  'answer.value',
  'answer.before',
  'answer.delta',
  'answer.status',
  'answer.confidence',
  'answer.note',
  'answer.blocker',
  'answer.is_no_change',
  'answer.is_done',
  'answer.is_unblocked',
  'answer.because',
  'answer.numerator',
  'answer.denominator',
  'check_in.period_key',
] as const

type AnswerRow = Pick<
  Row<'answer'>,
  Exclude<keyof Row<'answer'>, 'workspace_id' | 'check_in_id' | 'message_key'>
> & {
  readonly period_key: string
}

/** An answer with what wrote it. */
export interface StoredAnswer extends Answer {
  readonly sourceKey: string
}

function answers(db: Db, workspace: WorkspaceId) {
  return db
    .selectFrom('answer')
    .innerJoin('check_in', (join) =>
      join
        .onRef('check_in.workspace_id', '=', 'answer.workspace_id')
        .onRef('check_in.id', '=', 'answer.check_in_id'),
    )
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .where('answer.workspace_id', '=', workspace)
}

export async function answersById(
  db: Db,
  workspace: WorkspaceId,
  ids: readonly AnswerId[],
): Promise<readonly StoredAnswer[]> {
  if (ids.length === 0) return []
  const rows = await answers(db, workspace)
    .select(columns)
    .where('answer.id', 'in', [...ids])
    .execute()
  return rows.map(toAnswer).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** The answers that one message or click wrote, also those taken back since. */
export async function answersFrom(
  db: Db,
  workspace: WorkspaceId,
  sourceKey: string,
): Promise<readonly StoredAnswer[]> {
  const rows = await answers(db, workspace)
    .select(columns)
    .where('answer.source_key', '=', sourceKey)
    .orderBy('answer.id')
    .execute()
  return rows.map(toAnswer)
}

/** The live ones among what a person's message or click wrote. */
export async function liveAnswersOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  by: { readonly sourceKey: string } | { readonly messageKey: string },
): Promise<readonly StoredAnswer[]> {
  const own = answers(db, workspace)
    .select(columns)
    .where('answer.person_id', '=', person)
    .where('reversal.answer_id', 'is', null)
  const rows = await ('sourceKey' in by
    ? own.where('answer.source_key', '=', by.sourceKey)
    : own.where('answer.message_key', '=', by.messageKey)
  )
    .orderBy('answer.id')
    .execute()
  return rows.map(toAnswer)
}

/** Enough to see since when a goal is blocked, whatever else was said in the meantime. */
const LATEST = 60

/** The newest live answers about a goal, oldest first. */
export async function latestAnswersAbout(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
): Promise<readonly StoredAnswer[]> {
  const rows = await answers(db, workspace)
    .select(columns)
    .where('answer.goal_id', '=', goal)
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at', 'desc')
    .orderBy('answer.source_key', 'desc')
    .limit(LATEST)
    .execute()
  return rows.map(toAnswer).toReversed()
}

/** A goal's live answers in order, so many at most, behind the one given. */
export async function answersBehind(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
  { after, most }: { readonly after: Pick<StoredAnswer, 'at' | 'id'> | undefined; readonly most: number },
): Promise<readonly StoredAnswer[]> {
  const all = answers(db, workspace)
    .select(columns)
    .where('answer.goal_id', '=', goal)
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at')
    .orderBy('answer.id')
    .limit(most)
  const page =
    after === undefined
      ? all
      : all.where((is) =>
          is.or([
            is('answer.at', '>', after.at),
            is.and([is('answer.at', '=', after.at), is('answer.id', '>', after.id)]),
          ]),
        )
  return (await page.execute()).map(toAnswer)
}

/** What wrote the person's newest live answer in that time; a file is taken back by another file. */
export async function newestSourceOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  { since, until }: { readonly since: Instant; readonly until: Instant },
): Promise<string | undefined> {
  const row = await answers(db, workspace)
    .select('answer.source_key')
    .where('answer.person_id', '=', person)
    .where('answer.at', '>=', since)
    .where('answer.at', '<=', until)
    .where('answer.provenance', '!=', 'import')
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at', 'desc')
    .orderBy('answer.source_key', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.source_key
}

/** Which of the goals have a live answer in that period. */
export async function answeredIn(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly GoalId[],
  periodKey: PeriodKey,
): Promise<ReadonlySet<GoalId>> {
  if (goals.length === 0) return new Set()
  const rows = await answers(db, workspace)
    .select('answer.goal_id')
    .distinct()
    .where('answer.goal_id', 'in', [...goals])
    .where('check_in.period_key', '=', periodKey)
    .where('reversal.answer_id', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.goal_id as GoalId))
}

/** How the periods were answered, by period: the best timeliness among a person's live answers in a team. */
export async function timelinessIn(
  db: Db,
  workspace: WorkspaceId,
  of: { readonly team: TeamId; readonly person: PersonId; readonly periods: readonly PeriodKey[] },
): Promise<ReadonlyMap<PeriodKey, readonly Timeliness[]>> {
  if (of.periods.length === 0) return new Map()
  const rows = await answers(db, workspace)
    .select(['check_in.period_key', 'answer.timeliness'])
    .distinct()
    .where('check_in.team_id', '=', of.team)
    .where('check_in.person_id', '=', of.person)
    .where('check_in.period_key', 'in', [...of.periods])
    .where('reversal.answer_id', 'is', null)
    .execute()
  const byPeriod = Map.groupBy(rows, (row) => row.period_key as PeriodKey)
  return new Map([...byPeriod].map(([key, own]) => [key, own.map((row) => timeliness(row.timeliness))]))
}

/** The goal's last value and the owner's word follow from the live answers; the first check-in's instant never moves later. */
export async function refreshGoal(
  trx: Trx,
  workspace: WorkspaceId,
  goal: GoalId,
  at: Instant,
): Promise<void> {
  const live = answers(trx, workspace)
    .where('answer.goal_id', '=', goal)
    .where('reversal.answer_id', 'is', null)
  const last = await live
    .select(['answer.value', 'answer.at'])
    .where('answer.value', 'is not', null)
    .orderBy('answer.at', 'desc')
    .orderBy('answer.source_key', 'desc')
    .limit(1)
    .executeTakeFirst()
  const word = await live
    .select(['answer.status', 'answer.note', 'answer.at'])
    .where('answer.status', 'is not', null)
    .orderBy('answer.at', 'desc')
    .orderBy('answer.source_key', 'desc')
    .limit(1)
    .executeTakeFirst()
  const begun = await trx
    .selectFrom('goal')
    .select('first_check_in_at')
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal)
    .executeTakeFirst()
  await trx
    .updateTable('goal')
    .set({
      last_value: last?.value ?? null,
      last_at: last?.at ?? null,
      own_status: word?.status ?? null,
      own_reason: word?.note ?? null,
      own_at: word?.at ?? null,
      first_check_in_at: Math.min(begun?.first_check_in_at ?? at, at),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal)
    .execute()
}

function timeliness(column: string): Timeliness {
  return column === 'early' || column === 'on-time' || column === 'late' ? column : 'unasked'
}

function toAnswer(row: AnswerRow): StoredAnswer {
  return {
    id: row.id as AnswerId,
    goal: row.goal_id as GoalId,
    person: row.person_id as PersonId,
    at: instant(row.at),
    sourceKey: row.source_key,
    periodKey: row.period_key as PeriodKey,
    provenance: provenances.parse(row.provenance),
    timeliness: timeliness(row.timeliness),
    value: row.value ?? undefined,
    delta: row.delta ?? undefined,
    before: row.before ?? undefined,
    status: row.status === null ? undefined : statusWords.parse(row.status),
    confidence: row.confidence ?? undefined,
    note: row.note ?? undefined,
    blocker: row.blocker ?? undefined,
    isNoChange: isSet(row.is_no_change),
    isDone: isSet(row.is_done),
    ...(isSet(row.is_unblocked) ? { isUnblocked: true } : {}),
    ...(row.because === null ? {} : { because: reason.parse(JSON.parse(row.because)) }),
    ...(row.numerator === null || row.denominator === null
      ? {}
      : { counts: { numerator: row.numerator, denominator: row.denominator } }),
  }
}
