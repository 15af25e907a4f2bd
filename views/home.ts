import type { Button, KnownBlock } from '@slack/types'
import type { Goal } from '../src/domain/goal.ts'
import type { HomeSheet, HomeTeam, SupportedGoal } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, divider, escaped, header, mrkdwn, plain, rich, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalRow } from './goal-row.ts'
import { goalName, joined } from './goal-words.ts'
import { cancelLeaveButton, leaveActions } from './leave-actions.ts'
import { limits } from './limits.ts'
import type { HomeView } from './message.ts'
import { dayToken, momentToken } from './moments.ts'
import { goalBlocks } from './prompt.ts'
import { statusText } from './status.ts'
import { boardButton, setUpButton } from './team-actions.ts'

/** The ways into everything; none of them carries a value. */
export const homeActions = {
  newGoal: 'home.new-goal',
  checkIn: 'home.check-in',
  list: 'home.list',
  calendar: 'home.calendar',
  mySettings: 'home.my-settings',
  help: 'home.help',
} as const

/** What fits into Slack's hundred blocks together with a full prompt. */
const most = { goals: 18, supported: 8, closed: 5, teams: 8, leaves: 3 } as const

/** App Home of one person: what is due, how the goals stand, and a button to everything. */
export function home(sheet: HomeSheet, say: Messages): HomeView {
  const isNew = sheet.goals.length === 0 && sheet.due === undefined
  const blocks = [
    header(say['home.hello']({ name: sheet.person.name })),
    ...(isNew ? firstSteps(say) : [mainButtons(say), ...dueBlocks(sheet, say), ...ownGoals(sheet, say)]),
    ...leaveBlocks(sheet, say),
    ...supportedBlocks(sheet.supported, say),
    ...closedBlocks(sheet.closed, say),
    ...teamBlocks(sheet.teams, say),
    divider(),
    ...(isNew ? [actions([mySettingsButton(say), helpButton(say)])] : []),
    context(aboutMe(sheet, say)),
  ]
  return { type: 'home', callback_id: 'home', blocks: blocks.slice(0, limits.homeBlocks) }
}

export function newGoalButton(say: Messages): Button {
  return button({ text: say['button.new-goal'](), actionId: homeActions.newGoal, style: 'primary' })
}

const mySettingsButton = (say: Messages) =>
  button({ text: say['home.my-settings'](), actionId: homeActions.mySettings })

const timeOffButton = (say: Messages) => button({ text: say['home.time-off'](), actionId: leaveActions.open })

const helpButton = (say: Messages) => button({ text: say['home.help'](), actionId: homeActions.help })

function mainButtons(say: Messages): KnownBlock {
  return actions([
    newGoalButton(say),
    button({ text: say['home.check-in'](), actionId: homeActions.checkIn }),
    button({ text: say['home.list'](), actionId: homeActions.list }),
    timeOffButton(say),
    button({ text: say['home.calendar'](), actionId: homeActions.calendar }),
    mySettingsButton(say),
    helpButton(say),
  ])
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
    ...goalBlocks(due, open, say, person.zone),
  ]
}

function ownGoals({ goals }: HomeSheet, say: Messages): KnownBlock[] {
  if (goals.length === 0) return []
  return [
    divider(),
    titled(say['home.goals']()),
    ...goals.slice(0, most.goals).map((standing) => goalRow(standing, say)),
    ...unseen(goals.length - most.goals, say),
  ]
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

function supportedBlocks(supported: readonly SupportedGoal[], say: Messages): KnownBlock[] {
  if (supported.length === 0) return []
  return [
    divider(),
    titled(say['home.supported']()),
    ...supported
      .slice(0, most.supported)
      .map(({ standing, owner, as }) => goalRow(standing, say, say[`home.as.${as}`]({ owner: owner.name }))),
    ...unseen(supported.length - most.supported, say),
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
    ...unseen(closed.length - most.closed, say),
  ]
}

function teamBlocks(teams: readonly HomeTeam[], say: Messages): KnownBlock[] {
  if (teams.length === 0) return []
  return [
    divider(),
    titled(say['home.teams']()),
    ...teams.slice(0, most.teams).flatMap((team) => [teamLine(team, say), teamButtons(team, say)]),
  ]
}

function teamLine({ team, isLead, nextPromptAt }: HomeTeam, say: Messages): KnownBlock {
  const channel = escaped(team.channelName)
  const next =
    nextPromptAt === undefined
      ? say['home.team']({ channel })
      : say['home.team-next']({ channel, moment: dayToken(nextPromptAt, say) })
  return context(mrkdwn(joined([next, isLead ? say['home.lead']() : undefined])))
}

function teamButtons({ team, isLead }: HomeTeam, say: Messages): KnownBlock {
  const channel = team.channelName
  return actions([
    boardButton(team, say['home.board'](), say['home.board-of']({ channel })),
    ...(isLead
      ? [setUpButton(team.channel, say['home.team-settings'](), say['home.settings-of']({ channel }))]
      : []),
  ])
}

function aboutMe({ person }: HomeSheet, say: Messages): string {
  return joined([
    say['home.speaks']({ language: say['home.language'](), zone: person.zone }),
    person.muted === 'nothing' ? undefined : say[`home.muted.${person.muted}`](),
    person.isOffBoard ? say['home.off-board']() : undefined,
  ])
}

const unseen = (count: number, say: Messages) => (count > 0 ? [context(say['home.more']({ count }))] : [])

const titled = (text: string) => rich({ text, style: { bold: true } })
