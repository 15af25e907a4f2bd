import { z } from 'zod'
import { type HomeChoice, homeOwners, homeStatuses, usualHome } from '../src/domain/home-choice.ts'
import type { PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

const page = z.int().min(1)
const inColumn = z.object({
  whose: z.enum(homeOwners),
  status: z.enum(homeStatuses),
  team: z
    .string()
    .transform((text) => text as TeamId)
    .optional(),
  pages: z.object({ mine: page, supported: page, team: page }),
})

/** What another version stored and this one cannot read shows Home as it usually is. */
export async function homeChoiceOf(db: Db, workspace: WorkspaceId, person: PersonId): Promise<HomeChoice> {
  const row = await db
    .selectFrom('home_choice')
    .select('choice')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (row === undefined) return usualHome
  const read = inColumn.safeParse(JSON.parse(row.choice))
  return read.success ? { ...read.data, team: read.data.team } : usualHome
}

export async function saveHomeChoice(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  chosen: HomeChoice,
): Promise<void> {
  const choice = JSON.stringify(chosen)
  await db
    .insertInto('home_choice')
    .values({ workspace_id: workspace, person_id: person, choice })
    .onConflict((same) => same.columns(['workspace_id', 'person_id']).doUpdateSet({ choice }))
    .execute()
}
