import { filledFrom, fixed } from '../src/domain/coach-fill.ts'
import type { CustomKpi } from '../src/domain/custom-kpi.ts'
import type { TypedGoal } from '../src/domain/draft.ts'
import type { Goal, Measure } from '../src/domain/goal.ts'
import { lockedAt } from '../src/domain/goal-rules.ts'
import { parseGoalSentence } from '../src/domain/quick-create.ts'
import { localDateOf } from '../src/domain/time.ts'
import type { GoalId } from '../src/domain/types.ts'
import type { OpenView, Press, Reply, Visit } from '../src/slack/feature.ts'
import { calendarIn, coachGoal } from '../src/usecases/coach.ts'
import { keepDraft } from '../src/usecases/drafts.ts'
import { goalFor } from '../src/usecases/goal-for.ts'
import { kpisToChoose } from '../src/usecases/kpis.ts'
import { readFix } from '../views/coach-fix.ts'
import { draftToColumn, isBegun } from '../views/goal-draft.ts'
import { goalFormView } from '../views/goal-form.ts'
import { readGoalForm, refilled } from '../views/goal-form-answer.ts'
import { type GoalFormMetadata, goalForm, goalFormMetadata } from '../views/goal-form-ids.ts'
import { measureChosen } from '../views/measures.ts'
import type { ModalView } from '../views/message.ts'
import type { CommandDeps } from './deps.ts'

/** The goal's form as it is opened, and as it changes while it is filled: new and edit alike. */

export interface FormState {
  readonly mode: 'new' | 'edit'
  readonly filled: Partial<TypedGoal>
  readonly measure: Measure
  readonly metadata: GoalFormMetadata
  readonly isLocked?: boolean
}

const firstMeasure: Measure = 'custom-level'

export async function goalFormFor(deps: CommandDeps, visit: Visit, state: FormState): Promise<ModalView> {
  const { filled, measure, metadata } = state
  const said = metadata.said
  return goalFormView({
    ...state,
    say: visit.say,
    today: localDateOf(visit.now, visit.person.zone),
    coaching: await coachGoal(deps, visit.person, filled, measure, metadata.goal),
    parent: await parentOf(deps, visit, filled.parent),
    ownKpis: await kpisToChoose(deps, visit.person, filled.kpi),
    said:
      said === undefined
        ? undefined
        : parseGoalSentence(said, await calendarIn(deps, visit.person, filled.channel)),
  })
}

/** A new goal's form, filled from a sentence where there is one; `part` counts the goals that came before it in one window. */
export async function newGoalForm(
  deps: CommandDeps,
  visit: Visit,
  sentence: string,
  known: Partial<TypedGoal>,
  part = 0,
): Promise<ModalView> {
  const blank: Partial<TypedGoal> = {
    owner: visit.person.id,
    start: localDateOf(visit.now, visit.person.zone),
    visibility: 'team',
    ...known,
  }
  const { channel } = blank
  const luggage: GoalFormMetadata = {
    ...(channel === undefined ? {} : { channel }),
    ...(part === 0 ? {} : { part }),
  }
  const typed = sentence.trim()
  if (typed === '')
    return goalFormFor(deps, visit, { mode: 'new', filled: blank, measure: firstMeasure, metadata: luggage })
  const filled = filledFrom(
    blank,
    firstMeasure,
    parseGoalSentence(typed, await calendarIn(deps, visit.person, channel)),
  )
  return goalFormFor(deps, visit, {
    mode: 'new',
    filled: filled.typed,
    measure: filled.measure,
    metadata: { ...luggage, said: typed.slice(0, MOST_SAID) },
  })
}

const MOST_SAID = 400
const MOST_NEXT = 150

/** Everything in the form that tells the product at once. */
export const goalFormPresses = (deps: CommandDeps) => {
  const redrawn = async (
    press: Press,
    change: (state: FormState) => FormState | Promise<FormState>,
  ): Promise<Reply> => {
    if (press.from.kind !== 'view') return { show: 'nothing' }
    const state = await change(await stateOf(deps, press, press.from.view))
    const isNews = await keep(deps, press, press.from.view, state)
    const view = await goalFormFor(deps, press, state)
    return { show: 'updated-modal', view, ...(isNews ? { hasStored: true } : {}) }
  }
  return {
    [goalForm.measure]: (press: Press) =>
      redrawn(press, async (state) =>
        withMeasure(state, press.value, await kpisToChoose(deps, press.person, state.filled.kpi)),
      ),
    [goalForm.typed]: (press: Press) => redrawn(press, (state) => state),
    [goalForm.parent]: (press: Press) => redrawn(press, (state) => state),
    [goalForm.fix]: (press: Press) => redrawn(press, (state) => afterFix(deps, press, state)),
  }
}

/** Whoever closes the window finds it on Home again; true where Home would tell it otherwise than before. */
async function keep(
  deps: CommandDeps,
  { person }: Press,
  view: OpenView,
  state: FormState,
): Promise<boolean> {
  const { mode, filled } = state
  if (mode === 'edit' || !isBegun(filled)) return false
  const draft = { id: draftIn(view, state), title: filled.title ?? '', form: draftToColumn(state) }
  return keepDraft(deps, person, draft)
}

/** The draft that a window holds: the one it was opened with, or one of its own. */
export const draftIn = ({ id }: Pick<OpenView, 'id'>, { metadata }: Pick<FormState, 'metadata'>): string =>
  metadata.draft ?? id

/** A KPI of the workspace's own brings its unit along, and its name where the goal has none yet. */
function withMeasure(state: FormState, value: string, own: readonly CustomKpi[]): FormState {
  const { measure, kpi } = measureChosen(value)
  const chosen = own.find(({ id }) => id === kpi)
  if (chosen === undefined) return { ...state, measure, filled: { ...state.filled, kpi: undefined } }
  const { filled, metadata } = state
  return {
    ...state,
    measure,
    filled: {
      ...filled,
      kpi: chosen.id,
      unit: chosen.unitTyped === '' ? undefined : chosen.unitTyped,
      title: filled.title || chosen.name,
    },
    metadata: { ...metadata, round: (metadata.round ?? 0) + 1 },
  }
}

async function afterFix(deps: CommandDeps, press: Press, state: FormState): Promise<FormState> {
  const { filled, measure, metadata } = state
  const sentence = parseGoalSentence(filled.title ?? '', await calendarIn(deps, press.person, filled.channel))
  const after = fixed(filled, measure, readFix(press.value), sentence)
  return {
    ...state,
    filled: after.typed,
    measure: after.measure,
    metadata: {
      ...metadata,
      round: (metadata.round ?? 0) + 1,
      next: after.next?.slice(0, MOST_NEXT) ?? metadata.next,
    },
  }
}

/** What the open window holds. An edited goal keeps its owner, who is no field of the form. */
async function stateOf(deps: CommandDeps, visit: Visit, view: OpenView): Promise<FormState> {
  const metadata = goalFormMetadata.parse(JSON.parse(view.metadata))
  const filled = refilled(view.values, metadata)
  const isEdit = view.callbackId === goalForm.editCallbackId
  const edited =
    metadata.goal === undefined ? undefined : await goalFor(deps, visit.person, { id: metadata.goal })
  return {
    mode: isEdit ? 'edit' : 'new',
    filled: edited?.ok ? { ...filled, owner: edited.value.owner, channel: metadata.channel } : filled,
    measure: readGoalForm(view.values).measure,
    metadata,
    isLocked: edited?.ok === true && visit.now >= lockedAt(edited.value),
  }
}

async function parentOf(deps: CommandDeps, visit: Visit, id: GoalId | undefined): Promise<Goal | undefined> {
  if (id === undefined) return undefined
  const parent = await goalFor(deps, visit.person, { id })
  return parent.ok ? parent.value : undefined
}
