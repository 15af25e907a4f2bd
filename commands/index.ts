import type { Feature } from '../src/slack/feature.ts'
import { calendar } from './calendar.ts'
import { checkIn } from './check-in.ts'
import { closeGoal } from './close-goal.ts'
import type { CommandDeps } from './deps.ts'
import { editGoal } from './edit-goal.ts'
import { exportFiles } from './export.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { importFile } from './import.ts'
import { kpis } from './kpis.ts'
import { leaderboard } from './leaderboard.ts'
import { leave } from './leave.ts'
import { listGoals } from './list-goals.ts'
import { load } from './load.ts'
import { lookBack } from './look-back.ts'
import { milestones } from './milestones.ts'
import { mySettings } from './my-settings.ts'
import { newGoal } from './new-goal.ts'
import { plan } from './plan.ts'
import { promptLife } from './prompt-life.ts'
import { rehearse } from './rehearse.ts'
import { reply } from './reply.ts'
import { showGoal } from './show-goal.ts'
import { teamSettings } from './team-settings.ts'
import { timeline } from './timeline.ts'
import { tree } from './tree.ts'
import { undo } from './undo.ts'
import { why } from './why.ts'

/** Everything people can do, in the order `/goal help` shows it. Adding a feature is one file and one line here. */
export function featuresOf(deps: CommandDeps): readonly Feature[] {
  const features: readonly Feature[] = [
    newGoal(deps),
    checkIn(deps),
    listGoals(deps),
    showGoal(deps),
    editGoal(deps),
    closeGoal(deps),
    lookBack(deps),
    milestones(deps),
    kpis(deps),
    leaderboard(deps),
    tree(deps),
    load(deps),
    timeline(deps),
    plan(deps),
    why(deps),
    rehearse(deps),
    calendar(deps),
    exportFiles(deps),
    importFile(deps),
    teamSettings(deps),
    ...promptLife(deps),
    ...leave(deps),
    mySettings(deps),
    help(deps, () => features),
    undo(deps),
    reply(deps),
    home(deps, () => features),
  ]
  return features
}
