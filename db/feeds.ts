import type { Feed, FeedSubject } from '../src/domain/feed.ts'
import type { Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db, Row, Trx } from './schema.ts'

/** The feed whose token this is the hash of, of whatever workspace: the token is all that a calendar has. Revoked ones are none. */
export async function feedByToken(db: Db, tokenHash: string): Promise<Feed | undefined> {
  const row = await db
    .selectFrom('feed')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && toFeed(row)
}

/** The links a person has made and that are in use. */
export async function feedsMadeBy(db: Db, workspace: WorkspaceId, person: PersonId): Promise<Feed[]> {
  const rows = await db
    .selectFrom('feed')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('created_by', '=', person)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map(toFeed)
}

export async function insertFeed(
  trx: Trx,
  workspace: WorkspaceId,
  feed: Feed,
  tokenHash: string,
): Promise<void> {
  await trx
    .insertInto('feed')
    .values({
      workspace_id: workspace,
      id: feed.id,
      kind: feed.subject.kind,
      subject: subjectColumn(feed.subject, feed.createdBy),
      created_by: feed.createdBy,
      created_at: feed.createdAt,
      token_hash: tokenHash,
      revoked_at: null,
    })
    .execute()
}

/** Ends what the person's links to this show. Answers their ids. */
export async function revokeFeeds(
  trx: Trx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: FeedSubject,
  at: Instant,
): Promise<readonly string[]> {
  const rows = await trx
    .updateTable('feed')
    .set({ revoked_at: at })
    .where('workspace_id', '=', workspace)
    .where('created_by', '=', person)
    .where('kind', '=', subject.kind)
    .where('subject', '=', subjectColumn(subject, person))
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

const subjectColumn = (subject: FeedSubject, person: PersonId): string =>
  subject.kind === 'team' ? subject.team : person

function toFeed(row: Row<'feed'>): Feed {
  return {
    id: row.id,
    workspace: row.workspace_id as WorkspaceId,
    subject: row.kind === 'team' ? { kind: 'team', team: row.subject as TeamId } : { kind: 'person' },
    createdBy: row.created_by as PersonId,
    createdAt: instant(row.created_at),
  }
}
