import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { addKpi, dropKpi, ownKpis } from '../src/usecases/kpis.ts'
import { kpiForm, kpiFormErrors, kpiFormView, readKpiForm } from '../views/kpi-form.ts'
import { dropButton, kpiActions, kpiList } from '../views/kpi-list.ts'
import { kpiNotice } from '../views/kpi-notice.ts'
import type { CommandDeps } from './deps.ts'

/** /goal kpis: the catalogue, and the workspace's own beside it. */
export function kpis(deps: CommandDeps): Feature {
  return {
    name: 'kpis',
    aliases: ['kpi', 'metrics', '指標'],
    help: 'help.kpis',
    run: (visit) => list(deps, visit),
    presses: {
      [kpiActions.add]: async (press) => ({ show: 'modal', view: kpiFormView(press.say) }),
      [kpiActions.drop]: async (press) => {
        const dropped = await dropKpi(deps, press.person, dropButton.parse(press.value).kpi)
        if (!dropped.ok) return { show: 'message', message: kpiNotice(dropped.refusal, press.say) }
        return { show: 'replacement', message: kpiList(await ownKpis(deps, press.person), press.say) }
      },
    },
    forms: { [kpiForm.callbackId]: (submission) => submitted(deps, submission) },
  }
}

async function list(deps: CommandDeps, visit: Visit): Promise<Reply> {
  return { show: 'message', message: kpiList(await ownKpis(deps, visit.person), visit.say) }
}

async function submitted(deps: CommandDeps, { say, view, person }: Submission): Promise<FormReply> {
  const added = await addKpi(deps, person, readKpiForm(view.values))
  if (!added.ok) return { show: 'errors', errors: kpiFormErrors(added.refusal, say) }
  return { show: 'message', message: kpiList(await ownKpis(deps, person), say), channel: undefined }
}
