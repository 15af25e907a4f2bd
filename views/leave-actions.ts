import type { ActionsBlock } from '@slack/types'
import { z } from 'zod'
import type { LifeTold } from '../src/domain/life-told.ts'
import type { LocalDate, PersonId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { localDate, personId } from './answers.ts'
import { actions, button } from './blocks.ts'
import { buttonValue } from './button-value.ts'

export const leaveActions = {
  /** Carries `leaveButton`. */
  cancel: 'leave.cancel',
  /** A Slack status becomes leave; carries `offerButton`. */
  take: 'leave.take',
  decline: 'leave.decline',
  /** Opens the form; carries nothing. */
  open: 'leave.open',
} as const

export const leaveButton = buttonValue({ person: personId, leave: z.string() })
export const offerButton = buttonValue({ back: localDate.optional() })

export const cancelLeaveButton = (person: PersonId, leave: string, text: string) =>
  button({ text, actionId: leaveActions.cancel, value: JSON.stringify({ person, leave }) })

export function offerButtons({ back }: Extract<LifeTold, { as: 'offer' }>, say: Messages): ActionsBlock {
  const value = JSON.stringify({ back } satisfies { back: LocalDate | undefined })
  return actions([
    button({ text: say['leave.offer.take'](), actionId: leaveActions.take, style: 'primary', value }),
    button({ text: say['leave.offer.decline'](), actionId: leaveActions.decline, value }),
  ])
}
