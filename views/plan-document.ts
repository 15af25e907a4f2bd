import type { Branch } from '../src/domain/alignment.ts'
import { type PlanPart, type PlanSection, planSections } from '../src/domain/plan-document.ts'
import type { PlanSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { currentText, goalName, joined, shareText, valueText } from './goal-words.ts'
import { inMarkdown, listInMarkdown, tableInMarkdown } from './markdown.ts'
import { measureName } from './measures.ts'
import { changeLine, dateLines, peopleLines, waitLines } from './plan-lines.ts'
import { measuredSentence } from './smart-sentence.ts'
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
      return [...goalsTable(sheet, say), ...sentenceLines(sheet, say)]
    case 'tree':
      return sheet.branches.some(({ children }) => children.length > 0)
        ? sheet.branches.flatMap((branch) => treeLines(branch, say))
        : []
    case 'levers':
      return [...leverLines(sheet, say), ...written('initiatives', sheet)]
    case 'milestones':
      return dateLines(sheet, say)
    case 'resources':
      return [...peopleLines(sheet, say), ...written('resources', sheet)]
    case 'risks':
      return [...waitLines(sheet, say), ...written('risks', sheet)]
    case 'changes':
      return sheet.changes.map((change) => `- ${inMarkdown(changeLine(change, sheet, say))}`)
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

/** The goals that are open, in whole sentences below their table. */
const sentenceLines = ({ goals }: PlanSheet, say: Messages): readonly string[] => {
  const open = goals.filter(({ standing }) => standing.goal.state === 'active')
  const lines = open.map(
    ({ standing: { goal } }) =>
      `- ${inMarkdown(say['plan.point']({ name: goalName(goal, say), text: measuredSentence(goal, say) }))}`,
  )
  return lines.length === 0 ? [] : ['', ...lines]
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
      : [`- ${inMarkdown(say['plan.point']({ name: goalName(goal, say), text: goal.levers }))}`],
  )
