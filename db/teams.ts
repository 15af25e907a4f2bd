import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import type { Team, TeamSettings } from '../src/domain/people.ts'
import type { ChannelId, PersonId, TeamId, WallTime, WorkspaceId } from '../src/domain/types.ts'
import {
  cadences,
  flag,
  instant,
  isSet,
  localDate,
  monthlyOns,
  place,
  weekday,
  zoneOrUtc,
} from './columns.ts'
import type { Db, Row, Schema, Trx } from './schema.ts'

export async function teamById(db: Db, workspace: WorkspaceId, team: TeamId): Promise<Team | undefined> {
  const [found] = await teamsWhere(db, workspace, (is) => is('team.id', '=', team))
  return found
}

export async function teamIn(db: Db, workspace: WorkspaceId, channel: ChannelId): Promise<Team | undefined> {
  const [found] = await teamsWhere(db, workspace, (is) => is('team.channel_id', '=', channel))
  return found
}

/** The teams a person leads or is a member of, by channel name. */
export async function teamsWith(db: Db, workspace: WorkspaceId, person: PersonId): Promise<Team[]> {
  return teamsWhere(db, workspace, (is) => {
    const led = is
      .selectFrom('team_lead')
      .select('team_id')
      .where('workspace_id', '=', workspace)
      .where('person_id', '=', person)
    const joined = is
      .selectFrom('team_member')
      .select('team_id')
      .where('workspace_id', '=', workspace)
      .where('person_id', '=', person)
    return is.or([is('team.id', 'in', led), is('team.id', 'in', joined)])
  })
}

export async function allTeams(db: Db, workspace: WorkspaceId): Promise<Team[]> {
  return teamsWhere(db, workspace, (is) => is.and([]))
}

/** False when the channel has a team already: the other one came first. */
export async function insertTeam(trx: Trx, workspace: WorkspaceId, team: Team): Promise<boolean> {
  const inserted = await trx
    .insertInto('team')
    .values({
      workspace_id: workspace,
      id: team.id,
      channel_id: team.channel,
      channel_name: team.channelName,
      channel_state: team.channelState,
      is_shared: flag(team.isShared),
      created_at: team.createdAt,
      ...settingsColumns(team),
    })
    .onConflict((same) => same.columns(['workspace_id', 'channel_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return false
  await setLeads(trx, workspace, team.id, team.leads)
  return true
}

export async function saveSettings(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  settings: TeamSettings,
): Promise<void> {
  await db
    .updateTable('team')
    .set(settingsColumns(settings))
    .where('workspace_id', '=', workspace)
    .where('id', '=', team)
    .execute()
}

export async function saveChannel(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
  facts: Partial<Pick<Team, 'channelName' | 'channelState' | 'isShared'>>,
): Promise<void> {
  const columns = {
    ...(facts.channelName === undefined ? {} : { channel_name: facts.channelName }),
    ...(facts.channelState === undefined ? {} : { channel_state: facts.channelState }),
    ...(facts.isShared === undefined ? {} : { is_shared: flag(facts.isShared) }),
  }
  if (Object.keys(columns).length === 0) return
  await db
    .updateTable('team')
    .set(columns)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .execute()
}

export async function moveChannel(
  db: Db,
  workspace: WorkspaceId,
  from: ChannelId,
  to: ChannelId,
): Promise<void> {
  await db
    .updateTable('team')
    .set({ channel_id: to })
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', from)
    .execute()
}

export async function setLeads(
  trx: Trx,
  workspace: WorkspaceId,
  team: TeamId,
  leads: readonly PersonId[],
): Promise<void> {
  await trx
    .deleteFrom('team_lead')
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .execute()
  const rows = [...new Set(leads)].map((lead) => ({
    workspace_id: workspace,
    team_id: team,
    person_id: lead,
  }))
  if (rows.length > 0) await trx.insertInto('team_lead').values(rows).execute()
}

/** A team's leads come along with each of its rows: one query, whatever the number of teams. */
async function teamsWhere(
  db: Db,
  workspace: WorkspaceId,
  condition: (is: ExpressionBuilder<Schema, 'team'>) => Expression<SqlBool>,
): Promise<Team[]> {
  const rows = await db
    .selectFrom('team')
    .leftJoin('team_lead', (join) =>
      join
        .onRef('team_lead.workspace_id', '=', 'team.workspace_id')
        .onRef('team_lead.team_id', '=', 'team.id'),
    )
    .selectAll('team')
    .select('team_lead.person_id as lead_id')
    .where('team.workspace_id', '=', workspace)
    .where(condition)
    .orderBy('team.channel_name')
    .orderBy('team.id')
    .orderBy('team_lead.person_id')
    .execute()
  const leads = Map.groupBy(rows, (row) => row.id)
  return [...leads.values()].flatMap((same) => {
    const [row] = same
    return row === undefined ? [] : [toTeam(row, leadsIn(same))]
  })
}

const leadsIn = (rows: readonly { lead_id: string | null }[]): PersonId[] =>
  rows.flatMap((row) => (row.lead_id === null ? [] : [row.lead_id as PersonId]))

const channelStates = z.enum(['open', 'left', 'archived'])

function toTeam(row: Row<'team'>, leads: readonly PersonId[]): Team {
  return {
    id: row.id as TeamId,
    workspace: row.workspace_id as WorkspaceId,
    channel: row.channel_id as ChannelId,
    channelName: row.channel_name,
    channelState: channelStates.parse(row.channel_state),
    isShared: isSet(row.is_shared),
    leads,
    createdAt: instant(row.created_at),
    zone: zoneOrUtc(row.zone),
    cadence: cadences.parse(row.cadence),
    weekday: weekday(row.weekday),
    time: row.time as WallTime,
    reminders: row.reminders,
    reminderAfterHours: row.reminder_after_hours,
    windowHours: row.window_hours,
    hasBoard: isSet(row.has_board),
    hasSummary: isSet(row.has_summary),
    fiscalMonth: row.fiscal_month,
    boardWeekday: weekday(row.board_weekday),
    boardTime: row.board_time as WallTime,
    monthlyOn: monthlyOns.parse(row.monthly_on),
    monthDay: row.month_day,
    tellsLeads: isSet(row.tells_leads),
    workingDays: row.working_days.split(',').map((day) => weekday(Number(day))),
    holidaysOf: place(row.holidays_of),
    companyDays: row.company_days === '' ? [] : row.company_days.split(',').map(localDate),
  }
}

function settingsColumns(settings: TeamSettings) {
  return {
    zone: settings.zone,
    cadence: settings.cadence,
    weekday: settings.weekday,
    time: settings.time,
    reminders: settings.reminders,
    reminder_after_hours: settings.reminderAfterHours,
    window_hours: settings.windowHours,
    has_board: flag(settings.hasBoard),
    has_summary: flag(settings.hasSummary),
    fiscal_month: settings.fiscalMonth,
    board_weekday: settings.boardWeekday,
    board_time: settings.boardTime,
    monthly_on: settings.monthlyOn,
    month_day: settings.monthDay,
    working_days: settings.workingDays.join(','),
    holidays_of: settings.holidaysOf ?? null,
    company_days: settings.companyDays.join(','),
    tells_leads: flag(settings.tellsLeads),
  }
}
