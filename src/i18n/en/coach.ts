import type { Formats } from '../formats.ts'

/** What the goal form says while it is filled, domain.md §1.3 and §2. */
export const coach = (format: Formats) => ({
  ...hints,
  ...fixes,

  'coach.score': ({ score, band }: { score: number; band: string }) =>
    `SMART ${format.number(score)} of 100 · ${band}`,
  'coach.band.smart': () => 'good as it is',
  'coach.band.nearly': () => 'nearly there',
  'coach.band.needs-work': () => 'needs work',
  'coach.letter.S': () => 'Specific',
  'coach.letter.M': () => 'Measurable',
  'coach.letter.A': () => 'Achievable',
  'coach.letter.R': () => 'Relevant',
  'coach.letter.T': () => 'Time-bound',
  'coach.note': () => 'Advice only: you can save the goal as it is.',

  'coach.sentence.up': ({ metric }: { metric: string }) => `Increase ${metric}`,
  'coach.sentence.down': ({ metric }: { metric: string }) => `Reduce ${metric}`,
  'coach.sentence.keep': ({ metric }: { metric: string }) => `Keep ${metric}`,
  'coach.sentence.finish': ({ metric }: { metric: string }) => `Finish ${metric}`,
  'coach.sentence.from': ({ value }: { value: string }) => ` from ${value}`,
  'coach.sentence.to': ({ value }: { value: string }) => ` to ${value}`,
  'coach.sentence.each-week': ({ value }: { value: string }) => ` to ${value} a week`,
  'coach.sentence.between': ({ low, high }: { low: string; high: string }) => ` between ${low} and ${high}`,
  'coach.sentence.at-least': ({ value }: { value: string }) => ` at ${value} or more`,
  'coach.sentence.at-most': ({ value }: { value: string }) => ` at ${value} or less`,
  'coach.sentence.by': ({ date }: { date: string }) => ` by ${date}`,
  'coach.sentence.lever': ({ lever }: { lever: string }) => ` by ${lever}`,
  'coach.sentence.parent': ({ parent }: { parent: string }) => `, to support ${parent}`,
  'coach.sentence.missing': () => '…',

  'coach.read': ({ what }: { what: string }) => `I read: ${what}`,
  'coach.read.due': ({ date, iso }: { date: string; iso: string }) => `due ${date} (${iso})`,
  'coach.read.from-to': ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  'coach.read.target': ({ value }: { value: string }) => `target ${value}`,
  'coach.read.change': ({ change }: { change: string }) => `a change of ${change}`,
  'coach.read.lever': ({ lever }: { lever: string }) => `by ${lever}`,
  'coach.read.deliverable': () => 'done or not done',
  'coach.read.each': ({ value, every }: { value: string; every: string }) => `${value} ${every}`,
  'coach.every.day': () => 'a day',
  'coach.every.week': () => 'a week',
  'coach.every.month': () => 'a month',
  'coach.every.quarter': () => 'a quarter',
  'coach.every.year': () => 'a year',
  'coach.unsure': ({ what }: { what: string }) => `Please check: ${what}.`,
  'coach.doubt.metric': () => 'what is measured',
  'coach.doubt.baseline': () => 'where it stands today',
  'coach.doubt.target': () => 'the target',
  'coach.doubt.due': () => 'the due date',
  'coach.doubt.date': () => 'the date, which could be two days',
  'coach.doubt.two-goals': () => 'whether these are two goals',
  'coach.doubt.numbers': () => 'the numbers',

  'coach.verdict.comfortable': () => 'Comfortable: you get there on the present trend.',
  'coach.verdict.realistic': () => 'Realistic: likely if things go on as they are.',
  'coach.verdict.stretch': () => 'A stretch: a push that needs its levers to work.',
  'coach.verdict.over-ambitious': ({ readings }: { readings: number }) =>
    `Over-ambitious: nothing in the last ${readings} ${format.plural(readings, { one: 'reading', other: 'readings' })} points there.`,
  'coach.verdict.over-ambitious.levers': ({ gap }: { gap: string }) =>
    `History alone says no: your levers must deliver ${gap}. Plan a checkpoint half-way.`,
  'coach.verdict.unknown': () => 'No history yet.',
  'coach.past': ({ line, values }: { line: string; values: string }) => `${line} ${values}`,
  'coach.reached': ({ times, of }: { times: number; of: number }) =>
    times === 0
      ? `You have not reached this in your last ${of} ${format.plural(of, { one: 'reading', other: 'readings' })}.`
      : `You reached this in ${times} of your last ${of} ${format.plural(of, { one: 'reading', other: 'readings' })}.`,
  'coach.reached.pace': ({ pace, times, of }: { pace: string; times: number; of: number }) =>
    `It takes ${pace} a period; you reached that in ${times} of your last ${of}.`,
  'coach.expected': ({ value, chance }: { value: string; chance: string }) =>
    `If nothing changes: about ${value}; chance to reach the target ${chance}.`,
  'coach.certainty.low': () => 'Few readings, so this is a rough guess.',
  'coach.sandbag': () => 'Raise it, or keep it as a goal to maintain?',
  'coach.step.small': () => 'A small step from today.',
  'coach.step.moderate': () => 'A moderate step from today.',
  'coach.step.large': () => 'A large step from today.',
  'coach.step.very-large': () =>
    'A very large step from today: name what will change, and plan a checkpoint after six weeks.',
  'coach.ask-confidence': () =>
    'Paste a few recent values below the target, or say under “How sure are you” how likely it is.',
  'coach.targets': () => 'Targets from your own numbers:',
  'coach.load': ({ goals }: { goals: number }) =>
    `${goals} other ${format.plural(goals, { one: 'goal runs', other: 'goals run' })} in the same weeks. Three to five at once is what people manage.`,

  'goal-form.history.label': () => 'Recent values',
  'goal-form.history.hint': () =>
    'A few earlier values, oldest first: 23, 25, 27. They show whether the target is within reach. Where this was reported here before, leave it empty.',
  'goal-form.history.placeholder': () => '23, 25, 27',
  'coach.split.next': ({ text }: { text: string }) =>
    `The second goal waits until this one is saved: ${text}`,
})

const hints = {
  'coach.hint.S1': () =>
    'What exactly should change? Name one metric or deliverable, such as close rate or signed contracts.',
  'coach.hint.S2': () => 'That verb can mean anything. From what to what?',
  'coach.hint.S3': () => 'This looks like two goals. Split them so that each has one owner and one number.',
  'coach.hint.S4': () => 'Who owns this? One name.',
  'coach.hint.S5': () => 'This counts work, not results. Which number should move because of it?',
  'coach.hint.S6': () => 'Fine as a milestone. What will be different once it ships?',
  'coach.hint.M1': () => 'How will we know? Add a number and its unit, or a yes/no test.',
  'coach.hint.M2': () => 'By how much of what? With today’s value it can be counted.',
  'coach.hint.M3': () => 'Is that in points, or relative to today’s value? Pick one.',
  'coach.hint.M4': () => 'Where does the number come from?',
  'coach.hint.A1': () =>
    'Your own numbers say it would be a first. Choose a nearer target, or name what changes.',
  'coach.hint.A2': () => 'On the present trend you reach this anyway. Raise it?',
  'coach.hint.A3': () => 'I have no history yet. How sure are you, from 1 to 10?',
  'coach.hint.A4': () => 'Less than 7 sure: make it smaller, give it more time, or get help.',
  'coach.hint.A5': () => 'These weeks are full already.',
  'coach.hint.R1': () => 'Which team goal does this serve? A larger goal or one line of why is enough.',
  'coach.hint.R2': () => 'The larger goal ends earlier, or goes the other way.',
  'coach.hint.T1': () => 'By when?',
  'coach.hint.T2': () => '“Soon” needs a date.',
  'coach.hint.T3': () => 'Until when does it go on?',
  'coach.hint.T4': () => 'That date is past or more than a year away. Would a nearer one do?',
  'coach.hint.T5': () => 'That date could be two days. Which one?',
  'coach.hint.L1': () => 'What will you do differently? “by …”',
  'coach.hint.L2': () => 'When does the first step happen? “If it is Monday 9:00, then …”',
}

const fixes = {
  'coach.fix.month': ({ date }: { date: string }) => `End of month, ${date}`,
  'coach.fix.quarter': ({ date }: { date: string }) => `End of quarter, ${date}`,
  'coach.fix.year': ({ date }: { date: string }) => `End of year, ${date}`,
  'coach.fix.date': ({ date }: { date: string }) => date,
  'coach.fix.split': () => 'Split into two',
  'coach.fix.fill': () => 'Fill in the fields',
  'coach.fix.points': ({ value }: { value: string }) => `Points: ${value}`,
  'coach.fix.relative': ({ value }: { value: string }) => `Relative: ${value}`,
  'coach.fix.change': ({ value }: { value: string }) => `Target ${value}`,
  'coach.fix.committed': ({ value }: { value: string }) => `Committed ${value}`,
  'coach.fix.stretch': ({ value }: { value: string }) => `Stretch ${value}`,
  'coach.fix.moonshot': ({ value }: { value: string }) => `Moonshot ${value}`,
}
