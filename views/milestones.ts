import type { Button, KnownBlock } from '@slack/types'
import type { GoalSheet, MilestonePlan } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { button, context, quoted, rich } from './blocks.ts'
import { joined } from './goal-words.ts'
import { clip } from './limits.ts'
import { milestoneActions } from './milestone-actions.ts'
import { itemName, stepFacts, stepSymbol } from './milestone-words.ts'

/** A whole page has to fit into one message: the more lines, the shorter. */
const LINES_MOST = 2200
const LINE_MOST = 200
const TITLE_MOST = 50
const CHAIN_MOST = 300

/** A goal's milestones on its page, by date, and what the rest waits for; nothing where there are none. */
export function milestoneBlocks(
  { milestones, owner }: Pick<GoalSheet, 'milestones' | 'owner'>,
  say: Messages,
): KnownBlock[] {
  const { rows } = milestones
  if (rows.length === 0) return []
  const most = Math.min(LINE_MOST, Math.floor(LINES_MOST / rows.length))
  const lines = rows.map((row) =>
    clip(
      `${stepSymbol(row)} ${joined([quoted(row.step.title, TITLE_MOST), stepFacts(row, say, owner.zone)])}`,
      most,
    ),
  )
  const done = rows.filter(({ step }) => step.isDone).length
  const title = say['milestones.count']({ done, count: rows.length })
  return [
    rich({ text: title, style: { bold: true } }, ...lines.map((line) => `\n${line}`)),
    ...chainBlock(milestones, say),
  ]
}

export function chainBlock({ chain }: Pick<MilestonePlan, 'chain'>, say: Messages): KnownBlock[] {
  if (chain.length === 0) return []
  const names = chain.map((item) => itemName(item, say)).join(' → ')
  return [context(clip(say['milestones.chain']({ chain: names }), CHAIN_MOST))]
}

/** Opens their window; absent for whoever could do nothing in it. */
export function milestonesButton(
  { milestones, standing }: Pick<GoalSheet, 'milestones' | 'standing'>,
  say: Messages,
): Button | false {
  if (!milestones.canAct) return false
  const value = JSON.stringify({ goal: standing.goal.id })
  return button({ text: say['milestones.title'](), actionId: milestoneActions.open, value })
}
