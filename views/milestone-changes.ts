import { keyOf } from '../src/domain/dependencies.ts'
import type { GoalTerms, Step } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { stepTitle } from './milestone-words.ts'

/** One line per milestone that was added, left out or changed; marks are no change of the goal. */
export function milestoneLines(
  before: Pick<GoalTerms, 'steps'>,
  after: Pick<GoalTerms, 'steps'>,
  say: Messages,
): string[] {
  const removed = before.steps.filter(({ id }) => after.steps.every((step) => step.id !== id))
  return [
    ...removed.map((step) => say['changed.milestone.removed']({ title: stepTitle(step) })),
    ...after.steps.flatMap((step) => {
      const old = before.steps.find(({ id }) => id === step.id)
      return old === undefined ? [addedLine(step, say)] : changedLines(old, step, say)
    }),
  ]
}

const addedLine = (step: Step, say: Messages) =>
  say['changed.milestone.added']({ title: stepTitle(step), due: dueText(step, say) })

function changedLines(old: Step, step: Step, say: Messages): readonly string[] {
  const title = stepTitle(step)
  const moved = (from: string, to: string) =>
    from === to ? [] : [say['changed.milestone.moved']({ title, from, to })]
  const isHanded = old.assignee !== step.assignee
  const isReordered = old.after.map(keyOf).join() !== step.after.map(keyOf).join()
  const renamed = { from: stepTitle(old), to: title }
  return [
    ...(old.title === step.title ? [] : [say['changed.milestone.renamed'](renamed)]),
    ...moved(dueText(old, say), dueText(step, say)),
    ...moved(weightText(old, say), weightText(step, say)),
    ...(isHanded ? [say['changed.milestone.handed']({ title })] : []),
    ...(isReordered ? [say['changed.milestone.reordered']({ title })] : []),
  ]
}

const dueText = ({ due }: Step, say: Messages) =>
  due === undefined ? say['milestones.with-goal']() : say['goal.due']({ due: say.format.date(due) })

const weightText = ({ weight }: Step, say: Messages) => say['milestones.counts']({ weight })
