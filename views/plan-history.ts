import type { PlanWords } from '../src/domain/plan-document.ts'
import type { PlanHistorySheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, header, rich } from './blocks.ts'
import { joined } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { dayOf } from './moments.ts'
import { spoken } from './spoken.ts'

/** So many texts stay below what Slack takes in one message. */
const MOST_TEXTS = 20
const TEXT_MOST = 450

/** What was written into the plan before, newest first; the texts of today among them. */
export function planHistory({ team, versions, names }: PlanHistorySheet, say: Messages): Message {
  const title = say['plan.history.title']({ channel: team.channelName })
  const more = versions.length - MOST_TEXTS
  const textBlock = ({ part, version, words, by, at }: PlanWords) =>
    rich(
      {
        text: joined([
          say['plan.history.of']({ section: say[`plan.part.${part}`](), version }),
          dayOf(at, say, team.zone),
          names.get(by) ?? by,
        ]),
        style: { bold: true },
      },
      `\n${words === '' ? say['plan.history.taken']() : clip(words, TEXT_MOST)}`,
    )
  return {
    text: spoken(title),
    blocks: [
      header(title),
      ...(versions.length === 0 ? [context(say['plan.history.none']())] : []),
      ...versions.slice(0, MOST_TEXTS).map(textBlock),
      ...(more > 0 ? [context(say['plan.history.more']({ count: more }))] : []),
    ],
  }
}
