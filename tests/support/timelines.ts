import {
  type Page,
  placesIn,
  type Timeline,
  type TimelineGoal,
  timelineOf,
} from '../../src/domain/timeline.ts'
import type { Months } from '../../src/domain/timeline-window.ts'
import type { LocalDate } from '../../src/domain/types.ts'

/** The timeline of goals that are all at hand; without a page, all of them. */
export function drawn(
  goals: readonly TimelineGoal[],
  months: Months,
  today: LocalDate,
  page: Page = { skip: 0, most: goals.length },
): Timeline {
  const places = placesIn(
    goals.map(({ standing }) => standing.goal),
    months,
    today,
  )
  const known = new Map(goals.map((goal) => [goal.standing.goal.id, goal]))
  return timelineOf(places, page, known, months, today)
}
