import type { Feature } from '../src/slack/feature.ts'
import { loadSheet } from '../src/usecases/load-sheet.ts'
import { teamLoad } from '../views/team-load.ts'
import type { CommandDeps } from './deps.ts'
import { aboutTeam } from './team-meant.ts'

/** /goal load: what one carries in the coming weeks; for leads what everyone does, and what would help. */
export function load(deps: CommandDeps): Feature {
  return {
    name: 'load',
    aliases: ['workload', 'capacity', '負荷'],
    help: 'help.load',
    run: (visit) =>
      aboutTeam(deps, visit, async (team) => teamLoad(await loadSheet(deps, visit.person, team), visit.say)),
  }
}
