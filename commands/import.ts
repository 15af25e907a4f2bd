import { ok, type Result } from '../src/domain/result.ts'
import { type FileFault, type FileRefusal, MOST_FILE_BYTES } from '../src/domain/transfer.ts'
import type { TeamId } from '../src/domain/types.ts'
import type {
  CommandVisit,
  Feature,
  FileReply,
  FormReply,
  LaterReply,
  Press,
  Reply,
  Submission,
  Visit,
} from '../src/slack/feature.ts'
import { dryRun, runImport } from '../src/usecases/import.ts'
import type { Importing } from '../src/usecases/import-facts.ts'
import { importingFrom } from '../src/usecases/import-file.ts'
import { refusedRows } from '../src/usecases/refused-rows.ts'
import { teamHere, teamsOf } from '../src/usecases/teams-of.ts'
import { fileTold } from '../views/file-told.ts'
import { importActions, importButton } from '../views/import-actions.ts'
import { fileFaultMessage } from '../views/import-fault.ts'
import { importForm, importFormErrors, importFormView, readImportForm } from '../views/import-form.ts'
import { importCancelled, importDone, importTried, importWorking } from '../views/import-sheet.ts'
import { refusedFile } from '../views/refused-rows.ts'
import type { CommandDeps } from './deps.ts'

/** /goal import: a file is read, what it would do is told in private, and a press does it. */
export function importFile(deps: CommandDeps): Feature {
  return {
    name: 'import',
    aliases: ['upload', '匯入', '上傳'],
    help: 'help.import',
    opensForm: true,
    run: (visit) => form(deps, visit),
    presses: {
      [importActions.run]: (press) => run(deps, press),
      [importActions.refused]: (press) => refused(deps, press),
      [importActions.cancel]: async ({ say }) => ({ show: 'replacement', message: importCancelled(say) }),
    },
    forms: { [importForm.callbackId]: (submission) => submitted(deps, submission) },
  }
}

async function form(deps: CommandDeps, { workspace, person, channel, say }: CommandVisit): Promise<Reply> {
  const teams = await teamsOf(deps, person)
  const here = await teamHere(deps, workspace, channel)
  const view = importFormView({ say, teams, filled: here?.id })
  return { show: 'modal', view, lacking: fileFaultMessage({ kind: 'no-read-scope' }, say) }
}

async function submitted(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { say, view, person } = submission
  const { file, team } = readImportForm(view.values)
  if (file === undefined) return { show: 'errors', errors: importFormErrors(say) }
  return {
    show: 'later',
    meanwhile: importWorking('reading', say),
    async message() {
      const read = await readUpload(deps, submission, file, team)
      if (!read.ok) return fileFaultMessage(read.refusal, say)
      return importTried(await dryRun(deps, person, read.value), { file, team }, say)
    },
  }
}

/** The file is read anew: what was shown is what the same file would do now. */
async function run(deps: CommandDeps, press: Press): Promise<LaterReply> {
  const { say, person } = press
  const { file, team } = importButton.parse(press.value)
  return {
    show: 'later',
    meanwhile: importWorking('writing', say),
    async message() {
      const read = await readUpload(deps, press, file, team)
      if (!read.ok) return fileFaultMessage(read.refusal, say)
      return importDone(await runImport(deps, person, read.value), { file, team }, say)
    },
  }
}

async function refused(deps: CommandDeps, press: Press): Promise<Reply | FileReply> {
  const { say, person } = press
  const { file, team } = importButton.parse(press.value)
  const read = await readUpload(deps, press, file, team)
  if (!read.ok) return { show: 'message', message: fileFaultMessage(read.refusal, say) }
  const sheet = await dryRun(deps, person, read.value)
  const bytes = await refusedRows(refusedFile.rows(sheet.refused, say))
  return {
    show: 'file',
    file: { ...refusedFile.named(say), bytes },
    told: (news) => fileTold(news, 'file', say),
  }
}

async function readUpload(
  deps: CommandDeps,
  { workspace, person }: Visit,
  file: string,
  team: TeamId | undefined,
): Promise<Result<Importing, FileFault | FileRefusal>> {
  const bytes = await deps.readFile(workspace, person.id, file, MOST_FILE_BYTES)
  if (!bytes.ok) return bytes
  const importing = await importingFrom(bytes.value, team)
  return importing.ok ? ok(importing.value) : importing
}
