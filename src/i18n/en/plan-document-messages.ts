import type { Formats } from '../formats.ts'

export const planDocumentMessages = (format: Formats) => ({
  ...document,
  'plan.goals': ({ count }: { count: number }) =>
    format.plural(count, { one: '1 shared goal', other: `${format.number(count)} shared goals` }),
  'plan.people': ({ people, goals, milestones }: { people: number; goals: number; milestones: number }) => {
    const who = format.plural(people, {
      one: 'One person works',
      other: `${format.number(people)} people work`,
    })
    return `${who} for ${goalCount(goals, format)}${milestoneCount(milestones, format)}.`
  },
  'plan.people.more': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 more person', other: `and ${format.number(count)} more people` }),
  'plan.person': ({ name, goals, milestones }: { name: string; goals: number; milestones: number }) =>
    `${name}: ${goalCount(goals, format)}${milestoneCount(milestones, format)}`,
  'plan.history.more': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 older text', other: `and ${format.number(count)} older texts` }),
})

const goalCount = (count: number, format: Formats) =>
  format.plural(count, { one: '1 open goal', other: `${format.number(count)} open goals` })
const milestoneCount = (count: number, format: Formats) =>
  count === 0
    ? ''
    : ` and ${format.plural(count, { one: '1 open milestone', other: `${format.number(count)} open milestones` })}`

const document = {
  'plan.title': ({ channel }: { channel: string }) => `Plan of #${channel}`,
  'plan.as-of': ({ date }: { date: string }) => `As of ${date}`,
  'plan.how': () =>
    'Numbers, goals and milestones come from the team’s shared goals; the rest is what leads write. Private goals are not in it.',
  'plan.more': () => 'All twelve sections are in the file.',
  'plan.edit': () => 'Write',
  'plan.markdown': () => 'Markdown file',
  'plan.csv': () => 'CSV of the goals',
  'plan.history': () => 'Earlier texts',
  'plan.history.title': ({ channel }: { channel: string }) => `What was written in the plan of #${channel}`,
  'plan.history.of': ({ section, version }: { section: string; version: number }) =>
    `${section}, version ${version}`,
  'plan.history.taken': () => '(taken out)',
  'plan.history.none': () => 'Nobody has written anything into the plan yet.',
  'plan.saved': () => 'The plan is changed; its change log says who and when.',
  'plan.unchanged': () => 'Nothing in the plan has changed.',
  'plan.section.purpose': () => 'Purpose and period',
  'plan.section.where': () => 'Where we stand',
  'plan.section.goals': () => 'Goals',
  'plan.section.tree': () => 'How goals hang together',
  'plan.section.levers': () => 'Levers and initiatives',
  'plan.section.milestones': () => 'Milestones and dates',
  'plan.section.resources': () => 'Resources',
  'plan.section.risks': () => 'Dependencies and risks',
  'plan.section.not-doing': () => 'What we will not do',
  'plan.section.outsourcing': () => 'What others do for us',
  'plan.section.rules': () => 'Reviews and decision rules',
  'plan.section.changes': () => 'Change log',
  'plan.none.purpose': () => 'Why this team exists and what it is after, in two sentences.',
  'plan.none.where': () => 'No goal of the team has a number to start from.',
  'plan.none.goals': () => 'The team has no shared goals.',
  'plan.none.tree': () => 'No goal is part of another.',
  'plan.none.levers': () => 'By doing what, goal by goal; and what is tried beside the goals.',
  'plan.none.milestones': () => 'No goal is open.',
  'plan.none.resources': () => 'People, hours, budget, tools.',
  'plan.none.risks': () => 'What could go wrong, how you would notice, and what you would do then.',
  'plan.none.not-doing': () => 'What you leave so that the rest gets done.',
  'plan.none.outsourcing': () => 'Work that is better done by others, and by whom.',
  'plan.none.rules': () => 'How often you look at this, and when a goal is cut, raised or stopped.',
  'plan.none.changes': () => 'Nothing has changed in the last 90 days.',
  'plan.part.purpose': () => 'Purpose',
  'plan.part.initiatives': () => 'Initiatives beside the goals',
  'plan.part.resources': () => 'Resources',
  'plan.part.risks': () => 'Risks: what, the sign of it, the answer',
  'plan.part.not-doing': () => 'What we will not do',
  'plan.part.outsourcing': () => 'What others do for us',
  'plan.part.rules': () => 'Review rhythm and decision rules',
  'plan.part.hint': () => 'One line per point.',
  'plan.period': ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
  'plan.col.goal': () => 'Goal',
  'plan.col.owner': () => 'Owner',
  'plan.col.kpi': () => 'KPI',
  'plan.col.from': () => 'From',
  'plan.col.now': () => 'Now',
  'plan.col.to': () => 'Target',
  'plan.col.due': () => 'Due',
  'plan.col.status': () => 'Status',
  'plan.col.progress': () => 'Progress',
  'plan.col.verdict': () => 'Within reach?',
  'plan.col.levers': () => 'Levers',
  'plan.col.why': () => 'Why',
  'plan.col.part-of': () => 'Part of',
  'plan.verdict.comfortable': () => 'easily',
  'plan.verdict.realistic': () => 'realistic',
  'plan.verdict.stretch': () => 'a stretch',
  'plan.verdict.over-ambitious': () => 'beyond what was seen so far',
  'plan.verdict.unknown': () => 'not known',
  'plan.waits': ({ step, names }: { step: string; names: string }) => `${step} waits for ${names}`,
  'plan.point': ({ name, text }: { name: string; text: string }) => `${name}: ${text}`,
  'plan.step': ({ step, goal }: { step: string; goal: string }) => `${step} (${goal})`,
  'plan.ends': ({ goal }: { goal: string }) => `${goal} is due`,
  'plan.change.words': ({
    date,
    name,
    section,
    version,
  }: {
    date: string
    name: string
    section: string
    version: number
  }) => `${date}: ${name} wrote “${section}” (version ${version})`,
  'plan.change.reached': ({ date, goal }: { date: string; goal: string }) => `${date}: ${goal} was reached`,
  'plan.change.retired': ({ date, goal }: { date: string; goal: string }) => `${date}: ${goal} was retired`,
  'plan.change.made': ({ date, name, goal }: { date: string; name: string; goal: string }) =>
    `${date}: ${name} added ${goal}`,
  'plan.change.easier': ({ date, name, goal }: { date: string; name: string; goal: string }) =>
    `${date}: ${name} made ${goal} easier`,
  'plan.change.harder': ({ date, name, goal }: { date: string; name: string; goal: string }) =>
    `${date}: ${name} made ${goal} harder`,
  'plan.change.changed': ({ date, name, goal }: { date: string; name: string; goal: string }) =>
    `${date}: ${name} changed ${goal}`,
}
