import type { PlanSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { goalName, joined, shareText, valueText } from './goal-words.ts'
import { measureName } from './measures.ts'
import { planMarkdown } from './plan-document.ts'
import { statusText } from './status.ts'

export function planMarkdownFile(sheet: PlanSheet, say: Messages) {
  return { ...named(sheet, 'md', say), bytes: new TextEncoder().encode(planMarkdown(sheet, say)) }
}

/** The goals of the plan as a table: its header and its rows. */
export function planTable({ goals }: PlanSheet, say: Messages) {
  const header = planColumns.map((name) => say[`plan.col.${name}`]())
  const rows = goals.map(({ standing, owner }) => {
    const { goal } = standing
    const shown = (value: number | undefined) => (value === undefined ? '' : valueText(goal, value, say))
    const parent = goals.find((other) => other.standing.goal.id === goal.parent)?.standing.goal
    return [
      goalName(goal, say),
      owner.name,
      measureName(goal.measure, say),
      shown(goal.baseline),
      shown(goal.last?.value),
      shown(goal.target),
      goal.due,
      goal.state === 'retired' ? say['status.retired']() : statusText(standing.status, say),
      shareText(standing.progress, say),
      say[`plan.verdict.${goal.verdict ?? 'unknown'}`](),
      goal.levers ?? '',
      goal.why ?? '',
      parent === undefined ? '' : goalName(parent, say),
    ]
  })
  return { header, rows }
}

const planColumns = [
  'goal',
  'owner',
  'kpi',
  'from',
  'now',
  'to',
  'due',
  'status',
  'progress',
  'verdict',
  'levers',
  'why',
  'part-of',
] as const

export function named({ team, today }: PlanSheet, ending: 'md' | 'csv', say: Messages) {
  return {
    name: `plan-${today}.${ending}`,
    title: joined([say['plan.title']({ channel: team.channelName }), say.format.date(today)]),
  }
}
