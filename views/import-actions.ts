import { z } from 'zod'
import type { TeamId } from '../src/domain/types.ts'
import { teamId } from './answers.ts'
import { buttonValue } from './button-value.ts'

/** All but `cancel` send `importButton`. */
export const importActions = {
  run: 'import.run',
  refused: 'import.refused',
  cancel: 'import.cancel',
} as const

/** Which file was looked at; whose it is Slack is asked again. */
export interface ImportPlace {
  readonly file: string
  readonly team: TeamId | undefined
}

export const importButton = buttonValue({
  file: z.string().regex(/^F[A-Z0-9]{2,20}$/),
  team: teamId.optional(),
}).transform(({ file, team }): ImportPlace => ({ file, team }))
