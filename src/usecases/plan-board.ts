import { breathing } from '../../db/breathing.ts'
import { goalsOfTeam } from '../../db/goals.ts'
import { leavesOfAll } from '../../db/leaves.ts'
import { insertOccurrence } from '../../db/occurrences.ts'
import { enqueue } from '../../db/outbox.ts'
import type { Schedule } from '../../db/schedules.ts'
import { removeSchedule } from '../../db/schedules.ts'
import type { Trx } from '../../db/schema.ts'
import { keepScores } from '../../db/scores.ts'
import { teamById } from '../../db/teams.ts'
import { weekScoreOf } from '../domain/board-mode.ts'
import type { Goal } from '../domain/goal.ts'
import { isOnLeave } from '../domain/leave.ts'
import { occurrenceIdOf } from '../domain/occurrence-id.ts'
import type { Team } from '../domain/people.ts'
import type { SkipReason } from '../domain/skip-reasons.ts'
import { mondayOf } from '../domain/time.ts'
import type { Instant, LocalDate, OccurrenceId } from '../domain/types.ts'
import { contendersOf } from './board-sheet.ts'
import type { Deps } from './deps.ts'
import { isTooOld } from './missed-fire.ts'
import { putBoard } from './schedules.ts'

/** One message of the week per team and local day, or the reason why there is none. */
export async function planBoard(trx: Trx, deps: Deps, schedule: Schedule): Promise<void> {
  const { workspace } = schedule
  const team = await teamById(trx, workspace, schedule.team)
  if (team === undefined) return removeSchedule(trx, workspace, schedule.id)
  const reason = await reasonAgainst(trx, deps, team, schedule)
  const which = { kind: 'leaderboard', subject: team.id, date: schedule.date } as const
  const id = occurrenceIdOf(workspace, which)
  const isNew = await insertOccurrence(
    trx,
    {
      id,
      workspace,
      ...which,
      dueAt: schedule.nextAt,
      state: reason === undefined ? 'planned' : 'skipped',
      reason,
    },
    deps.now(),
  )
  if (isNew && team.channelState === 'open') await keepWeek(trx, deps, team, schedule.date)
  if (isNew && reason === undefined) {
    await enqueue(trx, {
      id: deps.newId(),
      workspace,
      key: `leaderboard:${id}`,
      kind: 'leaderboard',
      payload: { team: team.id },
      target: team.channel,
      dueAt: deps.now(),
      plannedFor: schedule.nextAt,
      occurrence: id,
    })
  }
  if (isNew && (reason === undefined || reason === 'board-off'))
    await oweDigests(trx, deps, team, id, schedule.nextAt)
  await putBoard(trx, deps, team, schedule.nextAt)
}

/** What leads are told in private goes with the week, also where the channel gets none. */
async function oweDigests(
  trx: Trx,
  deps: Deps,
  team: Team,
  occurrence: OccurrenceId,
  plannedFor: Instant,
): Promise<void> {
  for (const lead of team.leads) {
    await enqueue(trx, {
      id: deps.newId(),
      workspace: team.workspace,
      key: `digest:${occurrence}:${lead}`,
      kind: 'lead-digest',
      payload: { team: team.id },
      target: lead,
      dueAt: deps.now(),
      plannedFor,
    })
  }
}

/** Scores of the week, for the boards that look back. */
async function keepWeek(trx: Trx, deps: Deps, team: Team, date: LocalDate): Promise<void> {
  const contenders = await contendersOf({ ...deps, db: breathing(trx) }, team, deps.now())
  const week = mondayOf(date)
  const scores = contenders.flatMap((one) => {
    const kept = weekScoreOf(one, week)
    return kept === undefined ? [] : [{ person: one.person, ...kept }]
  })
  await keepScores(trx, team.workspace, team.id, scores)
}

async function reasonAgainst(
  trx: Trx,
  deps: Deps,
  team: Team,
  schedule: Schedule,
): Promise<SkipReason | undefined> {
  if (!team.hasBoard && !team.hasSummary) return 'board-off'
  if (team.channelState !== 'open') return `channel-${team.channelState}`
  if (team.isShared) return 'channel-shared'
  if (isTooOld(deps.now(), schedule.nextAt, schedule.date, team.zone)) return 'too-old'
  const goals = await goalsOfTeam(trx, team.workspace, team.id)
  const shown = goals.filter((goal) => goal.visibility === 'team')
  if (shown.length === 0) return 'no-goals'
  return (await areAllAway(trx, team, shown, schedule.date)) ? 'team-away' : undefined
}

/** A round for nobody is not opened. */
async function areAllAway(trx: Trx, team: Team, goals: readonly Goal[], date: LocalDate): Promise<boolean> {
  const owners = [...new Set(goals.map((goal) => goal.owner))]
  const leaves = await leavesOfAll(trx, team.workspace, owners, date)
  return owners.every((owner) => isOnLeave(leaves.get(owner) ?? [], date))
}
