import { botName } from '../state/model.ts'
import { usePage } from '../state/page.tsx'

/** One entry of a select. */
export interface Choosable {
  readonly key: string
  readonly words: string
  readonly note: string | undefined
  readonly group: string | undefined
}

/** Like Slack, every member is offered, bots and guests too: filtering is the app's business. */
export function usePeople(): readonly Choosable[] {
  const { slack } = usePage()
  return slack.users
    .filter(({ deleted }) => !deleted)
    .map((user) => ({
      key: user.id,
      words: user.real_name,
      note: user.title || `@${user.name}`,
      group: undefined,
    }))
}

interface PlaceFacts {
  readonly type: string
  readonly default_to_current_conversation?: boolean
  readonly initial_conversation?: string
  readonly initial_conversations?: string[]
  readonly initial_channel?: string
  readonly initial_channels?: string[]
  readonly filter?: {
    readonly include?: readonly string[]
    readonly exclude_external_shared_channels?: boolean
  }
}

export function usePlaces(facts: PlaceFacts): {
  readonly options: readonly Choosable[]
  readonly initial: string | readonly string[] | undefined
} {
  const { slack, model } = usePage()
  const kinds = facts.type.includes('channels')
    ? ['public']
    : (facts.filter?.include ?? ['public', 'private', 'im'])
  const options = slack.channels
    .filter(({ kind, is_archived }) => !is_archived && kinds.includes(kind))
    .filter(({ is_ext_shared }) => !(is_ext_shared && facts.filter?.exclude_external_shared_channels))
    .map(({ id, name, kind }) => ({
      key: id,
      words: kind === 'im' ? botName(slack) : `#${name}`,
      note: kind === 'private' ? 'Private channel' : undefined,
      group: undefined,
    }))
  const here = model.place.at
  const current = facts.default_to_current_conversation && here !== 'home' ? here : undefined
  const initial =
    facts.initial_conversation ??
    facts.initial_conversations ??
    facts.initial_channel ??
    facts.initial_channels
  return { options, initial: initial ?? current }
}
