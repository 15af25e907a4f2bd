import { z } from 'zod'
import { type QuestionKind, questionKinds } from '../src/domain/question.ts'
import type { GoalId, Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import type { Db, Trx } from './schema.ts'

/** What people chose when a reply about a goal could mean two things. */
export type Habits = Readonly<Partial<Record<QuestionKind, number>>>

const kind = z.enum(questionKinds)

export async function habitsOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, Habits>> {
  if (goals.length === 0) return new Map()
  const rows = await db
    .selectFrom('habit')
    .select(['goal_id', 'question', 'choice'])
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('goal_id', 'in', [...goals])
    .execute()
  const byGoal = Map.groupBy(rows, (row) => row.goal_id as GoalId)
  return new Map(
    [...byGoal].map(([goal, own]) => [
      goal,
      Object.fromEntries(own.map((row) => [kind.parse(row.question), row.choice])),
    ]),
  )
}

/** The newest choice holds. */
export async function rememberChoice(
  trx: Trx,
  workspace: WorkspaceId,
  chosen: {
    readonly person: PersonId
    readonly goal: GoalId
    readonly question: QuestionKind
    readonly choice: number
    readonly at: Instant
  },
): Promise<void> {
  await trx
    .insertInto('habit')
    .values({
      workspace_id: workspace,
      person_id: chosen.person,
      goal_id: chosen.goal,
      question: chosen.question,
      choice: chosen.choice,
      chosen_at: chosen.at,
    })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'person_id', 'goal_id', 'question'])
        .doUpdateSet({ choice: chosen.choice, chosen_at: chosen.at }),
    )
    .execute()
}

/** Whoever takes a remembered reading back is asked again. */
export async function forgetChoices(
  trx: Trx,
  workspace: WorkspaceId,
  person: PersonId,
  goal: GoalId,
): Promise<void> {
  await trx
    .deleteFrom('habit')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('goal_id', '=', goal)
    .execute()
}
