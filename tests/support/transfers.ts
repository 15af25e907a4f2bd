import type { Person } from '../../src/domain/people.ts'
import type { ImportSheet } from '../../src/domain/transfer-sheet.ts'
import type { TeamId } from '../../src/domain/types.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { type ExportKind, exportFile } from '../../src/usecases/export-file.ts'
import { dryRun, runImport } from '../../src/usecases/import.ts'
import { importingFrom } from '../../src/usecases/import-file.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a person has when they export now. */
export async function exported(deps: Deps, person: Person, kind: ExportKind): Promise<string> {
  const { bytes } = await exportFile(deps, person, kind)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** A file as it is looked at. */
export async function looks(deps: Deps, person: Person, text: string, team?: TeamId): Promise<ImportSheet> {
  const importing = await importingFrom(bytesOf(text), team)
  if (!importing.ok) throw new Error(`the file is refused: ${JSON.stringify(importing.refusal)}`)
  return dryRun(deps, person, importing.value)
}

/** Looks, then imports; both must come to the same. */
export async function imports(deps: Deps, person: Person, text: string, team?: TeamId): Promise<ImportSheet> {
  const importing = await importingFrom(bytesOf(text), team)
  if (!importing.ok) throw new Error(`the file is refused: ${JSON.stringify(importing.refusal)}`)
  const tried = await dryRun(deps, person, importing.value)
  const done = await runImport(deps, person, importing.value)
  if (JSON.stringify(tried) !== JSON.stringify(done))
    throw new Error(`tried ${JSON.stringify(tried)}, did ${JSON.stringify(done)}`)
  return done
}

/** Imports without looking. */
export async function runs(deps: Deps, person: Person, text: string): Promise<ImportSheet> {
  const importing = await importingFrom(bytesOf(text), undefined)
  if (!importing.ok) throw new Error(`the file is refused: ${JSON.stringify(importing.refusal)}`)
  return runImport(deps, person, importing.value)
}
