import type { Feature } from '../src/slack/feature.ts'
import { treeSheet } from '../src/usecases/tree-sheet.ts'
import { goalTree } from '../views/goal-tree.ts'
import type { CommandDeps } from './deps.ts'
import { aboutTeam } from './team-meant.ts'

/** /goal tree: the team's goals under what they are part of, for one's own eyes. */
export function tree(deps: CommandDeps): Feature {
  return {
    name: 'tree',
    aliases: ['alignment', 'parents', '目標樹', '對齊'],
    help: 'help.tree',
    run: (visit) =>
      aboutTeam(deps, visit, async (team) => goalTree(await treeSheet(deps, visit.person, team), visit.say)),
  }
}
