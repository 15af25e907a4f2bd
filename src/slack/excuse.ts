import type { Message } from '../../views/message.ts'
import { NoSpaceLeft } from '../domain/no-space.ts'
import type { Messages } from '../i18n/say.ts'
import { SlackRefused } from './calls.ts'
import { type Reception, referenceFor } from './visit.ts'

/** What the person is told of a fault: that the window came too late, or what is wrong here, with a reference. */
export function excuse(desk: Reception, say: Messages, fault: unknown, what: string): Message {
  if (isTooLate(fault)) return desk.screens.tooLate(say)
  const reference = referenceFor(desk, fault, what)
  return fault instanceof NoSpaceLeft
    ? desk.screens.noSpace(say, reference)
    : desk.screens.fault(say, reference)
}

function isTooLate(fault: unknown): boolean {
  const codes = ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'trigger_expired']
  return fault instanceof SlackRefused && codes.includes(fault.code)
}
