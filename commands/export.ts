import type { Feature, FileReply, Press } from '../src/slack/feature.ts'
import { type ExportKind, exportFile } from '../src/usecases/export-file.ts'
import { exportActions, exportOffer, exportTitle } from '../views/export.ts'
import { fileTold } from '../views/file-told.ts'
import type { CommandDeps } from './deps.ts'

/** /goal export: everything one may see, as a file in one's own direct messages. */
export function exportFiles(deps: CommandDeps): Feature {
  return {
    name: 'export',
    aliases: ['download', '匯出', '下載'],
    help: 'help.export',
    run: async ({ say }) => ({ show: 'message', message: exportOffer(say) }),
    presses: {
      [exportActions.json]: (press) => file(deps, press, 'json'),
      [exportActions.goals]: (press) => file(deps, press, 'goals'),
      [exportActions.readings]: (press) => file(deps, press, 'readings'),
    },
  }
}

async function file(deps: CommandDeps, { person, say }: Press, kind: ExportKind): Promise<FileReply> {
  const { bytes, day } = await exportFile(deps, person, kind)
  return {
    show: 'file',
    file: { ...exportTitle(kind, day, say), bytes },
    told: (news) => fileTold(news, 'file', say),
  }
}
