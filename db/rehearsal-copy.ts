import { sql } from 'kysely'
import type { Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { insertRows, type Row, refs, rowsOf, type Table, tablesOf } from './rows.ts'
import { putSchedule, schedulesOfTeam } from './schedules.ts'
import type { Db, Schema } from './schema.ts'

/** Everything that planning for some people reads, taken out of a large workspace by its indexes. */

export interface Rehearsed {
  readonly people: readonly PersonId[]
  /** Whose leaderboards are planned too. */
  readonly teams: readonly TeamId[]
}

/** Rows whose column names one of a group; of long histories only what is recent enough to matter. */
interface Taking {
  readonly by: string
  readonly of: Group
  readonly since?: string
  readonly states?: readonly string[]
}

type Group = keyof Groups

interface Groups {
  readonly people: readonly string[]
  /** They, their partners and their leads. */
  readonly everyone: readonly string[]
  readonly teams: readonly string[]
  /** Whom occurrences are about. */
  readonly subjects: readonly string[]
  /** Where letters go. */
  readonly targets: readonly string[]
  readonly goals: readonly string[]
  readonly asks: readonly string[]
  readonly answers: readonly string[]
  readonly occurrences: readonly string[]
}

/** The compiler asks for a table that is missing here: what planning reads has to be taken. */
const taken: { readonly [T in keyof Schema]: Taking | 'all' | 'none' } = {
  workspace: 'all',
  setting: 'all',
  person: { by: 'id', of: 'everyone' },
  preference: { by: 'person_id', of: 'everyone' },
  team: { by: 'id', of: 'teams' },
  team_lead: { by: 'team_id', of: 'teams' },
  team_member: { by: 'person_id', of: 'people' },
  goal: { by: 'owner_id', of: 'people' },
  goal_co_owner: { by: 'goal_id', of: 'goals' },
  goal_version: { by: 'goal_id', of: 'goals' },
  check_in: { by: 'goal_id', of: 'goals', since: 'created_at' },
  answer: { by: 'goal_id', of: 'goals', since: 'at' },
  reversal: { by: 'answer_id', of: 'answers' },
  reading: { by: 'goal_id', of: 'goals', since: 'at' },
  look_back: 'none',
  plan_part: 'none',
  schedule: { by: 'person_id', of: 'people' },
  occurrence: { by: 'subject', of: 'subjects', since: 'due_at' },
  ask: { by: 'person_id', of: 'people', since: 'prompt_at' },
  ask_item: { by: 'ask_id', of: 'asks' },
  leave: { by: 'person_id', of: 'everyone' },
  snooze: { by: 'occurrence_id', of: 'occurrences' },
  outbox: { by: 'target', of: 'targets', states: ['due', 'sending', 'unknown'] },
  // Scores, deliveries, links and deeds decide nothing of what is asked.
  tally: 'none',
  inbox: 'none',
  heard: 'none',
  habit: 'none',
  kpi: 'none',
  feed: 'none',
  score: 'none',
  audit: 'none',
  home_choice: 'none',
  draft: 'none',
}

const IDS_AT_ONCE = 20
const ROWS_AT_ONCE = 50

/** Fills an empty database of the same release. Rows point at some that are left behind, so nothing holds them to it. */
export async function copyForRehearsal(
  from: Db,
  workspace: WorkspaceId,
  whose: Rehearsed,
  to: Db,
  since: Instant,
): Promise<void> {
  await sql`pragma foreign_keys = off`.execute(to)
  const around = await groupsAround(from, workspace, whose)
  for (const table of await tablesOf(to)) {
    const taking = taken[table.name as keyof Schema]
    if (taking === 'none') continue
    const rows =
      taking === 'all'
        ? rowsOf(from, workspace, table)
        : rowsBy(from, workspace, table, taking, { ids: await idsOf(to, taking.of, around), since })
    for await (const some of rows)
      for (let at = 0; at < some.length; at += ROWS_AT_ONCE)
        await insertRows(to, table, some.slice(at, at + ROWS_AT_ONCE))
  }
  for (const team of whose.teams) await copyBoard(from, workspace, team, to)
  // Without knowing how many rows there are SQLite walks the wrong one of two indexes.
  await sql`pragma analysis_limit = 100`.execute(to)
  await sql`analyze`.execute(to)
}

type Around = Pick<Groups, 'people' | 'everyone' | 'teams' | 'subjects' | 'targets'>

async function groupsAround(from: Db, workspace: WorkspaceId, whose: Rehearsed): Promise<Around> {
  const { people } = whose
  const near = await teamsAndPartners(from, workspace, people)
  const teams = [...new Set([...whose.teams, ...near.teams])]
  const { leads, channels } = await leadsAndChannels(from, workspace, teams)
  const everyone = [...new Set([...people, ...near.partners, ...leads])]
  return { people, everyone, teams, subjects: [...people, ...teams], targets: [...everyone, ...channels] }
}

async function teamsAndPartners(from: Db, workspace: WorkspaceId, people: readonly string[]) {
  const teams: string[] = []
  const partners: string[] = []
  for (const some of inParts(people)) {
    const scheduled = await from
      .selectFrom('schedule')
      .select('team_id')
      .where('workspace_id', '=', workspace)
      .where('person_id', 'in', some)
      .execute()
    const owned = await from
      .selectFrom('goal')
      .select(['team_id', 'partner_id'])
      .where('workspace_id', '=', workspace)
      .where('owner_id', 'in', some)
      .execute()
    teams.push(...[...scheduled, ...owned].map((row) => row.team_id))
    partners.push(...owned.flatMap((row) => row.partner_id ?? []))
  }
  return { teams, partners }
}

async function leadsAndChannels(from: Db, workspace: WorkspaceId, teams: readonly string[]) {
  const leads: string[] = []
  const channels: string[] = []
  for (const some of inParts(teams)) {
    const led = await from
      .selectFrom('team_lead')
      .select('person_id')
      .where('workspace_id', '=', workspace)
      .where('team_id', 'in', some)
      .execute()
    const rooms = await from
      .selectFrom('team')
      .select('channel_id')
      .where('workspace_id', '=', workspace)
      .where('id', 'in', some)
      .execute()
    leads.push(...led.map((row) => row.person_id))
    channels.push(...rooms.map((row) => row.channel_id))
  }
  return { leads, channels }
}

/** What was copied names what belongs to it. */
async function idsOf(to: Db, group: Group, around: Around): Promise<readonly string[]> {
  switch (group) {
    case 'goals':
      return (await to.selectFrom('goal').select('id').execute()).map(({ id }) => id)
    case 'asks':
      return (await to.selectFrom('ask').select('id').execute()).map(({ id }) => id)
    case 'answers':
      return (await to.selectFrom('answer').select('id').execute()).map(({ id }) => id)
    case 'occurrences':
      return (await to.selectFrom('occurrence').select('id').execute()).map(({ id }) => id)
    default:
      return around[group]
  }
}

async function* rowsBy(
  from: Db,
  workspace: WorkspaceId,
  { name, columns, scope }: Table,
  { by, since, states }: Taking,
  given: { readonly ids: readonly string[]; readonly since: Instant },
): AsyncGenerator<readonly Row[]> {
  const recent = since === undefined ? sql`` : sql`and ${sql.ref(since)} >= ${given.since}`
  const inState = states === undefined ? sql`` : sql`and state in (${sql.join([...states])})`
  for (const ids of inParts(given.ids)) {
    const { rows } = await sql<Row>`select ${refs(columns)} from ${sql.table(name)}
      where ${sql.ref(scope)} = ${workspace} and ${sql.ref(by)} in (${sql.join(ids)}) ${recent} ${inState}`.execute(
      from,
    )
    yield rows
  }
}

async function copyBoard(from: Db, workspace: WorkspaceId, team: TeamId, to: Db): Promise<void> {
  const schedules = await schedulesOfTeam(from, workspace, team)
  for (const schedule of schedules.filter(({ kind }) => kind === 'leaderboard'))
    await putSchedule(to, schedule)
}

function inParts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, index) =>
    ids.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE),
  )
}
