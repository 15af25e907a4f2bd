import type { Goal, GoalTerms, Standing, Unit } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { clip } from './limits.ts'
import { progressBar } from './progress-bar.ts'
import { standingText } from './status.ts'

/** The facts of a goal in words. They hold what people typed (titles, nouns): plain or rich text only. */

/** A title takes at most this much where many goals stand together. */
export const SHORT_TITLE = 60

export function goalName(goal: Pick<Goal, 'number' | 'title'>, say: Messages, most = 160): string {
  return clip(say['goal.numbered'](goal), most)
}

/** `25% → 32%`, `between 2% and 4%`, `5 calls each week`, `done or not`. */
export function spanText(terms: GoalTerms, say: Messages): string {
  const { kind, unit } = terms
  const amount = (value: number) => say.format.amount(value, unit)
  if (isStepped(terms)) return say['milestones.span']({ count: terms.steps.length })
  if (kind === 'milestone') return say['goal.deliver']()
  if (kind === 'maintain') return rangeText(terms, say)
  if (kind === 'cadence') return say['goal.each-week']({ amount: amount(terms.target ?? 0) })
  return say['goal.from-to']({ from: amount(terms.baseline ?? 0), to: amount(terms.target ?? 0) })
}

export function rangeText(
  { low, high, unit }: Pick<GoalTerms, 'low' | 'high' | 'unit'>,
  say: Messages,
): string {
  const amount = (value: number) => say.format.amount(value, unit)
  if (low !== undefined && high !== undefined)
    return say['goal.between']({ low: amount(low), high: amount(high) })
  if (low !== undefined) return say['goal.at-least']({ low: amount(low) })
  return say['goal.at-most']({ high: amount(high ?? 0) })
}

export function valueText(
  { kind, unit }: Pick<GoalTerms, 'kind' | 'unit'>,
  value: number,
  say: Messages,
): string {
  if (kind === 'milestone') return say[value >= 1 ? 'goal.is-done' : 'goal.not-done']()
  return say.format.amount(value, unit)
}

/** The newest value, or that there is none. */
export function currentText(goal: Goal, say: Messages): string {
  if (isStepped(goal) && (goal.last?.value ?? 0) < 1) return stepsText(goal, say)
  if (goal.last !== undefined) return valueText(goal, goal.last.value, say)
  return goal.kind === 'milestone' ? say['goal.not-done']() : say['goal.never']()
}

export function timeLeftText({ goal, today, daysLeft }: Standing, say: Messages): string {
  if (today < goal.start) return say['goal.due']({ due: say.format.date(goal.due) })
  if (daysLeft === 0) return say['goal.due-today']()
  return daysLeft > 0 ? say['goal.days-left']({ days: daysLeft }) : say['goal.days-over']({ days: -daysLeft })
}

/** `+1.3 a week needed`; absent where nothing is needed. */
export function neededText({ goal, neededPerWeek }: Standing, say: Messages): string | undefined {
  if (neededPerWeek === undefined || neededPerWeek === 0) return undefined
  return say['goal.needed']({ change: changeText(roughly(neededPerWeek, goal.unit), goal.unit, say) })
}

/** What a plan expects, in no more digits than it is worth: nobody signs 13.4 deals, or owes 98,901.10. */
export function roughly(value: number, unit: Unit): number {
  const isWhole = unit.kind === 'count' && Math.abs(value) >= 3
  return isWhole ? Math.round(value) : Number(value.toPrecision(3))
}

/** A percentage that moves is told in points, so that 5 never means a twentieth. */
export function changeText(change: number, unit: Unit, say: Messages): string {
  if (unit.kind === 'percent') {
    return say['goal.points']({ change: say.format.change(change, { kind: 'count', noun: undefined }) })
  }
  return say.format.change(change, unit)
}

/** `● On track · 12 of 20 … 60% of the way ▰▰▰▰▰▰▱▱▱▱`: the words first, so that a screen reader has them first. */
export function standingLine(standing: Standing, say: Messages): string {
  const { goal } = standing
  const words = [standingText(standing, say), currentText(goal, say), timeLeftOrEnd(standing, say)]
  return joined([
    ...words,
    hasPath(goal) || isStepped(goal) ? progressText(standing.progress, say) : undefined,
  ])
}

export function progressText(progress: number, say: Messages): string {
  return `${say['goal.progress']({ share: shareText(progress, say) })} ${progressBar(progress)}`
}

/** Never below 0% nor above 120%: further out the number says nothing. */
export function shareText(progress: number, say: Messages): string {
  return say.format.share(Math.min(1.2, Math.max(0, progress)))
}

export const hasPath = ({ kind }: Pick<GoalTerms, 'kind'>) => kind === 'reach' || kind === 'cumulative'

/** What counts is how many of its milestones are done. */
const isStepped = ({ kind, steps }: Pick<GoalTerms, 'kind' | 'steps'>) =>
  kind === 'milestone' && steps.length > 0

const stepsText = ({ steps }: Pick<GoalTerms, 'steps'>, say: Messages) =>
  say['milestones.count']({ done: steps.filter(({ isDone }) => isDone).length, count: steps.length })

export const joined = (words: readonly (string | undefined)[]) =>
  words.filter((word) => word !== undefined && word !== '').join(' · ')

function timeLeftOrEnd(standing: Standing, say: Messages): string {
  const { goal, today, daysLeft } = standing
  const due = say['goal.due']({ due: say.format.date(goal.due) })
  const isUnderWay = goal.state === 'active' && today >= goal.start && daysLeft !== 0
  if (isUnderWay) return joined([due, timeLeftText(standing, say)])
  return goal.state === 'active' ? timeLeftText(standing, say) : due
}
