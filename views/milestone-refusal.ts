import type { MilestoneRefusal, Refusal } from '../src/domain/refusals.ts'
import type { Messages } from '../src/i18n/say.ts'

const kinds: Readonly<Record<MilestoneRefusal['kind'], true>> = {
  'no-such-milestone': true,
  'not-your-milestone': true,
  'too-many-milestones': true,
  'milestone-untitled': true,
  'milestone-outside': true,
  'assignee-unable': true,
  'assignee-not-told': true,
  'dependency-unknown': true,
  'dependency-cycle': true,
}

export const isAboutMilestone = (refusal: Refusal): refusal is MilestoneRefusal => refusal.kind in kinds

export function milestoneRefusalText(refusal: MilestoneRefusal, say: Messages): string {
  switch (refusal.kind) {
    case 'too-many-milestones':
      return say['refusal.too-many-milestones'](refusal)
    case 'milestone-outside':
      return say['refusal.milestone-outside'](refusal)
    default:
      return say[`refusal.${refusal.kind}`]()
  }
}
