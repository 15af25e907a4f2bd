import type { Formats } from '../formats.ts'

export const goalForm = (format: Formats) => ({
  ...fields,
  'goal-form.confidence.option': ({ value }: { value: number }) => {
    const meaning: Readonly<Record<number, string>> = {
      1: ' · a long shot',
      5: ' · could go either way',
      10: ' · certain',
    }
    return `${format.number(value)}${meaning[value] ?? ''}`
  },
})

const fields = {
  'goal-form.new': () => 'New goal',
  'goal-form.edit': () => 'Edit goal',
  'goal-form.edit-number': ({ number }: { number: number }) => `Edit G-${number}`,
  'goal-form.create': () => 'Create goal',
  'goal-form.belongs': ({ owner, channel }: { owner: string; channel: string }) =>
    `Owned by ${owner} in ${channel}`,
  'goal-form.locked': () =>
    'This goal is locked: it has had its first check-in or is three days old. Changes to its numbers and dates are posted in its thread with your name. Making it harder counts at once; making it easier counts after 7 days and needs a reason.',
  'goal-form.optional': () => 'Everything below is optional.',

  'goal-form.title.label': () => 'Goal',
  'goal-form.title.placeholder': () => 'Raise the close rate of new leads',
  'goal-form.measure.label': () => 'How is it measured?',
  'goal-form.unit.label': () => 'Unit',
  'goal-form.unit.hint': () =>
    'What the number counts: deals, %, EUR, hours. Leave it empty for a plain number.',
  'goal-form.unit.placeholder': () => 'deals',
  'goal-form.currency.label': () => 'Currency',
  'goal-form.currency.hint': () => 'A three-letter code, or write the sign with the number, as in $1.2k.',
  'goal-form.currency.placeholder': () => 'USD',

  'goal-form.baseline.today.label': () => 'Where it stands today',
  'goal-form.baseline.today.hint': () =>
    'The latest value you know. Progress is counted from here to the target.',
  'goal-form.baseline.already.label': () => 'Already there at the start',
  'goal-form.baseline.already.hint': () => 'Leave it empty for 0. Counting goes on from this number.',
  'goal-form.target.target.label': () => 'Target',
  'goal-form.target.target.hint': () => 'The value to reach by the due date.',
  'goal-form.target.already.label': () => 'Target in total',
  'goal-form.target.already.hint': () => 'All together by the due date, with what was already there.',
  'goal-form.target.each-week.label': () => 'Target for each week',
  'goal-form.target.each-week.hint': () =>
    'You report the amount of one week; each week starts again from 0.',
  'goal-form.low.label': () => 'Not below',
  'goal-form.low.hint': () => 'Leave one of the two empty where there is no such bound.',
  'goal-form.high.label': () => 'Not above',

  'goal-form.start.label': () => 'Start',
  'goal-form.due.label': () => 'Due',
  'goal-form.owner.label': () => 'Owner',
  'goal-form.owner.hint': () => 'The owner is asked for the number.',
  'goal-form.channel.label': () => 'Team channel',
  'goal-form.channel.hint': () => 'Its members see the goal. Goalpost must have been invited there.',

  'goal-form.levers.label': () => 'By doing what?',
  'goal-form.levers.placeholder': () => 'Calling every new lead back within an hour',
  'goal-form.why.label': () => 'Why does it matter?',
  'goal-form.first-step.label': () => 'First step',
  'goal-form.first-step.placeholder': () => 'If it is Monday 9:00, then I will call the five oldest leads.',
  'goal-form.first-step.hint': () => 'A plan in the form “If …, then I will …” is carried out more often.',
  'goal-form.confidence.label': () => 'How sure are you to reach it?',
  'goal-form.confidence.none': () => 'Not said',
  'goal-form.parent.label': () => 'Part of a larger goal',
  'goal-form.parent.none': () => 'No larger goal',
  'goal-form.parent.placeholder': () => 'Search goals',
  'goal-form.path.label': () => 'How will it go?',
  'goal-form.path.hint': () =>
    'What is expected along the way: you are measured against this path, not only at its end.',
  'goal-form.path.linear': () => 'Evenly, day by day',
  'goal-form.path.business-days': () => 'Evenly, on working days',
  'goal-form.path.back-loaded': () => 'Slowly first, most of it at the end',
  'goal-form.path.s-curve': () => 'Slow, then fast, then slow',
  'goal-form.size.label': () => 'How much work is it?',
  'goal-form.size.hint': () => 'It tells how full a week is. Small counts 1, medium 2, large 4.',
  'goal-form.size.small': () => 'Small',
  'goal-form.size.medium': () => 'Medium',
  'goal-form.size.large': () => 'Large',
  'goal-form.promise.label': () => 'What is promised?',
  'goal-form.promise.committed': () => 'Committed',
  'goal-form.promise.committed.more': () => 'All of it is expected',
  'goal-form.promise.aspirational': () => 'Aspirational',
  'goal-form.promise.aspirational.more': () => 'Hard on purpose: 70 % of it is a good result',
  'goal-form.co-owners.label': () => 'Co-owners',
  'goal-form.co-owners.hint': () => 'They may answer for the goal too; only the owner is asked.',
  'goal-form.partner.label': () => 'Partner',
  'goal-form.partner.hint': () => 'One person who hears how the goal goes.',
  'goal-form.visibility.label': () => 'Who may see it?',
  'goal-form.visibility.team': () => 'The team',
  'goal-form.visibility.team.more': () => 'Everyone in the channel',
  'goal-form.visibility.private': () => 'Private',
  'goal-form.visibility.private.more': () => 'Owner, co-owners, partner and the team’s leads',
  'goal-form.reason.label': () => 'Why this change?',
  'goal-form.reason.hint': () => 'Kept with the goal’s history.',
  'goal-form.reason.locked-hint': () => 'Posted in the goal’s thread with the change.',
}
