import type { ActionsBlockElement, KnownBlock, PlainTextOption } from '@slack/types'
import type { Goal } from '../src/domain/goal.ts'
import {
  type HomeChange,
  type HomeList,
  homeOwners,
  homeStatuses,
  isFiltered,
  showsList,
} from '../src/domain/home-choice.ts'
import { inOrder } from '../src/domain/milestones.ts'
import type { HomeGoal, HomePage, HomeSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, divider, plain, quoted, rich, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName, joined, spanText, standingLine } from './goal-words.ts'
import { changeValue, homeOwn } from './home-actions.ts'
import { limits } from './limits.ts'
import { stepTitle } from './milestone-words.ts'
import { sparkline } from './sparkline.ts'

const ROW_MOST = 700
const NAME_MOST = 60
const NOTE_MOST = 200
/** Slack takes a hundred options; one of them is all teams. */
const MOST_TEAMS = 99

/** The filters and, below them, each list that is to be seen. */
export function listBlocks(sheet: HomeSheet, say: Messages): KnownBlock[] {
  const { choice } = sheet
  const isEmpty = sheet.mine.count + sheet.supported.count + sheet.team.count === 0
  if (isEmpty && !isFiltered(choice)) return sheet.own === 0 ? [] : [divider(), filters(sheet, say)]
  return [
    divider(),
    filters(sheet, say),
    ...(isEmpty ? [nothingFound(say)] : []),
    ...listOf('mine', sheet, say),
    ...listOf('supported', sheet, say),
    ...listOf('team', sheet, say),
  ]
}

function nothingFound(say: Messages): KnownBlock {
  const actionId = `${homeOwn.choose}/all`
  const value = changeValue({ whose: 'all', status: 'open', team: 'all' })
  return section(say['home.nothing-found'](), {
    accessory: button({ text: say['home.show-all'](), actionId, value }),
  })
}

function listOf(list: HomeList, sheet: HomeSheet, say: Messages): KnownBlock[] {
  const page = sheet[list]
  if (page.count === 0 || !showsList(sheet.choice, list)) return []
  return [
    rich({ text: titleOf(list, sheet, say), style: { bold: true } }),
    ...page.rows.flatMap((row) => rowBlocks(row, say)),
    ...pager(list, page, say),
  ]
}

const titleOf = (list: HomeList, { choice }: HomeSheet, say: Messages): string =>
  joined([
    say[`home.list.${list}`](),
    choice.status === 'open' ? undefined : say[`home.status.${choice.status}`](),
  ])

/** `11–20 of 137`, and buttons only where there is something to turn to. */
function pager(list: HomeList, { page, pages, from, to, count }: HomePage, say: Messages): KnownBlock[] {
  if (pages === 1) return []
  const turn = (to: number, which: 'earlier' | 'later') =>
    button({
      text: say[`home.${which}`](),
      actionId: `${homeOwn.choose}/${list}-${which}`,
      value: changeValue({ list, page: to }),
      spoken: `${say[`home.${which}`]()}: ${say[`home.list.${list}`]()}`,
    })
  return [
    context(say['home.page']({ from, to, count })),
    actions([
      ...(page > 1 ? [turn(page - 1, 'earlier')] : []),
      ...(page < pages ? [turn(page + 1, 'later')] : []),
    ]),
  ]
}

/** A goal of one's own in one block; below another's, what was last said and a quiet way to its owner. */
function rowBlocks(row: HomeGoal, say: Messages): KnownBlock[] {
  const { standing, owner, as } = row
  const { goal } = standing
  const role = as === 'owner' ? undefined : say[`home.as.${as}`]({ owner: quoted(owner.name, NAME_MOST) })
  const lines = [
    goalName(goal, say),
    standingLine(standing, say),
    joined([trailText(row), spanText(goal, say), bufferText(row, say), nextMilestone(goal, say), role]),
  ]
  const told = section(plain(lines.join('\n'), ROW_MOST), { accessory: openButton(goal, say) })
  return as === 'partner' || as === 'co-owner' ? [told, wordsBlock(row, say)] : [told]
}

/** A name in rich text notifies nobody; pressed, it leads to that person's messages. */
function wordsBlock({ note, owner }: HomeGoal, say: Messages): KnownBlock {
  const said =
    note === undefined ? say['home.no-note']() : say['home.note']({ note: quoted(note, NOTE_MOST) })
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_quote',
        elements: [
          { type: 'text', text: `${said} · ${say['home.write-to']()} ` },
          { type: 'user', user_id: owner.id },
        ],
      },
    ],
  }
}

/** One value makes no line. */
const trailText = ({ trail }: HomeGoal) => (trail.length < 2 ? undefined : sparkline(trail))

function bufferText({ standing }: HomeGoal, say: Messages): string | undefined {
  const { bufferDays = 0, goal } = standing
  if (goal.state !== 'active' || bufferDays < 1) return undefined
  return say['show.buffer']({ days: Math.floor(bufferDays) })
}

function nextMilestone(goal: Goal, say: Messages): string | undefined {
  const next = goal.state === 'active' ? inOrder(goal.steps).find(({ isDone }) => !isDone) : undefined
  if (next === undefined) return undefined
  return say['home.next-milestone']({ title: stepTitle(next), date: say.format.date(next.due ?? goal.due) })
}

function filters({ choice, teams }: HomeSheet, say: Messages): KnownBlock {
  const whose = homeOwners.map((one) => option(say[`home.whose.${one}`](), { whose: one }))
  const status = homeStatuses.map((one) => option(say[`home.status.${one}`](), { status: one }))
  const team = [
    option(say['home.all-teams'](), { team: 'all' }),
    ...teams
      .slice(0, MOST_TEAMS)
      .map((one) => option(`#${quoted(one.team.channelName, NAME_MOST)}`, { team: one.team.id })),
  ]
  return actions([
    choosing('whose', say['home.filter.whose'](), whose, { whose: choice.whose }),
    choosing('status', say['home.filter.status'](), status, { status: choice.status }),
    ...(teams.length > 1
      ? [choosing('team', say['home.filter.team'](), team, { team: choice.team ?? 'all' })]
      : []),
  ])
}

const option = (text: string, change: HomeChange): PlainTextOption => ({
  text: plain(text, limits.optionText),
  value: changeValue(change),
})

function choosing(
  name: string,
  placeholder: string,
  options: PlainTextOption[],
  chosen: HomeChange,
): ActionsBlockElement {
  const initial = options.find(({ value }) => value === changeValue(chosen))
  return {
    type: 'static_select',
    action_id: `${homeOwn.choose}/${name}`,
    placeholder: plain(placeholder, limits.placeholder),
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  }
}
