import type { Formats } from '../formats.ts'
import { coach } from './coach.ts'
import { goalForm } from './goal-form.ts'
import { kpiForms } from './kpi-forms.ts'
import { kpis } from './kpis.ts'
import { refusals } from './refusals.ts'
import { settingsForms } from './settings-forms.ts'

/** Everything that windows say: forms, their errors, refusals, and the names of what can be measured. */
export const forms = (format: Formats) => ({
  ...common,
  ...kpis,
  ...kpiForms(format),
  ...goalForm(format),
  ...coach(format),
  ...checkInForm(format),
  ...closeForm,
  ...settingsForms(format),
  ...refusals(format),
})

const common = {
  'form.save': () => 'Save',
  'form.cancel': () => 'Cancel',
  'form.close': () => 'Close',
  'form.loading.title': () => 'Goalpost',
  'form.loading': () => 'Loading…',
  'form.sentences': ({ before, sentence }: { before: string; sentence: string }) => `${before} ${sentence}`,
  'goal.numbered': ({ number, title }: { number: number; title: string }) => `G-${number} ${title}`,
}

const checkInForm = (format: Formats) => ({
  ...checkInFields,
  'check-in-form.more': ({ count }: { count: number }) =>
    format.plural(count, {
      one: `${format.number(count)} more goal is left. Send these first, then open this again.`,
      other: `${format.number(count)} more goals are left. Send these first, then open this again.`,
    }),
})

const checkInFields = {
  'check-in-form.title': () => 'Check in',
  'check-in-form.submit': () => 'Send',
  'check-in-form.goal': ({ position, title }: { position: number; title: string }) => `${position}) ${title}`,
  'check-in-form.last': ({ amount }: { amount: string }) => `Last: ${amount}`,
  'check-in-form.never': () => 'No value yet',
  'check-in-form.expected': ({ amount }: { amount: string }) => `Plan for today: ${amount}`,
  'check-in-form.target': ({ amount }: { amount: string }) => `Target: ${amount}`,
  'check-in-form.due': ({ due }: { due: string }) => `Due ${due}`,
  'check-in-form.value.label': () => 'Where is it now?',
  'check-in-form.value.hint': () => 'The value, or what changed: 32%, +3, 12/20, no change, done.',
  'check-in-form.done.label': () => 'How is it?',
  'check-in-form.done.hint': () => 'Write done, no change, or a word about it.',
  'check-in-form.status.label': () => 'How does it look?',
  'check-in-form.confidence.label': () => 'How sure are you to reach it?',
  'check-in-form.blocker.label': () => 'What is in the way?',
  'check-in-form.note.label': () => 'Note',
  'check-in-form.note.shared': () => 'Kept with every goal you answer here.',
  'check-in-form.nothing': () => 'Enter at least one answer, such as 32%, +3 or no change.',
  'check-in-form.which-goal': () => 'Enter the answer of this goal only, such as 32% or +3.',
  'check-in-form.total-or-added': ({ typed }: { typed: string }) =>
    `Is “${typed}” the new total or was it added? Write “${typed} in total” or “+${typed}”.`,
  'check-in-form.percent-of-target': ({ typed }: { typed: string }) =>
    `This goal is not kept in percent. Enter the value itself in place of “${typed}”.`,
  'check-in-form.points-or-relative': ({ typed }: { typed: string }) =>
    `Is “${typed}” in points, or relative to the last value? Write +2 points, or the new value.`,
  'check-in-form.forecast-not-value': () => 'Write where it stands today, not where it is going.',
  'check-in-form.out-of-range': ({ typed }: { typed: string }) =>
    `“${typed}” lies outside what this goal can have. Enter the value again.`,
  'check-in-form.large-jump': ({ typed }: { typed: string }) =>
    `“${typed}” is a large step from the last value. Check it, and send it once more to confirm.`,
  'check-in-form.final-value': () =>
    'Good work. Enter the final value as well, so that the result can be kept.',
  'check-in-form.value-missing': () => 'Enter the value as well, or write no change.',
  'check-in-form.thousands-missing': ({ typed }: { typed: string }) =>
    `Is “${typed}” in thousands? Write the number in full, or with a k.`,
  'check-in-form.fraction-or-percent': ({ typed }: { typed: string }) =>
    `Is “${typed}” a share or a percentage? Write it with a % sign.`,
}

const closeForm = {
  'close-form.title': () => 'Close goal',
  'close-form.submit': () => 'Close goal',
  'close-form.as.label': () => 'How does it end?',
  'close-form.as.reached': () => 'Reached',
  'close-form.as.reached.more': () => 'Celebrated in the channel',
  'close-form.as.retired': () => 'Retired',
  'close-form.as.retired.more': () => 'It no longer fits; the history is kept',
  'close-form.value.label': () => 'Final value',
  'close-form.value.hint': () => 'Leave it empty to keep the last one.',
  'close-form.note.label': () => 'What did you learn?',
  'close-form.note.hint': () => 'Shown where the goal’s end is told.',
}
