import type { LifeTold } from '../src/domain/life-told.ts'
import type { LocalDate, PersonId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf } from './answers.ts'
import { dateInput, formModal, peopleInput } from './inputs.ts'
import type { ModalView } from './message.ts'

export const leaveForm = { callbackId: 'leave.form' } as const

export const leaveBlocks = { who: 'who', from: 'from', last: 'last' } as const

export interface LeaveFormParts {
  readonly say: Messages
  readonly today: LocalDate
  /** Only leads are asked whose leave it is. */
  readonly isLead: boolean
  readonly whose: PersonId | undefined
}

export function leaveFormView({ say, today, isLead, whose }: LeaveFormParts): ModalView {
  const who = peopleInput({
    id: leaveBlocks.who,
    label: say['leave-form.who.label'](),
    hint: say['leave-form.who.hint'](),
    filled: whose === undefined ? [] : [whose],
    most: 1,
    isOptional: true,
  })
  return formModal({
    say,
    callbackId: leaveForm.callbackId,
    title: say['leave-form.title'](),
    submit: say['leave-form.submit'](),
    blocks: [
      ...(isLead ? [who] : []),
      dateInput({ id: leaveBlocks.from, label: say['leave-form.from.label'](), filled: today }),
      dateInput({
        id: leaveBlocks.last,
        label: say['leave-form.last.label'](),
        hint: say['leave-form.last.hint'](),
        filled: undefined,
        isOptional: true,
      }),
    ],
  })
}

export interface TypedLeave {
  /** Absent: oneself. */
  readonly whose: PersonId | undefined
  readonly from: LocalDate | undefined
  readonly last: LocalDate | undefined
}

export function readLeaveForm(values: unknown): TypedLeave {
  const answers = answersOf(values)
  return {
    whose: answers.people(leaveBlocks.who)[0],
    from: answers.date(leaveBlocks.from),
    last: answers.date(leaveBlocks.last),
  }
}

/** Block id -> sentence. */
export function leaveFormErrors(
  fault: Extract<LifeTold['as'], 'past-leave' | 'too-long'> | 'not-theirs',
  say: Messages,
): Record<string, string> {
  switch (fault) {
    case 'past-leave':
      return { [leaveBlocks.last]: say['leave-form.last.early']() }
    case 'too-long':
      return { [leaveBlocks.last]: say['leave-form.last.long']() }
    case 'not-theirs':
      return { [leaveBlocks.who]: say['refusal.leave-needs-lead']() }
  }
}
