import type { SectionBlock } from '@slack/types'
import type { Standing } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { plain, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName, joined, spanText, standingLine } from './goal-words.ts'

const ROW_MOST = 600

/** One goal of many: its name, where it stands, and a button that opens it. `more` is a line of its own. */
export function goalRow(standing: Standing, say: Messages, more?: string): SectionBlock {
  const { goal } = standing
  const lines = [goalName(goal, say), standingLine(standing, say), joined([spanText(goal, say), more])]
  return section(plain(lines.join('\n'), ROW_MOST), { accessory: openButton(goal, say) })
}
