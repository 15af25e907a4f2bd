import type { ActionsBlockElement, KnownBlock, StaticSelect } from '@slack/types'
import type { HomeSheet, HomeTeam } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, escaped, mrkdwn, plain, quoted } from './blocks.ts'
import { joined } from './goal-words.ts'
import {
  type Door,
  doorValue,
  homeActions,
  homeOwn,
  newGoalButton,
  type PersonalDoor,
  type TeamDoor,
} from './home-actions.ts'
import { leaveActions } from './leave-actions.ts'
import { limits } from './limits.ts'
import { dayToken } from './moments.ts'
import { boardButton, setUpButton } from './team-actions.ts'

/** The buttons at the top, and a menu with everything that is asked for seldom. */
export function mainDoors(sheet: HomeSheet, say: Messages): KnownBlock {
  const isNew = sheet.own === 0 && sheet.due === undefined
  const more = personalDoorsOf(sheet).map((door) => ({ door, text: say[`home.door.${door}`]() }))
  const lead = isNew
    ? []
    : [newGoalButton(say), button({ text: say['home.check-in'](), actionId: homeActions.checkIn })]
  return actions([
    ...lead,
    button({ text: say['home.time-off'](), actionId: leaveActions.open }),
    button({ text: say['home.my-settings'](), actionId: homeActions.mySettings }),
    button({ text: say['home.help'](), actionId: homeActions.help }),
    menu('mine', say['home.more-doors'](), more),
  ])
}

/** What makes sense now: nobody is offered to go on who has not stopped. */
function personalDoorsOf({ person, due, leaves, today }: HomeSheet): readonly PersonalDoor[] {
  const isAway = leaves.some(({ from }) => from <= today)
  const isQuiet = person.muted !== 'nothing' || person.isNewsMuted
  return [
    'list',
    'timeline',
    'kpis',
    'calendar',
    'export',
    'import',
    'when',
    'why',
    'rehearse',
    ...(due === undefined ? [] : (['snooze', 'skip'] as const)),
    person.stop === undefined ? 'stop' : 'resume',
    ...(person.muted === 'nothing' ? (['mute'] as const) : []),
    ...(isQuiet ? (['unmute'] as const) : []),
    'muted',
    ...(isAway ? (['back'] as const) : []),
  ]
}

export function teamLine({ team, isLead, nextPromptAt }: HomeTeam, say: Messages): KnownBlock {
  const channel = escaped(team.channelName)
  const next =
    nextPromptAt === undefined
      ? say['home.team']({ channel })
      : say['home.team-next']({ channel, moment: dayToken(nextPromptAt, say) })
  return context(mrkdwn(joined([next, isLead ? say['home.lead']() : undefined])))
}

/** Of one team; its settings for leads alone. */
export function teamDoorsBlock({ team, isLead }: HomeTeam, say: Messages): KnownBlock {
  const channel = quoted(team.channelName)
  const offered: readonly TeamDoor[] = [
    'place',
    'tree',
    'load',
    'team-timeline',
    'plan',
    ...(isLead ? (['team-rehearse'] as const) : []),
  ]
  const more = offered.map((door) => ({ door, text: say[`home.door.${door}`](), team: team.id }))
  return actions([
    boardButton(team, say['home.board'](), say['home.board-of']({ channel })),
    ...(isLead
      ? [setUpButton(team.channel, say['home.team-settings'](), say['home.settings-of']({ channel }))]
      : []),
    menu(team.id, say['home.more-of']({ channel }), more),
  ])
}

/** Drawn anew, a menu has nothing chosen: it is a list of buttons, not a setting. */
function menu(
  name: string,
  placeholder: string,
  options: readonly { readonly door: Door; readonly text: string; readonly team?: HomeTeam['team']['id'] }[],
): StaticSelect & ActionsBlockElement {
  return {
    type: 'static_select',
    action_id: `${homeOwn.door}/${name}`,
    placeholder: plain(placeholder, limits.placeholder),
    options: options.map(({ door, text, team }) => ({
      text: plain(text, limits.optionText),
      value: doorValue(door, team),
    })),
  }
}
