import type { Coaching } from '../src/domain/coach.ts'
import type { CustomKpi } from '../src/domain/custom-kpi.ts'
import type { TypedGoal } from '../src/domain/draft.ts'
import type { Goal, Measure } from '../src/domain/goal.ts'
import type { GoalSentence } from '../src/domain/quick-create.ts'
import type { LocalDate } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, divider, mrkdwn, readable, section } from './blocks.ts'
import { meterBlocks, reachBlocks, readLine } from './goal-coach.ts'
import {
  goalBlocks as blocks,
  type GoalFormMetadata,
  goalForm,
  idInRound,
  keptFields,
  told,
} from './goal-form-ids.ts'
import { measureFields } from './goal-form-measure.ts'
import { confidenceField, dateFields, optionalFields, placeFields } from './goal-form-more.ts'
import { formModal, textInput } from './inputs.ts'
import { clip } from './limits.ts'
import { numberFields } from './measures.ts'
import type { MessageBlock, ModalView } from './message.ts'

export interface GoalFormParts {
  readonly say: Messages
  readonly mode: 'new' | 'edit'
  /** As typed, or as it would be typed: numbers and days are text. */
  readonly filled: Partial<TypedGoal>
  readonly measure: Measure
  /** The person's own day: a new goal starts on it. */
  readonly today: LocalDate
  readonly metadata: GoalFormMetadata
  /** The chosen parent, since its select must show a name. */
  readonly parent?: Pick<Goal, 'id' | 'number' | 'title'> | undefined
  readonly isLocked?: boolean
  /** The workspace's own KPIs, to choose from. */
  readonly ownKpis?: readonly CustomKpi[]
  /** The sentence that the fields were filled from, as it was read. */
  readonly said?: GoalSentence | undefined
  /** What the coach says of the form as it stands. */
  readonly coaching: Coaching
  /** A sentence above the fields. */
  readonly warning?: string | undefined
}

/** The form that makes or edits a goal. Its fields follow the measure; blocks whose meaning stays keep their ids. */
export function goalFormView(parts: GoalFormParts): ModalView {
  const { say, mode, metadata, filled, measure, coaching, parent } = parts
  const coach = { say, coaching, filled, measure, parent: parent && say['goal.numbered'](parent) }
  const view = formModal({
    say,
    callbackId: mode === 'new' ? goalForm.callbackId : goalForm.editCallbackId,
    title: titleOf(parts),
    submit: mode === 'new' ? say['goal-form.create']() : say['form.save'](),
    metadata: { ...metadata, kept: keptOf(parts) },
    blocks: [
      ...notices(parts),
      textInput({
        id: blocks.title,
        label: say['goal-form.title.label'](),
        placeholder: say['goal-form.title.placeholder'](),
        filled: parts.filled.title?.replace(/\s+/g, ' '),
        hasFocus: mode === 'new' && (metadata.round ?? 0) === 0,
        tells: told('title'),
      }),
      ...meterBlocks(coach),
      ...measureFields(parts),
      ...reachBlocks(coach),
      ...dateFields(parts),
      ...confidenceField(parts),
      ...(mode === 'new' ? placeFields(parts) : reasonField(parts)),
      divider(),
      context(say['goal-form.optional']()),
      ...optionalFields(parts),
    ],
  })
  return { ...view, blocks: view.blocks.map((block) => inRound(block, metadata.round)) }
}

/** Only inputs hold what people typed. */
function inRound<T extends { readonly type: string; readonly block_id?: string }>(
  block: T,
  round: number | undefined,
): T {
  return block.type !== 'input' || block.block_id === undefined
    ? block
    : { ...block, block_id: idInRound(block.block_id, round) }
}

function titleOf({ say, mode, metadata }: GoalFormParts): string {
  if (mode === 'new') return say['goal-form.new']()
  if (metadata.number === undefined) return say['goal-form.edit']()
  return say['goal-form.edit-number']({ number: metadata.number })
}

function notices({
  say,
  mode,
  filled,
  isLocked,
  warning,
  said,
  metadata: { next },
}: GoalFormParts): readonly MessageBlock[] {
  const belongs =
    mode === 'edit' && filled.owner !== undefined && filled.channel !== undefined
      ? [
          context(
            mrkdwn(
              say['goal-form.belongs']({ owner: `<@${filled.owner}>`, channel: `<#${filled.channel}>` }),
            ),
          ),
        ]
      : []
  return [
    ...(warning === undefined ? [] : [section(warning)]),
    ...echo(said, say),
    ...(next === undefined ? [] : [context(say['coach.split.next']({ text: clip(readable(next), 200) }))]),
    ...belongs,
    ...(isLocked === true ? [section(say['goal-form.locked']())] : []),
  ]
}

/** Everything that was read is shown again, dates in full, before anything is saved. */
const echo = (said: GoalSentence | undefined, say: Messages): readonly MessageBlock[] =>
  said === undefined ? [] : [context(mrkdwn(readLine(said, say)))]

function reasonField({ say, isLocked }: GoalFormParts): readonly MessageBlock[] {
  const hint = isLocked === true ? say['goal-form.reason.locked-hint']() : say['goal-form.reason.hint']()
  const label = say['goal-form.reason.label']()
  return [textInput({ id: blocks.reason, label, hint, isOptional: true, isLong: true, filled: undefined })]
}

/** What the chosen measure has no field for stays in the form's luggage. */
function keptOf({ measure, filled }: GoalFormParts): GoalFormMetadata['kept'] {
  const shown = numberFields(measure)
  const isShown = {
    unit: shown.unit !== 'none',
    baseline: shown.baseline !== 'none',
    target: shown.target !== 'none',
    low: shown.hasBounds,
    high: shown.hasBounds,
    history: shown.hasHistory,
  }
  const hidden = keptFields.flatMap((field) => {
    const typed = filled[field]
    return typed === undefined || isShown[field]
      ? []
      : [[field, clip(readable(typed), field === 'history' ? 600 : 100)] as const]
  })
  return hidden.length === 0 ? undefined : Object.fromEntries(hidden)
}
