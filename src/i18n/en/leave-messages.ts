import type { Formats } from '../formats.ts'

/** Being away: noted, ended, offered, and the form for it. */
export const leaveMessages = (format: Formats) => ({
  ...noted,
  ...offered,
  ...form,
  'leave.prompts': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'That leaves out one check-in.',
      other: `That leaves out ${count === 0 ? 'no' : format.number(count)} ${count === 0 ? 'check-in' : 'check-ins'}.`,
    }),
})

const noted = {
  'leave.span': ({ from, back }: { from: string; back: string | undefined }) =>
    back === undefined ? `away from ${from} on` : `away from ${from}, back on ${back}`,
  'leave.noted': ({ span }: { span: string }) => `Noted: you are ${span}.`,
  'leave.noted-for': ({ name, span }: { name: string; span: string }) => `Noted: ${name} is ${span}.`,
  'leave.noted-by': ({ name, span }: { name: string; span: string }) => `${name} noted that you are ${span}.`,
  'leave.excuses-open': () => 'The check-in that is open now is excused too.',
  'leave.free': () => 'Time off never counts against anyone; an answer still counts.',
  'leave.end': () => 'It holds until you write “back”.',
  'leave.told-them': ({ name }: { name: string }) => `${name} is told.`,
  'leave.cancel': () => 'Take it back',
  'leave.cancelled': ({ date }: { date: string }) => `The leave from ${date} on is taken back.`,
  'leave.cancelled-for': ({ name, date }: { name: string; date: string }) =>
    `The leave of ${name} from ${date} on is taken back.`,
  'leave.cancelled-by': ({ name, date }: { name: string; date: string }) =>
    `${name} took your leave from ${date} on back.`,
  'leave.back': () => 'Welcome back: you are asked again.',
  'leave.back-for': ({ name }: { name: string }) => `Noted: ${name} is there and is asked again.`,
  'leave.back-by': ({ name }: { name: string }) => `${name} noted that you are there: you are asked again.`,
  'leave.not-away': () => 'You are not noted as away.',
  'leave.not-away.other': ({ name }: { name: string }) => `${name} is not noted as away.`,
  'leave.planned': ({ date }: { date: string }) => `A leave from ${date} on is noted.`,
  'life.past-leave': ({ back }: { back: string }) =>
    `The first day back would be ${back}, which is not ahead of the first day away, or of today. Nothing is noted.`,
  'life.too-long': () =>
    'That is more than a year, so nothing is noted. Without an end, away holds until you write “back”.',
  'life.unclear.away': ({ typed }: { typed: string }) =>
    `“${typed}” is no time that can be read, so nothing is noted. Try away until Wednesday, away 3 days or away 24-28 Dec.`,
}

const offered = {
  'leave.offer': ({ status, date }: { status: string; date: string }) =>
    `Your Slack status says “${status}”. Are you away until ${date}?`,
  'leave.offer.open': ({ status }: { status: string }) => `Your Slack status says “${status}”. Are you away?`,
  'leave.offer.note': () => 'Nothing changes unless you say so. While you are away nobody asks you.',
  'leave.offer.take': () => 'Yes, do not ask me',
  'leave.offer.decline': () => 'No, ask me as usual',
  'leave.declined': () => 'All right, you are asked as usual.',
}

const form = {
  'help.away': () => 'note time off: nobody asks, nothing counts; back ends it',
  'usage.away': () => '[until Wed]',
  'leave-form.title': () => 'Time off',
  'leave-form.submit': () => 'Note it',
  'leave-form.who.label': () => 'Who is away?',
  'leave-form.who.hint': () => 'Empty: you. Someone of a team you lead is told that you noted it.',
  'leave-form.from.label': () => 'First day away',
  'leave-form.last.label': () => 'Last day away',
  'leave-form.last.hint': () => 'Empty: until you write “back”.',
  'leave-form.last.early': () => 'The last day lies before the first one, or is over already.',
  'leave-form.last.long': () => 'That is more than a year. Leave it empty for a leave without an end.',
  'home.away': ({ from, back }: { from: string; back: string | undefined }) =>
    back === undefined ? `Away from ${from} on` : `Away from ${from}, back on ${back}`,
  'home.away.end': () => 'Take it back',
  'home.time-off': () => 'Time off',
}
