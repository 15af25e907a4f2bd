import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { goalsHiddenFrom } from '../../db/feed-goals.ts'
import { feeds } from '../../db/migrations/0008-feeds.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openDatabase } from '../../db/open.ts'
import { databases, makeDatabase } from '../support/databases.ts'
import { acme, aTeam, instant } from '../support/people.ts'

const unmigrated = {
  SQLite: () => openDatabase(':memory:'),
  PostgreSQL: async () => (await makeDatabase('template1')).opened,
}

describe.each(databases)('on $name', ({ name }) => {
  test('goals from before know when they last changed, and none counts as hidden since', async () => {
    const { db, close } = await unmigrated[name]()
    for (const [key, migration] of Object.entries(migrations)) if (key < '0008') await migration.up(db)
    await sql`insert into team (workspace_id, id, channel_id, channel_name, channel_state, is_shared, zone, cadence,
      weekday, time, reminders, reminder_after_hours, window_hours, has_board, board_weekday, board_time, created_at)
      values (${acme}, ${aTeam().id}, 'C1', 'sales', 'open', 0, 'UTC', 'weekly', 1, '09:00', 1, 24, 48, 1, 3, '10:00', 1)`.execute(
      db,
    )
    for (const [id, visibility, closedAt] of [
      ['a', 'team', null],
      ['b', 'private', null],
      ['c', 'team', 900],
    ] as const) {
      await sql`insert into goal (workspace_id, id, number, team_id, owner_id, visibility, created_by, created_at, state,
        version, terms, title, start_date, due_date, closed_at) values (${acme}, ${id}, ${id.charCodeAt(0)}, ${aTeam().id},
        'U1', ${visibility}, 'U1', 100, 'active', 2, '{}', 't', '2026-05-01', '2026-06-01', ${closedAt})`.execute(
        db,
      )
      for (const version of [1, 2])
        await sql`insert into goal_version (workspace_id, goal_id, version, terms, by_id, at, ease, counts_from)
          values (${acme}, ${id}, ${version}, '{}', 'U1', ${version * 100}, 'same', 0)`.execute(db)
    }
    await feeds.up(db)
    const goals = await db.selectFrom('goal').select(['id', 'turns', 'changed_at']).orderBy('id').execute()
    expect(goals.map((goal) => [goal.id, goal.turns, goal.changed_at])).toEqual([
      ['a', 0, 200],
      ['b', 0, 200],
      ['c', 0, 900],
    ])
    const versions = await db.selectFrom('goal_version').select(['goal_id', 'visibility']).execute()
    expect(
      versions.filter(({ visibility }) => visibility === 'private').map(({ goal_id }) => goal_id),
    ).toEqual(['b', 'b'])
    expect(await goalsHiddenFrom(db, acme, aTeam().id, instant('1970-01-01T00:00Z'))).toEqual([])
    await close()
  })
})
