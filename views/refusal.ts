import type { Refusal } from '../src/domain/refusals.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted, readable } from './blocks.ts'
import { draftRefusalText } from './draft-refusal.ts'
import { isAboutMilestone, milestoneRefusalText } from './milestone-refusal.ts'

/** What is wrong and what to do, in plain text: for a field or a `plain()` block. A new refusal does not compile until it has words. */
export function refusalText(refusal: Refusal, say: Messages): string {
  if (isAboutMilestone(refusal)) return milestoneRefusalText(refusal, say)
  switch (refusal.kind) {
    case 'no-such-goal':
      return refusal.number === undefined
        ? say['refusal.no-such-goal']()
        : say['refusal.no-such-goal.number']({ number: refusal.number })
    case 'goal-closed':
      return say['refusal.goal-closed']({ ...refusal, title: quoted(refusal.title) })
    case 'not-your-goal':
      return say['refusal.not-your-goal'](refusal)
    case 'goal-open':
      return say['refusal.goal-open'](refusal)
    case 'not-a-lead':
      return say['refusal.not-a-lead']({ leads: refusal.leads.slice(0, 5).map(readable) })
    case 'not-in-channel':
    case 'channel-archived':
    case 'channel-shared':
      return say[`refusal.${refusal.kind}`]({ channel: readable(refusal.channel) })
    case 'which-goal':
      return say['refusal.which-goal']()
    case 'no-goals':
    case 'no-team-here':
    case 'not-their-lead':
    case 'leave-needs-lead':
    case 'person-unclear':
    case 'choose-team':
    case 'channel-unknown':
    case 'baseline-needs-approval':
    case 'reason-needed':
    case 'nothing-to-undo':
    case 'no-open-prompt':
    case 'nothing-changed':
    case 'outsider':
    case 'stale-button':
      return say[`refusal.${refusal.kind}`]()
    default:
      return draftRefusalText(refusal, say)
  }
}
