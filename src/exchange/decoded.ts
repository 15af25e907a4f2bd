import { ok, type Result, refuse } from '../domain/result.ts'
import type { FileFault } from '../domain/transfer.ts'

/** UTF-8, or UTF-16 where the file begins with its mark, as Excel's "Unicode text" does. The mark goes. */
export function decoded(bytes: Uint8Array): Result<string, FileFault> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // A zip, a picture or a spreadsheet of Excel's own.
    return text.includes('\0') ? refuse({ kind: 'not-text' }) : ok(text)
  } catch (fault) {
    if (fault instanceof TypeError) return refuse({ kind: 'not-text' })
    throw fault
  }
}
