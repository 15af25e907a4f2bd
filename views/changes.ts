import { type GoalTerms, planPaths } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { measureName } from './measures.ts'
import { milestoneLines } from './milestone-changes.ts'

const fieldsTold = [
  'title',
  'measure',
  'baseline',
  'target',
  'low',
  'high',
  'start',
  'due',
  'curve',
  'isAspirational',
] as const
type FieldTold = (typeof fieldsTold)[number]

/** One line per field or milestone that differs. A new unit shows in every number. */
export function changedLines(before: GoalTerms, after: GoalTerms, say: Messages): string[] {
  const fields = fieldsTold.flatMap((field) => {
    const from = fieldText(before, field, say)
    const to = fieldText(after, field, say)
    const name = say[`changed.field.${field}`]()
    return from === to ? [] : [say['changed.line']({ field: name, from, to })]
  })
  return [...fields, ...milestoneLines(before, after, say)]
}

function fieldText(terms: GoalTerms, field: FieldTold, say: Messages): string {
  switch (field) {
    case 'title':
      return terms.title
    case 'measure':
      return measureName(terms.measure, say)
    case 'curve': {
      const path = planPaths.find((one) => one === terms.curve.kind)
      return path === undefined ? say['changed.own-path']() : say[`goal-form.path.${path}`]()
    }
    case 'isAspirational':
      return say[`goal-form.promise.${terms.isAspirational ? 'aspirational' : 'committed'}`]()
    case 'start':
    case 'due':
      return say.format.date(terms[field])
    case 'baseline':
    case 'target':
    case 'low':
    case 'high': {
      const value = terms[field]
      return value === undefined ? say['changed.none']() : say.format.amount(value, terms.unit)
    }
  }
}
