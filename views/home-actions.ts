import type { Button } from '@slack/types'
import { z } from 'zod'
import { type HomeChange, homeLists, homeOwners, homeStatuses } from '../src/domain/home-choice.ts'
import type { TeamId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { teamId } from './answers.ts'
import { button, section } from './blocks.ts'
import { buttonValue } from './button-value.ts'
import type { Message } from './message.ts'

/** The ways into everything. Those without a reader below carry no value. */
export const homeActions = {
  newGoal: 'home.new-goal',
  checkIn: 'home.check-in',
  mySettings: 'home.my-settings',
  help: 'home.help',
} as const

/** Of Home alone. */
export const homeOwn = {
  /** A command without its word; what follows the slash tells the menus apart: `doorOption`. */
  door: 'home.door',
  /** Another filter, or another page: `homeChange`. */
  choose: 'home.choose',
  /** A form that was begun: `draftButton`. */
  resume: 'home.resume',
  discard: 'home.discard',
} as const

/**
 * The commands that Home's menus lead to, with the words behind them: here a new command gets its door. Those of a team
 * are told what channel they are about; a form of its own or a button elsewhere on Home needs no line.
 */
export const personalDoors = {
  list: { word: 'list', words: '' },
  timeline: { word: 'timeline', words: '' },
  kpis: { word: 'kpis', words: '' },
  calendar: { word: 'calendar', words: '' },
  export: { word: 'export', words: '' },
  import: { word: 'import', words: '' },
  when: { word: 'when', words: '' },
  why: { word: 'why', words: '' },
  rehearse: { word: 'rehearse', words: '' },
  snooze: { word: 'snooze', words: '' },
  skip: { word: 'skip', words: '' },
  stop: { word: 'stop', words: '' },
  resume: { word: 'resume', words: '' },
  mute: { word: 'mute', words: 'reminders' },
  unmute: { word: 'unmute', words: '' },
  muted: { word: 'muted', words: '' },
  back: { word: 'back', words: '' },
} as const
export const teamDoors = {
  place: { word: 'leaderboard', words: 'why' },
  tree: { word: 'tree', words: '' },
  load: { word: 'load', words: '' },
  'team-timeline': { word: 'timeline', words: '' },
  plan: { word: 'plan', words: '' },
  'team-rehearse': { word: 'rehearse', words: '' },
} as const

export const doors = { ...personalDoors, ...teamDoors }
export type Door = keyof typeof doors
export type PersonalDoor = keyof typeof personalDoors
export type TeamDoor = keyof typeof teamDoors

const doorNames = Object.keys(doors).filter((name): name is Door => Object.hasOwn(doors, name))

/** Reads the value back: which door, and of which team. */
export const doorOption = buttonValue({ door: z.enum(doorNames), team: teamId.optional() })

export const doorValue = (door: Door, team?: TeamId): string =>
  JSON.stringify(team === undefined ? { door } : { door, team })

export const homeChange = buttonValue({
  whose: z.enum(homeOwners).optional(),
  status: z.enum(homeStatuses).optional(),
  team: z.union([z.literal('all'), teamId]).optional(),
  list: z.enum(homeLists).optional(),
  page: z.int().min(1).max(1_000_000).optional(),
})

export const changeValue = (change: HomeChange): string => JSON.stringify(change)

export const draftButton = buttonValue({ draft: z.string().min(1).max(100) }).transform(({ draft }) => draft)

export function newGoalButton(say: Messages): Button {
  return button({ text: say['button.new-goal'](), actionId: homeActions.newGoal, style: 'primary' })
}

export function draftLost(say: Messages): Message {
  const text = say['home.draft.lost']()
  return { text, blocks: [section(text)] }
}
