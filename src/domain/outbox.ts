import { z } from 'zod'
import { lifeTold } from './life-told.ts'
import { questionSchema } from './question.ts'
import type { AnswerId, GoalId, OccurrenceId, PersonId, StepId, TeamId } from './types.ts'

/** What waits to be sent: facts by id, drawn when it is sent, so that it shows what is true then. */
const id = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && value !== '')

const shapes = {
  prompt: z.strictObject({ occurrence: id<OccurrenceId>() }),
  reminder: z.strictObject({ occurrence: id<OccurrenceId>(), nth: z.int().min(1) }),
  /** A prompt that was put off until then. */
  'prompt-again': z.strictObject({ occurrence: id<OccurrenceId>(), until: z.int() }),
  /** A goal stays blocked since that answer: told to its partner or to a lead. */
  'blocked-told': z.strictObject({
    goal: id<GoalId>(),
    answer: id<AnswerId>(),
    to: z.enum(['partner', 'lead']),
  }),
  /** This runtime lacks the zone that Slack names. */
  'zone-lacked': z.strictObject({ person: id<PersonId>(), zone: z.string() }),
  /** To a lead: what keeps the channel from working, or who left goals behind. */
  'team-trouble': z.strictObject({
    team: id<TeamId>(),
    trouble: z.enum(['left', 'archived', 'restricted', 'owner-gone']),
    person: id<PersonId>().optional(),
  }),
  /** The channel's one message of a week: summary, leaderboard, or both. */
  leaderboard: z.strictObject({ team: id<TeamId>() }),
  /** It is drawn anew, in place: something in it has changed. `of` is its letter's key. */
  'week-again': z.strictObject({ team: id<TeamId>(), of: z.string() }),
  /** Every goal of the week, in its thread. `page` counts from 0. */
  'week-details': z.strictObject({ team: id<TeamId>(), of: z.string(), page: z.int().min(0) }),
  /** To a lead, in private: where somebody may need them. */
  'lead-digest': z.strictObject({ team: id<TeamId>() }),
  'goal-card': z.strictObject({ goal: id<GoalId>() }),
  'goal-receipt': z.strictObject({ goal: id<GoalId>(), madeTeam: z.boolean() }),
  'partner-told': z.strictObject({ goal: id<GoalId>() }),
  /** To whoever has a part in goals that somebody imported since then. */
  'goals-brought': z.strictObject({ by: id<PersonId>(), since: z.int() }),
  'goal-changed': z.strictObject({ goal: id<GoalId>(), version: z.int() }),
  'goal-closed': z.strictObject({ goal: id<GoalId>() }),
  /** Every milestone is done: its owner may close the goal. */
  'milestones-done': z.strictObject({ goal: id<GoalId>() }),
  /** To the owner of a goal that was closed then. */
  'look-back': z.strictObject({ goal: id<GoalId>(), closedAt: z.int() }),
  /** What an owner wrote of its end, in its thread. */
  'looked-back': z.strictObject({ goal: id<GoalId>() }),
  /** To whoever does it: a milestone is theirs, or has another day. */
  'milestone-given': z.strictObject({ goal: id<GoalId>(), step: id<StepId>() }),
  /** What was understood of one message or click, with the question that is left. */
  understood: z.strictObject({
    person: id<PersonId>(),
    /** The source key that Undo takes back. */
    key: z.string(),
    answers: z.array(id<AnswerId>()),
    question: questionSchema.optional(),
    /** What of the message was no answer. */
    unread: z.array(z.string()).optional(),
    threadTs: z.string().optional(),
  }),
  /** A plain answer in a conversation. */
  said: z.strictObject({
    person: id<PersonId>(),
    what: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('help') }),
      z.strictObject({ is: z.literal('list') }),
      z.strictObject({ is: z.literal('why') }),
      z.strictObject({ is: z.literal('place') }),
      /** The second time in a row the form is offered. */
      z.strictObject({ is: z.literal('asked-back'), typed: z.string(), isSecond: z.boolean() }),
      z.strictObject({ is: z.literal('taken-back'), answers: z.array(id<AnswerId>()) }),
      z.strictObject({
        is: z.literal('refused'),
        refusal: z.enum(['no-goals', 'nothing-to-undo', 'no-such-goal']),
      }),
      z.strictObject({ is: z.literal('closed'), goal: id<GoalId>() }),
      z.strictObject({ is: z.literal('life'), told: lifeTold }),
    ]),
    threadTs: z.string().optional(),
  }),
} as const

export type OutboxKind = keyof typeof shapes
export type Payload<K extends OutboxKind> = z.infer<(typeof shapes)[K]>
/** A kind with its own payload. */
export type Saying = { [K in OutboxKind]: { readonly kind: K; readonly payload: Payload<K> } }[OutboxKind]

/** Reads a stored row back; throws where the row is not of ours. */
export function sayingFrom(kind: string, payload: unknown): Saying {
  const known = z.enum(Object.keys(shapes) as [OutboxKind, ...OutboxKind[]]).parse(kind)
  return { kind: known, payload: shapes[known].parse(payload) } as Saying
}
