import { type Saying, sayingFrom } from '../src/domain/outbox.ts'
import type { ChannelId, WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

/** The newest answer the bot owed or gave in a conversation. */
export async function lastSaidIn(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
): Promise<Saying | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['kind', 'payload'])
    .where('workspace_id', '=', workspace)
    .where('target', '=', channel)
    .where('kind', 'in', ['said', 'understood'])
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : sayingFrom(row.kind, JSON.parse(row.payload))
}
