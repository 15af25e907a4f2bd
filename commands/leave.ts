import type { LifeTold } from '../src/domain/life-told.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import { ok, type Result } from '../src/domain/result.ts'
import { addDays, localDateOf } from '../src/domain/time.ts'
import type { PersonId } from '../src/domain/types.ts'
import type {
  CommandVisit,
  Feature,
  FormReply,
  Press,
  Reply,
  Submission,
  Visit,
} from '../src/slack/feature.ts'
import { cancelLeave, comeBack, sayAway, setLeave } from '../src/usecases/leave.ts'
import { lifeSheet } from '../src/usecases/life-sheet.ts'
import { teamsOf } from '../src/usecases/teams-of.ts'
import { leaveDeclined } from '../views/leave.ts'
import { leaveActions, leaveButton, offerButton } from '../views/leave-actions.ts'
import { leaveForm, leaveFormErrors, leaveFormView, readLeaveForm } from '../views/leave-form.ts'
import { life } from '../views/life.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'
import { mentionedIn } from './mention.ts'

/** /goal away and /goal back, the form, and the buttons under what was noted or offered. In the DM the words do the same. */
export function leave(deps: CommandDeps): readonly Feature[] {
  return [
    {
      name: 'away',
      aliases: ['ooo', 'leave', 'vacation', '請假', '休假'],
      usage: 'usage.away',
      help: 'help.away',
      run: (visit) => away(deps, visit),
      presses: {
        [leaveActions.open]: (press) => form(deps, press, undefined),
        [leaveActions.cancel]: (press) => cancel(deps, press),
        [leaveActions.take]: (press) => take(deps, press),
        [leaveActions.decline]: async ({ say }) => ({
          show: 'replacement',
          message: leaveDeclined(say),
        }),
      },
      forms: { [leaveForm.callbackId]: (submission) => submitted(deps, submission) },
    },
    { name: 'back', aliases: ['回來', '銷假'], run: (visit) => back(deps, visit) },
  ]
}

/** Without a time the form asks for one. */
async function away(deps: CommandDeps, visit: CommandVisit): Promise<Reply> {
  const meant = mentionedIn(visit.words)
  if (!meant.ok) return refused(meant.refusal, visit)
  const { person, words } = meant.value
  if (words === '') return form(deps, visit, person)
  return told(deps, visit, await sayAway(deps, visit.person, person ?? visit.person.id, words))
}

async function back(deps: CommandDeps, visit: CommandVisit): Promise<Reply> {
  const meant = mentionedIn(visit.words)
  if (!meant.ok) return refused(meant.refusal, visit)
  const { person, words } = meant.value
  if (words !== '') return told(deps, visit, ok({ as: 'unclear', what: 'away', typed: words }))
  return told(deps, visit, await comeBack(deps, visit.person, person ?? visit.person.id))
}

async function form(deps: CommandDeps, visit: Visit, whose: PersonId | undefined): Promise<Reply> {
  const { person, say, now } = visit
  const teams = await teamsOf(deps, person)
  const isLead = teams.some((team) => team.leads.includes(person.id))
  if (!isLead && whose !== undefined && whose !== person.id)
    return refused({ kind: 'leave-needs-lead' }, visit)
  const today = localDateOf(now, person.zone)
  return { show: 'modal', view: leaveFormView({ say, today, isLead, whose }) }
}

async function submitted(deps: CommandDeps, { person, say, view, now }: Submission): Promise<FormReply> {
  const { whose = person.id, from = localDateOf(now, person.zone), last } = readLeaveForm(view.values)
  const span = { from, back: last === undefined ? undefined : addDays(last, 1) }
  const noted = await setLeave(deps, person, whose, span)
  if (!noted.ok) return { show: 'errors', errors: leaveFormErrors('not-theirs', say) }
  const { as } = noted.value
  if (as === 'past-leave' || as === 'too-long') return { show: 'errors', errors: leaveFormErrors(as, say) }
  const message = life(await lifeSheet(deps, person, noted.value), say)
  return { show: 'message', message, channel: undefined }
}

async function take(deps: CommandDeps, press: Press): Promise<Reply> {
  const { person, now } = press
  const span = { from: localDateOf(now, person.zone), back: offerButton.parse(press.value).back }
  return told(deps, press, await setLeave(deps, person, person.id, span), 'replacement')
}

async function cancel(deps: CommandDeps, press: Press): Promise<Reply> {
  const { person, leave: id } = leaveButton.parse(press.value)
  const isShown = press.from.kind === 'message'
  const done = await cancelLeave(deps, press.person, person, id)
  return told(deps, press, done, isShown ? 'replacement' : 'message')
}

async function told(
  deps: CommandDeps,
  visit: Visit,
  noted: Result<LifeTold, Refusal>,
  show: 'message' | 'replacement' = 'message',
): Promise<Reply> {
  if (!noted.ok) return refused(noted.refusal, visit)
  return { show, message: life(await lifeSheet(deps, visit.person, noted.value), visit.say) }
}
