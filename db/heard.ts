import type { Instant, WorkspaceId } from '../src/domain/types.ts'
import type { Db, Trx } from './schema.ts'

/**
 * Which version of a person's message was heard last. Slack promises no order: an edit may come before the message itself, and
 * what is older than what is known says nothing any more. True where this version is the newest so far.
 */
export async function isNewest(
  trx: Trx,
  workspace: WorkspaceId,
  message: { readonly key: string; readonly version: string },
  at: Instant,
): Promise<boolean> {
  const row = await trx
    .insertInto('heard')
    .values({ workspace_id: workspace, message_key: message.key, version: message.version, heard_at: at })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'message_key'])
        .doUpdateSet({ version: message.version, heard_at: at })
        .where('heard.version', '<', message.version),
    )
    .returning('message_key')
    .executeTakeFirst()
  return row !== undefined
}

/** After so long nobody's repeats are still on their way. */
export async function forgetHeard(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('heard').where('heard_at', '<', before).execute()
}
