import type { Feature, Reply, Visit } from '../src/slack/feature.ts'
import type { GoalRef } from '../src/usecases/goal-for.ts'
import { goalSheet } from '../src/usecases/goal-sheet.ts'
import { goalActions, goalButton } from '../views/goal-actions.ts'
import { goalPage } from '../views/goal-page.ts'
import type { CommandDeps } from './deps.ts'
import { goalMeant, refused } from './goal-ref.ts'

/** /goal show and the Open buttons: one goal whole. */
export function showGoal(deps: CommandDeps): Feature {
  return {
    name: 'show',
    aliases: ['view', 'open', '顯示'],
    usage: '[G-12]',
    help: 'help.show',
    run: async (visit) => {
      const found = await goalMeant(deps, visit, visit.words)
      return found.ok ? show(deps, visit, found.value) : refused(found.refusal, visit)
    },
    presses: { [goalActions.show]: (press) => show(deps, press, { id: goalButton.parse(press.value) }) },
  }
}

async function show(deps: CommandDeps, visit: Visit, ref: GoalRef): Promise<Reply> {
  const sheet = await goalSheet(deps, visit.person, ref)
  return sheet.ok
    ? { show: 'message', message: goalPage(sheet.value, visit.say) }
    : refused(sheet.refusal, visit)
}
