import { v5 as uuidv5 } from 'uuid'
import type { LocalDate, OccurrenceId, WorkspaceId } from './types.ts'

/** Ours alone, and for ever: with another one a restored database would ask everyone anew. */
const NAMESPACE = '6b1f6f0e-3c0e-4d54-9a52-0f6f3a1d7c42'

/** What an occurrence is known by wherever it is planned: the same day's prompt or board has the same id, key and buttons. */
export function occurrenceIdOf(
  workspace: WorkspaceId,
  { kind, subject, date }: { readonly kind: string; readonly subject: string; readonly date: LocalDate },
): OccurrenceId {
  return uuidv5(JSON.stringify([workspace, kind, subject, date]), NAMESPACE) as OccurrenceId
}
