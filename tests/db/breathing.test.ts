import { expect, test } from 'vitest'
import { breathing } from '../../db/breathing.ts'
import { migrate, openDatabase } from '../../db/open.ts'
import { allWorkspaces } from '../../db/workspaces.ts'

test('whatever else there is to do has its turn every few queries', async () => {
  const { db, close } = await openDatabase(':memory:')
  await migrate(db)
  let turns = 0
  let isDone = false
  const turn = () => {
    turns += 1
    if (!isDone) setImmediate(turn)
  }
  setImmediate(turn)
  for (let query = 0; query < 40; query += 1) await allWorkspaces(db)
  expect(turns).toBe(0)
  const patient = breathing(db)
  for (let query = 0; query < 40; query += 1) await allWorkspaces(patient)
  isDone = true
  expect(turns).toBeGreaterThanOrEqual(9)
  await close()
})
