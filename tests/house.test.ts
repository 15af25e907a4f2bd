import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CommandDeps } from '../commands/deps.ts'
import { featuresOf } from '../commands/index.ts'
import { shortcuts } from '../src/manifest.ts'

/** Made without anything behind it: only what the features declare is looked at. */
const features = featuresOf({ command: '/goal' } as CommandDeps)

/** Files of commands/ that several features share. */
const shared = [
  'deps.ts',
  'goal-form.ts',
  'goal-ref.ts',
  'mention.ts',
  'people.ts',
  'team-meant.ts',
  'places.ts',
  'zones.ts',
  'check-in-submission.ts',
  'index.ts',
]

test('every file in commands/ is a feature in the list, or shared by some', () => {
  const list = readFileSync('commands/index.ts', 'utf8')
  for (const file of readdirSync('commands').filter((one) => !shared.includes(one))) {
    expect(list, `${file} is not in commands/index.ts`).toContain(`from './${file}'`)
  }
})

test('the commands of the product are all there, in the order of help', () => {
  expect(features.flatMap(({ name }) => name ?? [])).toEqual([
    'new',
    'checkin',
    'list',
    'show',
    'edit',
    'close',
    'kpis',
    'leaderboard',
    'tree',
    'load',
    'timeline',
    'plan',
    'why',
    'rehearse',
    'calendar',
    'export',
    'import',
    'setup',
    'when',
    'snooze',
    'skip',
    'stop',
    'resume',
    'mute',
    'unmute',
    'muted',
    'away',
    'back',
    'me',
    'help',
  ])
})

test('no two features listen to the same word, button, form, shortcut or search', () => {
  const heard = features.flatMap((feature) => [
    ...[feature.name, ...(feature.aliases ?? [])].filter((word) => word !== undefined),
    ...[feature.presses, feature.forms, feature.shortcuts, feature.lookups].flatMap((all, index) =>
      Object.keys(all ?? {}).map((id) => `${index} ${id}`),
    ),
  ])
  expect(heard.toSorted()).toEqual([...new Set(heard)].toSorted())
})

test('every shortcut of the manifest is answered, and no other', () => {
  const answered = features.flatMap(({ shortcuts: own }) => Object.keys(own ?? {}))
  expect(answered.toSorted()).toEqual(shortcuts.map((one) => one.callback_id).toSorted())
})

test('every button and select that a view shows is listened to', () => {
  const listened = new Set(features.flatMap(({ presses }) => Object.keys(presses ?? {})))
  const shown = readdirSync('views')
    .map((file) => readFileSync(`views/${file}`, 'utf8'))
    .flatMap((source) => [...source.matchAll(/Actions = \{([^}]*)\}/g)])
    .flatMap(([, body = '']) => [...body.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, id]) => id))
  expect(shown.length).toBeGreaterThan(15)
  for (const id of shown) expect(listened, `nobody listens to ${id}`).toContain(id)
})
