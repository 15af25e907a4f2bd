import type { Overflow, SectionBlock } from '@slack/types'
import { areAllDone, MOST_STEPS } from '../src/domain/milestones.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { MilestoneRow, MilestoneSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, plain, quoted, rich, section } from './blocks.ts'
import { goalActions } from './goal-actions.ts'
import { joined } from './goal-words.ts'
import { limits } from './limits.ts'
import type { MessageBlock, ModalView } from './message.ts'
import {
  choiceValue,
  type MilestoneMetadata,
  milestoneActions,
  type StepChoice,
} from './milestone-actions.ts'
import { stepFacts, stepSymbol, stepTitle } from './milestone-words.ts'
import { chainBlock } from './milestones.ts'
import { refusalText } from './refusal.ts'

const ROW_MOST = 400

/** The list of a goal's milestones, in which they are marked, changed, added and left out. */
export function milestoneWindow(
  sheet: MilestoneSheet,
  say: Messages,
  drawn: { readonly round: number; readonly refusal?: Refusal | undefined },
): ModalView {
  const { goal, rows } = sheet
  const metadata: MilestoneMetadata = { goal: goal.id, round: drawn.round }
  const blocks: readonly MessageBlock[] = [
    ...(drawn.refusal === undefined ? [] : [section(refusalText(drawn.refusal, say))]),
    rich({ text: quoted(say['goal.numbered'](goal), 300), style: { bold: true } }),
    ...(rows.length === 0
      ? [section(say['milestones.empty']())]
      : rows.map((row) => rowBlock(sheet, row, say))),
    ...chainBlock(sheet, say),
    ...allDoneBlocks(sheet, say),
    ...addBlocks(sheet, say),
  ]
  return {
    type: 'modal',
    callback_id: 'milestones.window',
    title: plain(say['milestones.title'](), limits.modalTitle),
    close: plain(say['form.close'](), limits.modalTitle),
    private_metadata: JSON.stringify(metadata),
    blocks: blocks.slice(0, limits.modalBlocks) as ModalView['blocks'],
  }
}

function rowBlock({ canChange }: MilestoneSheet, row: MilestoneRow, say: Messages): SectionBlock {
  const lines = `${stepSymbol(row)} ${stepTitle(row.step)}\n${stepFacts(row, say)}`
  const accessory = accessoryOf(row, canChange, say)
  return section(plain(lines, ROW_MOST), accessory === undefined ? {} : { accessory })
}

/** One thing to do is a button, several are a menu. */
function accessoryOf({ step, canMark }: MilestoneRow, canChange: boolean, say: Messages) {
  const mark = step.isDone ? 'unmark' : 'mark'
  const actionId = `${milestoneActions.act}/${step.id}`
  const value = (what: StepChoice['do']) => choiceValue({ step: step.id, do: what })
  if (canChange) {
    const menu: Overflow = {
      type: 'overflow',
      action_id: actionId,
      options: ([mark, 'change', 'remove'] as const).map((what) => ({
        text: plain(say[`milestones.${what}`](), limits.optionText),
        value: value(what),
      })),
    }
    return menu
  }
  if (!canMark) return undefined
  const text = say[`milestones.${mark}`]()
  return button({ text, actionId, value: value(mark), spoken: joined([text, stepTitle(step)]) })
}

/** Where milestones are what counts, the last one may end the goal. */
function allDoneBlocks({ goal, canChange }: MilestoneSheet, say: Messages): readonly MessageBlock[] {
  if (!canChange || goal.kind !== 'milestone' || !areAllDone(goal.steps)) return []
  const value = JSON.stringify({ goal: goal.id })
  const text = say['milestones.close']()
  return [
    section(say['milestones.all-done']()),
    actions([button({ text, actionId: goalActions.reach, value, style: 'primary' })]),
  ]
}

function addBlocks({ goal, rows, canChange }: MilestoneSheet, say: Messages): readonly MessageBlock[] {
  if (!canChange) return rows.some(({ canMark }) => canMark) ? [context(say['milestones.marks-only']())] : []
  if (goal.steps.length >= MOST_STEPS) return [context(say['milestones.full']({ most: MOST_STEPS }))]
  return [actions([button({ text: say['milestones.add'](), actionId: milestoneActions.add })])]
}
