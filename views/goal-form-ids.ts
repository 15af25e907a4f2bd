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
  coOwners: 'co-owners',
  partner: 'partner',
  visibility: 'visibility',
} as const

const kept = z.strictObject({
  unit: z.string().optional(),
  baseline: z.string().optional(),
  target: z.string().optional(),
  low: z.string().optional(),
  high: z.string().optional(),
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
})

export type GoalFormMetadata = z.infer<typeof goalFormMetadata>

export const keptFields = ['unit', 'baseline', 'target', 'low', 'high'] as const
