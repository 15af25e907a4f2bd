import { DAY_MS } from '../src/domain/time.ts'
import type {
  AskId,
  GoalId,
  Instant,
  OccurrenceId,
  PeriodKey,
  PersonId,
  TeamId,
  WorkspaceId,
} from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db, Row } from './schema.ts'

export type AskState = 'asked' | 'answered-early' | 'excused' | 'skipped'

/** One person asked for one team's period. */
export interface Ask {
  readonly id: AskId
  readonly workspace: WorkspaceId
  readonly team: TeamId
  readonly person: PersonId
  readonly periodKey: PeriodKey
  readonly occurrence: OccurrenceId | undefined
  readonly promptAt: Instant
  readonly windowEnds: Instant
  readonly nextPromptAt: Instant
  readonly state: AskState
}

export interface AskItem {
  readonly ask: AskId
  readonly goal: GoalId
  /** From 1 through the whole prompt. */
  readonly position: number
}

/** True for the one caller that makes it; the same team, person and period is never asked twice. */
export async function insertAsk(db: Db, ask: Ask, items: readonly AskItem[]): Promise<boolean> {
  const inserted = await db
    .insertInto('ask')
    .values({
      workspace_id: ask.workspace,
      id: ask.id,
      team_id: ask.team,
      person_id: ask.person,
      period_key: ask.periodKey,
      occurrence_id: ask.occurrence ?? null,
      prompt_at: ask.promptAt,
      window_ends_at: ask.windowEnds,
      next_prompt_at: ask.nextPromptAt,
      state: ask.state,
    })
    .onConflict((on) => on.columns(['workspace_id', 'team_id', 'person_id', 'period_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return false
  if (items.length > 0) {
    await db
      .insertInto('ask_item')
      .values(
        items.map((item) => ({
          workspace_id: ask.workspace,
          ask_id: ask.id,
          goal_id: item.goal,
          position: item.position,
        })),
      )
      .execute()
  }
  return true
}

export async function asksOfOccurrence(
  db: Db,
  workspace: WorkspaceId,
  occurrence: OccurrenceId,
): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('ask')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('occurrence_id', '=', occurrence)
    .execute()
  return rows.map(toAsk)
}

/** In the prompt's order. */
export async function itemsOf(
  db: Db,
  workspace: WorkspaceId,
  asks: readonly AskId[],
): Promise<readonly AskItem[]> {
  if (asks.length === 0) return []
  const rows = await db
    .selectFrom('ask_item')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('ask_id', 'in', [...asks])
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ask: row.ask_id as AskId,
    goal: row.goal_id as GoalId,
    position: row.position,
  }))
}

/** Where one period was asked for, if it was. */
export async function askFor(
  db: Db,
  workspace: WorkspaceId,
  whose: { readonly team: TeamId; readonly person: PersonId; readonly periodKey: PeriodKey },
): Promise<Ask | undefined> {
  const row = await db
    .selectFrom('ask')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', whose.team)
    .where('person_id', '=', whose.person)
    .where('period_key', '=', whose.periodKey)
    .executeTakeFirst()
  return row === undefined ? undefined : toAsk(row)
}

/** The person's newest prompt that was really asked, also when they passed it over or it counts for nothing. */
export async function newestAsked(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Ask | undefined> {
  const row = await db
    .selectFrom('ask')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('state', 'in', ['asked', 'skipped', 'excused'])
    .where((is) =>
      is.exists(
        is
          .selectFrom('occurrence')
          .select('occurrence.id')
          .whereRef('occurrence.workspace_id', '=', 'ask.workspace_id')
          .whereRef('occurrence.id', '=', 'ask.occurrence_id')
          .where('occurrence.state', '!=', 'skipped'),
      ),
    )
    .orderBy('prompt_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : toAsk(row)
}

/** A person's newest asks in a team, oldest first. */
export async function recentAsks(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  person: PersonId,
  most: number,
): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('ask')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .orderBy('prompt_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toAsk).toReversed()
}

/** What a person was really asked and can still answer on time, apart from what they passed over. */
export async function openAsksOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  now: Instant,
): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('ask')
    .innerJoin('occurrence', (join) =>
      join
        .onRef('occurrence.workspace_id', '=', 'ask.workspace_id')
        .onRef('occurrence.id', '=', 'ask.occurrence_id'),
    )
    .selectAll('ask')
    .where('ask.workspace_id', '=', workspace)
    .where('ask.person_id', '=', person)
    .where('ask.prompt_at', '>', now - LONGEST_WINDOW_MS)
    .where('ask.window_ends_at', '>', now)
    .where('ask.state', 'in', ['asked', 'excused', 'skipped'])
    .where('occurrence.state', '!=', 'skipped')
    .execute()
  return rows.map(toAsk)
}

const LONGEST_WINDOW_MS = 32 * DAY_MS

export async function setExcused(
  db: Db,
  workspace: WorkspaceId,
  ask: AskId,
  isExcused: boolean,
): Promise<void> {
  await db
    .updateTable('ask')
    .set({ state: isExcused ? 'excused' : 'asked' })
    .where('workspace_id', '=', workspace)
    .where('id', '=', ask)
    .execute()
}

/** A prompt that Slack did not take excuses its period. */
export async function setAskState(
  db: Db,
  workspace: WorkspaceId,
  occurrence: OccurrenceId,
  state: AskState,
): Promise<void> {
  await db
    .updateTable('ask')
    .set({ state })
    .where('workspace_id', '=', workspace)
    .where('occurrence_id', '=', occurrence)
    .execute()
}

function toAsk(row: Row<'ask'>): Ask {
  return {
    id: row.id as AskId,
    workspace: row.workspace_id as WorkspaceId,
    team: row.team_id as TeamId,
    person: row.person_id as PersonId,
    periodKey: row.period_key as PeriodKey,
    occurrence: row.occurrence_id === null ? undefined : (row.occurrence_id as OccurrenceId),
    promptAt: instant(row.prompt_at),
    windowEnds: instant(row.window_ends_at),
    nextPromptAt: instant(row.next_prompt_at),
    state: askState(row.state),
  }
}

function askState(column: string): AskState {
  if (column === 'answered-early' || column === 'excused' || column === 'skipped') return column
  return 'asked'
}
