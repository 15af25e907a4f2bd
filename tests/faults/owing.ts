import { insertGoal, insertVersion } from '../../db/goal-writes.ts'
import { addMembers } from '../../db/members.ts'
import { savePerson } from '../../db/people.ts'
import { putSchedule } from '../../db/schedules.ts'
import type { Db } from '../../db/schema.ts'
import { insertTeam } from '../../db/teams.ts'
import { transact } from '../../db/transaction.ts'
import { saveWorkspace } from '../../db/workspaces.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { addMs, DAY_MS, localDateOf, UTC } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { aGoal, aTeam, channelId, goalId, personId, teamId, workspaceId } from '../support/people.ts'

/** Puts one team per workspace into the database, each person with a goal and a prompt due at `dueAt`. */
export async function oweTo(
  db: Db,
  {
    workspaces,
    people,
    dueAt,
    idOf = (w) => `T${w}`,
  }: {
    readonly workspaces: number
    readonly people: number
    readonly dueAt: Instant
    readonly idOf?: (nth: number) => string
  },
): Promise<void> {
  const today = localDateOf(dueAt, UTC)
  for (let w = 0; w < workspaces; w += 1) {
    const workspace = workspaceId(idOf(w))
    const team = aTeam({
      id: teamId(`team-${w}`),
      workspace,
      channel: channelId(`C${w}`),
      zone: UTC,
      reminders: 0,
      hasSummary: false,
      hasBoard: false,
    })
    await transact(db, async (trx) => {
      await saveWorkspace(trx, { id: workspace, name: workspace, botUser: personId('UBOT') }, dueAt)
      const ids = Array.from({ length: people }, (_, p) => personId(`U${w}x${p}`))
      for (const id of ids) {
        const facts = {
          id,
          name: id,
          zone: UTC,
          locale: 'en',
          isBot: false,
          isDeactivated: false,
          isForeign: false,
          isAdmin: false,
        }
        await savePerson(trx, workspace, facts, dueAt)
      }
      await insertTeam(trx, workspace, { ...team, leads: ids.slice(0, 1) })
      await addMembers(trx, workspace, team.id, ids, addMs(dueAt, -DAY_MS))
      for (const [p, owner] of ids.entries()) {
        const goal = aGoal({
          id: goalId(`g-${w}-${p}`),
          workspace,
          number: p + 1,
          team: team.id,
          owner,
          createdBy: owner,
          start: localDateOf(addMs(dueAt, -7 * DAY_MS), UTC),
          due: localDateOf(addMs(dueAt, 60 * DAY_MS), UTC),
        })
        await insertGoal(trx, workspace, goal, undefined)
        const version = {
          goal: goal.id,
          version: 1,
          terms: termsOf(goal),
          by: owner,
          at: dueAt,
          reason: undefined,
        }
        await insertVersion(trx, workspace, { ...version, ease: 'same', countsFrom: dueAt }, 'team')
        await putSchedule(trx, {
          workspace,
          id: `s-${w}-${p}`,
          kind: 'prompt',
          team: team.id,
          person: owner,
          nextAt: dueAt,
          date: today,
        })
      }
    })
  }
}
