import type { Button } from '@slack/types'
import { z } from 'zod'
import type { TimelineOf } from '../src/domain/timeline.ts'
import type { Months } from '../src/domain/timeline-window.ts'
import type { LocalDate, TeamId } from '../src/domain/types.ts'
import { button } from './blocks.ts'
import { buttonValue } from './button-value.ts'

/** All of them send `timelineButton`. */
export const timelineActions = {
  /** Other months, another page, or whose it is. */
  turn: 'timeline.turn',
  picture: 'timeline.picture',
  svg: 'timeline.svg',
} as const

/** What a button leads to. Without months: those that hold everything. */
export interface TimelinePlace {
  readonly of: TimelineOf
  readonly months: Months | undefined
  /** Counted from 1. */
  readonly page: number
}

const teamId = z.custom<TeamId>((value) => typeof value === 'string' && value !== '')
const monthStart = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-01$/)

/** Reads the value back. */
export const timelineButton = buttonValue({
  team: teamId.optional(),
  from: monthStart.transform((text) => text as LocalDate).optional(),
  count: z.int().min(1).max(12).optional(),
  page: z.int().min(1),
}).transform(({ team, from, count = 1, page }): TimelinePlace => {
  const of: TimelineOf = team === undefined ? { kind: 'mine' } : { kind: 'team', team }
  return { of, months: from === undefined ? undefined : { from, count }, page }
})

/** Absent where the months lie beyond those that buttons lead to. */
export function timelineTo(
  actionId: string,
  { of, months, page }: TimelinePlace,
  text: string,
): readonly Button[] {
  if (months !== undefined && !monthStart.safeParse(months.from).success) return []
  const team = of.kind === 'team' ? { team: of.team } : {}
  return [button({ text, actionId, value: JSON.stringify({ ...team, ...months, page }) })]
}
