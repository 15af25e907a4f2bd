import type { ActionsBlock } from '@slack/types'
import type { LifeSheet } from '../src/domain/life-sheet.ts'
import type { LeaveTold, LifeTold } from '../src/domain/life-told.ts'
import type { PersonId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, escaped, section } from './blocks.ts'
import { cancelLeaveButton } from './leave-actions.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'

const NAME_MOST = 80

type LeaveSheet = Extract<LifeSheet, { readonly told: LeaveTold }>
type Away = Extract<LeaveTold, { readonly as: 'away' }>

/** What is noted now about being away: one's own, someone's whom a lead speaks for, or one's own by a lead. */
export function leaveLines({ told, other }: LeaveSheet, say: Messages): readonly string[] {
  const name = escaped(other ?? '', NAME_MOST)
  switch (told.as) {
    case 'away':
      return awayLines(told, name, say)
    case 'back':
      return [backLine(told, name, say), nextPrompt(told, say)]
    case 'not-away':
      return [
        told.of === undefined ? say['leave.not-away']() : say['leave.not-away.other']({ name }),
        ...(told.planned === undefined
          ? []
          : [say['leave.planned']({ date: say.format.date(told.planned) })]),
        nextPrompt(told, say),
      ]
  }
}

function awayLines(told: Away, name: string, say: Messages): readonly string[] {
  const { prompts } = told
  return [
    spanLine(told, name, say),
    ...(prompts === undefined ? [] : [say['leave.prompts']({ count: prompts })]),
    ...(told.excusesOpen ? [say['leave.excuses-open']()] : []),
    say['leave.free'](),
    ...(told.back === undefined && told.of === undefined ? [say['leave.end']()] : []),
    ...(told.of === undefined ? [] : [say['leave.told-them']({ name })]),
  ]
}

/** From when until when, and who noted it. */
function spanLine({ from, back, of, by }: Away, name: string, say: Messages): string {
  const span = say['leave.span']({
    from: say.format.date(from),
    back: back === undefined ? undefined : say.format.date(back),
  })
  if (of !== undefined) return say['leave.noted-for']({ name, span })
  return by === undefined ? say['leave.noted']({ span }) : say['leave.noted-by']({ name, span })
}

function backLine(
  { of, by, cancelled }: Extract<LeaveTold, { readonly as: 'back' }>,
  name: string,
  say: Messages,
): string {
  if (cancelled !== undefined) {
    const date = say.format.date(cancelled)
    if (of !== undefined) return say['leave.cancelled-for']({ name, date })
    return by === undefined ? say['leave.cancelled']({ date }) : say['leave.cancelled-by']({ name, date })
  }
  if (of !== undefined) return say['leave.back-for']({ name })
  return by === undefined ? say['leave.back']() : say['leave.back-by']({ name })
}

const nextPrompt = ({ next }: Exclude<LeaveTold, Away>, say: Messages): string =>
  next === undefined ? say['life.no-next']() : say['life.next']({ moment: dayToken(next, say) })

/** One click takes a leave back that was read wrongly. */
export function leaveUndo({ leave, of }: Away, reader: PersonId, say: Messages): ActionsBlock {
  return actions([cancelLeaveButton(of ?? reader, leave, say['leave.cancel']())])
}

export const leaveDeclined = (say: Messages): Message => ({
  text: say['leave.declined'](),
  blocks: [section(say['leave.declined']())],
})

/** A Slack status that looks like leave; nothing is assumed. */
export function offerLines(
  { status, back }: Extract<LifeTold, { readonly as: 'offer' }>,
  say: Messages,
): readonly string[] {
  const shown = escaped(status, NAME_MOST)
  return [
    back === undefined
      ? say['leave.offer.open']({ status: shown })
      : say['leave.offer']({ status: shown, date: say.format.date(back) }),
    say['leave.offer.note'](),
  ]
}
