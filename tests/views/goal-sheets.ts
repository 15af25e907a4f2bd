import type { GoalSheet } from '../../src/domain/sheets.ts'
import { ana, aStanding, aTeam, day, instant, someTerms } from '../support/people.ts'
import { numbered } from './states.ts'

/** A goal as its page is tried with. */

export const created: GoalSheet['versions'][number] = {
  goal: numbered(12).id,
  version: 1,
  terms: someTerms(),
  by: ana.id,
  byName: 'Ana',
  at: instant('2026-04-01T08:00Z'),
  reason: undefined,
  ease: 'same',
  countsFrom: instant('2026-04-01T08:00Z'),
}

export function readings(values: readonly number[], byName = 'Ana'): GoalSheet['readings'] {
  return values.map((value, index) => ({
    goal: numbered(12).id,
    value,
    at: instant(`2026-04-${String(6 + index * 3).padStart(2, '0')}T07:00Z`),
    by: ana.id,
    byName,
    provenance: (['reply', 'form', 'button', 'command'] as const)[index % 4] ?? 'reply',
  }))
}

export function aGoalSheet(known: Partial<GoalSheet> = {}): GoalSheet {
  return {
    standing: aStanding({ goal: numbered(12) }),
    team: aTeam(),
    owner: ana,
    coOwners: [],
    partner: undefined,
    parent: undefined,
    versions: [created],
    readings: readings([2, 5, 9, 12]),
    lastWord: undefined,
    isLocked: true,
    locksAt: instant('2026-04-04T08:00Z'),
    easedUntil: undefined,
    missed: 0,
    forecast: {
      kind: 'dates',
      likely: day('2026-06-10'),
      earliest: day('2026-06-03'),
      latest: day('2026-06-20'),
    },
    kpiName: undefined,
    nextPromptAt: instant('2026-05-18T07:00Z'),
    parts: undefined,
    milestones: { rows: [], chain: [], canAct: false },
    ended: undefined,
    can: { answer: true, edit: true, close: true, reopen: false, lookBack: false },
    ...known,
  }
}
