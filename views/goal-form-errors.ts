import type { Measure } from '../src/domain/goal.ts'
import type { NumberField, Refusal } from '../src/domain/refusals.ts'
import type { Messages } from '../src/i18n/say.ts'
import { goalBlocks as blocks, idInRound } from './goal-form-ids.ts'
import { numberFields } from './measures.ts'
import { refusalText } from './refusal.ts'

type Block = (typeof blocks)[keyof typeof blocks]

/** Which form was shown: an error for a block that is not in it breaks the whole window. */
export interface ShownGoalForm {
  readonly mode: 'new' | 'edit'
  readonly measure: Measure
  /** As the form's luggage has it. */
  readonly round?: number | undefined
}

/** Block id -> sentences. What belongs to no field that is shown stands at the title, which always is. */
export function goalFormErrors(
  refusals: readonly Refusal[],
  say: Messages,
  shown: ShownGoalForm,
): Record<string, string> {
  const present = shownBlocks(shown)
  const errors: Record<string, string> = {}
  for (const refusal of refusals) {
    const wanted = blockOf(refusal)
    const block = present.has(wanted) ? wanted : blocks.title
    const sentence = refusalText(refusal, say)
    const before = errors[block]
    errors[block] = before === undefined ? sentence : say['form.sentences']({ before, sentence })
  }
  return Object.fromEntries(
    Object.entries(errors).map(([block, text]) => [idInRound(block, shown.round), text]),
  )
}

function shownBlocks({ mode, measure }: ShownGoalForm): ReadonlySet<Block> {
  const absent = new Set([...numbersAbsent(measure), ...absentIn[mode]])
  return new Set(Object.values(blocks).filter((block) => !absent.has(block)))
}

const absentIn = { new: [blocks.reason], edit: [blocks.owner, blocks.channel] } as const

function numbersAbsent(measure: Measure): readonly Block[] {
  const fields = numberFields(measure)
  const present: readonly (readonly [Block, boolean])[] = [
    [blocks.unit, fields.unit === 'unit'],
    [blocks.currency, fields.unit === 'currency'],
    [blocks.baseline, fields.baseline !== 'none'],
    [blocks.target, fields.target !== 'none'],
    [blocks.low, fields.hasBounds],
    [blocks.high, fields.hasBounds],
    [blocks.history, fields.hasHistory],
  ]
  return present.flatMap(([block, isThere]) => (isThere ? [] : [block]))
}

function blockOf(refusal: Refusal): Block {
  if ('field' in refusal) return fieldBlocks[refusal.field]
  if (refusal.kind === 'helper-unable') return refusal.as === 'partner' ? blocks.partner : blocks.coOwners
  return places[refusal.kind] ?? blocks.title
}

const fieldBlocks: Readonly<Record<NumberField | 'start' | 'due', Block>> = {
  baseline: blocks.baseline,
  target: blocks.target,
  low: blocks.low,
  high: blocks.high,
  value: blocks.target,
  history: blocks.history,
  start: blocks.start,
  due: blocks.due,
}

const places: Readonly<Partial<Record<Refusal['kind'], Block>>> = {
  'already-at-target': blocks.target,
  'against-direction': blocks.target,
  'bounds-missing': blocks.low,
  'bounds-crossed': blocks.high,
  'due-before-start': blocks.due,
  'due-in-past': blocks.due,
  'owner-bot': blocks.owner,
  'owner-deactivated': blocks.owner,
  'owner-foreign': blocks.owner,
  'owner-not-in-channel': blocks.owner,
  'owner-unknown': blocks.owner,
  'too-many-goals': blocks.owner,
  'partner-is-owner': blocks.partner,
  'not-in-channel': blocks.channel,
  'channel-archived': blocks.channel,
  'channel-shared': blocks.channel,
  'channel-unknown': blocks.channel,
  'no-team-here': blocks.channel,
  outsider: blocks.channel,
  // The goal that was named in the form is the one it is to be a part of.
  'no-such-goal': blocks.parent,
  'parent-cycle': blocks.parent,
  'parent-too-deep': blocks.parent,
  'choose-team': blocks.channel,
  'baseline-needs-approval': blocks.baseline,
  'reason-needed': blocks.reason,
}
