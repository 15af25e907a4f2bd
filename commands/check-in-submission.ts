import type { NewAnswer } from '../src/domain/check-in.ts'
import { answerFromForm } from '../src/domain/form-answer.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import type { FormReply, Submission, Visit } from '../src/slack/feature.ts'
import { checkIn } from '../src/usecases/check-in.ts'
import { goalToAnswer } from '../src/usecases/goal-to-answer.ts'
import { type CheckInProblem, checkInErrors } from '../views/check-in-errors.ts'
import {
  type CheckInAnswer,
  checkInFormMetadata,
  readCheckInForm,
  saysSomething,
} from '../views/check-in-form.ts'
import type { CommandDeps } from './deps.ts'

/** The check-in form as it was sent: everything is stored, or every doubt stands at its field and nothing is lost. */
export async function submitted(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { say, view, person, key } = submission
  const { replaces } = checkInFormMetadata.parse(JSON.parse(view.metadata))
  const given = readCheckInForm(view.values)
  const said = given.filter(saysSomething)
  const [first] = given
  if (said.length === 0 && first !== undefined) {
    return errors([{ goal: first.goal, doubt: 'nothing', typed: '' }])
  }
  const answers: NewAnswer[] = []
  const problems: CheckInProblem[] = []
  for (const form of said) {
    const read = await answerOf(deps, submission, form)
    if (read.ok) answers.push(read.value)
    else problems.push(read.refusal)
  }
  if (problems.length > 0) return errors(problems)
  const stored = await checkIn(deps, person, { answers, key, provenance: 'form', replaces })
  if (stored.ok || first === undefined) return { show: 'closed' }
  return errors([{ goal: first.goal, refusal: stored.refusal }])

  function errors(found: readonly CheckInProblem[]): FormReply {
    return { show: 'errors', errors: checkInErrors(found, say) }
  }
}

async function answerOf(
  deps: CommandDeps,
  { person }: Visit,
  form: CheckInAnswer,
): Promise<Result<NewAnswer, CheckInProblem>> {
  const found = await goalToAnswer(deps, person, { id: form.goal })
  if (!found.ok) return refuse({ goal: form.goal, refusal: found.refusal })
  const { goal } = found.value
  const asked = { ...goal, lastValue: goal.last?.value, position: 1 }
  const read = answerFromForm(form, asked, person.language)
  if (read.ok) return ok(read.value)
  return refuse({ goal: form.goal, doubt: read.refusal, typed: form.typed ?? '' })
}
