import { isZone } from '../src/domain/time.ts'
import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { type MyChanges, saveMySettings } from '../src/usecases/save-my-settings.ts'
import { homeActions } from '../views/home.ts'
import {
  myForm,
  myFormErrors,
  myFormView,
  readMyForm,
  type TypedMySettings,
} from '../views/my-settings-form.ts'
import { noPlace } from '../views/work-days-fields.ts'
import type { CommandDeps } from './deps.ts'
import { isPlace, placesLike } from './places.ts'
import { zonesLike } from './zones.ts'

/** /goal me: language, zone, what the person wants to be sent, and the leaderboard. */
export function mySettings(deps: CommandDeps): Feature {
  return {
    name: 'me',
    aliases: ['my', 'preferences', '我'],
    help: 'help.me',
    run: async (visit) => form(visit),
    presses: { [homeActions.mySettings]: async (press) => form(press) },
    forms: { [myForm.callbackId]: (submission) => submitted(deps, submission) },
    lookups: {
      [myForm.zone]: async ({ typed }) => zonesLike(typed),
      [myForm.place]: ({ typed, say }) =>
        placesLike(deps, typed, say, { text: say['my-form.holidays.team'](), value: noPlace }),
    },
  }
}

const form = ({ say, person }: Visit): Reply => ({ show: 'modal', view: myFormView({ say, person }) })

async function submitted(deps: CommandDeps, { person, say, view }: Submission): Promise<FormReply> {
  const typed = readMyForm(view.values)
  if (typed.zone === 'missing') return { show: 'errors', errors: myFormErrors('zone-missing', say) }
  if (typed.zone !== 'slack' && !isZone(typed.zone)) {
    return { show: 'errors', errors: myFormErrors('zone-unknown', say) }
  }
  if (typed.holidaysOf !== undefined && !(await isPlace(deps, typed.holidaysOf))) {
    return { show: 'errors', errors: myFormErrors('place-unknown', say) }
  }
  await saveMySettings(deps, person, changesFrom(typed))
  return { show: 'closed' }
}

function changesFrom({ language, zone, holidaysOf, ...rest }: TypedMySettings): MyChanges {
  return {
    language: language === 'slack' ? 'as-slack' : language,
    zone: zone === 'slack' || zone === 'missing' ? 'as-slack' : zone,
    holidaysOf: holidaysOf ?? 'as-team',
    ...rest,
  }
}
