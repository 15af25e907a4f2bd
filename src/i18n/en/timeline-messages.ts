import type { LocalDate } from '../../domain/types.ts'
import type { Formats } from '../formats.ts'

export const timelineMessages = (format: Formats) => ({
  ...timeline,
  'timeline.span': ({ start, due }: { start: LocalDate; due: LocalDate }) => {
    const [from, to] = [format.monthOfYear(start), format.monthOfYear(due)]
    if (from === to) return to
    return start.slice(0, 4) === due.slice(0, 4) ? `${format.month(start)} – ${to}` : `${from} – ${to}`
  },
  'timeline.goals': ({ count }: { count: number }) =>
    format.plural(count, { one: '1 goal', other: `${format.number(count)} goals` }),
  'timeline.outside': ({ count }: { count: number }) =>
    format.plural(count, {
      one: '1 goal lies outside these months',
      other: `${format.number(count)} goals lie outside these months`,
    }),
  'timeline.none-here': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'The only goal lies outside these months.',
      other: `None of the ${format.number(count)} goals lies in these months.`,
    }),
  'timeline.more': ({ count }: { count: number }) => `${format.number(count)} more goals`,
  'timeline.left-out': ({ count }: { count: number }) =>
    format.plural(count, {
      one: '1 more goal is not in this picture.',
      other: `${format.number(count)} more goals are not in this picture.`,
    }),
})

const timeline = {
  'timeline.title.own': () => 'Your timeline',
  'timeline.title.team': ({ channel }: { channel: string }) => `Timeline of #${channel}`,
  'timeline.private': () => 'private',
  'timeline.today': () => 'Today',
  'timeline.step': ({ date, title }: { date: string; title: string }) => `${date}: ${title}`,
  'timeline.step.late': ({ date, title }: { date: string; title: string }) => `late since ${date}: ${title}`,
  'timeline.next': ({ step }: { step: string }) => `Next: ${step}`,
  'timeline.legend': (signs: Readonly<Record<Sign, string>>) =>
    `${signs.done} done  ${signs.left} to do  ${signs.over} past its due date  ${signs.today} today  ${signs.stepDone} milestone done  ${signs.stepOpen} to come  ${signs.stepLate} late`,
  'timeline.sign.done': () => 'done',
  'timeline.sign.left': () => 'to do',
  'timeline.sign.over': () => 'past its due date',
  'timeline.sign.step-done': () => 'milestone done',
  'timeline.sign.step-open': () => 'milestone to come',
  'timeline.sign.step-late': () => 'milestone late',
  'timeline.empty.own': () => 'You have no goals yet. Write one down, and it has its place here.',
  'timeline.empty.team': () =>
    'This team has no goals yet. Write the first one down, and it has its place here.',
  'timeline.earlier': () => '← Earlier',
  'timeline.later': () => 'Later →',
  'timeline.all': () => 'All that runs',
  'timeline.mine': () => 'Only mine',
  'timeline.team': ({ channel }: { channel: string }) => `#${channel}`,
  'timeline.pages': ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  'timeline.less': () => 'Previous goals',
  'timeline.picture': () => 'As a picture',
  'timeline.svg': () => 'As SVG',
  'timeline.unread': ({ command }: { command: string }) =>
    `I do not know these months. Try ${command} timeline, ${command} timeline mine, ${command} timeline 2027, ${command} timeline Q1 2027 or ${command} timeline next quarter.`,
  'file.sent': () => 'The file is in your direct messages with Goalpost.',
  'timeline.missing': ({ characters }: { characters: string }) =>
    `This server has no font for ${characters} and others like it; a box stands for each. The SVG shows them with your own fonts; whoever runs Goalpost can install one here.`,
  'file.no-scope': () =>
    'Goalpost may not send files here yet. Whoever runs it has to add the scope files:write to the Slack app and install it again.',
  'file.refused.text-too': ({ code }: { code: string }) =>
    `Slack did not take the file (${code}). The text above holds the same.`,
  'file.unsure': () =>
    'Slack did not say whether it took the file. If it is not there in a minute, please try again.',
  'file.not-drawn': () => 'This server cannot draw pictures. “As SVG” gives you the same as a file.',
}

type Sign = 'done' | 'left' | 'over' | 'today' | 'stepDone' | 'stepOpen' | 'stepLate'
