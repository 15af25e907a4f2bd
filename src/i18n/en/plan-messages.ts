import type { Formats } from '../formats.ts'

/** Milestones, goals within goals, and how much everyone carries. */
export const planMessages = (format: Formats) => ({
  ...milestones,
  ...milestoneForm,
  ...tree,
  ...load,
  'milestones.squeezed': ({ days }: { days: number }) =>
    format.plural(days, {
      one: `squeezed: ${format.number(days)} working day is left for it`,
      other: `squeezed: ${format.number(days)} working days are left for it`,
    }),
  'milestones.count': ({ done, count }: { done: number; count: number }) =>
    `${format.number(done)} of ${format.number(count)} milestones`,
  'milestones.span': ({ count }: { count: number }) =>
    format.plural(count, {
      one: `${format.number(count)} milestone`,
      other: `${format.number(count)} milestones`,
    }),
  'milestones.full': ({ most }: { most: number }) =>
    `These are ${format.number(most)} milestones, the most a goal can have.`,
  'milestones.counts': ({ weight }: { weight: number }) => `counts ${format.number(weight)}×`,
  'milestone-form.weight.option': ({ weight }: { weight: number }) =>
    weight === 1 ? '1×, as any other' : `${format.number(weight)}×`,
  'tree.fall-short': ({ share }: { share: string }) => `its parts promise ${share} of it`,
  'tree.too-deep': ({ most }: { most: number }) => `more than ${format.number(most)} levels deep`,
  'show.more-parts': ({ count }: { count: number }) => `and ${format.number(count)} more`,
  'tree.more': ({ count }: { count: number }) =>
    format.plural(count, {
      one: `${format.number(count)} more goal is not shown here.`,
      other: `${format.number(count)} more goals are not shown here.`,
    }),
  'load.week': ({ week }: { week: number }) => `Week ${week}`,
  'load.points': ({ value }: { value: number }) => format.number(value),
  'load.too-many-goals': ({ count }: { count: number }) =>
    `${format.number(count)} active goals; three to five at once is what people manage`,
  'load.too-many-milestones': ({ count }: { count: number }) =>
    `${format.number(count)} milestones due in one week`,
  'load.team': ({ count }: { count: number }) =>
    format.plural(count, {
      one: `Team (${format.number(count)} person)`,
      other: `Team (${format.number(count)} people)`,
    }),
  'load.more': ({ count }: { count: number }) =>
    format.plural(count, {
      one: `${format.number(count)} more person carries less and is not shown here.`,
      other: `${format.number(count)} more people carry less and are not shown here.`,
    }),
})

const milestones = {
  'milestones.title': () => 'Milestones',
  'milestones.with-goal': () => 'due with the goal',
  'milestones.done-by': ({ name, date }: { name: string; date: string }) => `done by ${name}, ${date}`,
  'milestones.done': () => 'done',
  'milestones.late': () => 'late',
  'milestones.blocked': ({ names }: { names: string }) => `blocked: ${names} is late`,
  'milestones.after': ({ names }: { names: string }) => `after ${names}`,
  'milestones.chain': ({ chain }: { chain: string }) => `Critical chain: ${chain}`,
  'milestones.of-goal': ({ step, goal }: { step: string; goal: string }) => `${step} (${goal})`,
  'milestones.hidden': () => 'something you cannot see',
  'milestones.empty': () =>
    'No milestones yet. They are the deliverables on the way, each with a day and someone who delivers it.',
  'milestones.add': () => 'Add a milestone',
  'milestones.mark': () => 'Mark as done',
  'milestones.unmark': () => 'Not done after all',
  'milestones.change': () => 'Change',
  'milestones.remove': () => 'Remove',
  'milestones.given': ({ owner }: { owner: string }) => `A milestone of ${owner}’s goal is yours:`,
  'milestones.given.text': ({ step, due }: { step: string; due: string }) =>
    `Your milestone: ${step}, ${due}`,
  'milestones.all-done': () => 'All milestones are done. Is the goal reached?',
  'milestones.all-done.text': ({ goal }: { goal: string }) => `All milestones are done: ${goal}`,
  'milestones.close': () => 'Close as reached',
  'milestones.marks-only': () =>
    'You can mark the ones you deliver. The goal’s owner or a team lead can change them.',
  'changed.milestone.added': ({ title, due }: { title: string; due: string }) =>
    `Milestone added: ${title}, ${due}`,
  'changed.milestone.removed': ({ title }: { title: string }) => `Milestone left out: ${title}`,
  'changed.milestone.renamed': ({ from, to }: { from: string; to: string }) => `Milestone: ${from} → ${to}`,
  'changed.milestone.moved': ({ title, from, to }: { title: string; from: string; to: string }) =>
    `Milestone ${title}: ${from} → ${to}`,
  'changed.milestone.handed': ({ title }: { title: string }) =>
    `Milestone ${title}: someone else delivers it`,
  'changed.milestone.reordered': ({ title }: { title: string }) =>
    `Milestone ${title}: waits for something else`,
}

const milestoneForm = {
  'milestone-form.new': () => 'New milestone',
  'milestone-form.edit': () => 'Change milestone',
  'milestone-form.back': () => 'Back to the list',
  'milestone-form.title.label': () => 'What will be there?',
  'milestone-form.title.placeholder': () => 'Prices agreed with legal',
  'milestone-form.due.label': () => 'By when?',
  'milestone-form.due.hint': ({ due }: { due: string }) =>
    `Without a day it is due with the goal, on ${due}.`,
  'milestone-form.assignee.label': () => 'Who delivers it?',
  'milestone-form.assignee.hint': () => 'Someone in the team’s channel. With nobody named, the goal’s owner.',
  'milestone-form.weight.label': () => 'How much does it count?',
  'milestone-form.after.label': () => 'Begins only after',
  'milestone-form.after.hint': () => 'Milestones and goals of this team that must be finished first.',
  'milestone-form.after.placeholder': () => 'Search milestones and goals',
  'milestone-form.reason.label': () => 'Why this change?',
  'milestone-form.reason.hint': () =>
    'Needed where it makes a locked goal easier: an open milestone counts less or is left out. Posted in the goal’s thread.',
  'milestone-form.remove': () => 'Remove milestone',
  'milestone-form.remove.sure': () => 'It is taken out of the goal. The goal’s history keeps it.',
}

const tree = {
  'tree.title': ({ channel }: { channel: string }) => `Goals of #${channel} and what they are part of`,
  'show.parts': () => 'Its parts',
  'tree.empty': () => 'There are no open goals here that you can see.',
  'tree.how': () =>
    'A goal with parts shows the status of its worst part; its progress is their mean, weighted by size.',
  'tree.flat': () =>
    'None of these is part of another one yet. Choose a larger goal in a goal’s form, under “Part of a larger goal”.',
  'tree.own': ({ status }: { status: string }) => `by its own numbers: ${status}`,
  'tree.cycle': () => 'part of itself: choose another larger goal',
  'tree.ends-after-parent': () => 'ends after the goal it is part of',
  'tree.directions-conflict': () => 'goes the other way than the goal it is part of',
  'tree.no-child': () => 'runs longer than half a year, and nothing adds up to it yet',
  'tree.orphan': ({ goals }: { goals: string }) => `Part of no open larger goal: ${goals}`,
  'tree.open': () => 'Open a goal',
}

const load = {
  'load.title': ({ channel }: { channel: string }) => `Load in #${channel}`,
  'load.how': () =>
    'A small goal counts 1, a medium one 2, a large one 4, each milestone due in the week 1 more. Up to 6 leaves room, from 10 on it is too much.',
  'load.caption': () => 'Points per week',
  'load.name': () => 'Name',
  'load.you': () => 'You',
  'load.empty': () => 'Nobody carries anything here in these weeks.',
  'load.ok': () => 'room',
  'load.busy': () => 'busy',
  'load.overloaded': () => 'too much',
  'load.cell': ({ points, level }: { points: string; level: string }) => `${points} · ${level}`,
  'load.moves': () => 'What would help most',
  'load.move': ({ what, before, after }: { what: string; before: string; after: string }) =>
    `move ${what} to a later week (${before} → ${after})`,
  'load.move.mate': ({ name, before, after }: { name: string; before: string; after: string }) =>
    `or hand it to ${name}, who works for the same larger goal (${before} → ${after})`,
  'load.move.mate-unseen': ({ name }: { name: string }) =>
    `or ask ${name}, who works for the same larger goal`,
  'load.milestones': () => 'Yours to deliver',
}
