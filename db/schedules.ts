import type { Instant, LocalDate, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant, localDate } from './columns.ts'
import type { Db, Row } from './schema.ts'

export type ScheduleKind = 'prompt' | 'leaderboard'

/** When a person is asked next for a team, or when a team's leaderboard is due (`person` absent). */
export interface Schedule {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly kind: ScheduleKind
  readonly team: TeamId
  readonly person: PersonId | undefined
  readonly nextAt: Instant
  /** Of next_at, on the clock of the person or, for boards, of the team. */
  readonly date: LocalDate
}

const nobody = ''

/** Makes the schedule, or moves it. */
export async function putSchedule(db: Db, schedule: Schedule): Promise<void> {
  await db
    .insertInto('schedule')
    .values({
      workspace_id: schedule.workspace,
      id: schedule.id,
      kind: schedule.kind,
      team_id: schedule.team,
      person_id: schedule.person ?? nobody,
      next_at: schedule.nextAt,
      local_date: schedule.date,
    })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'kind', 'team_id', 'person_id'])
        .doUpdateSet({ next_at: schedule.nextAt, local_date: schedule.date }),
    )
    .execute()
}

/** The longest due first; those behind `after` in that order, when it is given. */
export async function dueSchedules(
  db: Db,
  now: Instant,
  most: number,
  after?: Pick<Schedule, 'nextAt' | 'id'>,
): Promise<readonly Schedule[]> {
  let due = db.selectFrom('schedule').selectAll().where('next_at', '<=', now)
  if (after !== undefined) {
    due = due
      .where('next_at', '>=', after.nextAt)
      .where((is) => is.or([is('next_at', '>', after.nextAt), is('id', '>', after.id)]))
  }
  const rows = await due.orderBy('next_at').orderBy('id').limit(most).execute()
  return rows.map(toSchedule)
}

export async function schedulesOfTeam(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
): Promise<readonly Schedule[]> {
  const rows = await db
    .selectFrom('schedule')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .execute()
  return rows.map(toSchedule)
}

export async function promptSchedulesOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<readonly Schedule[]> {
  const rows = await db
    .selectFrom('schedule')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('kind', '=', 'prompt')
    .where('person_id', '=', person)
    .orderBy('next_at')
    .execute()
  return rows.map(toSchedule)
}

export async function isAnyScheduledAfter(db: Db, at: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('schedule')
    .select('id')
    .where('next_at', '>', at)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** When the soonest of all schedules is due. */
export async function nextScheduleAt(db: Db): Promise<Instant | undefined> {
  const row = await db.selectFrom('schedule').select('next_at').orderBy('next_at').limit(1).executeTakeFirst()
  return row === undefined ? undefined : instant(row.next_at)
}

function toSchedule(row: Row<'schedule'>): Schedule {
  return {
    id: row.id,
    workspace: row.workspace_id as WorkspaceId,
    kind: row.kind === 'leaderboard' ? 'leaderboard' : 'prompt',
    team: row.team_id as TeamId,
    person: row.person_id === nobody ? undefined : (row.person_id as PersonId),
    nextAt: instant(row.next_at),
    date: localDate(row.local_date),
  }
}

export async function removeSchedule(db: Db, workspace: WorkspaceId, id: string): Promise<void> {
  await db.deleteFrom('schedule').where('workspace_id', '=', workspace).where('id', '=', id).execute()
}
