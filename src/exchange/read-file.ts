import { type Result, refuse } from '../domain/result.ts'
import { type FileFault, type ImportFile, MOST_FILE_BYTES, MOST_JSON_BYTES } from '../domain/transfer.ts'
import { decoded } from './decoded.ts'
import { importFromCsv } from './from-csv.ts'
import { importFromJson } from './from-json.ts'

/** What a file begins with says what it is; its name may say anything. */
export async function readImportFile(
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<Result<ImportFile, FileFault>> {
  if (bytes.length > MOST_FILE_BYTES) return refuse({ kind: 'too-large', mostBytes: MOST_FILE_BYTES })
  const text = decoded(bytes)
  if (!text.ok) return text
  if (text.value.trim() === '') return refuse({ kind: 'empty' })
  await pause()
  if (!/^\uFEFF?\s*[{[]/.test(text.value)) return importFromCsv(text.value, pause)
  if (bytes.length > MOST_JSON_BYTES) return refuse({ kind: 'too-large', mostBytes: MOST_JSON_BYTES })
  return importFromJson(text.value, pause)
}
