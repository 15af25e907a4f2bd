import { z } from 'zod'
import { channelId, goalId } from './answers.ts'

/** What Slack sends back: callback and action ids are what a feature listens to. */
export const goalForm = {
  callbackId: 'goal.new',
  editCallbackId: 'goal.edit',
  /** Choosing another measure; its value is the measure. The form is to be built anew. */
  measure: 'goal.measure',
  /** Looks up goals this one can be a part of; a value is a goal id, or `noParent`. */
  parent: 'goal.parent',
  /** An option the look-up offers where a goal has a parent already: Slack's select cannot be emptied. */
  noParent: 'none',
  /** A field that the coach looks at has changed: what follows the slash names it. */
  typed: 'goal.typed',
  /** One tap on what the coach proposes; the value is what it does. */
  fix: 'goal.fix',
} as const

/** The form's input blocks: where answers are read and errors are shown. */
export const goalBlocks = {
  title: 'title',
  measure: 'measure',
  unit: 'unit',
  currency: 'currency',
  baseline: 'baseline',
  target: 'target',
  low: 'low',
  high: 'high',
  history: 'history',
  start: 'start',
  due: 'due',
  owner: 'owner',
  channel: 'channel',
  reason: 'reason',
  levers: 'levers',
  firstStep: 'first-step',
  why: 'why',
  confidence: 'confidence',
  parent: 'parent',
  size: 'size',
  promise: 'promise',
  path: 'path',
  coOwners: 'co-owners',
  partner: 'partner',
  visibility: 'visibility',
} as const

/** The action id of a field that the coach looks at. */
export const told = (field: keyof typeof goalBlocks): string => `${goalForm.typed}/${field}`

/** Where a tap has filled fields, their blocks have new ids, so that Slack shows what they begin with. */
export const idInRound = (id: string, round = 0): string => (round === 0 ? id : `${id}~${round}`)

const kept = z.strictObject({
  unit: z.string().optional(),
  baseline: z.string().optional(),
  target: z.string().optional(),
  low: z.string().optional(),
  high: z.string().optional(),
  history: z.string().optional(),
})

/** What the form carries along. It comes back from the client: whoever acts on `goal` checks the right to. */
export const goalFormMetadata = z.strictObject({
  /** Where the form was opened, for the answer. */
  channel: channelId.optional(),
  /** The goal being edited. */
  goal: goalId.optional(),
  number: z.int().optional(),
  /** The version the edit began from. */
  version: z.int().optional(),
  /** What was typed into fields that the chosen measure does not show, so that choosing back brings it back. */
  kept: kept.optional(),
  /** Counts the taps that filled fields in: Slack shows what a field begins with only under a new id. */
  round: z.int().min(0).max(10_000).optional(),
  /** The sentence the form was filled from, for showing what was read. */
  said: z.string().max(1000).optional(),
  /** The second of two goals that were one sentence: its form comes when this one is saved. */
  next: z.string().max(500).optional(),
  /** Which goal of one window it is, counted from 0: the next is no repeat of the one before. */
  part: z.int().min(0).max(100).optional(),
})

export type GoalFormMetadata = z.infer<typeof goalFormMetadata>

export const keptFields = ['unit', 'baseline', 'target', 'low', 'high', 'history'] as const
