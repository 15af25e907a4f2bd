import type { LocalDate } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, section } from './blocks.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

export const exportActions = {
  json: 'export.json',
  goals: 'export.goals',
  readings: 'export.readings',
} as const

type Kind = keyof typeof exportActions

/** What can be had as a file, to who asks alone. */
export function exportOffer(say: Messages): Message {
  const title = say['export.title']()
  const kinds: readonly Kind[] = ['json', 'goals', 'readings']
  return {
    text: spoken(title),
    blocks: [
      section(title),
      context(say['export.what']()),
      actions(kinds.map((kind) => button({ text: say[`export.${kind}`](), actionId: exportActions[kind] }))),
    ],
  }
}

/** Names of files are the same in every language, so that scripts find them. */
export function exportTitle(kind: Kind, day: LocalDate, say: Messages): { name: string; title: string } {
  const name = kind === 'json' ? `goalpost-${day}.json` : `goalpost-${kind}-${day}.csv`
  return { name, title: say[`export.title.${kind}`]({ day }) }
}
