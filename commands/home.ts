import type { Feature } from '../src/slack/feature.ts'
import { homeSheet } from '../src/usecases/home-sheet.ts'
import { home as homeView } from '../views/home.ts'
import type { CommandDeps } from './deps.ts'

/** App Home. Its buttons belong to the features they lead to. */
export function home(deps: CommandDeps): Feature {
  return { home: async ({ person, say }) => homeView(await homeSheet(deps, person), say) }
}
