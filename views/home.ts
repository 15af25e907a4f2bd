import type { KnownBlock } from '@slack/types'
import type { Goal } from '../src/domain/goal.ts'
import { isFiltered } from '../src/domain/home-choice.ts'
import type { HomeDraft, HomeSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import {
  actions,
  button,
  confirmation,
  context,
  divider,
  header,
  mrkdwn,
  plain,
  quoted,
  rich,
  section,
} from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName, joined } from './goal-words.ts'
import { homeActions, homeOwn, newGoalButton } from './home-actions.ts'
import { mainDoors, teamDoorsBlock, teamLine } from './home-doors.ts'
import { listBlocks } from './home-lists.ts'
import { cancelLeaveButton } from './leave-actions.ts'
import { limits } from './limits.ts'
import type { HomeView } from './message.ts'
import { dayOf, dayToken, momentToken } from './moments.ts'
import { goalBlocks } from './prompt.ts'
import { statusText } from './status.ts'

export { homeActions, newGoalButton }

/** What fits into Slack's hundred blocks together with a full prompt and three full lists. */
const most = { due: 5, closed: 3, teams: 5, leaves: 3, drafts: 3 } as const
const TITLE_MOST = 100

/** App Home of one person: what is due, how the goals stand, and a door to everything. */
export function home(sheet: HomeSheet, say: Messages): HomeView {
  const isNew = sheet.own === 0 && sheet.due === undefined
  const blocks = [
    header(say['home.hello']({ name: sheet.person.name })),
    ...(isNew ? firstSteps(say) : []),
    mainDoors(sheet, say),
    ...(isNew ? [] : dueBlocks(sheet, say)),
    ...draftBlocks(sheet, say),
    ...leaveBlocks(sheet, say),
    ...listBlocks(sheet, say),
    ...(isFiltered(sheet.choice) ? [] : closedBlocks(sheet.closed, say)),
    ...teamBlocks(sheet, say),
    divider(),
    context(aboutMe(sheet, say)),
  ]
  return { type: 'home', callback_id: 'home', blocks: blocks.slice(0, limits.homeBlocks) }
}

/** For someone without goals: what happens, in three steps. */
function firstSteps(say: Messages): KnownBlock[] {
  const steps = [say['home.empty.one'](), say['home.empty.two'](), say['home.empty.three']()]
  return [titled(say['home.empty.title']()), section(steps.join('\n')), actions([newGoalButton(say)])]
}

function dueBlocks({ due, person, nextPromptAt }: HomeSheet, say: Messages): KnownBlock[] {
  const open = due?.items.filter((item) => !item.isAnswered) ?? []
  if (due === undefined || open.length === 0) {
    const next = nextPromptAt && say['home.next']({ moment: dayToken(nextPromptAt, say) })
    return [context(say['home.nothing-due'](), ...(next === undefined ? [] : [mrkdwn(next)]))]
  }
  return [
    divider(),
    titled(say['home.due']({ count: open.length })),
    context(mrkdwn(say['home.due-until']({ moment: momentToken(due.windowEnds, say) }))),
    ...goalBlocks(due, open, say, person.zone, most.due),
  ]
}

/** Goals whose form was begun and not sent. */
function draftBlocks({ drafts, person }: HomeSheet, say: Messages): KnownBlock[] {
  if (drafts.length === 0) return []
  return [
    divider(),
    titled(say['home.drafts']()),
    ...drafts
      .slice(0, most.drafts)
      .map((draft) => draftRow(draft, dayOf(draft.changedAt, say, person.zone), say)),
  ]
}

function draftRow({ id, title }: HomeDraft, date: string, say: Messages): KnownBlock {
  const name = quoted(title, TITLE_MOST) || say['home.draft.untitled']()
  const value = JSON.stringify({ draft: id })
  const label = plain(joined([name, date]), TITLE_MOST + 40).text
  return actions([
    button({
      text: say['home.draft.resume']({ title: name }),
      actionId: homeOwn.resume,
      value,
      spoken: label,
    }),
    button({
      text: say['home.draft.discard'](),
      actionId: homeOwn.discard,
      value,
      spoken: `${say['home.draft.discard']()}: ${label}`,
      confirm: confirmation({
        title: say['home.draft.sure'](),
        text: say['home.draft.gone']({ title: name }),
        yes: say['home.draft.discard'](),
        no: say['home.draft.keep'](),
      }),
    }),
  ])
}

function leaveBlocks({ leaves, person }: HomeSheet, say: Messages): KnownBlock[] {
  if (leaves.length === 0) return []
  return [
    divider(),
    ...leaves.slice(0, most.leaves).map(({ id, from, back }) =>
      section(
        plain(
          say['home.away']({
            from: say.format.date(from),
            back: back === undefined ? undefined : say.format.date(back),
          }),
        ),
        { accessory: cancelLeaveButton(person.id, id, say['home.away.end']()) },
      ),
    ),
  ]
}

function closedBlocks(closed: readonly Goal[], say: Messages): KnownBlock[] {
  if (closed.length === 0) return []
  return [
    divider(),
    titled(say['home.closed']()),
    ...closed.slice(0, most.closed).map((goal) => {
      const how = goal.state === 'reached' ? statusText('done', say) : say['status.retired']()
      return section(plain(joined([goalName(goal, say), how])), { accessory: openButton(goal, say) })
    }),
    ...(closed.length > most.closed
      ? [context(say['home.more']({ count: closed.length - most.closed }))]
      : []),
  ]
}

/** The chosen team's doors, or those of the first few. */
function teamBlocks({ teams, choice }: HomeSheet, say: Messages): KnownBlock[] {
  if (teams.length === 0) return [divider(), context(say['home.no-team']())]
  const chosen = teams.filter(({ team }) => choice.team === undefined || team.id === choice.team)
  const unseen = chosen.length - most.teams
  return [
    divider(),
    titled(say['home.teams']()),
    ...chosen.slice(0, most.teams).flatMap((team) => [teamLine(team, say), teamDoorsBlock(team, say)]),
    ...(unseen > 0 ? [context(say['home.more-teams']({ count: unseen }))] : []),
  ]
}

function aboutMe({ person }: HomeSheet, say: Messages): string {
  return joined([
    say['home.speaks']({ language: say['home.language'](), zone: person.zone }),
    person.stop === undefined ? undefined : say['home.stopped'](),
    person.muted === 'nothing' ? undefined : say[`home.muted.${person.muted}`](),
    person.isOffBoard ? say['home.off-board']() : undefined,
  ])
}

const titled = (text: string) => rich({ text, style: { bold: true } })
