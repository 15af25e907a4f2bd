import type { KnownBlock } from '@slack/types'
import type { Branch } from '../src/domain/alignment.ts'
import type { GoalSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { rich } from './blocks.ts'
import { goalName, joined, shareText } from './goal-words.ts'
import { standingText, statusText } from './status.ts'

/** A page has to fit into one message; the tree shows all of them. */
const MOST_PARTS = 5
const TITLE_MOST = 50

/** What is part of a goal, with the worst status and the mean of them; nothing where nothing is. */
export function partsBlock({ parts }: Pick<GoalSheet, 'parts'>, say: Messages): KnownBlock[] {
  if (parts === undefined) return []
  const shown = parts.children.slice(0, MOST_PARTS)
  const left = parts.children.length - shown.length
  const title = joined([say['show.parts'](), statusText(parts.status, say), shareText(parts.progress, say)])
  const lines = shown.map((part) => `\n${lineOf(part, say)}`)
  const more = left > 0 ? [`\n${say['show.more-parts']({ count: left })}`] : []
  return [rich({ text: title, style: { bold: true } }, ...lines, ...more)]
}

function lineOf({ standing, status, progress, children }: Branch, say: Messages): string {
  const word = children.length === 0 ? standingText(standing, say) : statusText(status, say)
  return joined([goalName(standing.goal, say, TITLE_MOST), word, shareText(progress, say)])
}
