import type { Goal, Standing, Status, StatusWord } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'

/** Shapes, not colours: they differ in print, for the colour-blind, and the word stands beside them. */
const symbols = {
  done: '✓',
  overdue: '◇',
  'no-data': '–',
  'too-early': '◌',
  'on-track': '●',
  'at-risk': '◐',
  'off-track': '○',
} as const satisfies Record<Status, string>

export const statusWords: readonly StatusWord[] = ['on-track', 'at-risk', 'off-track']

/** `● On track` */
export function statusText(status: Status, say: Messages): string {
  return `${symbols[status]} ${say[`status.${status}`]()}`
}

/** Closed goals and those that have not begun have a word of their own. */
export function standingText({ goal, today, status }: Standing, say: Messages): string {
  if (goal.state === 'retired') return `– ${say['status.retired']()}`
  if (goal.state === 'active' && today < goal.start) return `◌ ${say['goal.not-started']()}`
  return statusText(status, say)
}

export const isOpen = (goal: Pick<Goal, 'state'>) => goal.state === 'active'
