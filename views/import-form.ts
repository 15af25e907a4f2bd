import type { Team } from '../src/domain/people.ts'
import { MOST_FILE_BYTES, MOST_JSON_BYTES, MOST_ROWS } from '../src/domain/transfer.ts'
import type { TeamId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, teamId } from './answers.ts'
import { context, section } from './blocks.ts'
import { choiceInput, fileInput, formModal } from './inputs.ts'
import { clip, limits } from './limits.ts'
import type { ModalView } from './message.ts'

export const importForm = { callbackId: 'import.file' } as const

const blocks = { file: 'file', team: 'team' } as const

export const MEGABYTE = 1024 * 1024

/** A file, and the team for new goals that name none. */
export function importFormView({
  say,
  teams,
  filled,
}: {
  readonly say: Messages
  readonly teams: readonly Pick<Team, 'id' | 'channelName'>[]
  readonly filled: TeamId | undefined
}): ModalView {
  const choices = teams.slice(0, limits.options).map(({ id, channelName }) => ({
    value: id,
    text: clip(`#${channelName}`, limits.optionText),
  }))
  const chosen = choices.find(({ value }) => value === filled) ?? choices[0]
  return formModal({
    say,
    callbackId: importForm.callbackId,
    title: say['import.title'](),
    submit: say['import.look'](),
    blocks: [
      section(say['import.what']()),
      fileInput({
        id: blocks.file,
        label: say['import.file.label'](),
        hint: say['import.file.hint']({
          megabytes: MOST_FILE_BYTES / MEGABYTE,
          json: MOST_JSON_BYTES / MEGABYTE,
          rows: MOST_ROWS,
        }),
        endings: ['csv', 'json', 'txt', 'tsv'],
      }),
      ...(chosen === undefined
        ? []
        : [
            choiceInput({
              id: blocks.team,
              label: say['import.team.label'](),
              hint: say['import.team.hint'](),
              choices,
              filled: chosen.value,
              isOptional: true,
            }),
          ]),
      context(say['import.columns']()),
    ],
  })
}

export function readImportForm(values: unknown): {
  readonly file: string | undefined
  readonly team: TeamId | undefined
} {
  const answers = answersOf(values)
  return {
    file: answers.files(blocks.file)[0],
    team: teamId.optional().parse(answers.choice(blocks.team)),
  }
}

export const importFormErrors = (say: Messages): Record<string, string> => ({
  [blocks.file]: say['import.file.missing'](),
})
