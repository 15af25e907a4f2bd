import type { Step } from '../src/domain/goal.ts'
import type { ItemName, MilestoneRow } from '../src/domain/sheets.ts'
import type { Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted } from './blocks.ts'
import { goalName, joined } from './goal-words.ts'
import { dayOf } from './moments.ts'

/** What is said of a milestone wherever it is shown. It holds what people typed: plain or rich text only. */

const TITLE_MOST = 80
const NAME_MOST = 40
const OTHER_MOST = 50
/** Of what is waited for; more would hide the rest of the line. */
const MOST_NAMED = 3

export const stepTitle = ({ title }: Pick<Step, 'title'>) => quoted(title, TITLE_MOST)

/** `✓` done, `◇` late, `○` open: shapes with the word beside them. */
export const stepSymbol = ({ step, isLate }: MilestoneRow): string => (step.isDone ? '✓' : isLate ? '◇' : '○')

/** `Ben · due 12 May 2026 · late`: everything but the title. */
export function stepFacts(row: MilestoneRow, say: Messages, zone?: Zone): string {
  const { step, assignee } = row
  const name = assignee === undefined ? undefined : quoted(assignee, NAME_MOST)
  const weight = step.weight === 1 ? undefined : say['milestones.counts']({ weight: step.weight })
  if (step.isDone) return joined([name, doneText(row, say, zone), weight])
  const isWaiting = row.blockedBy.length === 0 && row.after.length > 0
  return joined([
    name,
    step.due === undefined
      ? say['milestones.with-goal']()
      : say['goal.due']({ due: say.format.date(step.due) }),
    weight,
    row.isLate ? say['milestones.late']() : undefined,
    row.blockedBy.length > 0
      ? say['milestones.blocked']({ names: itemNames(row.blockedBy, say) })
      : undefined,
    isWaiting
      ? say['milestones.after']({
          names: itemNames(
            row.after.map(({ name }) => name),
            say,
          ),
        })
      : undefined,
    row.slackDays === undefined ? undefined : say['milestones.squeezed']({ days: row.slackDays }),
  ])
}

function doneText({ step, doneBy }: MilestoneRow, say: Messages, zone?: Zone): string {
  if (doneBy === undefined || step.doneAt === undefined) return say['milestones.done']()
  return say['milestones.done-by']({ name: quoted(doneBy, NAME_MOST), date: dayOf(step.doneAt, say, zone) })
}

const itemNames = (items: readonly ItemName[], say: Messages) =>
  say.format.list(items.slice(0, MOST_NAMED).map((item) => itemName(item, say)))

/** `Ask legal`, `G-7 Launch`, or `Ask legal (G-7 Launch)`. */
export function itemName({ goal, step }: ItemName, say: Messages, most = OTHER_MOST): string {
  if (goal === undefined) return step === undefined ? say['milestones.hidden']() : quoted(step, most)
  const name = quoted(goalName(goal, say), most)
  return step === undefined ? name : say['milestones.of-goal']({ step: quoted(step, most), goal: name })
}
