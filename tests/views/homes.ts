import type { Standing } from '../../src/domain/goal.ts'
import { pageOf, usualHome } from '../../src/domain/home-choice.ts'
import type { HomeGoal, HomePage, HomeSheet } from '../../src/domain/sheets.ts'
import { ana, aTeam, day, instant } from '../support/people.ts'
import { aSheet, items, standings, type variety } from './states.ts'

/** Homes that views are tried with. */

const trail = [3, 5, 4, 8, 9, 12]

/** What a use case makes of so many goals: the page that is asked for. */
export function aPage(of: readonly Standing[], known: Partial<HomeGoal> = {}, page = 1, size = 10): HomePage {
  const cut = pageOf(of.length, page, size)
  const rows = of
    .slice(Math.max(0, cut.from - 1), cut.to)
    .map((standing): HomeGoal => ({ standing, owner: ana, as: 'owner', trail, note: undefined, ...known }))
  return { ...cut, rows }
}

export function aHome(known: Partial<HomeSheet> = {}): HomeSheet {
  return {
    person: ana,
    today: day('2026-05-16'),
    due: undefined,
    choice: usualHome,
    drafts: [],
    mine: aPage(standings(1)),
    supported: aPage([]),
    team: aPage([]),
    own: 1,
    closed: [],
    teams: [{ team: aTeam(), isLead: true, nextPromptAt: instant('2026-05-18T07:00Z') }],
    leaves: [],
    nextPromptAt: instant('2026-05-18T07:00Z'),
    ...known,
  }
}

export const dueNow = (of: typeof variety, answered: readonly number[] = []): HomeSheet['due'] => {
  const { occurrence, windowEnds } = aSheet()
  return { occurrence, windowEnds, items: items(of, answered) }
}

export const nobody = aHome({ own: 0, mine: aPage([]), teams: [], nextPromptAt: undefined })
export const draft = { id: 'V1', title: 'Raise the close rate', changedAt: instant('2026-05-15T07:00Z') }
export const away = {
  id: 'leave-1',
  person: ana.id,
  from: day('2026-05-14'),
  back: day('2026-05-20'),
  setBy: ana.id,
  setAt: instant('2026-05-10T07:00Z'),
}
