import { noteDeed } from '../../db/audit.ts'
import { breathing } from '../../db/breathing.ts'
import type { Person } from '../domain/people.ts'
import { refuse } from '../domain/result.ts'
import type { ImportFile } from '../domain/transfer.ts'
import type { ImportSheet } from '../domain/transfer-sheet.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { type ImportFacts, type Importing, importFacts } from './import-facts.ts'
import { type Keeping, type TakenGoals, takeGoals } from './import-goals.ts'
import { planReadings, type ReadingPlan } from './import-readings.ts'
import { writeReadings } from './write-readings.ts'

/** Everything an import would do, without doing it: the goals are taken in a transaction that is rolled back. */
export async function dryRun(deps: Deps, actor: Person, importing: Importing): Promise<ImportSheet> {
  const inside = { ...deps, db: breathing(deps.db) }
  const facts = await importFacts(inside, actor, importing)
  const goals = await triedGoals(inside, facts)
  return sheetOf(importing.file, goals, await planReadings(inside, facts, goals.byLine))
}

/** Does it, a goal or a hundred readings at a time. The same file again does nothing more. */
export async function runImport(deps: Deps, actor: Person, importing: Importing): Promise<ImportSheet> {
  const inside = { ...deps, db: breathing(deps.db) }
  const facts = await importFacts(inside, actor, importing)
  const goals = await takeGoals(inside, facts, (work) => decideIn(inside.db, work))
  const plan = await planReadings(inside, facts, goals.byLine)
  for (const { goal, readings } of plan.byGoal.values()) await writeReadings(deps, actor, goal, readings)
  const sheet = sheetOf(importing.file, goals, plan)
  await noteDeed(deps.db, actor.workspace, {
    id: deps.newId(),
    at: deps.now(),
    person: actor.id,
    action: 'imported',
    subject: importing.fingerprint,
    details: { goals: sheet.goals.made, changed: sheet.goals.changed, readings: sheet.readings.made },
  })
  return sheet
}

async function triedGoals(deps: Deps, facts: ImportFacts): Promise<TakenGoals> {
  if (facts.file.goals.length === 0) return { byLine: new Map(), refused: [] }
  const tried = await decideIn<never, TakenGoals>(deps.db, async (trx) => {
    const here: Keeping = (work) => work(trx)
    return refuse(await takeGoals(deps, facts, here))
  })
  if (tried.ok) throw new Error('a dry run was kept')
  return tried.refusal
}

function sheetOf(file: ImportFile, goals: TakenGoals, readings: ReadingPlan): ImportSheet {
  const count = (as: 'made' | 'changed' | 'same') =>
    [...goals.byLine.values()].filter((one) => one.as === as).length
  const { made, changed, same } = readings
  return {
    kind: file.kind,
    goals: { made: count('made'), changed: count('changed'), same: count('same') },
    readings: { made, changed, same },
    refused: [...goals.refused, ...readings.refused],
    unknown: file.unknown,
  }
}
