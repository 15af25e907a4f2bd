import type { KnownBlock } from '@slack/types'
import type { PlanSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, header, type RichPart, rich } from './blocks.ts'
import { joined } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { planActions, planValue } from './plan-actions.ts'
import { type PlanText, planTexts } from './plan-document.ts'
import { spoken } from './spoken.ts'

/** Twelve sections in one message: of each its beginning, below Slack's limit together. */
const LINES_SHOWN = 6
const SECTION_MOST = 600

/** The plan at a glance, for one's own eyes; the whole of it is in the file. */
export function planMessage(sheet: PlanSheet, say: Messages): Message {
  const title = say['plan.title']({ channel: sheet.team.channelName })
  const value = planValue(sheet.team.id)
  const facts = joined([
    say['plan.as-of']({ date: say.format.date(sheet.today) }),
    say['plan.goals']({ count: sheet.goals.length }),
  ])
  return {
    text: spoken(title),
    blocks: [
      header(title),
      context(facts),
      ...planTexts(sheet, say).map((text, index) => sectionBlock(text, index + 1)),
      context(joined([say['plan.more'](), say['plan.how']()])),
      actions([
        ...(sheet.canWrite
          ? [button({ text: say['plan.edit'](), actionId: planActions.edit, value, style: 'primary' })]
          : []),
        button({ text: say['plan.markdown'](), actionId: planActions.markdown, value }),
        button({ text: say['plan.csv'](), actionId: planActions.csv, value }),
        button({ text: say['plan.history'](), actionId: planActions.history, value }),
      ]),
    ],
  }
}

function sectionBlock({ title, lines, isEmpty }: PlanText, number: number): KnownBlock {
  const head: RichPart = { text: `${number}. ${title}`, style: { bold: true } }
  if (isEmpty) return rich(head, { text: `\n${plainly(lines[0] ?? '')}`, style: { italic: true } })
  const rows = lines.filter((line) => !/^\|(?: --- \|)+$/.test(line))
  const shown = fitting(rows.slice(0, LINES_SHOWN).map(plainly))
  const more = rows.length > shown.length ? '\n…' : ''
  return rich(head, `\n${shown.join('\n')}${more}`)
}

/** Whole lines; of a first line that is too long its beginning. */
function fitting(lines: readonly string[]): readonly string[] {
  let length = 0
  const whole = lines.filter((line) => {
    length += line.length + 1
    return length <= SECTION_MOST
  })
  const [first = ''] = lines
  return whole.length === 0 ? [clip(first, SECTION_MOST)] : whole
}

/** Markdown as Slack's rich text shows it: marks taken away, cells set apart. */
const plainly = (line: string): string =>
  line
    .replace(/^_|_$/g, '')
    .replace(/^(\s*)- /, '$1• ')
    .replace(/^\| | \|$/g, '')
    .replace(/ (?<!\\)\| /g, '  ·  ')
    .replace(/\\([\\`*_[\]<>#|~!@:.)+=-])/g, '$1')
