import { localDateOf, wallTimeOf, weekdayOf } from '../src/domain/time.ts'
import type { LocalDate } from '../src/domain/types.ts'
import type { WhyLine, WhySheet } from '../src/domain/why-sheet.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, header, mrkdwn, quoted, section } from './blocks.ts'
import { dayBlocks } from './days.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'
import { spoken } from './spoken.ts'

/** So much of Slack's 13,000 characters that the rest has room. */
const MOST_TEXT = 11_000
const NAME_MOST = 40
const MOST_GOALS = 8

/** What was asked and told in four weeks and why, the newest day first, on the clock of whom it is about. */
export function why({ person, isOwn, lines, nothing, next }: WhySheet, say: Messages): Message {
  const name = quoted(person.name, NAME_MOST)
  const title = isOwn ? say['log.title.own']() : say['log.title.of']({ name })
  const coming = next === undefined ? [] : [context(mrkdwn(say['log.next']({ moment: dayToken(next, say) })))]
  if (nothing !== undefined) {
    const sentence = say[`log.nothing.${nothing}`]()
    return { text: spoken(sentence), blocks: [header(title), section(sentence), ...coming] }
  }
  const days = Map.groupBy(lines, ({ at }) => localDateOf(at, person.zone))
  const { blocks, left } = dayBlocks(
    [...days].map(([day, of]) => ({
      head: dayName(day, say),
      lines: of.map((line) => lineOf(line, say.format.time(wallTimeOf(line.at, person.zone)), say)),
    })),
    MOST_TEXT,
  )
  const clock = isOwn ? [] : [context(say['log.clock']({ name, zone: person.zone }))]
  const more = left === 0 ? [] : [context(say['log.more']({ count: left }))]
  return { text: spoken(title), blocks: [header(title), ...clock, ...blocks, ...more, ...coming] }
}

const dayName = (day: LocalDate, say: Messages) =>
  say['prompt.date']({ weekday: say.format.weekday(weekdayOf(day)), date: say.format.date(day) })

function lineOf(line: WhyLine, time: string, say: Messages): string {
  const goals = line.goals.slice(0, MOST_GOALS).map(({ number }) => say['log.goal']({ number }))
  const more = line.goals.length - goals.length
  const listed = [...goals, ...(more > 0 ? [say['log.more']({ count: more })] : [])].join(', ')
  const what = whatOf(line, say)
  const facts = { time, what: listed === '' ? what : say['log.about']({ what, goals: listed }) }
  if (line.outcome === 'waiting') return say['log.line.waiting'](facts)
  return say[`log.line.${line.outcome}`]({ ...facts, why: reasonOf(line, say) })
}

function whatOf({ kind, toName, channels }: WhyLine, say: Messages): string {
  switch (kind) {
    case 'leaderboard':
      return say['log.kind.leaderboard']({ channel: channelList(channels, say) })
    case 'partner-told':
    case 'blocked-told':
      return toName === undefined
        ? say['log.kind.told']()
        : say['log.kind.told-other']({ name: quoted(toName, NAME_MOST) })
    default:
      return say[`log.kind.${kind}`]()
  }
}

/** The one reason: of a skip the one that was stored, of what was sent the rule behind it. */
function reasonOf({ kind, outcome, reason, channels, ownerName }: WhyLine, say: Messages): string {
  if (outcome === 'skipped') return say[`why.${reason ?? 'gone'}`]()
  switch (kind) {
    case 'prompt':
    case 'leaderboard':
      return say[`log.sent.${kind}`]({ channel: channelList(channels, say) })
    case 'partner-told':
    case 'blocked-told':
      return ownerName === undefined
        ? say[`log.sent.${kind}`]()
        : say[`log.sent.${kind}.of`]({ owner: quoted(ownerName, NAME_MOST) })
    default:
      return say[`log.sent.${kind}`]()
  }
}

const channelList = (channels: readonly string[], say: Messages) =>
  say.format.list(channels.slice(0, MOST_GOALS).map((channel) => `#${quoted(channel, NAME_MOST)}`))
