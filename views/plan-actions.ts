import type { TeamId } from '../src/domain/types.ts'
import { teamId } from './answers.ts'
import { buttonValue } from './button-value.ts'

/** All of them send `planButton`. */
export const planActions = {
  edit: 'plan.edit',
  markdown: 'plan.markdown',
  csv: 'plan.csv',
  /** What was written before. */
  history: 'plan.history',
} as const

/** Reads the value back: the team. */
export const planButton = buttonValue({ team: teamId }).transform(({ team }) => team)
export const planValue = (team: TeamId): string => JSON.stringify({ team })
