import type { Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db, Trx } from './schema.ts'

export interface Member {
  readonly person: PersonId
  readonly joinedAt: Instant
}

export async function membersOf(db: Db, workspace: WorkspaceId, team: TeamId): Promise<Member[]> {
  const rows = await db
    .selectFrom('team_member')
    .select(['person_id', 'joined_at'])
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ person: row.person_id as PersonId, joinedAt: instant(row.joined_at) }))
}

/** The teams whose channel a person is in. */
export async function teamsJoined(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<ReadonlySet<TeamId>> {
  const rows = await db
    .selectFrom('team_member')
    .select('team_id')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .execute()
  return new Set(rows.map((row) => row.team_id as TeamId))
}

export async function isMember(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  person: PersonId,
): Promise<boolean> {
  const row = await db
    .selectFrom('team_member')
    .select('person_id')
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** Who was a member before keeps the day they joined. */
export async function addMembers(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  people: readonly PersonId[],
  at: Instant,
): Promise<void> {
  const rows = [...new Set(people)].map((person) => ({
    workspace_id: workspace,
    team_id: team,
    person_id: person,
    joined_at: at,
  }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('team_member')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((same) => same.columns(['workspace_id', 'team_id', 'person_id']).doNothing())
      .execute()
}

/** A statement takes a limited number of values; channels may have tens of thousands of members. */
const ROWS_AT_ONCE = 1000

export async function dropMember(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  person: PersonId,
): Promise<void> {
  await db
    .deleteFrom('team_member')
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .execute()
}

/** The channel's whole list: who is not on it has left. */
export async function replaceMembers(
  trx: Trx,
  workspace: WorkspaceId,
  team: TeamId,
  people: readonly PersonId[],
  at: Instant,
): Promise<void> {
  const here = new Set(people)
  const before = await membersOf(trx, workspace, team)
  for (const { person } of before) if (!here.has(person)) await dropMember(trx, workspace, team, person)
  const known = new Set(before.map((member) => member.person))
  await addMembers(
    trx,
    workspace,
    team,
    people.filter((person) => !known.has(person)),
    at,
  )
}
