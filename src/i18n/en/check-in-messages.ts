import type { Formats } from '../formats.ts'

/** What was understood, what was not, and the one question. */
export const checkInMessages = (format: Formats) => ({
  ...understood,
  ...questions,
  ...unread,
  'understood.counts': ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    `${format.number(numerator)} of ${format.number(denominator)}`,
  'understood.more': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 more goal', other: `and ${format.number(count)} more goals` }),
  'understood.text': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'Your answer is recorded',
      other: `Your answers for ${format.number(count)} goals are recorded`,
    }),
  'taken-back.text': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'Your answer is taken back',
      other: `Your answers for ${format.number(count)} goals are taken back`,
    }),
})

const understood = {
  'understood.line': ({ goal, said }: { goal: string; said: string }) => `${goal}: ${said}`,
  'understood.set': ({ amount }: { amount: string }) => amount,
  'understood.moved': ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  'understood.no-change': ({ amount }: { amount: string }) => `no change, still ${amount}`,
  'understood.no-change-yet': () => 'no change',
  'understood.done': () => 'done',
  'understood.noted': () => 'noted',
  'understood.blocked': ({ blocker }: { blocker: string }) => `blocked by ${blocker}`,
  'understood.note': ({ note }: { note: string }) => `note: ${note}`,
  'understood.confidence': ({ value }: { value: number }) => `confidence ${value} of 10`,
  'understood.closed': () => 'goal reached and closed',
  'understood.early': () => 'Counted for the coming check-in; you will not be asked for it again.',
  'understood.late': () => 'The on-time window was over: this counts for the goal, not for being on time.',
  'understood.unasked': () => 'No check-in was waiting for this; the number is kept all the same.',
  'understood.unread': ({ typed }: { typed: string }) =>
    `“${typed}” was not understood, and nothing was recorded for it.`,
  'understood.target-met': () => 'The target is met. Close the goal when you are sure.',
  'understood.why': () => 'Why?',
  'question.passed': () => 'The number has changed since I asked. Write it again, please.',
  'question.stale': () => 'This question is more than a day old. Write the number again, please.',
  'how-read.text': () => 'Why it was read so',
  'how-read.nothing': () => 'That was chosen or typed into a field, so there was nothing to read.',
  'how-read.because': ({ text, words }: { text: string; words: string }) =>
    `${text} It follows from “${words}”.`,
  'how-read.bare': () => 'A number by itself is the value of today.',
  'how-read.signed': () => 'A sign before the number makes it a change.',
  'how-read.said-added': () => 'Read as a change.',
  'how-read.said-now': () => 'Read as the total.',
  'how-read.fraction': () => 'So many of so many.',
  'how-read.from-to': () => 'From the last value to the new one.',
  'how-read.remaining': () => 'Read as what is left: the target less that is where it stands.',
  'how-read.nothing-new': () => 'Nothing new: the value stays as it was.',
  'how-read.corrected': () => 'It sets an earlier number right.',
  'how-read.remembered': () => 'Read the way you chose the last time. Undo it, and you are asked again.',
  'how-read.no-change': () => 'You said that nothing has changed.',
  'how-read.done': () => 'You said that it is done.',
  'how-read.blocked': () => 'You said what is in the way.',
  'how-read.unblocked': () => 'You said that nothing is in the way any more.',
  'how-read.status': () => 'You said how it goes.',
  'understood.undo': () => 'Undo',
  'understood.edit': () => 'Edit',
  'understood.close': () => 'Close as reached',
  'understood.close-for': ({ number }: { number: number }) => `Close G-${number} as reached`,
  'taken-back.to': ({ amount }: { amount: string }) => `back to ${amount}`,
  'taken-back.none': () => 'back to no value',
  'taken-back.word': () => 'your words are taken back, the number stays',
}

const questions = {
  'question.which-goal': ({ typed }: { typed: string }) => `Which goal does “${typed}” belong to?`,
  'question.which-goal.bare': () => 'Which goal is this about?',
  'question.total-or-added': ({ typed, last }: { typed: string; last: string }) =>
    `You had ${last}. Is “${typed}” the new total, or was it added?`,
  'question.percent-of-target': ({ typed, target }: { typed: string; target: string }) =>
    `This goal is not kept in percent. Does “${typed}” mean that share of ${target}?`,
  'question.out-of-range': ({ typed }: { typed: string }) =>
    `“${typed}” lies outside what this goal can have. What is the number?`,
  'question.large-jump': ({ typed, last }: { typed: string; last: string }) =>
    `From ${last} to “${typed}” is a large step. Is that right?`,
  'question.final-value': ({ target }: { target: string }) =>
    `Well done! What is the final value? The target is ${target}.`,
  'question.value-missing': () => 'Noted. What is the number now?',
  'question.unit-mismatch': ({ typed }: { typed: string }) =>
    `“${typed}” has another unit than this goal. What is the number in the goal’s own unit?`,
  'question.currency-mismatch': ({ typed, currency }: { typed: string; currency: string }) =>
    `“${typed}” is in another currency. How much is it in ${currency}?`,
  'question.points-or-relative': ({ typed }: { typed: string }) =>
    `Is “${typed}” in points, or relative to the last value?`,
  'question.forecast-not-value': () => 'Good. And where is it today?',
  'question.uncertain': ({ typed }: { typed: string }) => `“${typed}”: which number should be recorded?`,
  'question.range-midpoint': ({ typed }: { typed: string }) =>
    `“${typed}” is a range. Which number should be recorded?`,
  'question.not-whole': ({ typed }: { typed: string }) =>
    `“${typed}”: this goal counts whole ones. Which number is it?`,
  'question.delta-and-total-disagree': ({ typed }: { typed: string }) =>
    `“${typed}”: the change and the total do not agree. Which one holds?`,
  'question.unreadable': ({ typed }: { typed: string }) => `“${typed}” was not clear. What is the number?`,
  'question.thousands-missing': ({ typed }: { typed: string }) => `Is “${typed}” in thousands?`,
  'question.fraction-or-percent': ({ typed }: { typed: string }) => `Is “${typed}” a share or a percentage?`,
  'question.choice.total': ({ amount }: { amount: string }) => `${amount} in total`,
  'question.choice.added': ({ change, amount }: { change: string; amount: string }) =>
    `${change} (${amount} in total)`,
  'question.choice.yes': ({ amount }: { amount: string }) => `Yes, ${amount}`,
  'question.choice.no-change': () => 'No change',
  'question.choice.done': () => 'Done',
  'question.enter': () => 'Enter it',
  'question.stored-nothing': () => 'No number is recorded until you answer.',
}

const unread = {
  'asked-back.text': () => 'This could not be read as an answer',
  'asked-back': ({ typed }: { typed: string }) =>
    `“${typed}” could not be read as an answer, so nothing was recorded.`,
  'asked-back.bare': () => 'That could not be read as an answer, so nothing was recorded.',
  'asked-back.works': ({ examples }: { examples: string }) => `What works: ${examples}`,
  'asked-back.example': ({ example }: { example: string }) => `“${example}”`,
  'asked-back.again': () => 'The form has a field for every goal.',
  'asked-back.form': () => 'Open the form',
  'asked-back.help': () => 'Write help for everything you can say here.',
  'example.no-change': () => 'no change',
  'example.done': () => 'done',
  'example.blocked': () => 'blocked by legal',
  'example.added': () => '+3',
}
