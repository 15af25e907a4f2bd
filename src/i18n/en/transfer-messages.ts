import type { LocalDate } from '../../domain/types.ts'
import type { Formats } from '../formats.ts'

/** Exports and imports. */
export const transferMessages = (format: Formats) => ({
  ...fixed,
  'export.title.json': ({ day }: { day: LocalDate }) => `Goalpost, everything (${format.date(day)})`,
  'export.title.goals': ({ day }: { day: LocalDate }) => `Goalpost, goals (${format.date(day)})`,
  'export.title.readings': ({ day }: { day: LocalDate }) => `Goalpost, numbers (${format.date(day)})`,
  'import.file.hint': ({ megabytes, json, rows }: { megabytes: number; json: number; rows: number }) =>
    `CSV up to ${format.number(megabytes)} MB and ${format.number(rows)} rows, or JSON up to ${format.number(json)} MB.`,
  'brought.hello': ({ by, count }: { by: string; count: number }) =>
    format.plural(count, {
      one: `${by} imported a goal that you have a part in:`,
      other: `${by} imported ${format.number(count)} goals that you have a part in:`,
    }),
  'brought.as.owner': () => 'yours',
  'brought.as.co-owner': () => 'you help',
  'brought.as.partner': () => 'you are the partner',
  'brought.means.owner': () =>
    'You will be asked for the numbers of your goals at the next check-in. Is something wrong? The Home tab of this app opens each of them, to change or close it.',
  'brought.means.other': () =>
    'You can see how they go on the Home tab of this app. There is nothing to do now.',
  'import.goals': ({ parts }: { parts: readonly string[] }) => `Goals: ${format.list(parts)}.`,
  'import.readings': ({ parts }: { parts: readonly string[] }) => `Numbers: ${format.list(parts)}.`,
  'import.made.would': ({ count }: { count: number }) => `${format.number(count)} to add`,
  'import.made.did': ({ count }: { count: number }) => `${format.number(count)} added`,
  'import.changed.would': ({ count }: { count: number }) => `${format.number(count)} to change`,
  'import.changed.did': ({ count }: { count: number }) => `${format.number(count)} changed`,
  'import.same': ({ count }: { count: number }) => `${format.number(count)} the same already`,
  'import.refused': ({ count }: { count: number }) =>
    format.plural(count, {
      one: '1 row cannot be taken.',
      other: `${format.number(count)} rows cannot be taken.`,
    }),
  'import.refused.more': ({ count }: { count: number }) =>
    format.plural(count, {
      one: '1 more row like this.',
      other: `${format.number(count)} more rows like these.`,
    }),
  'import.unknown': ({ columns, more }: { columns: readonly string[]; more: number }) =>
    `Columns that mean nothing here and are passed over: ${columns.join(', ')}${more > 0 ? ` and ${format.number(more)} more` : ''}`,
  'import.line.goal': ({ line }: { line: number }) => `Goal, line ${format.number(line)}`,
  'import.line.reading': ({ line }: { line: number }) => `Line ${format.number(line)}`,
  'import.fault.too-large': ({ megabytes }: { megabytes: number }) =>
    `This file is too large: ${format.number(megabytes)} MB is the most. Please split it. Nothing was imported.`,
  'import.fault.too-many-rows': ({ most }: { most: number }) =>
    `This file has more than ${format.number(most)} rows. Please split it. Nothing was imported.`,
  'import.fault.too-many-goals': ({ most }: { most: number }) =>
    `This file has more than ${format.number(most)} goals. Please split it. Nothing was imported.`,
  'import.fault.broken': ({ line }: { line: number }) =>
    `The file cannot be read from line ${format.number(line)} on; perhaps a quotation mark is not closed. Nothing was imported.`,
  'import.row-said-otherwise': ({ date, value }: { date: LocalDate; value: number }) =>
    `For ${format.date(date)} there is ${format.number(value)} already, said in Slack. Correct it there.`,
  'import.row-twice': ({ line }: { line: number }) =>
    `Line ${format.number(line)} has another number for the same goal and day.`,
  'import.row-goal-refused': ({ line }: { line: number }) =>
    `The goal in line ${format.number(line)}, to which it belongs, cannot be taken.`,
})

const fixed = {
  'export.title': () =>
    'Everything you may see, as a file. It comes into your direct messages, for you alone.',
  'export.what': () =>
    'Your own goals whole, private and closed ones too; of others’ what you see on their pages. JSON has all of it; the two CSV files are for spreadsheets. Each can be imported again.',
  'export.json': () => 'Everything (JSON)',
  'export.goals': () => 'Goals (CSV)',
  'export.readings': () => 'Numbers (CSV)',
  'file.refused': ({ code }: { code: string }) => `Slack did not take the file (${code}). Please try again.`,
  'import.title': () => 'Import from a file',
  'import.look': () => 'Look first',
  'import.what': () =>
    'Goalpost reads the file and tells you in your direct messages what it would do. Nothing is written before you say so.',
  'import.file.label': () => 'File',
  'import.file.missing': () => 'Please choose a file.',
  'import.team.label': () => 'Team for new goals',
  'import.team.hint': () => 'For goals whose row names no team of yours.',
  'import.columns': () =>
    'Numbers for your goals: columns goal, date and value, where goal is G-12 or a title; or a column of dates and one column for each goal. Goals: title, target and due, and whatever else an export has.',
  'import.reading': () => 'Reading the file…',
  'import.writing': () => 'Importing…',
  'import.cancelled': () => 'Nothing was imported.',
  'import.tried.title': () => 'What this file would do',
  'import.nothing.title': () => 'This file changes nothing',
  'import.done.title': () => 'Imported',
  'import.no-rows': () => 'There are no rows in it.',
  'import.run': () => 'Import',
  'import.cancel': () => 'Cancel',
  'import.refused.file': () => 'All refused rows as a file',
  'import.refused.title': () => 'Goalpost, rows that were not taken',
  'import.refused.line': () => 'line',
  'import.refused.part': () => 'what',
  'import.refused.why': () => 'why',
  'import.part.goal': () => 'goal',
  'import.part.reading': () => 'number',
  'import.fault.empty': () => 'This file is empty. Nothing was imported.',
  'import.fault.not-text': () =>
    'This is not a text file. Please save it as CSV (UTF-8) and try again; Excel files themselves cannot be read.',
  'import.fault.not-json': () => 'This JSON is broken or no export of Goalpost. Nothing was imported.',
  'import.fault.no-columns': () =>
    'The first line has to name the columns: goal, date and value for numbers; title, target and due for goals. Nothing was imported.',
  'import.fault.other-format': ({ format: found }: { format: string }) =>
    `This file is of another format (${found}) than this Goalpost reads. Nothing was imported.`,
  'import.fault.no-file': () => 'The file is gone, or it is not yours. Please upload it again.',
  'import.fault.no-read-scope': () =>
    'Goalpost may not read files here yet. Whoever runs it has to add the scope files:read to the Slack app and install it again.',
  'import.fault.file-unread': () => 'Slack did not give the file. Please try again in a minute.',
  'import.row-no-goal-named': () => 'No goal is named: write G-12 or its title.',
  'import.row-no-team': () => 'You are in no team here. Make a first goal in its channel.',
  'import.row-date-missing': () => 'There is no date.',
  'import.row-no-number': () => 'This goal is done or not done: 1 or 0.',
  'import.row-no-such-goal': ({ typed }: { typed: string }) => `You have no goal “${typed}”.`,
  'import.row-which-goal': ({ typed }: { typed: string }) =>
    `Several of your goals are called “${typed}”: write the number, as in G-12.`,
  'import.row-not-yours': ({ typed }: { typed: string }) =>
    `It is ${typed}’s: only they and the team’s leads can import it.`,
  'import.row-owner-unknown': ({ typed }: { typed: string }) => `Nobody here is called “${typed}”.`,
  'import.row-measure-unknown': ({ typed }: { typed: string }) =>
    `“${typed}” is no measure. An export has the words.`,
  'import.row-word-unknown': ({ typed, column }: { typed: string; column: string }) =>
    `“${typed}” says nothing in the column ${column}.`,
  'import.row-date-unreadable': ({ typed }: { typed: string }) =>
    `“${typed}” is no date. Write it like 2026-05-04.`,
  'import.row-date-ahead': ({ typed }: { typed: string }) => `${typed} is still to come.`,
}
