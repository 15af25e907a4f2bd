import { expect, test } from 'vitest'
import { occurrenceIdOf } from '../../src/domain/occurrence-id.ts'
import type { LocalDate, WorkspaceId } from '../../src/domain/types.ts'

const which = { kind: 'prompt', subject: 'U1', date: '2026-05-18' as LocalDate }
const acme = 'T1' as WorkspaceId

test('the same prompt has the same id in every release', () => {
  expect(occurrenceIdOf(acme, which)).toBe('cbde7c3e-7738-566c-98ac-f0f813291572')
})

test('another workspace, kind, subject or date is another id', () => {
  const ids = [
    occurrenceIdOf(acme, which),
    occurrenceIdOf('T2' as WorkspaceId, which),
    occurrenceIdOf(acme, { ...which, kind: 'leaderboard' }),
    occurrenceIdOf(acme, { ...which, subject: 'U2' }),
    occurrenceIdOf(acme, { ...which, date: '2026-05-19' as LocalDate }),
    // What ends one part and begins the next is no matter of luck.
    occurrenceIdOf('T1,p' as WorkspaceId, { ...which, kind: 'rompt' }),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
