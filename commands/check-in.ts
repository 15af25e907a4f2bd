import type { NewAnswer } from '../src/domain/check-in.ts'
import { nothingSaid } from '../src/domain/form-answer.ts'
import type { Standing } from '../src/domain/goal.ts'
import { DAY_MS, writtenAt } from '../src/domain/time.ts'
import type { OccurrenceId } from '../src/domain/types.ts'
import type { Feature, Press, Reply, Visit } from '../src/slack/feature.ts'
import { checkIn as store } from '../src/usecases/check-in.ts'
import { chooseAnswer } from '../src/usecases/choose-answer.ts'
import type { GoalRef } from '../src/usecases/goal-for.ts'
import { goalToAnswer } from '../src/usecases/goal-to-answer.ts'
import { goalsOf } from '../src/usecases/goals-of.ts'
import { openPromptOf, promptSheet } from '../src/usecases/prompt-sheet.ts'
import { understoodItems } from '../src/usecases/understood-items.ts'
import { amendButton, checkInActions, checkInButton, statusOption } from '../views/check-in-actions.ts'
import { type CheckInItem, checkInForm, checkInFormView } from '../views/check-in-form.ts'
import { homeActions } from '../views/home.ts'
import { prompt } from '../views/prompt.ts'
import { choiceButton, passedQuestion, staleQuestion } from '../views/question.ts'
import { understood } from '../views/understood.ts'
import { submitted } from './check-in-submission.ts'
import type { CommandDeps } from './deps.ts'
import { goalNumberIn, refused } from './goal-ref.ts'

/** /goal checkin, the prompt's buttons and selects, the answers to a question, and the check-in form. */
export function checkIn(deps: CommandDeps): Feature {
  return {
    name: 'checkin',
    aliases: ['check-in', 'check', 'report', '回報', '進度'],
    usage: '[G-12]',
    help: 'help.checkin',
    run: async (visit) => {
      const number = goalNumberIn(visit.words)
      if (number === undefined) return formForAll(deps, visit, visit.words)
      const typed = visit.words.replace(/^\S+\s*/u, '')
      return formForOne(deps, visit, { number }, { typed })
    },
    presses: {
      [checkInActions.enter]: (press) => {
        const { goal, occurrence } = checkInButton.parse(press.value)
        return formForOne(deps, press, { id: goal }, { occurrence })
      },
      [checkInActions.all]: (press) => formForAll(deps, press),
      [homeActions.checkIn]: (press) => formForAll(deps, press),
      [checkInActions.edit]: (press) => formToAmend(deps, press),
      [checkInActions.noChange]: (press) => {
        const { goal, occurrence } = checkInButton.parse(press.value)
        return answered(deps, press, { ...nothingSaid, goal, isNoChange: true }, occurrence)
      },
      [checkInActions.status]: (press) => {
        const { goal, status, occurrence } = statusOption.parse(press.value)
        return answered(deps, press, { ...nothingSaid, goal, status }, occurrence)
      },
      [checkInActions.choose]: (press) => chosen(deps, press),
    },
    forms: { [checkInForm.callbackId]: (submission) => submitted(deps, submission) },
  }
}

interface Opening {
  readonly typed?: string
  readonly occurrence?: OccurrenceId | undefined
}

async function formForOne(
  deps: CommandDeps,
  visit: Visit,
  ref: GoalRef,
  { typed = '', occurrence }: Opening,
): Promise<Reply> {
  const standing = await goalToAnswer(deps, visit.person, ref)
  if (!standing.ok) return refused(standing.refusal, visit)
  return form(visit, numbered([standing.value]), typed, { occurrence })
}

/** What is due and unanswered; with nothing due, everything the person owns. */
async function formForAll(deps: CommandDeps, visit: Visit, typed = ''): Promise<Reply> {
  const open = await openPromptOf(deps, visit.person)
  const unanswered = open?.items.filter((item) => !item.isAnswered) ?? []
  if (unanswered.length > 0) return form(visit, unanswered, typed, { occurrence: open?.occurrence })
  const own = await goalsOf(deps, visit.person)
  if (own.length === 0) return refused({ kind: 'no-goals' }, visit)
  return form(visit, numbered(own), typed, {})
}

const numbered = (standings: readonly Standing[]): readonly CheckInItem[] =>
  standings.map((standing, index) => ({ standing, position: index + 1 }))

/** What was typed after the command is filled in where it is clear which goal it is about. */
function form(
  { say }: Visit,
  items: readonly CheckInItem[],
  typed: string,
  { occurrence, replaces }: { occurrence?: OccurrenceId | undefined; replaces?: string },
): Reply {
  const [only, ...others] = items
  const isClear = typed !== '' && only !== undefined && others.length === 0
  const metadata = {
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(replaces === undefined ? {} : { replaces }),
  }
  const filled = isClear ? [{ goal: only.standing.goal.id, typed }] : []
  return { show: 'modal', view: checkInFormView({ say, items, filled, metadata }) }
}

/** The Edit button: the form again; what it stores stands in place of what the message or click wrote. */
async function formToAmend(deps: CommandDeps, press: Press): Promise<Reply> {
  const { key, goals } = amendButton.parse(press.value)
  const standings: Standing[] = []
  for (const id of goals) {
    const standing = await goalToAnswer(deps, press.person, { id })
    if (!standing.ok) return refused(standing.refusal, press)
    standings.push(standing.value)
  }
  return form(press, numbered(standings), '', { replaces: key })
}

/** A button that answers at once: the prompt shows it, and a line of its own says what was understood. */
async function answered(
  deps: CommandDeps,
  press: Press,
  answer: NewAnswer,
  occurrence: OccurrenceId | undefined,
): Promise<Reply> {
  const stored = await store(deps, press.person, { answers: [answer], key: press.key, provenance: 'button' })
  if (!stored.ok) return refused(stored.refusal, press)
  if (press.from.kind === 'view' || occurrence === undefined) return { show: 'nothing' }
  const sheet = await promptSheet(deps, press.workspace, occurrence)
  // The value may be anyone's: only one's own prompt is drawn.
  if (sheet === undefined || sheet.person !== press.person.id) return { show: 'nothing' }
  return { show: 'replacement', message: prompt(sheet, press.say, press.person.zone) }
}

/** One of the answers a question offered: what it wrote stands in the question's place. After a day it is asked no more. */
async function chosen(deps: CommandDeps, press: Press): Promise<Reply> {
  if (press.from.kind === 'message' && press.now - writtenAt(press.from.ts) > DAY_MS)
    return { show: 'replacement', message: staleQuestion(press.say) }
  const choice = choiceButton.parse(press.value)
  // Two taps on one question make one answer.
  const key =
    press.from.kind === 'message'
      ? `choice:${press.from.channel}:${press.from.ts}:${choice.answer.goal}`
      : press.key
  const stored = await chooseAnswer(deps, press.person, { asked: undefined, was: undefined, ...choice, key })
  if (!stored.ok)
    return stored.refusal.kind === 'question-passed'
      ? { show: 'replacement', message: passedQuestion(press.say) }
      : refused(stored.refusal, press)
  const ids = stored.value.map(({ answer }) => answer.id)
  const items = await understoodItems(deps, press.workspace, ids)
  return { show: 'replacement', message: understood(items, key, press.say) }
}
