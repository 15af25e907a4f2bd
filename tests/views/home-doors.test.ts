import { expect, test } from 'vitest'
import type { CommandDeps } from '../../commands/deps.ts'
import { featuresOf } from '../../commands/index.ts'
import type { HomeSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { presses } from '../../src/slack/presses.ts'
import { goalPage } from '../../views/goal-page.ts'
import { home } from '../../views/home.ts'
import { type Door, doorOption, doors, homeOwn } from '../../views/home-actions.ts'
import { aGoalSheet } from './goal-sheets.ts'
import { aHome, away, draft, dueNow, nobody } from './homes.ts'
import { pressesOf } from './message-rules.ts'
import { standings } from './states.ts'

/** Made without anything behind it: only what the features declare is looked at. */
const features = featuresOf({ command: '/goal' } as CommandDeps)
const say = sayIn('en', 'en-GB')

/** Commands that need no door on Home, each with its reason. */
const withoutDoor: readonly string[] = []

const stop = { since: away.setAt, until: undefined }
const states: readonly HomeSheet[] = [
  nobody,
  aHome({ due: dueNow(standings(2)), drafts: [draft] }),
  aHome({ leaves: [away], person: { ...aHome().person, stop, muted: 'everything' } }),
]

/** The words of the commands behind these buttons and menus. */
function wordsBehind(shown: unknown): readonly string[] {
  return pressesOf(shown).flatMap(({ actionId, values }) =>
    actionId.startsWith(homeOwn.door) ? values.map(wordOf) : ownersOf(actionId),
  )
}

const wordOf = (value: string) => doors[doorOption.parse(value).door].word

function ownersOf(actionId: string): readonly string[] {
  const [id = ''] = actionId.split('/')
  return features.flatMap(({ name, presses: own = {} }) =>
    name !== undefined && (Object.hasOwn(own, actionId) || Object.hasOwn(own, id)) ? [name] : [],
  )
}

const reached = new Set([
  ...states.flatMap((sheet) => wordsBehind(home(sheet, say))),
  ...wordsBehind(goalPage(aGoalSheet(), say)),
])

test.each(features.flatMap(({ name }) => (name === undefined ? [] : [name])))(
  '/goal %s has a door on Home, or on a goal’s page that Home opens',
  (name) => {
    expect(withoutDoor.includes(name) ? name : [...reached]).toContain(name)
  },
)

test('every door leads to a command that is there, in one language as in the other', () => {
  const words = features.flatMap(({ name, run }) => (name === undefined || run === undefined ? [] : [name]))
  for (const door of Object.keys(doors)) {
    expect(words).toContain(doors[door as Door].word)
    for (const language of ['en', 'zh-Hant'] as const)
      expect(sayIn(language)[`home.door.${door as Door}`]()).not.toBe('')
  }
})

test('everything that can be pressed on Home is listened to', () => {
  for (const sheet of states)
    for (const { actionId } of pressesOf(home(sheet, say)))
      expect([actionId, presses(features).get(actionId) !== undefined]).toEqual([actionId, true])
})
