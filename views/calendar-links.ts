import type { Button } from '@slack/types'
import { z } from 'zod'
import type { CalendarLink, FeedSubject } from '../src/domain/feed.ts'
import type { TeamId, Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import {
  actions,
  button,
  confirmation,
  context,
  divider,
  header,
  preformatted,
  quoted,
  section,
} from './blocks.ts'
import { buttonValue } from './button-value.ts'
import type { Message, MessageBlock } from './message.ts'
import { dayOf } from './moments.ts'
import { spoken } from './spoken.ts'

export const calendarActions = {
  /** `linkButton` */
  make: 'calendar.make',
  /** `linkButton` */
  revoke: 'calendar.revoke',
} as const

const teamId = z.custom<TeamId>((value) => typeof value === 'string' && value !== '')

/** Reads the value back: whose link is meant. */
export const linkButton = buttonValue({ team: teamId.optional() }).transform(
  ({ team }): FeedSubject => (team === undefined ? { kind: 'person' } : { kind: 'team', team }),
)

/** Two blocks each, within Slack's fifty for a message. */
const MOST_LINKS = 20

/** What has just been done. The address of a new link is shown this once. */
export type LinkNews =
  | { readonly kind: 'made'; readonly subject: FeedSubject; readonly url: string }
  | { readonly kind: 'revoked' | 'was-none'; readonly subject: FeedSubject }
  | { readonly kind: 'not-yours' }

/** What a person can have in their calendar, each with its buttons. The notification never holds an address. */
export function calendarLinks(
  links: readonly CalendarLink[],
  zone: Zone,
  say: Messages,
  news?: LinkNews,
): Message {
  const title = say['links.title']()
  const left = links.length - MOST_LINKS
  return {
    text: spoken(title),
    blocks: [
      header(title),
      ...(news === undefined ? [context(say['links.what']())] : newsBlocks(news, links, say)),
      divider(),
      ...links.slice(0, MOST_LINKS).flatMap((link, index) => linkBlocks(link, index, zone, say)),
      ...(left > 0 ? [context(say['links.more']({ count: left }))] : []),
    ],
  }
}

/** Nobody has said where calendars can reach the bot. */
export function noCalendarAddress(say: Messages): Message {
  const sentence = say['links.no-address']()
  return { text: spoken(sentence), blocks: [section(sentence)] }
}

function newsBlocks(news: LinkNews, links: readonly CalendarLink[], say: Messages): readonly MessageBlock[] {
  if (news.kind === 'not-yours') return [section(say['links.not-yours']())]
  const link = links.find(({ subject }) => keyOf(subject) === keyOf(news.subject))
  const whose = whoseText(link, say)
  if (news.kind !== 'made') return [section(say[`links.${news.kind}`]({ whose }))]
  return [
    section(say['links.made']({ whose })),
    preformatted(news.url),
    context(say['links.how.google']()),
    context(say['links.how.apple']()),
  ]
}

function linkBlocks(link: CalendarLink, index: number, zone: Zone, say: Messages): readonly MessageBlock[] {
  const whose = whoseText(link, say)
  const { madeAt } = link
  const state =
    madeAt === undefined
      ? say['links.none']({ whose })
      : say['links.since']({ whose, date: dayOf(madeAt, say, zone) })
  const buttons = [makeButton(link, index, say)]
  return [
    section(state),
    actions(madeAt === undefined ? buttons : [...buttons, revokeButton(link, index, say)]),
  ]
}

function makeButton(link: CalendarLink, index: number, say: Messages): Button {
  const asked = confirmation({
    title: say['links.again.title'](),
    text: say['links.again.text'](),
    yes: say['links.make'](),
    no: say['links.cancel'](),
  })
  return button({
    text: say['links.make'](),
    actionId: `${calendarActions.make}/${index}`,
    value: buttonFor(link.subject),
    spoken: say['links.make-for']({ whose: whoseText(link, say) }),
    ...(link.madeAt === undefined ? {} : { confirm: asked }),
  })
}

function revokeButton(link: CalendarLink, index: number, say: Messages): Button {
  return button({
    text: say['links.revoke'](),
    actionId: `${calendarActions.revoke}/${index}`,
    value: buttonFor(link.subject),
    style: 'danger',
    spoken: say['links.revoke-for']({ whose: whoseText(link, say) }),
    confirm: confirmation({
      title: say['links.end.title'](),
      text: say['links.end.text'](),
      yes: say['links.revoke'](),
      no: say['links.cancel'](),
    }),
  })
}

/** Without a link at hand it is a team that the person has left. */
function whoseText(link: CalendarLink | undefined, say: Messages): string {
  if (link === undefined) return say['links.left']()
  if (link.channelName === undefined) return say['links.own']()
  return say['links.team']({ channel: quoted(link.channelName) })
}

const keyOf = (subject: FeedSubject) => (subject.kind === 'team' ? subject.team : '')

const buttonFor = (subject: FeedSubject) =>
  JSON.stringify(subject.kind === 'team' ? { team: subject.team } : {})
