import type { Cadence } from '../../domain/types.ts'

/** What the channel, the owner and the partner are told of a goal. */
export const cardMessages = {
  'card.text': ({ owner, goal }: { owner: string; goal: string }) => `New goal of ${owner}: ${goal}`,
  'card.owner': ({ owner }: { owner: string }) => owner,
  'card.owner-with': ({ owner, names }: { owner: string; names: string }) => `${owner} with ${names}`,
  'card.by': ({ levers }: { levers: string }) => `By ${levers}`,
  'card.why': ({ why }: { why: string }) => `Why: ${why}`,
  'changed.text': ({ name, goal }: { name: string; goal: string }) => `${name} changed ${goal}`,
  'changed.same': ({ name }: { name: string }) => `${name} changed this goal`,
  'changed.easier': ({ name }: { name: string }) => `${name} made this goal easier`,
  'changed.harder': ({ name }: { name: string }) => `${name} made this goal harder`,
  'changed.line': ({ field, from, to }: { field: string; from: string; to: string }) =>
    `${field}: ${from} → ${to}`,
  'changed.field.title': () => 'Title',
  'changed.field.measure': () => 'Measure',
  'changed.field.baseline': () => 'Starting value',
  'changed.field.target': () => 'Target',
  'changed.field.low': () => 'Lower bound',
  'changed.field.high': () => 'Upper bound',
  'changed.field.start': () => 'Start',
  'changed.field.due': () => 'Due',
  'changed.field.curve': () => 'Expected path',
  'changed.field.isAspirational': () => 'Promise',
  'changed.own-path': () => 'a path of its own',
  'changed.none': () => 'none',
  'changed.reason': ({ reason }: { reason: string }) => `Why: ${reason}`,
  'changed.counts-from': ({ moment }: { moment: string }) => `Counts for scoring from ${moment}`,
  'changed.counts-now': () => 'Counts at once',
  'closed.reached.text': ({ owner, goal }: { owner: string; goal: string }) => `${owner} reached ${goal}`,
  'closed.reached': ({ owner }: { owner: string }) => `🎉 ${owner} reached a goal!`,
  'closed.reached.at': ({ amount }: { amount: string }) => `Final value: ${amount}`,
  'closed.retired.text': ({ owner, goal }: { owner: string; goal: string }) => `${owner} retired ${goal}`,
  'closed.retired': ({ owner }: { owner: string }) => `${owner} retired this goal. Its history is kept.`,
  'closed.note': ({ note }: { note: string }) => `Learned: ${note}`,
  'card.reopened': ({ goal }: { goal: string }) => `Open again: ${goal}`,
  'receipt.text': ({ goal }: { goal: string }) => `Your goal is set: ${goal}`,
  'receipt.set': () => 'Your goal is set',
  'receipt.set-by': ({ name }: { name: string }) => `${name} set a goal for you`,
  'receipt.from-to': ({ from, to, start, due }: { from: string; to: string; start: string; due: string }) =>
    `From ${from} to ${to}, between ${start} and ${due}.`,
  'receipt.keep': ({ range, start, due }: { range: string; start: string; due: string }) =>
    `Keep it ${range}, from ${start} to ${due}.`,
  'receipt.each-week': ({ amount, start, due }: { amount: string; start: string; due: string }) =>
    `${amount} each week, from ${start} to ${due}.`,
  'receipt.deliver': ({ start, due }: { start: string; due: string }) => `Done by ${due}; starts ${start}.`,
  'receipt.measure': ({ measure }: { measure: string }) => `Measured by: ${measure}.`,
  'receipt.by': ({ levers }: { levers: string }) => `By ${levers}.`,
  'receipt.why': ({ why }: { why: string }) => `Because: ${why}.`,
  'receipt.first-step': ({ step }: { step: string }) => `First step: ${step}`,
  'receipt.next': ({ moment }: { moment: string }) => `You will be asked for the number ${moment}.`,
  'receipt.no-next': () => 'You can check in on it at any time.',
  'receipt.private': () => 'It is private: owner, co-owners, partner and leads see it; no card was posted.',
  'receipt.edit': () => 'Edit',
  'receipt.check-in': () => 'Check in now',
  'receipt.settings': () => 'Change team settings',
  'receipt.made-team': ({ channel }: { channel: string }) =>
    `This is the first goal in #${channel}, so the team was set up with the defaults and you as its lead:`,
  'receipt.asked': ({ cadence, weekday, time }: { cadence: Cadence; weekday: string; time: string }) =>
    ({
      daily: `Check-in on workdays at ${time}, on each person’s own clock`,
      weekly: `Check-in each ${weekday} at ${time}, on each person’s own clock`,
      'two-weekly': `Check-in every second ${weekday} at ${time}, on each person’s own clock`,
      monthly: `Check-in on the first ${weekday} of the month at ${time}, on each person’s own clock`,
    })[cadence],
  'receipt.week': ({ weekday, time }: { weekday: string; time: string }) =>
    `summary and leaderboard each ${weekday} at ${time}, team time`,
  'receipt.no-week': () => 'no summary and no leaderboard',
  'partner.text': ({ owner }: { owner: string }) => `You are the partner for a goal of ${owner}`,
  'partner.named': ({ name, owner }: { name: string; owner: string }) =>
    name === owner
      ? `${owner} named you as partner for a goal.`
      : `${name} named you as partner for a goal of ${owner}.`,
  'partner.means': () =>
    'It means that you can see the goal and how it goes, and that you hear of it when it stays blocked for two working days. You will not be asked for numbers, and there is nothing to do now.',
  'partner.show': () => 'See the goal',
}
