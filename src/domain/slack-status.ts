import { addDays, localDateOf, wallTimeOf } from './time.ts'
import type { Instant, LocalDate, Zone } from './types.ts'

/** What a person says of themselves in Slack just now. */
export interface SlackStatus {
  readonly text: string
  /** `:palm_tree:` or '' */
  readonly emoji: string
  /** When Slack clears it; absent when it stays. */
  readonly until: Instant | undefined
}

const awayText =
  /\b(?:vacation(?:ing)?|holidays?|ooo|out of (?:the )?office|on leave|(?:parental|sick|annual|maternity|paternity) leave|pto|time off|out sick|off sick|sick day|day off|away until)\b|請假|休假|放假|病假|特休|年假|育嬰|不在辦公室/i

/** Slack's own suggestions for vacation and illness, and their usual company. */
const awayEmoji =
  /^:(?:palm_tree|beach_with_umbrella|beach_umbrella|desert_island|island|airplane_departure|face_with_thermometer|thermometer_face|sick|mask):$/

export const looksAway = ({ text, emoji }: SlackStatus): boolean =>
  awayText.test(text) || awayEmoji.test(emoji)

/** From what hour on a day counts as gone: Slack's "today" and "this week" end at midnight, people's own at the end of work. */
const END_OF_WORK = '16:00'

/** The first day back that a status promises; undefined where it stays. */
export function backBy({ until }: SlackStatus, zone: Zone): LocalDate | undefined {
  if (until === undefined) return undefined
  const date = localDateOf(until, zone)
  return wallTimeOf(until, zone) >= END_OF_WORK ? addDays(date, 1) : date
}
