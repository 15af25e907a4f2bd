import { isDayFirst } from '../src/domain/reply/day-order.ts'
import { isZone, localDateOf } from '../src/domain/time.ts'
import type { ChannelId, Place } from '../src/domain/types.ts'
import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { saveTeamSettings } from '../src/usecases/save-team-settings.ts'
import { settingsSheet } from '../src/usecases/settings-sheet.ts'
import { teamsOf } from '../src/usecases/teams-of.ts'
import { channelButton, teamActions } from '../views/team-actions.ts'
import {
  readTeamForm,
  teamForm,
  teamFormErrors,
  teamFormMetadata,
  teamFormView,
} from '../views/team-settings-form.ts'
import { noPlace, type WorkDayFault } from '../views/work-days-fields.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'
import { peopleIn } from './people.ts'
import { isPlace, placesLike } from './places.ts'
import { zonesLike } from './zones.ts'

/** /goal setup, the Set up and Change buttons: how a channel runs its goals. */
export function teamSettings(deps: CommandDeps): Feature {
  return {
    name: 'setup',
    aliases: ['settings', 'config', 'team', '設定'],
    help: 'help.setup',
    opensForm: true,
    run: async (visit) => {
      const channel = visit.isDirect ? await onlyChannelOf(deps, visit) : visit.channel
      return channel === undefined ? refused({ kind: 'choose-team' }, visit) : formFor(deps, visit, channel)
    },
    presses: {
      [teamActions.setUp]: (press) => formFor(deps, press, channelButton.parse(press.value)),
    },
    forms: { [teamForm.callbackId]: (submission) => submitted(deps, submission) },
    lookups: {
      [teamForm.zone]: async ({ typed }) => zonesLike(typed),
      [teamForm.place]: ({ typed, say }) =>
        placesLike(deps, typed, say, { text: say['form.place.none'](), value: noPlace }),
    },
  }
}

/** In a direct message the person's only team is meant. */
async function onlyChannelOf(deps: CommandDeps, visit: Visit): Promise<ChannelId | undefined> {
  const [team, ...others] = await teamsOf(deps, visit.person)
  return others.length === 0 ? team?.channel : undefined
}

async function formFor(deps: CommandDeps, visit: Visit, id: ChannelId): Promise<Reply> {
  const channel = await deps.directory.channel(visit.workspace, id)
  if (channel === undefined) return refused({ kind: 'channel-unknown' }, visit)
  const sheet = await settingsSheet(deps, visit.person, channel)
  if (!sheet.ok) return refused(sheet.refusal, visit)
  const { settings, leads, canChange } = sheet.value
  if (!canChange) return refused({ kind: 'not-a-lead', leads: leads.map((lead) => lead.name) }, visit)
  return {
    show: 'modal',
    view: teamFormView({
      say: visit.say,
      channel: id,
      channelName: channel.name,
      settings,
      leads: leads.map((lead) => lead.id),
    }),
  }
}

async function submitted(
  deps: CommandDeps,
  { person, say, view, workspace, now }: Submission,
): Promise<FormReply> {
  const { channel: id } = teamFormMetadata.parse(JSON.parse(view.metadata))
  const channel = await deps.directory.channel(workspace, id)
  const sheet = channel === undefined ? undefined : await settingsSheet(deps, person, channel)
  if (channel === undefined || sheet === undefined) return errors({ refusals: [{ kind: 'channel-unknown' }] })
  if (!sheet.ok) return errors({ refusals: [sheet.refusal] })
  const today = localDateOf(now, sheet.value.settings.zone)
  const { settings, leads, faults } = readTeamForm(
    view.values,
    sheet.value.settings,
    today,
    isDayFirst(person.locale),
  )
  const able = (await peopleIn(deps, workspace, leads)).filter(
    (one) => !one.isBot && !one.isForeign && !one.isDeactivated,
  )
  const isZoneUnknown = !isZone(settings.zone)
  const workDays = [...faults, ...(await placeFaults(deps, settings.holidaysOf))]
  if (able.length === 0 || isZoneUnknown || workDays.length > 0)
    return errors({ hasNoLead: able.length === 0, isZoneUnknown, workDays })
  const members = await deps.directory.members(workspace, id)
  const saved = await saveTeamSettings(
    deps,
    person,
    { channel, members },
    settings,
    able.map((one) => one.id),
  )
  return saved.ok ? { show: 'closed' } : errors({ refusals: [saved.refusal] })

  function errors(faults: Parameters<typeof teamFormErrors>[0]): FormReply {
    return { show: 'errors', errors: teamFormErrors(faults, say) }
  }
}

async function placeFaults(deps: CommandDeps, place: Place | undefined): Promise<readonly WorkDayFault[]> {
  return place === undefined || (await isPlace(deps, place)) ? [] : [{ is: 'place-unknown' }]
}
