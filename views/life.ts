import type { LifeSheet } from '../src/domain/life-sheet.ts'
import type { LeaveTold, LifeTold } from '../src/domain/life-told.ts'
import type { Person } from '../src/domain/people.ts'
import type { Instant } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, escaped, mrkdwn, quoted, section } from './blocks.ts'
import { leaveLines, leaveUndo, offerLines } from './leave.ts'
import { offerButtons } from './leave-actions.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'

const TYPED_MOST = 80
const CHANNEL_MOST = 80

/** What is answered to words about the asking itself. The first line says what is so now, small print what follows from it. */
export function life(sheet: LifeSheet, say: Messages): Message {
  const [first = '', ...more] = linesOf(sheet, say)
  return {
    text: plainly(first),
    blocks: [
      section(mrkdwn(first)),
      ...more.map((line) => context(mrkdwn(line))),
      ...(sheet.told.as === 'offer' ? [offerButtons(sheet.told, say)] : []),
      ...(sheet.told.as === 'away' ? [leaveUndo(sheet.told, sheet.person.id, say)] : []),
    ],
  }
}

function linesOf(sheet: LifeSheet, say: Messages): readonly string[] {
  if (isAbout(sheet, 'when')) return whenLines(sheet, say)
  if (isAbout(sheet, 'muted-list')) return silencedLines(sheet, say)
  return 'other' in sheet ? leaveLines(sheet, say) : answerLines(sheet.told, say)
}

/** The member whose `told` has that kind. */
function isAbout<As extends 'when' | 'muted-list'>(
  sheet: LifeSheet,
  as: As,
): sheet is Extract<LifeSheet, { readonly told: { readonly as: As } }> {
  return sheet.told.as === as
}

type Answered = Exclude<LifeTold, LeaveTold | { readonly as: 'when' | 'muted-list' }>

function answerLines(answered: Answered, say: Messages): readonly string[] {
  switch (answered.as) {
    case 'snoozed':
      return [say['life.snoozed']({ moment: dayToken(answered.until, say) })]
    case 'snoozed-to-next':
      return [say['life.snoozed-to-next']({ moment: dayToken(answered.next, say) })]
    case 'nothing-open':
    case 'all-answered':
      return [say[`life.${answered.as}`](), nextLine(answered.next, say)]
    case 'skipped':
      return [say['life.skipped'](), skipMeans(answered.nth, say), nextLine(answered.next, say)]
    case 'stopped':
      return stoppedLines(answered, say)
    case 'resumed':
    case 'not-stopped':
      return [say[`life.${answered.as}`](), nextLine(answered.next, say)]
    case 'muted':
    case 'unmuted':
      return mutedLines(answered, say)
    case 'unclear':
      return [say[`life.unclear.${answered.what}`]({ typed: escaped(answered.typed, TYPED_MOST) })]
    case 'past':
      return [say['life.past']({ date: say.format.date(answered.until) })]
    case 'past-leave':
      return [say['life.past-leave']({ back: say.format.date(answered.back) })]
    case 'too-long':
      return [say['life.too-long']()]
    case 'offer':
      return offerLines(answered, say)
  }
}

function nextLine(next: Instant | undefined, say: Messages): string {
  return next === undefined ? say['life.no-next']() : say['life.next']({ moment: dayToken(next, say) })
}

/** The first two in a row are free, as reliability counts them. */
function skipMeans(nth: number, say: Messages): string {
  if (nth > 2) return say['life.skipped.late']({ nth })
  return nth === 2 ? say['life.skipped.last-free']() : say['life.skipped.free']()
}

function stoppedLines(
  { until, prompts }: Extract<LifeTold, { readonly as: 'stopped' }>,
  say: Messages,
): readonly string[] {
  if (until === undefined) return [say['life.stopped'](), say['life.stopped.note']()]
  return [
    say['life.stopped.until']({ date: say.format.date(until) }),
    ...(prompts === undefined ? [] : [say['life.stopped-prompts']({ count: prompts })]),
    say['life.stopped.note'](),
    say['life.stopped.end'](),
  ]
}

function mutedLines(
  { as, what }: Extract<LifeTold, { readonly as: 'muted' | 'unmuted' }>,
  say: Messages,
): readonly string[] {
  if (as === 'unmuted' || what === 'boards') return [say[`life.${as}.${what}`]()]
  return [say[`life.muted.${what}`](), say['life.muted.undo']({ word: say[`life.unmute-word.${what}`]() })]
}

function whenLines(
  { person, next, again, isStopped }: Extract<LifeSheet, { readonly told: { readonly as: 'when' } }>,
  say: Messages,
): readonly string[] {
  const quiet = person.muted === 'everything' ? [say['life.when.muted']()] : []
  if (next.length === 0) {
    const none = isStopped ? say['life.stopped']() : say['life.when.none']()
    return quiet.length > 0 ? quiet : [none]
  }
  const moments = next.map(({ channel, at }) =>
    say['life.when']({ channel: escaped(channel, CHANNEL_MOST), moment: dayToken(at, say) }),
  )
  return [
    [say['life.when.title'](), ...moments].join('\n'),
    ...(again === undefined ? [] : [say['life.when.again']({ moment: dayToken(again, say) })]),
    ...stopLine({ person, isStopped }, say),
    ...quiet,
  ]
}

function stopLine({ person, isStopped }: { person: Person; isStopped: boolean }, say: Messages): string[] {
  if (!isStopped) return []
  const until = person.stop?.until
  return [
    until === undefined ? say['life.stopped']() : say['life.stopped.until']({ date: say.format.date(until) }),
  ]
}

function silencedLines(
  sheet: Extract<LifeSheet, { readonly told: { readonly as: 'muted-list' } }>,
  say: Messages,
): readonly string[] {
  const { person, since, silenced } = sheet
  if (since === undefined) return [say['life.quiet.none']()]
  const mutes = [
    ...(person.muted === 'nothing' ? [] : [say[`life.muted.${person.muted}`]()]),
    ...(person.isNewsMuted && person.muted !== 'everything' ? [say['life.muted.news']()] : []),
    ...stopLine(sheet, say),
  ]
  const moment = dayToken(since, say)
  const kept = silenced.map(({ kind, at }) => say[`life.quiet.${kind}`]({ moment: dayToken(at, say) }))
  return [
    mutes.join('\n'),
    ...(kept.length === 0
      ? [say['life.quiet.nothing-yet']({ moment })]
      : [[say['life.quiet.since']({ moment }), ...kept.map((line) => `• ${line}`)].join('\n')]),
  ]
}

/** A notification shows no markup: of a date token its words are left. */
const plainly = (line: string) => quoted(line.replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1'), 300)
