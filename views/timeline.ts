import type { Button, KnownBlock } from '@slack/types'
import type { Page, TimelineSheet } from '../src/domain/timeline.ts'
import { movedBy } from '../src/domain/timeline-window.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, header, preformatted, quoted, section } from './blocks.ts'
import { newGoalButton } from './home.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { type TimelinePlace, timelineActions, timelineTo } from './timeline-actions.ts'
import { signs, timelineText } from './timeline-text.ts'
import { monthsText, timelineSpan, timelineTitle } from './timeline-words.ts'

const A_PAGE = 10
const MOST_TEAMS = 5
const CHANNEL_MOST = 30

/** The goals of a page, counted from 1. */
export const textPage = (page: number): Page => ({ skip: (page - 1) * A_PAGE, most: A_PAGE })

/** Months across, goals and their steps down. For one pair of eyes: it may hold private goals. */
export function timeline(sheet: TimelineSheet, say: Messages): Message {
  const title = timelineTitle(sheet, say)
  const span = timelineSpan(sheet, say)
  return {
    text: spoken(`${title}: ${span}`),
    blocks: [
      header(title),
      ...(sheet.total === 0 ? emptyBlocks(sheet, say) : [context(span), ...pageBlocks(sheet, say)]),
      ...wayBlocks(sheet, say),
    ],
  }
}

function pageBlocks(sheet: TimelineSheet, say: Messages): KnownBlock[] {
  const { skipped, total } = sheet
  const pages = Math.ceil(total / A_PAGE)
  const page = Math.floor(skipped / A_PAGE) + 1
  const left = Math.max(0, total - page * A_PAGE)
  const here = placeOf(sheet, page)
  const { turn, picture, svg } = timelineActions
  const buttons = [
    ...(page > 1 ? timelineTo(`${turn}/less`, { ...here, page: page - 1 }, say['timeline.less']()) : []),
    ...(left > 0
      ? timelineTo(`${turn}/more`, { ...here, page: page + 1 }, say['timeline.more']({ count: left }))
      : []),
    ...timelineTo(picture, here, say['timeline.picture']()),
    ...timelineTo(svg, here, say['timeline.svg']()),
  ]
  return [
    preformatted(timelineText(sheet, say)),
    context(legend(say)),
    ...(pages > 1 ? [context(say['timeline.pages']({ page, pages }))] : []),
    actions(buttons),
  ]
}

export const legend = (say: Messages) =>
  say['timeline.legend']({
    done: signs.done,
    left: signs.left,
    over: signs.over,
    today: signs.today,
    stepDone: signs.step.done,
    stepOpen: signs.step.open,
    stepLate: signs.step.late,
  })

/** Nothing at all, or nothing in these months. */
function emptyBlocks({ months, outside, channelName }: TimelineSheet, say: Messages): KnownBlock[] {
  if (outside > 0)
    return [context(monthsText(months, say)), section(say['timeline.none-here']({ count: outside }))]
  const sentence = channelName === undefined ? say['timeline.empty.own']() : say['timeline.empty.team']()
  return [section(sentence), actions([newGoalButton(say)])]
}

/** Other months, and other people's. */
function wayBlocks(sheet: TimelineSheet, say: Messages): KnownBlock[] {
  const hasGoals = sheet.total + sheet.outside > 0
  const buttons = [...(hasGoals ? monthButtons(sheet, say) : []), ...whoseButtons(sheet, say)]
  return buttons.length === 0 ? [] : [actions(buttons)]
}

function monthButtons(sheet: TimelineSheet, say: Messages): readonly Button[] {
  const here = placeOf(sheet, 1)
  const { turn } = timelineActions
  const at = (times: number) => ({ ...here, months: movedBy(sheet.months, times) })
  return [
    ...timelineTo(`${turn}/earlier`, at(-1), say['timeline.earlier']()),
    ...timelineTo(`${turn}/later`, at(1), say['timeline.later']()),
    ...(sheet.outside > 0
      ? timelineTo(`${turn}/all`, { ...here, months: undefined }, say['timeline.all']())
      : []),
  ]
}

function whoseButtons({ of, teams }: TimelineSheet, say: Messages): readonly Button[] {
  const { turn } = timelineActions
  const own: TimelinePlace = { of: { kind: 'mine' }, months: undefined, page: 1 }
  return [
    ...(of.kind === 'mine' ? [] : timelineTo(`${turn}/mine`, own, say['timeline.mine']())),
    ...teams.slice(0, MOST_TEAMS).flatMap(({ team, channelName }, index) => {
      const channel = quoted(channelName, CHANNEL_MOST)
      const place: TimelinePlace = { ...own, of: { kind: 'team', team } }
      return timelineTo(`${turn}/team-${index}`, place, say['timeline.team']({ channel }))
    }),
  ]
}

const placeOf = ({ of, months }: TimelineSheet, page: number): TimelinePlace => ({ of, months, page })

/** A word behind the command that says neither whose nor when. */
export function timelineUnread(command: string, say: Messages): Message {
  const sentence = say['timeline.unread']({ command })
  return { text: spoken(sentence), blocks: [section(sentence)] }
}
