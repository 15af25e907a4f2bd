import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { keys } from '../../db/copied-tables.ts'
import { CopyDiffers, copyWorkspace, isDifferent } from '../../db/copy.ts'
import { personOf, savePreferences } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { databases, freshDatabase } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, ben, globex, instant } from '../support/people.ts'
import {
  storeAnswer,
  storeAsk,
  storeGoal,
  storePerson,
  storeReversal,
  storeTeam,
  storeWorkspace,
} from '../support/stored.ts'

const at = instant('2026-05-18T07:00Z')

async function filled(db: Db): Promise<void> {
  for (const workspace of [acme, globex]) {
    await storeWorkspace(db, workspace)
    const goal = aGoal({ workspace })
    for (const person of [ana, ben]) await storePerson(db, { ...person, workspace })
    await storeTeam(db, aTeam({ workspace }), [ana, ben])
    await storeGoal(db, goal)
    await storeAsk(db, goal, '2026-W21', at)
    await storeAnswer(db, goal, { period: '2026-W21', at, value: 0.1 + 0.2, note: '續約 "ok" 👍\n' })
    await storeReversal(db, goal, at)
    // More than pass by at once.
    for (let n = 0; n < 600; n += 1)
      await db
        .insertInto('setting')
        .values({ workspace_id: workspace, name: `n${n}`, value: String(n) })
        .execute()
  }
}

describe('what is copied', () => {
  test('is every table of the database, under its key', async () => {
    await using world = await freshDatabase()
    const tables = await world.db.introspection.getTables()
    expect(Object.keys(keys).toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
    for (const [table, key] of Object.entries(keys)) {
      const { rows } = await sql<{ name: string }>`
        select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(world.db)
      const scope = table === 'workspace' ? 'id' : 'workspace_id'
      expect([scope, ...key], table).toEqual(rows.map(({ name }) => name))
    }
  })

  test('comes behind what it points at', async () => {
    await using world = await freshDatabase()
    const before: string[] = []
    for (const table of Object.keys(keys)) {
      const { rows } = await sql<{ to: string }>`
        select "table" as "to" from pragma_foreign_key_list(${table})`.execute(world.db)
      for (const { to } of rows) expect(before, `${table} points at ${to}`).toContain(to)
      before.push(table)
    }
  })
})

describe.each(databases)('from $name', (source) => {
  describe.each(databases)('to $name', (target) => {
    test('a workspace arrives whole, equal and alone', async () => {
      await using from = await source.fresh()
      await using to = await target.fresh()
      await filled(from.db)
      const copied = await copyWorkspace(from.db, acme, to.db)
      expect(copied.filter(isDifferent)).toEqual([])
      const rows = Object.fromEntries(copied.map((one) => [one.table, one.to.rows]))
      expect(rows).toMatchObject({ workspace: 1, person: 2, goal: 1, answer: 1, reversal: 1, setting: 600 })
      expect(await personOf(to.db, acme, ana.id)).toEqual(await personOf(from.db, acme, ana.id))
      expect(await personOf(to.db, globex, ana.id)).toBeUndefined()
    })

    test('copying again brings what changed, takes away what is gone, and leaves other workspaces alone', async () => {
      await using from = await source.fresh()
      await using to = await target.fresh()
      await filled(from.db)
      await storeWorkspace(to.db, globex)
      await storePerson(to.db, { ...ben, workspace: globex, name: 'another Ben' })
      const [first] = [await copyWorkspace(from.db, acme, to.db)]
      expect(await copyWorkspace(from.db, acme, to.db)).toEqual(first)
      await savePreferences(from.db, acme, ana.id, {
        zone: undefined,
        language: 'zh-Hant',
        muted: 'nothing',
        isOffBoard: true,
      })
      await from.db.deleteFrom('reversal').where('workspace_id', '=', acme).execute()
      const copied = await copyWorkspace(from.db, acme, to.db)
      expect(copied.filter(isDifferent)).toEqual([])
      expect(copied.find(({ table }) => table === 'reversal')?.to.rows).toBe(0)
      expect((await personOf(to.db, acme, ana.id))?.language).toBe('zh-Hant')
      expect((await personOf(to.db, globex, ben.id))?.name).toBe('another Ben')
    })
  })
})

test('what does not arrive as it was sent is told, and nothing of it is kept', async () => {
  await using from = await freshDatabase()
  await using to = await freshDatabase()
  await filled(from.db)
  await sql`create trigger spoils after insert on person begin
    update person set name = 'someone' where id = new.id; end`.execute(to.db)
  const copying = copyWorkspace(from.db, acme, to.db)
  await expect(copying).rejects.toBeInstanceOf(CopyDiffers)
  expect(await to.db.selectFrom('workspace').select('id').execute()).toEqual([])
})
