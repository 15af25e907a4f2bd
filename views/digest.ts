import type { KnownBlock } from '@slack/types'
import type { Digest } from '../src/domain/digest.ts'
import type { Team } from '../src/domain/people.ts'
import type { WeekGoal } from '../src/domain/week.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, header, plain, quoted, section } from './blocks.ts'
import { goalName, SHORT_TITLE } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { weekLine } from './week.ts'

const MOST_LINES = 8
const NAME_MOST = 40

/** For a lead's own eyes: where somebody may need them. It asks nothing and blames nobody. */
export function digestMessage(team: Pick<Team, 'channelName'>, digest: Digest, say: Messages): Message {
  const title = say['digest.title']({ channel: team.channelName })
  const goals = (some: readonly WeekGoal[]) => some.map((one) => weekLine(one, say, 'leads'))
  const name = (goal: Parameters<typeof goalName>[0]) => goalName(goal, say, SHORT_TITLE)
  const lists = [
    list(say['digest.blocked'](), goals(digest.blocked), say),
    list(say['digest.at-risk'](), goals(digest.atRisk), say),
    list(say['digest.missed-twice'](), goals(digest.missedTwice), say),
    list(say['digest.stale'](), goals(digest.stale), say),
    list(
      say['digest.eased'](),
      digest.eased.map(({ goal, version, byName }) =>
        say['digest.eased-by']({
          goal: name(goal),
          name: clip(byName, NAME_MOST),
          reason: quoted(version.reason ?? '–', 80),
        }),
      ),
      say,
    ),
    list(
      say['digest.overloaded'](),
      digest.overloaded.map((one) =>
        say['digest.carries']({ name: clip(one.name, NAME_MOST), points: one.points }),
      ),
      say,
    ),
    list(say['digest.childless'](), digest.childless.map(name), say),
  ]
  return {
    text: spoken(title),
    blocks: [header(title), ...lists.flat(), context(say['digest.only-leads']())],
  }
}

function list(title: string, lines: readonly string[], say: Messages): readonly KnownBlock[] {
  if (lines.length === 0) return []
  const some = lines.slice(0, MOST_LINES).map((line) => `• ${line}`)
  const more = lines.length - some.length
  return [
    section(plain([title, ...some, ...(more > 0 ? [say['digest.more']({ count: more })] : [])].join('\n'))),
  ]
}
