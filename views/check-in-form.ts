import { z } from 'zod'
import type { Standing, StatusWord } from '../src/domain/goal.ts'
import type { GoalId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, goalId, occurrenceId } from './answers.ts'
import { context, quoted, rich } from './blocks.ts'
import { readConfidence } from './goal-form-answer.ts'
import { confidenceChoices } from './goal-form-more.ts'
import { roughly } from './goal-words.ts'
import { choiceInput, formModal, textInput } from './inputs.ts'
import type { MessageBlock, ModalView } from './message.ts'

/** Each goal has blocks of its own: `value/<goal id>`, `status/<goal id>`; only one goal alone has the last two. */
export const checkInForm = {
  callbackId: 'check-in.form',
  value: 'value',
  status: 'status',
  confidence: 'confidence',
  blocker: 'blocker',
  note: 'note',
  /** The note of several goals. */
  sharedNote: 'note',
  /** How many goals fit into one form that is still pleasant to fill. */
  most: 8,
} as const

const statuses = ['on-track', 'at-risk', 'off-track'] as const satisfies readonly StatusWord[]

export const checkInFormMetadata = z.strictObject({
  occurrence: occurrenceId.optional(),
  /** The source key of the answers that this form replaces. */
  replaces: z.string().max(300).optional(),
})
export type CheckInFormMetadata = z.infer<typeof checkInFormMetadata>

export interface CheckInItem {
  readonly standing: Standing
  readonly position: number
}

/** What one goal was answered with; `typed` is to be read like a reply. */
export interface CheckInAnswer {
  readonly goal: GoalId
  readonly typed: string | undefined
  readonly status: StatusWord | undefined
  readonly confidence: number | undefined
  readonly blocker: string | undefined
  readonly note: string | undefined
}

export interface CheckInFormParts {
  readonly say: Messages
  readonly items: readonly CheckInItem[]
  readonly filled?: readonly Partial<CheckInAnswer>[]
  readonly metadata: CheckInFormMetadata
}

/** One goal with everything that can be said about it, or up to eight with the essentials. */
export function checkInFormView({ say, items, filled = [], metadata }: CheckInFormParts): ModalView {
  const shown = items.slice(0, checkInForm.most)
  const left = items.length - shown.length
  const isAlone = items.length === 1
  const answered = (goal: GoalId) => filled.find((answer) => answer.goal === goal) ?? {}
  return formModal({
    say,
    callbackId: checkInForm.callbackId,
    title: say['check-in-form.title'](),
    submit: say['check-in-form.submit'](),
    metadata,
    blocks: [
      ...shown.flatMap((item, index) => {
        const answer = answered(item.standing.goal.id)
        return goalBlocks({ say, item, filled: answer, isAlone, hasHint: index === 0 })
      }),
      ...(isAlone ? [] : [sharedNote(say, filled)]),
      ...(left > 0 ? [context(say['check-in-form.more']({ count: left }))] : []),
    ],
  })
}

type Filled = Partial<CheckInAnswer>

interface GoalBlockParts {
  readonly say: Messages
  readonly item: CheckInItem
  readonly filled: Filled
  readonly isAlone: boolean
  /** How to answer is explained once, not eight times. */
  readonly hasHint: boolean
}

function goalBlocks({ say, item, filled, isAlone, hasHint }: GoalBlockParts): readonly MessageBlock[] {
  const { goal } = item.standing
  const asked = goal.kind === 'milestone' ? 'done' : 'value'
  const title = isAlone
    ? goal.title
    : say['check-in-form.goal']({ position: item.position, title: goal.title })
  return [
    rich({ text: quoted(title, 300), style: { bold: true } }),
    context(facts(say, item.standing)),
    textInput({
      id: blockOf(checkInForm.value, goal.id),
      label: say[`check-in-form.${asked}.label`](),
      hint: hasHint ? say[`check-in-form.${asked}.hint`]() : undefined,
      filled: filled.typed,
      hasFocus: isAlone,
      isOptional: true,
    }),
    choiceInput({
      id: blockOf(checkInForm.status, goal.id),
      label: say['check-in-form.status.label'](),
      choices: statuses.map((value) => ({ value, text: say[`status.${value}`]() })),
      filled: filled.status,
      isOptional: true,
    }),
    ...(isAlone ? moreAboutOne(say, goal.id, filled) : []),
  ]
}

function moreAboutOne(say: Messages, goal: GoalId, filled: Filled): readonly MessageBlock[] {
  return [
    choiceInput({
      id: blockOf(checkInForm.confidence, goal),
      label: say['check-in-form.confidence.label'](),
      choices: confidenceChoices(say),
      filled: filled.confidence?.toString(),
      isOptional: true,
    }),
    textInput({
      id: blockOf(checkInForm.blocker, goal),
      label: say['check-in-form.blocker.label'](),
      filled: filled.blocker,
      isLong: true,
      isOptional: true,
    }),
    textInput({
      id: blockOf(checkInForm.note, goal),
      label: say['check-in-form.note.label'](),
      filled: filled.note,
      isLong: true,
      isOptional: true,
    }),
  ]
}

function sharedNote(say: Messages, filled: readonly Filled[]): MessageBlock {
  return textInput({
    id: checkInForm.sharedNote,
    label: say['check-in-form.note.label'](),
    hint: say['check-in-form.note.shared'](),
    filled: filled.find(({ note }) => note !== undefined)?.note,
    isLong: true,
    isOptional: true,
  })
}

/** `Last: 32% · Plan for today: 35% · Target: 40% · Due 30 Jun 2026` */
function facts(say: Messages, { goal, expectedValue }: Standing): string {
  const amount = (value: number) => ({ amount: say.format.amount(value, goal.unit) })
  const last =
    goal.last === undefined
      ? say['check-in-form.never']()
      : say['check-in-form.last'](amount(goal.last.value))
  return [
    ...(goal.kind === 'milestone' ? [] : [last]),
    ...(expectedValue === undefined
      ? []
      : [say['check-in-form.expected'](amount(roughly(expectedValue, goal.unit)))]),
    ...(goal.target === undefined ? [] : [say['check-in-form.target'](amount(goal.target))]),
    say['check-in-form.due']({ due: say.format.date(goal.due) }),
  ].join(' · ')
}

/** The block that asks one thing about one goal. */
export function blockOf(field: 'value' | 'status' | 'confidence' | 'blocker' | 'note', goal: GoalId): string {
  return `${field}/${goal}`
}

const status = z.enum(statuses).optional()

/** Every goal that was shown, also those left empty; a note shared by several goals comes with each one answered. */
export function readCheckInForm(values: unknown): readonly CheckInAnswer[] {
  const answers = answersOf(values)
  const shared = answers.text(checkInForm.sharedNote)
  const shown = answers.ids.filter((id) => id.startsWith(`${checkInForm.value}/`))
  return shown.map((id) => {
    const goal = goalId.parse(id.slice(checkInForm.value.length + 1))
    const typed = answers.text(id)
    const chosen = status.parse(answers.choice(blockOf('status', goal)))
    const isAnswered = typed !== undefined || chosen !== undefined
    return {
      goal,
      typed,
      status: chosen,
      confidence: readConfidence(answers.choice(blockOf('confidence', goal))),
      blocker: answers.text(blockOf('blocker', goal)),
      note: answers.text(blockOf('note', goal)) ?? (isAnswered ? shared : undefined),
    }
  })
}

/** Whether anything at all was said about the goal. */
export function saysSomething({ goal: _, ...said }: CheckInAnswer): boolean {
  return Object.values(said).some((part) => part !== undefined)
}
