import { z } from 'zod'
import type { Instant, LocalDate, PersonId } from './types.ts'

/** What the bot answers to words about the asking itself; facts only, drawn in the person's language. */
export type LifeTold = z.infer<typeof lifeTold>
/** About being away: it may be said of someone else. */
export type LeaveTold = Extract<LifeTold, { readonly as: 'away' | 'back' | 'not-away' }>

const instant = z.int().transform((at) => at as Instant)
const date = z.string().transform((day) => day as LocalDate)
const next = instant.optional()
const person = z.string().transform((id) => id as PersonId)
const muteKind = z.enum(['reminders', 'news', 'everything', 'boards'])

export const lifeTold = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('snoozed'), until: instant }),
  /** Put off beyond the next prompt: that one comes instead. */
  z.strictObject({ as: z.literal('snoozed-to-next'), next: instant }),
  z.strictObject({ as: z.literal('nothing-open'), next }),
  z.strictObject({ as: z.literal('all-answered'), next }),
  /** The `nth` in a row; the first two are left out of reliability. */
  z.strictObject({ as: z.literal('skipped'), nth: z.int(), next }),
  z.strictObject({ as: z.literal('stopped'), until: date.optional(), prompts: z.int().optional() }),
  z.strictObject({ as: z.literal('resumed'), next }),
  z.strictObject({ as: z.literal('not-stopped'), next }),
  z.strictObject({ as: z.literal('muted'), what: muteKind }),
  z.strictObject({ as: z.literal('unmuted'), what: muteKind }),
  z.strictObject({ as: z.literal('muted-list') }),
  z.strictObject({ as: z.literal('when') }),
  z.strictObject({
    as: z.literal('unclear'),
    what: z.enum(['snooze', 'stop', 'mute', 'away']),
    typed: z.string(),
  }),
  z.strictObject({ as: z.literal('past'), until: date }),
  /** `of`: whom a lead set it for; `by`: the lead who did. Without `back` it has no end yet. */
  z.strictObject({
    as: z.literal('away'),
    leave: z.string(),
    from: date,
    back: date.optional(),
    prompts: z.int().optional(),
    /** A check-in that was open is excused. */
    excusesOpen: z.boolean(),
    of: person.optional(),
    by: person.optional(),
  }),
  z.strictObject({
    as: z.literal('back'),
    next,
    /** It had not begun yet. */
    cancelled: date.optional(),
    of: person.optional(),
    by: person.optional(),
  }),
  z.strictObject({ as: z.literal('not-away'), next, planned: date.optional(), of: person.optional() }),
  z.strictObject({ as: z.literal('past-leave'), back: date }),
  z.strictObject({ as: z.literal('too-long') }),
  /** A Slack status looks like leave; nothing is assumed. */
  z.strictObject({ as: z.literal('offer'), status: z.string(), back: date.optional() }),
])
