import { insertGoal, insertVersion } from '../../db/goal-writes.ts'
import { addMembers } from '../../db/members.ts'
import { savePerson, savePreferences } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { insertTeam } from '../../db/teams.ts'
import { transact } from '../../db/transaction.ts'
import { saveWorkspace } from '../../db/workspaces.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { addHours } from '../../src/domain/time.ts'
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
  await transact(db, async (trx) => {
    await insertTeam(trx, team.workspace, team)
    await addMembers(trx, team.workspace, team.id, ids, team.createdAt)
  })
}

/** A goal and its first version. */
export async function storeGoal(db: Db, goal: Goal, sourceKey?: string): Promise<void> {
  await transact(db, async (trx) => {
    await insertGoal(trx, goal.workspace, goal, sourceKey)
    await insertVersion(
      trx,
      goal.workspace,
      {
        goal: goal.id,
        version: goal.version,
        terms: termsOf(goal),
        by: goal.createdBy,
        at: goal.createdAt,
        reason: undefined,
        ease: 'same',
        countsFrom: goal.createdAt,
      },
      goal.visibility,
    )
  })
}

/** One period's prompt of a goal's owner that asked for the goal; on time for 48 hours. */
export async function storeAsk(db: Db, goal: Goal, period: string, promptAt: Instant): Promise<void> {
  const id = `ask-${goal.team}-${goal.owner}-${period}`
  await db
    .insertInto('ask')
    .values({
      workspace_id: goal.workspace,
      id,
      team_id: goal.team,
      person_id: goal.owner,
      period_key: period,
      occurrence_id: null,
      prompt_at: promptAt,
      window_ends_at: addHours(promptAt, 48),
      next_prompt_at: addHours(promptAt, 7 * 24),
      state: 'asked',
    })
    .onConflict((same) => same.doNothing())
    .execute()
  const item = { workspace_id: goal.workspace, ask_id: id, goal_id: goal.id, position: 1 }
  await db.insertInto('ask_item').values(item).execute()
}

/** An answer of the goal's owner with its number, as it stands in the tables. */
export async function storeAnswer(
  db: Db,
  goal: Goal,
  said: { readonly period: string; readonly at: Instant; readonly value: number; readonly note?: string },
): Promise<void> {
  const { workspace, owner } = goal
  const header = `check-in-${goal.id}-${said.period}`
  const id = `answer-${goal.id}-${said.at}`
  const about = { workspace_id: workspace, goal_id: goal.id }
  await db
    .insertInto('check_in')
    .values({
      ...about,
      id: header,
      team_id: goal.team,
      person_id: owner,
      period_key: said.period,
      created_at: said.at,
    })
    .onConflict((same) => same.doNothing())
    .execute()
  await db
    .insertInto('answer')
    .values({
      ...about,
      id,
      check_in_id: header,
      person_id: owner,
      at: said.at,
      source_key: id,
      provenance: 'reply',
      timeliness: 'on-time',
      value: said.value,
      note: said.note ?? null,
      is_no_change: 0,
      is_done: 0,
    })
    .execute()
  const reading = { value: said.value, at: said.at, by_id: owner, provenance: 'reply' }
  await db
    .insertInto('reading')
    .values({ ...about, ...reading, id: `reading-${id}`, answer_id: id })
    .execute()
  await db
    .updateTable('goal')
    .set({ last_value: said.value, last_at: said.at })
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal.id)
    .execute()
}

/** Takes back the answer given at that moment; the goal's newest value is left to the caller. */
export async function storeReversal(db: Db, goal: Goal, at: Instant): Promise<void> {
  const answer = { workspace_id: goal.workspace, answer_id: `answer-${goal.id}-${at}` }
  await db
    .insertInto('reversal')
    .values({ ...answer, by_id: goal.owner, at, reason: 'undone' })
    .execute()
}
