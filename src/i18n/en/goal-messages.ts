import type { Formats } from '../formats.ts'

/** What is said of a goal wherever it is shown, `/goal list` and `/goal show`. */
export const goalMessages = (format: Formats) => ({
  ...statuses,
  ...spans,
  ...list,
  ...page,
  'goal.days-left': ({ days }: { days: number }) =>
    format.plural(days, {
      one: `${format.number(days)} day left`,
      other: `${format.number(days)} days left`,
    }),
  'goal.days-over': ({ days }: { days: number }) =>
    format.plural(days, {
      one: `${format.number(days)} day past its date`,
      other: `${format.number(days)} days past its date`,
    }),
  'list.title': ({ count }: { count: number }) =>
    format.plural(count, { one: 'Your goal', other: `Your ${format.number(count)} goals` }),
  'list.pages': ({ page, pages }: { page: number; pages: number }) =>
    `Page ${format.number(page)} of ${format.number(pages)}, soonest due first`,
  'show.forecast': ({ likely, earliest, latest }: { likely: string; earliest: string; latest: string }) =>
    `At the present pace: ${likely} (between ${earliest} and ${latest})`,
  'show.forecast-open': ({ likely, earliest }: { likely: string; earliest: string }) =>
    `At the present pace: ${likely} (${earliest} at the earliest, its end is open)`,
  'show.not-in-sight': () => 'At the present pace the target is not in sight.',
  'show.buffer': ({ days }: { days: number }) =>
    format.plural(days, {
      one: `${format.number(days)} day ahead of the plan`,
      other: `${format.number(days)} days ahead of the plan`,
    }),
  'show.missed': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'The latest check-in was missed.',
      other: `The latest ${format.number(count)} check-ins were missed.`,
    }),
})

const statuses = {
  'status.done': () => 'Reached',
  'status.overdue': () => 'Overdue',
  'status.no-data': () => 'No news',
  'status.too-early': () => 'Just started',
  'status.on-track': () => 'On track',
  'status.at-risk': () => 'At risk',
  'status.off-track': () => 'Off track',
  'status.retired': () => 'Retired',
  'goal.not-started': () => 'Not started',
  'moment.tokens': () => '{date_short_pretty} at {time}',
  'moment.long-tokens': () => '{date_long_pretty} at {time}',
}

const spans = {
  'goal.from-to': ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  'goal.between': ({ low, high }: { low: string; high: string }) => `between ${low} and ${high}`,
  'goal.at-least': ({ low }: { low: string }) => `at least ${low}`,
  'goal.at-most': ({ high }: { high: string }) => `at most ${high}`,
  'goal.each-week': ({ amount }: { amount: string }) => `${amount} each week`,
  'goal.deliver': () => 'done or not',
  'goal.is-done': () => 'done',
  'goal.not-done': () => 'not done yet',
  'goal.never': () => 'no value yet',
  'goal.due': ({ due }: { due: string }) => `due ${due}`,
  'goal.due-today': () => 'due today',
  'goal.last': ({ amount, date }: { amount: string; date: string }) => `Last: ${amount} (${date})`,
  'goal.last-never': () => 'No value yet',
  'goal.expected': ({ amount }: { amount: string }) => `plan for today: ${amount}`,
  'goal.needed': ({ change }: { change: string }) => `${change} a week needed`,
  'goal.points': ({ change }: { change: string }) => `${change} points`,
  'goal.progress': ({ share }: { share: string }) => `${share} of the way`,
}

const list = {
  'list.empty.title': () => 'You have no open goals yet',
  'list.empty': () =>
    'A goal needs a number, where it stands today, and a date. Goalpost then asks you for the number and shows whether you are on plan.',
  'list.earlier': () => 'Earlier',
  'list.later': () => 'More goals',
  'button.new-goal': () => 'New goal',
  'button.open': () => 'Open',
}

const page = {
  'show.owner': ({ owner }: { owner: string }) => `Owner: ${owner}`,
  'show.with': ({ names }: { names: string }) => `with ${names}`,
  'show.partner': ({ partner }: { partner: string }) => `Partner: ${partner}`,
  'show.team': ({ channel }: { channel: string }) => `Team: #${channel}`,
  'show.parent': ({ goal }: { goal: string }) => `Part of ${goal}`,
  'show.private': () => 'Private: owner, co-owners, partner and leads see it',
  'show.aspirational': () => 'aspirational: 70 % of it is a good result',
  'show.aspirational-good': () => 'Aspirational, and a good result: at least 70 % of it is there',
  'show.dates': ({ start, due }: { start: string; due: string }) => `${start} to ${due}`,
  'show.by': () => 'By doing',
  'show.why': () => 'Why',
  'show.first-step': () => 'First step',
  'show.numbers-say': ({ status }: { status: string }) => `by the numbers: ${status}`,
  'show.owner-says': ({ status }: { status: string }) => `owner’s word: ${status}`,
  'show.last-word': ({ name, date }: { name: string; date: string }) => `${name}, ${date}`,
  'show.blocked': ({ blocker }: { blocker: string }) => `Blocked by: ${blocker}`,
  'show.readings': () => 'Latest values',
  'show.reading': ({
    amount,
    date,
    name,
    from,
  }: {
    amount: string
    date: string
    name: string
    from: string
  }) => `${amount}, ${date}, ${name} (${from})`,
  'show.from.form': () => 'by form',
  'show.from.reply': () => 'by reply',
  'show.from.button': () => 'by button',
  'show.from.command': () => 'by command',
  'show.from.import': () => 'from a file',
  'show.no-readings': () => 'No value has been given yet.',
  'show.versions': () => 'Changes to the goal',
  'show.version.created': ({ name, date }: { name: string; date: string }) => `Created by ${name}, ${date}`,
  'show.version.same': ({ name, date }: { name: string; date: string }) => `Changed by ${name}, ${date}`,
  'show.version.easier': ({ name, date }: { name: string; date: string }) =>
    `Made easier by ${name}, ${date}`,
  'show.version.harder': ({ name, date }: { name: string; date: string }) =>
    `Made harder by ${name}, ${date}`,
  'show.counts-from': ({ moment }: { moment: string }) =>
    `The easier terms count for scoring from ${moment}; until then the harder of the two does.`,
  'show.locks-at': ({ moment }: { moment: string }) =>
    `It can be changed quietly until its first check-in or ${moment}, whichever comes first.`,
  'show.locked': () => 'Locked: changes to its numbers and dates are told to the team.',
  'show.next': ({ moment }: { moment: string }) => `Next check-in: ${moment}`,
  'show.closed': ({ status, date }: { status: string; date: string }) => `${status}, ${date}`,
  'show.check-in': () => 'Check in',
  'show.edit': () => 'Edit',
  'show.close': () => 'Close',
  'show.reopen': () => 'Reopen',
  'chart.path': () => 'Path and plan',
  'chart.value': () => 'Value',
  'chart.plan': () => 'Plan',
  'chart.low': () => 'Lower bound',
  'chart.high': () => 'Upper bound',
}
