import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'

describe.each(databases)('on $name', ({ fresh }) => {
  test('every key of a tenant table begins with its workspace, so equal ids never meet', async () => {
    await using world = await fresh()
    const tables = await world.db.introspection.getTables()
    const tenants = tables.filter((table) => table.name !== 'workspace')
    expect(tenants.length).toBeGreaterThan(20)
    for (const table of tenants)
      expect(table.columns[0], table.name).toMatchObject({ name: 'workspace_id', isNullable: false })
  })
})

test('every exported query takes the workspace right after the database', async () => {
  const folder = join(import.meta.dirname, '../../db')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
  const unscoped: string[] = []
  for (const file of files) {
    const source = await readFile(join(folder, file), 'utf8')
    for (const [, name, parameters] of source.matchAll(/export async function (\w+)\(([^)]*)\)/g)) {
      const second = parameters?.split(',')[1]?.trim() ?? ''
      if (!second.startsWith('workspace:')) unscoped.push(`${file} ${name}`)
    }
  }
  expect(unscoped.toSorted()).toEqual(expect.arrayContaining(['open.ts migrate', 'open.ts openDatabase']))
  expect(unscoped.filter((one) => !knownAcross.has(one))).toEqual([])
})

/** What is meant to look across workspaces, and what is handed its workspace inside what it stores. */
const knownAcross = new Set([
  'open.ts migrate',
  'open.ts openDatabase',
  'open.ts openForReading',
  'postgres.ts openPostgres',
  'postgres-beside.ts readPostgres',
  'postgres-beside.ts isServed',
  'row-counts.ts rowsIn',
  'rows.ts tablesOf',
  'rows.ts insertRows',
  'released.ts releaseOf',
  'sqlite-files.ts copySqlite',
  'sqlite-files.ts finishSqlite',
  'sqlite-files.ts moveFile',
  'sqlite-files.ts removeSqlite',
  'workspaces.ts allWorkspaces',
  'inbox.ts turnInbox',
  'inbox.ts reopenInbox',
  'inbox.ts takeUpInbox',
  'inbox.ts giveUpInbox',
  'inbox.ts unfinishedInbox',
  'heard.ts forgetHeard',
  'feeds.ts feedByToken',
  'inbox.ts forgetInbox',
  'outbox.ts enqueue',
  'sending.ts workspacesWithWork',
  'sending.ts claim',
  'sending.ts markSent',
  'sending.ts markUnknown',
  'sending.ts markSkipped',
  'sending.ts backToDue',
  'sending.ts putOff',
  'sending.ts nextLetterAt',
  'asks.ts insertAsk',
  'occurrences.ts insertOccurrence',
  'schedules.ts putSchedule',
  'schedules.ts dueSchedules',
  'schedules.ts isAnyScheduledAfter',
  'schedules.ts nextScheduleAt',
])
