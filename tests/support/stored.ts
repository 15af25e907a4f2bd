import { insertGoal, insertVersion } from '../../db/goal-writes.ts'
import { addMembers } from '../../db/members.ts'
import { savePerson, savePreferences } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { insertTeam } from '../../db/teams.ts'
import { saveWorkspace } from '../../db/workspaces.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import type { Instant, WorkspaceId } from '../../src/domain/types.ts'
import { acme, ana, ben, chen, dee, eve, finn, instant, personId } from './people.ts'

/** Puts the people, teams and goals that tests talk about into a database. */

export const longAgo = instant('2026-04-01T07:00Z')
export const everyone = [ana, ben, chen, dee, eve, finn]

export async function storeWorkspace(db: Db, workspace: WorkspaceId = acme): Promise<void> {
  await saveWorkspace(db, { id: workspace, name: workspace, botUser: personId('U0BOT') }, longAgo)
}

/** Stores a person so that reading them back gives the same person. */
export async function storePerson(db: Db, person: Person, at: Instant = longAgo): Promise<void> {
  const { id, name, zone, isBot, isDeactivated, isForeign, isAdmin } = person
  const locale = person.language === 'zh-Hant' ? 'zh-TW' : person.locale
  const facts = { id, name, zone, locale, isBot, isDeactivated, isForeign, isAdmin }
  await savePerson(db, person.workspace, facts, at)
  const { muted, isOffBoard } = person
  await savePreferences(db, person.workspace, id, { zone: undefined, language: undefined, muted, isOffBoard })
}

/** A team whose members all joined when it was made. */
export async function storeTeam(db: Db, team: Team, members: readonly Person[] = everyone): Promise<void> {
  const ids = members.map((member) => member.id)
  await db.transaction().execute(async (trx) => {
    await insertTeam(trx, team.workspace, team)
    await addMembers(trx, team.workspace, team.id, ids, team.createdAt)
  })
}

/** A goal and its first version. */
export async function storeGoal(db: Db, goal: Goal, sourceKey?: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await insertGoal(trx, goal.workspace, goal, sourceKey)
    await insertVersion(trx, goal.workspace, {
      goal: goal.id,
      version: goal.version,
      terms: termsOf(goal),
      by: goal.createdBy,
      at: goal.createdAt,
      reason: undefined,
      ease: 'same',
      countsFrom: goal.createdAt,
    })
  })
}
