import type { Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db } from './schema.ts'

/** One thing that a person was not sent because they wanted silence. */
export interface Silenced {
  readonly kind: 'prompt' | 'reminder' | 'news'
  readonly at: Instant
}

const quiet = ['muted', 'stopped'] as const

/** The newest first. */
export async function silencedSince(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  since: Instant,
  most: number,
): Promise<readonly Silenced[]> {
  const prompts = await db
    .selectFrom('occurrence')
    .select('due_at')
    .where('workspace_id', '=', workspace)
    .where('subject', '=', person)
    .where('due_at', '>=', since)
    .where('state', '=', 'skipped')
    .where('reason', 'in', quiet)
    .orderBy('due_at', 'desc')
    .limit(most)
    .execute()
  const letters = await db
    .selectFrom('outbox')
    .select(['kind', 'due_at'])
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'skipped')
    .where('due_at', '>=', since)
    .where('target', '=', person)
    .where('reason', 'in', quiet)
    .where('kind', '!=', 'prompt')
    .orderBy('due_at', 'desc')
    .limit(most)
    .execute()
  return [
    ...prompts.map((row) => ({ kind: 'prompt' as const, at: instant(row.due_at) })),
    ...letters.map((row) => ({ kind: kindOf(row.kind), at: instant(row.due_at) })),
  ]
    .toSorted((a, b) => b.at - a.at)
    .slice(0, most)
}

const kindOf = (kind: string): Silenced['kind'] =>
  kind === 'reminder' || kind === 'prompt-again' ? 'reminder' : 'news'
