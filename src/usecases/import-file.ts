import { createHash } from 'node:crypto'
import { ok, type Result } from '../domain/result.ts'
import type { FileFault } from '../domain/transfer.ts'
import type { TeamId } from '../domain/types.ts'
import { readImportFile } from '../exchange/read-file.ts'
import type { Importing } from './import-facts.ts'
import { pause } from './pause.ts'

/** Reads a file that someone brought; what its rows mean is seen when they are taken. */
export async function importingFrom(
  bytes: Uint8Array,
  team: TeamId | undefined,
): Promise<Result<Importing, FileFault>> {
  const file = await readImportFile(bytes, pause)
  if (!file.ok) return file
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  return ok({ file: file.value, fingerprint, team })
}
