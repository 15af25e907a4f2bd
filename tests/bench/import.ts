import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { migrate, openDatabase } from '../../db/open.ts'
import { addDays } from '../../src/domain/time.ts'
import { exportFile } from '../../src/usecases/export-file.ts'
import { dryRun, runImport } from '../../src/usecases/import.ts'
import { importingFrom } from '../../src/usecases/import-file.ts'
import { aGoal, ana, aTeam, day, goalId, instant } from '../support/people.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/** 100,000 readings of 40 goals in one CSV: how long each part takes, and how long nobody else had a turn. */

const GOALS = 40
const DAYS = 2500
const STALL_MOST_MS = 50

const folder = mkdtempSync(join(tmpdir(), 'goalpost-import-'))
const { db, close } = await openDatabase(process.env.DATABASE_URL ?? `file:${join(folder, 'bench.db')}`)
await migrate(db)
let ids = 0
const deps = {
  db,
  now: () => instant('2026-05-20T10:00Z'),
  newId: () => {
    ids += 1
    return `00000000-0000-7000-8000-${String(ids).padStart(12, '0')}`
  },
  holidays: { of: async () => () => false, places: async () => [] },
}
await storeWorkspace(db)
await storePerson(db, ana)
await storeTeam(db, aTeam(), [ana])
for (let number = 1; number <= GOALS; number += 1) {
  const about = { id: goalId(`bench-${number}`), number, title: `Goal ${number}` }
  await storeGoal(db, aGoal({ ...about, measure: 'custom-level', kind: 'reach', start: day('2019-01-01') }))
}

/** Written in a function of its own, so that nothing of it is kept. */
function manyRows(): Uint8Array {
  const lines = ['goal;date;value;note']
  for (let row = 0; row < GOALS * DAYS; row += 1) {
    const date = addDays(day('2019-01-01'), row % DAYS)
    lines.push(`G-${Math.floor(row / DAYS) + 1};${date};${row % 97},5;"row ${row}"`)
  }
  return new TextEncoder().encode(lines.join('\r\n'))
}

const bytes = manyRows()

/** Runs work beside a timer that wants its turn every few milliseconds. */
async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  // Each part pays for its own garbage.
  globalThis.gc?.()
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 2)
  const began = performance.now()
  const result = await work()
  clearInterval(timer)
  longest = Math.max(longest, performance.now() - last)
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
  const verdict = longest > STALL_MOST_MS ? '  TOO LONG' : ''
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${what}: ${seconds} s, longest stall ${longest.toFixed(0)} ms, ${memory} MB${verdict}`)
  return result
}

console.log(`${GOALS * DAYS} rows, ${(bytes.length / 1024 / 1024).toFixed(1)} MB`)
const parts = ['dry run', 'import', 'import again'] as const
for (const part of parts) {
  const sheet = await measured(part, async () => {
    const read = await importingFrom(bytes, undefined)
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    return (part === 'dry run' ? dryRun : runImport)(deps, ana, read.value)
  })
  console.log(sheet.readings)
}
for (const kind of ['readings', 'json'] as const)
  await measured(`export (${kind})`, async () => (await exportFile(deps, ana, kind)).bytes.length)
await close()
rmSync(folder, { recursive: true })
