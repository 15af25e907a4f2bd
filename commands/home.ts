import type { Feature, LaterReply, Press, Reply } from '../src/slack/feature.ts'
import { chooseHome } from '../src/usecases/choose-home.ts'
import { draftsFor, dropDraft } from '../src/usecases/drafts.ts'
import { homeSheet } from '../src/usecases/home-sheet.ts'
import { teamsOf } from '../src/usecases/teams-of.ts'
import { channelId } from '../views/answers.ts'
import { draftFromColumn } from '../views/goal-draft.ts'
import { home as homeView } from '../views/home.ts'
import { doorOption, doors, draftButton, draftLost, homeChange, homeOwn } from '../views/home-actions.ts'
import type { CommandDeps } from './deps.ts'
import { goalFormFor } from './goal-form.ts'
import { refused } from './goal-ref.ts'

/** App Home: its filters, drafts, and the menus that lead to commands. Its other buttons belong to the features they lead to. */
export function home(deps: CommandDeps, features: () => readonly Feature[]): Feature {
  return {
    home: async ({ person, say }) => homeView(await homeSheet(deps, person), say),
    presses: {
      [homeOwn.door]: (press) => through(deps, features(), press),
      [homeOwn.choose]: async (press) => {
        await chooseHome(deps, press.person, homeChange.parse(press.value))
        return { show: 'nothing' }
      },
      [homeOwn.resume]: (press) => resumed(deps, press),
      [homeOwn.discard]: async (press) => {
        await dropDraft(deps, press.person, draftButton.parse(press.value))
        return { show: 'nothing' }
      },
    },
  }
}

/** Stands for the conversation with the bot: no team has this channel. */
const nowhere = channelId.parse('D')

/** As if the command had been typed: in the team's channel, or in the direct messages. Only one's own teams are let in. */
async function through(
  deps: CommandDeps,
  features: readonly Feature[],
  press: Press,
): Promise<Reply | LaterReply> {
  const { door, team: id } = doorOption.parse(press.value)
  const { word, words } = doors[door]
  const command = features.find(({ name }) => name === word)
  if (command?.run === undefined) return { show: 'nothing' }
  if (id === undefined) return command.run({ ...press, channel: nowhere, isDirect: true, words })
  const team = (await teamsOf(deps, press.person)).find((one) => one.id === id)
  if (team === undefined) return refused({ kind: 'no-team-here' }, press)
  return command.run({ ...press, channel: team.channel, isDirect: false, words })
}

/** The form as it was left; sent from here, it is the same draft. */
async function resumed(deps: CommandDeps, press: Press): Promise<Reply> {
  const id = draftButton.parse(press.value)
  const draft = (await draftsFor(deps, press.person)).find((one) => one.id === id)
  const form = draft && draftFromColumn(draft.form)
  if (form === undefined) return { show: 'message', message: draftLost(press.say) }
  const metadata = { ...form.metadata, draft: id }
  return { show: 'modal', view: await goalFormFor(deps, press, { ...form, metadata, mode: 'new' }) }
}
