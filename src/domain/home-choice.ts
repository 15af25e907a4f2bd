import type { TeamId } from './types.ts'

/** What a person chose to see on Home. It lasts until they choose again. */

export const homeStatuses = ['open', 'due', 'at-risk', 'off-track', 'reached', 'closed'] as const
export type HomeStatus = (typeof homeStatuses)[number]

export const homeOwners = ['all', 'mine', 'supported', 'team'] as const
export type HomeOwner = (typeof homeOwners)[number]

export const homeLists = ['mine', 'supported', 'team'] as const
/** The lists of goals on Home, each with pages of its own. */
export type HomeList = (typeof homeLists)[number]

export interface HomeChoice {
  readonly whose: HomeOwner
  readonly status: HomeStatus
  /** Absent: all of one's teams. */
  readonly team: TeamId | undefined
  /** Counted from 1. */
  readonly pages: Readonly<Record<HomeList, number>>
}

/** What one control changes; `team: 'all'` chooses every team. */
export interface HomeChange {
  readonly whose?: HomeOwner | undefined
  readonly status?: HomeStatus | undefined
  readonly team?: TeamId | 'all' | undefined
  readonly list?: HomeList | undefined
  readonly page?: number | undefined
}

const firstPages = { mine: 1, supported: 1, team: 1 } as const

export const usualHome: HomeChoice = { whose: 'all', status: 'open', team: undefined, pages: firstPages }

/** Another filter begins at the first page; another page changes nothing else. */
export function changedHome(choice: HomeChoice, change: HomeChange): HomeChoice {
  const { list, page } = change
  if (list !== undefined && page !== undefined)
    return { ...choice, pages: { ...choice.pages, [list]: Math.max(1, page) } }
  const { whose = choice.whose, status = choice.status, team = choice.team } = change
  return { whose, status, team: team === 'all' ? undefined : team, pages: firstPages }
}

export const isFiltered = ({ whose, status, team }: HomeChoice): boolean =>
  whose !== 'all' || status !== 'open' || team !== undefined

/** Whether this list is to be seen at all; only one's own goals are ever due. */
export function showsList({ whose, status }: HomeChoice, list: HomeList): boolean {
  if (status === 'due' && list !== 'mine') return false
  return whose === 'all' || whose === list
}

/** A stretch of a list: `from` and `to` count from 1, both 0 where there is nothing. */
export interface PageOf {
  readonly page: number
  readonly pages: number
  readonly from: number
  readonly to: number
  readonly count: number
}

/** The page asked for, or the last one where the list has become shorter. */
export function pageOf(count: number, asked: number, size: number): PageOf {
  const pages = Math.max(1, Math.ceil(count / size))
  const page = Math.min(Math.max(1, Math.floor(asked)), pages)
  const from = count === 0 ? 0 : (page - 1) * size + 1
  return { page, pages, from, to: Math.min(count, page * size), count }
}
