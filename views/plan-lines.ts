import type { Goal, Step } from '../src/domain/goal.ts'
import { delivererOf } from '../src/domain/load.ts'
import type { PlanChange } from '../src/domain/plan-document.ts'
import type { PlanSheet } from '../src/domain/sheets.ts'
import type { PersonId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { changedLines } from './changes.ts'
import { goalName, joined } from './goal-words.ts'
import { clip } from './limits.ts'
import { inMarkdown } from './markdown.ts'
import { dayOf } from './moments.ts'

/** Lines of the plan that are made of several goals, as Markdown. */

const MOST_PEOPLE = 40
const CHANGE_MOST = 500

const openGoals = ({ goals }: PlanSheet) =>
  goals.filter(({ standing }) => standing.goal.state === 'active').map(({ standing }) => standing)

/** Everything that is due, the soonest first: milestones, and the goals themselves. */
export function dateLines(sheet: PlanSheet, say: Messages): readonly string[] {
  const { today, names } = sheet
  const open = openGoals(sheet)
  const steps = open.flatMap(({ goal }) =>
    goal.steps.map((step) => ({ goal, step, due: step.due ?? goal.due })),
  )
  const ends = open.map(({ goal }) => ({ goal, step: undefined, due: goal.due }))
  return [...steps, ...ends]
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.goal.number - b.goal.number))
    .map(({ goal, step, due }) => {
      const what =
        step === undefined
          ? say['plan.ends']({ goal: goalName(goal, say) })
          : say['plan.step']({ step: step.title, goal: goalName(goal, say) })
      const who = step?.assignee && names.get(step.assignee)
      const state =
        step?.isDone === true ? say['milestones.done']() : due < today ? say['status.overdue']() : undefined
      return `- ${inMarkdown(joined([say.format.date(due), what, who, state]))}`
    })
}

/** Who works for the open goals, and for how many; how much each carries is for them and the leads alone. */
export function peopleLines(sheet: PlanSheet, say: Messages): readonly string[] {
  const goals = openGoals(sheet).map(({ goal }) => goal)
  const owners = new Map(sheet.goals.map(({ owner }) => [owner.id, owner.name]))
  const steps = goals.flatMap((goal) =>
    goal.steps.flatMap((step) => (step.isDone ? [] : [{ step, by: delivererOf(goal, step) }])),
  )
  const people = [...new Set<PersonId>([...goals.map(({ owner }) => owner), ...steps.map(({ by }) => by)])]
  if (people.length === 0) return []
  const sum = say['plan.people']({ people: people.length, goals: goals.length, milestones: steps.length })
  const each = people.map((person) => ({
    name: owners.get(person) ?? sheet.names.get(person) ?? person,
    goals: goals.filter(({ owner }) => owner === person).length,
    milestones: steps.filter(({ by }) => by === person).length,
  }))
  const shown = each
    .toSorted((a, b) => b.goals - a.goals || b.milestones - a.milestones)
    .slice(0, MOST_PEOPLE)
  const more = each.length - shown.length
  return [
    `- ${sum}`,
    ...shown.map((one) => `- ${inMarkdown(say['plan.person'](one))}`),
    ...(more > 0 ? [`- ${say['plan.people.more']({ count: more })}`] : []),
  ]
}

/** What waits for something else that is in the plan and not done. */
export function waitLines({ goals }: PlanSheet, say: Messages): readonly string[] {
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

/** What changed from what to what, where that can be told in a line. */
export function changeLine(change: PlanChange, { team, names, goals }: PlanSheet, say: Messages): string {
  const date = dayOf(change.at, say, team.zone)
  if (change.kind === 'words') {
    const { part, version, by } = change
    const section = say[`plan.part.${part}`]()
    return say['plan.change.words']({ date, name: names.get(by) ?? by, section, version })
  }
  const known = goals.find(({ standing }) => standing.goal.id === change.goal)?.standing.goal
  const told = (title: string) => (known === undefined ? title : goalName(known, say))
  if (!('after' in change)) return say[`plan.change.${change.kind}`]({ date, goal: told(change.title) })
  const { before, after, by, reason } = change
  const what = say[`plan.change.${change.kind}`]({ date, name: names.get(by) ?? by, goal: told(after.title) })
  const fields = before === undefined ? [] : changedLines(before, after, say)
  const why = reason === undefined ? [] : [say['changed.reason']({ reason })]
  return clip([what, ...fields, ...why].join(' · '), CHANGE_MOST)
}
