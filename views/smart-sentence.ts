import type { Goal } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { rangeText } from './goal-words.ts'
import { clip } from './limits.ts'
import { measureName } from './measures.ts'

const WORDS_MOST = 600

/** How much, by when, measured how, by doing what, and why. */
export function smartSentence(goal: Goal, say: Messages): string {
  return [
    measuredSentence(goal, say),
    goal.levers && say['receipt.by']({ levers: clip(goal.levers, WORDS_MOST) }),
    goal.why && say['receipt.why']({ why: clip(goal.why, WORDS_MOST) }),
    goal.firstStep && say['receipt.first-step']({ step: clip(goal.firstStep, WORDS_MOST) }),
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n')
}

/** How much, by when, and measured how; a measure of one's own adds nothing to the numbers. */
export function measuredSentence(goal: Goal, say: Messages): string {
  const before = spanSentence(goal, say)
  if (goal.measure === 'deliverable' || goal.measure.startsWith('custom-')) return before
  const sentence = say['receipt.measure']({ measure: measureName(goal.measure, say) })
  return say['form.sentences']({ before, sentence })
}

function spanSentence(goal: Goal, say: Messages): string {
  const { format } = say
  const amount = (value: number | undefined) => format.amount(value ?? 0, goal.unit)
  const dates = { start: format.date(goal.start), due: format.date(goal.due) }
  switch (goal.kind) {
    case 'reach':
    case 'cumulative':
      return say['receipt.from-to']({ from: amount(goal.baseline), to: amount(goal.target), ...dates })
    case 'maintain':
      return say['receipt.keep']({ range: rangeText(goal, say), ...dates })
    case 'cadence':
      return say['receipt.each-week']({ amount: amount(goal.target), ...dates })
    case 'milestone':
      return say['receipt.deliver'](dates)
  }
}
