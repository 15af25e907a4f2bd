import type { Branch } from '../src/domain/alignment.ts'
import type { Goal, Step } from '../src/domain/goal.ts'
import {
  type PlanChange,
  type PlanPart,
  type PlanSection,
  planSections,
} from '../src/domain/plan-document.ts'
import type { PlanSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { currentText, goalName, joined, shareText, spanText, valueText } from './goal-words.ts'
import { inMarkdown, listInMarkdown, tableInMarkdown } from './markdown.ts'
import { measureName } from './measures.ts'
import { dayOf } from './moments.ts'
import { statusText } from './status.ts'

/** One of the twelve sections of domain.md §6.1, as lines of Markdown. */
export interface PlanText {
  readonly section: PlanSection
  readonly title: string
  readonly lines: readonly string[]
  /** Nobody has written it, or nothing is there to tell: `lines` say what would stand here. */
  readonly isEmpty: boolean
}

export function planTexts(sheet: PlanSheet, say: Messages): readonly PlanText[] {
  return planSections.map((section) => {
    const lines = linesOf(section, sheet, say)
    const title = say[`plan.section.${section}`]()
    return lines.length === 0
      ? { section, title, lines: [`_${say[`plan.none.${section}`]()}_`], isEmpty: true }
      : { section, title, lines, isEmpty: false }
  })
}

/** The whole document. */
export function planMarkdown(sheet: PlanSheet, say: Messages): string {
  const title = say['plan.title']({ channel: inMarkdown(sheet.team.channelName) })
  const head = joined([
    say['plan.as-of']({ date: say.format.date(sheet.today) }),
    say['plan.goals']({ count: sheet.goals.length }),
  ])
  const sections = planTexts(sheet, say).map(
    ({ title: heading, lines }, index) => `## ${index + 1}. ${heading}\n\n${lines.join('\n')}`,
  )
  return `${[`# ${title}`, head, ...sections].join('\n\n')}\n`
}

function linesOf(section: PlanSection, sheet: PlanSheet, say: Messages): readonly string[] {
  switch (section) {
    case 'purpose':
      return [...written('purpose', sheet), ...periodLine(sheet, say)]
    case 'where':
      return whereTable(sheet, say)
    case 'goals':
      return goalsTable(sheet, say)
    case 'tree':
      return sheet.branches.some(({ children }) => children.length > 0)
        ? sheet.branches.flatMap((branch) => treeLines(branch, say))
        : []
    case 'levers':
      return [...leverLines(sheet, say), ...written('initiatives', sheet)]
    case 'milestones':
      return milestoneLines(sheet, say)
    case 'risks':
      return [...waitLines(sheet, say), ...written('risks', sheet)]
    case 'changes':
      return sheet.changes.map((change) => `- ${inMarkdown(changeText(change, sheet, say))}`)
    default:
      return written(section, sheet)
  }
}

const written = (part: PlanPart, { words }: PlanSheet): readonly string[] =>
  listInMarkdown(words.get(part)?.words ?? '')

/** From the first goal's beginning to the last one's end. */
function periodLine({ goals }: PlanSheet, say: Messages): readonly string[] {
  const dates = goals.map(({ standing: { goal } }) => goal)
  const [from] = dates.map(({ start }) => start).toSorted()
  const to = dates
    .map(({ due }) => due)
    .toSorted()
    .at(-1)
  if (from === undefined || to === undefined) return []
  return [`- ${say['plan.period']({ from: say.format.date(from), to: say.format.date(to) })}`]
}

function whereTable({ goals }: PlanSheet, say: Messages): readonly string[] {
  const rows = goals.flatMap(({ standing: { goal } }) =>
    goal.baseline === undefined || goal.target === undefined
      ? []
      : [
          [
            measureName(goal.measure, say),
            goalName(goal, say),
            valueText(goal, goal.baseline, say),
            goal.last === undefined ? '-' : valueText(goal, goal.last.value, say),
            valueText(goal, goal.target, say),
          ],
        ],
  )
  const header = (['kpi', 'goal', 'from', 'now', 'to'] as const).map((name) => say[`plan.col.${name}`]())
  return rows.length === 0 ? [] : tableInMarkdown(header, rows)
}

function goalsTable({ goals }: PlanSheet, say: Messages): readonly string[] {
  const rows = goals.map(({ standing, owner }) => [
    joined([
      goalName(standing.goal, say),
      spanText(standing.goal, say),
      standing.goal.isAspirational ? say['goal-form.promise.aspirational']() : undefined,
    ]),
    owner.name,
    say.format.date(standing.goal.due),
    standing.goal.state === 'retired' ? say['status.retired']() : statusText(standing.status, say),
    shareText(standing.progress, say),
    say[`plan.verdict.${standing.goal.verdict ?? 'unknown'}`](),
  ])
  const header = (['goal', 'owner', 'due', 'status', 'progress', 'verdict'] as const).map((name) =>
    say[`plan.col.${name}`](),
  )
  return rows.length === 0 ? [] : tableInMarkdown(header, rows)
}

function treeLines(branch: Branch, say: Messages): readonly string[] {
  const { standing, depth, children } = branch
  const line = joined([goalName(standing.goal, say), currentText(standing.goal, say)])
  return [
    `${'  '.repeat(depth - 1)}- ${inMarkdown(line)}`,
    ...children.flatMap((child) => treeLines(child, say)),
  ]
}

const leverLines = ({ goals }: PlanSheet, say: Messages): readonly string[] =>
  goals.flatMap(({ standing: { goal } }) =>
    goal.levers === undefined || goal.state !== 'active'
      ? []
      : [`- ${inMarkdown(`${goalName(goal, say)}: ${goal.levers}`)}`],
  )

function milestoneLines({ goals }: PlanSheet, say: Messages): readonly string[] {
  const steps = goals.flatMap(({ standing: { goal } }) =>
    goal.state === 'active' ? goal.steps.map((step) => ({ goal, step, due: step.due ?? goal.due })) : [],
  )
  return steps
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.goal.number - b.goal.number))
    .map(({ goal, step, due }) => {
      const facts = [say.format.date(due), `${step.title} (${goalName(goal, say)})`]
      return `- ${inMarkdown(joined([...facts, step.isDone ? say['milestones.done']() : undefined]))}`
    })
}

/** What waits for something else that is in the plan and not done. */
function waitLines({ goals }: PlanSheet, say: Messages): readonly string[] {
  const open = goals.map(({ standing }) => standing.goal).filter(({ state }) => state === 'active')
  return open.flatMap((goal) =>
    goal.steps.flatMap((step) => {
      const names = step.isDone ? [] : waitsFor(step, open)
      if (names.length === 0) return []
      return [`- ${inMarkdown(say['plan.waits']({ step: step.title, names: say.format.list(names) }))}`]
    }),
  )
}

const waitsFor = (step: Step, goals: readonly Goal[]): readonly string[] =>
  step.after.flatMap((link) => {
    const goal = goals.find(({ id }) => id === link.goal)
    const before = goal?.steps.find(({ id }) => id === link.step)
    if (goal === undefined) return []
    if (link.step === undefined) return [goal.title]
    return before === undefined || before.isDone ? [] : [before.title]
  })

function changeText(change: PlanChange, { team, names, goals }: PlanSheet, say: Messages): string {
  const date = dayOf(change.at, say, team.zone)
  const name = names.get(change.by) ?? change.by
  if (change.kind === 'words')
    return say['plan.change.words']({ date, name, section: say[`plan.part.${change.part}`]() })
  const goal = goals.find(({ standing }) => standing.goal.id === change.goal)?.standing.goal
  return say[`plan.change.${change.kind}`]({
    date,
    name,
    goal: goal === undefined ? change.title : goalName(goal, say),
  })
}
