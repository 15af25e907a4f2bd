import type { Feature, Reply, Visit } from '../src/slack/feature.ts'
import { goalsOf } from '../src/usecases/goals-of.ts'
import { goalActions, pageButton } from '../views/goal-actions.ts'
import { goalList } from '../views/goal-list.ts'
import type { CommandDeps } from './deps.ts'

/** /goal list and its pages. */
export function listGoals(deps: CommandDeps): Feature {
  return {
    name: 'list',
    aliases: ['goals', 'mine', 'ls', '清單'],
    help: 'help.list',
    run: (visit) => list(deps, visit),
    presses: {
      [goalActions.page]: async (press) => {
        const page = pageButton.parse(press.value)
        return { show: 'replacement', message: goalList(await goalsOf(deps, press.person), press.say, page) }
      },
    },
  }
}

async function list(deps: CommandDeps, visit: Visit): Promise<Reply> {
  return { show: 'message', message: goalList(await goalsOf(deps, visit.person), visit.say) }
}
