import type { Leave } from '../src/domain/leave.ts'
import type { LocalDate, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant, localDate } from './columns.ts'
import type { Db, Row, Trx } from './schema.ts'

/** The person's leaves that are not over on that day, the first one first. */
export async function leavesOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  from: LocalDate,
): Promise<readonly Leave[]> {
  return (await leavesOfAll(db, workspace, [person], from)).get(person) ?? []
}

/** By person; who has none is left out. */
export async function leavesOfAll(
  db: Db,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  from: LocalDate,
): Promise<ReadonlyMap<PersonId, readonly Leave[]>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('leave')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('person_id', 'in', [...people])
    .where((is) => is.or([is('back_date', 'is', null), is('back_date', '>', from)]))
    .orderBy('from_date')
    .execute()
  return Map.groupBy(rows.map(toLeave), ({ person }) => person)
}

export async function insertLeave(trx: Trx, workspace: WorkspaceId, leave: Leave): Promise<void> {
  await trx
    .insertInto('leave')
    .values({
      workspace_id: workspace,
      id: leave.id,
      person_id: leave.person,
      from_date: leave.from,
      back_date: leave.back ?? null,
      set_by: leave.setBy,
      set_at: leave.setAt,
    })
    .execute()
}

/** Ends it on that day. */
export async function endLeave(
  trx: Trx,
  workspace: WorkspaceId,
  person: PersonId,
  id: string,
  back: LocalDate,
): Promise<void> {
  await trx
    .updateTable('leave')
    .set({ back_date: back })
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .execute()
}

/** As if it had never been said. */
export async function removeLeaves(
  trx: Trx,
  workspace: WorkspaceId,
  person: PersonId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .deleteFrom('leave')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('id', 'in', [...ids])
    .execute()
}

function toLeave(row: Row<'leave'>): Leave {
  return {
    id: row.id,
    person: row.person_id as PersonId,
    from: localDate(row.from_date),
    back: row.back_date === null ? undefined : localDate(row.back_date),
    setBy: row.set_by as PersonId,
    setAt: instant(row.set_at),
  }
}
