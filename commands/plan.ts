import { setImmediate } from 'node:timers/promises'
import type { PlanSheet } from '../src/domain/sheets.ts'
import type { TeamId } from '../src/domain/types.ts'
import { csvFrom } from '../src/exchange/write-csv.ts'
import type {
  CommandVisit,
  Feature,
  FileReply,
  FormReply,
  Press,
  Reply,
  Submission,
  Upload,
  Visit,
} from '../src/slack/feature.ts'
import { planHistoryOf, planOf, planSheet } from '../src/usecases/plan-sheet.ts'
import { writePlan } from '../src/usecases/write-plan.ts'
import { fileTold } from '../views/file-told.ts'
import { planMessage } from '../views/plan.ts'
import { planActions, planButton } from '../views/plan-actions.ts'
import { named, planMarkdownFile, planTable } from '../views/plan-files.ts'
import { planForm, planFormErrors, planFormView, planMetadata, readPlanForm } from '../views/plan-form.ts'
import { planHistory } from '../views/plan-history.ts'
import { planTold } from '../views/plan-told.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'
import { teamMeant } from './team-meant.ts'

/** /goal plan: the team's strategic plan, to read, to write on, and as a file. */
export function plan(deps: CommandDeps): Feature {
  return {
    name: 'plan',
    aliases: ['strategy', '計畫', '策略'],
    help: 'help.plan',
    run: (visit) => shown(deps, visit),
    presses: {
      [planActions.edit]: (press) => opened(deps, press),
      [planActions.markdown]: (press) =>
        filed(deps, press, async (sheet) => planMarkdownFile(sheet, press.say)),
      [planActions.history]: (press) => earlier(deps, press),
      [planActions.csv]: (press) => filed(deps, press, async (sheet) => csvFile(sheet, press)),
    },
    forms: { [planForm.callbackId]: (submission) => submitted(deps, submission) },
  }
}

async function shown(deps: CommandDeps, visit: CommandVisit): Promise<Reply> {
  const team = await teamMeant(deps, visit)
  if (!team.ok) return refused(team.refusal, visit)
  const sheet = await planSheet(deps, visit.person, team.value)
  if (sheet === undefined) return refused({ kind: 'outsider' }, visit)
  return { show: 'message', message: planMessage(sheet, visit.say) }
}

async function opened(deps: CommandDeps, press: Press): Promise<Reply> {
  const sheet = await sheetFor(deps, press, planButton.parse(press.value))
  if (sheet === undefined) return refused({ kind: 'outsider' }, press)
  return { show: 'modal', view: planFormView(sheet, press.say) }
}

async function earlier(deps: CommandDeps, press: Press): Promise<Reply> {
  const sheet = await planHistoryOf(deps, press.person, planButton.parse(press.value))
  if (sheet === undefined) return refused({ kind: 'outsider' }, press)
  return { show: 'message', message: planHistory(sheet, press.say) }
}

const sheetFor = (deps: CommandDeps, { person }: Visit, team: TeamId) => planOf(deps, person, team)

async function filed(
  deps: CommandDeps,
  press: Press,
  make: (sheet: PlanSheet) => Promise<Upload>,
): Promise<Reply | FileReply> {
  const sheet = await sheetFor(deps, press, planButton.parse(press.value))
  if (sheet === undefined) return refused({ kind: 'outsider' }, press)
  return {
    show: 'file',
    file: await make(sheet),
    told: (news) => fileTold(news, 'file', press.say),
  }
}

async function csvFile(sheet: PlanSheet, { say }: Press): Promise<Upload> {
  const { header, rows } = planTable(sheet, say)
  return { ...named(sheet, 'csv', say), bytes: await csvFrom(header, rows, () => setImmediate()) }
}

async function submitted(deps: CommandDeps, { person, say, view }: Submission): Promise<FormReply> {
  const { team, base } = planMetadata.parse(JSON.parse(view.metadata))
  const changed = await writePlan(deps, person, team, { typed: readPlanForm(view.values), base })
  if (!changed.ok) return { show: 'errors', errors: planFormErrors(changed.refusal, say) }
  return { show: 'message', message: planTold(changed.value.length > 0, say), channel: undefined }
}
