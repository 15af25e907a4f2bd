import { z } from 'zod'
import type {
  ChannelId,
  GoalId,
  LocalDate,
  OccurrenceId,
  PersonId,
  TeamId,
  WallTime,
} from '../src/domain/types.ts'
import { readable } from './blocks.ts'

const text = (value: unknown) => typeof value === 'string' && value !== ''

/** Ids as Slack or our own forms send them back. */
export const personId = z.custom<PersonId>(text)
export const channelId = z.custom<ChannelId>(text)
export const goalId = z.custom<GoalId>(text)
export const occurrenceId = z.custom<OccurrenceId>(text)
export const teamId = z.custom<TeamId>(text)
export const wallTime = z.custom<WallTime>((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)))
export const localDate = z.custom<LocalDate>((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)))

/** What any input element holds when a form is sent; an empty one is null, absent or an empty list. */
const element = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  selected_user: personId.nullish(),
  selected_users: z.array(personId).nullish(),
  selected_conversation: channelId.nullish(),
  selected_date: localDate.nullish(),
  selected_time: wallTime.nullish(),
  files: z.array(z.looseObject({ id: z.string().min(1) })).nullish(),
})

const state = z.record(z.string(), z.record(z.string(), element))

/** The answers of one form by block id. A block that the form did not show answers with undefined. */
export interface Answers {
  /** Trimmed, without characters that cannot be seen. */
  text(id: string): string | undefined
  choice(id: string): string | undefined
  choices(id: string): readonly string[]
  person(id: string): PersonId | undefined
  people(id: string): readonly PersonId[]
  channel(id: string): ChannelId | undefined
  date(id: string): LocalDate | undefined
  time(id: string): WallTime | undefined
  /** The ids of what was uploaded. */
  files(id: string): readonly string[]
  /** The ids of all blocks that were shown. */
  readonly ids: readonly string[]
}

export function answersOf(values: unknown): Answers {
  const blocks = state.parse(values ?? {})
  // One element per input block: its action id may differ, the block id is what counts.
  // A form that was filled in anew has its ids with a count behind them.
  const byId = new Map(Object.entries(blocks).map(([id, held]) => [id.replace(/~\d+$/, ''), held]))
  const held = (id: string) => Object.values(byId.get(id) ?? {})[0]
  return {
    text: (id) => typed(held(id)?.value),
    choice: (id) => held(id)?.selected_option?.value,
    choices: (id) => (held(id)?.selected_options ?? []).map(({ value }) => value),
    person: (id) => held(id)?.selected_user ?? undefined,
    people: (id) => held(id)?.selected_users ?? [],
    channel: (id) => held(id)?.selected_conversation ?? undefined,
    date: (id) => held(id)?.selected_date ?? undefined,
    time: (id) => held(id)?.selected_time ?? undefined,
    files: (id) => (held(id)?.files ?? []).map((file) => file.id),
    ids: [...byId.keys()],
  }
}

function typed(value: string | null | undefined): string | undefined {
  const kept = readable(value ?? '').trim()
  return kept === '' ? undefined : kept
}
