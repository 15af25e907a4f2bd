import { membersOf } from '../../db/members.ts'
import { peopleOf } from '../../db/people.ts'
import { teamIn } from '../../db/teams.ts'
import { channelRefusal } from '../domain/channel-rules.ts'
import {
  type ChannelFacts,
  defaultSettings,
  type Person,
  type Team,
  type TeamSettings,
} from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maySetUp } from '../domain/rights.ts'
import type { SettingsSheet } from '../domain/sheets.ts'
import type { Deps } from './deps.ts'

/** A channel's settings, or the defaults it would begin with in the actor's zone. */
export async function settingsSheet(
  deps: Deps,
  actor: Person,
  channel: ChannelFacts,
): Promise<Result<SettingsSheet, Refusal>> {
  const barrier = channelRefusal(channel)
  if (barrier !== undefined) return refuse(barrier)
  const team = await teamIn(deps.db, actor.workspace, channel.id)
  const leads = team?.leads ?? [actor.id]
  const people = await peopleOf(deps.db, actor.workspace, leads)
  return ok({
    team,
    channel: channel.id,
    channelName: channel.name,
    settings: team === undefined ? { ...defaultSettings, zone: actor.zone } : settingsOf(team),
    leads: leads.flatMap((id) => people.get(id) ?? []),
    canChange: await canChange(deps, actor, team),
  })
}

async function canChange(deps: Deps, actor: Person, team: Team | undefined): Promise<boolean> {
  if (team === undefined) return true
  const members = await membersOf(deps.db, actor.workspace, team.id)
  return maySetUp(
    actor,
    members.map((member) => member.person),
    team.leads,
  )
}

function settingsOf(team: Team): TeamSettings {
  return {
    cadence: team.cadence,
    weekday: team.weekday,
    time: team.time,
    reminders: team.reminders,
    reminderAfterHours: team.reminderAfterHours,
    windowHours: team.windowHours,
    hasSummary: team.hasSummary,
    hasBoard: team.hasBoard,
    boardWeekday: team.boardWeekday,
    boardTime: team.boardTime,
    monthlyOn: team.monthlyOn,
    monthDay: team.monthDay,
    tellsLeads: team.tellsLeads,
    workingDays: team.workingDays,
    holidaysOf: team.holidaysOf,
    companyDays: team.companyDays,
    fiscalMonth: team.fiscalMonth,
    zone: team.zone,
  }
}
