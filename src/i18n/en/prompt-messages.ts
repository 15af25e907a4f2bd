import type { Formats } from '../formats.ts'

export const promptMessages = (format: Formats) => ({
  ...prompt,
  'prompt.text': ({ count, date }: { count: number; date: string }) =>
    format.plural(count, {
      one: `Check-in for ${date}: 1 goal`,
      other: `Check-in for ${date}: ${format.number(count)} goals`,
    }),
  'prompt.hello': ({ count, date }: { count: number; date: string }) =>
    format.plural(count, {
      one: `Hello! It is ${date}. How is your goal going?`,
      other: `Hello! It is ${date}. How are your ${format.number(count)} goals going?`,
    }),
  'prompt.rest': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'One more goal is waiting:',
      other: `${format.number(count)} more goals are waiting:`,
    }),
  'prompt.unlisted': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 more', other: `and ${format.number(count)} more` }),
  'reminder.text': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'One goal is still open for this check-in',
      other: `${format.number(count)} goals are still open for this check-in`,
    }),
  'reminder.hello': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'A quiet reminder: one goal has no number yet. “No change” is an answer too.',
      other: `A quiet reminder: ${format.number(count)} goals have no number yet. “No change” is an answer too.`,
    }),
})

const prompt = {
  'prompt.date': ({ weekday, date }: { weekday: string; date: string }) => `${weekday}, ${date}`,
  'prompt.first.what': () =>
    'This is Goalpost: on your team’s check-in day it asks for the number of each of your goals, in one message.',
  'prompt.first.how': () =>
    'Answer in one line or with the buttons. You always see what was understood, and you can undo it.',
  'prompt.late': () => 'This comes later than planned; the delay was on our side.',
  'prompt.goal': ({ position, title }: { position: number; title: string }) => `${position}) ${title}`,
  'prompt.answered': () => 'Answered',
  'prompt.enter': () => 'Enter number',
  'prompt.answer': () => 'Answer',
  'prompt.change': () => 'Change answer',
  'prompt.no-change': () => 'No change',
  'prompt.status': () => 'How is it going?',
  'prompt.enter-for': ({ title }: { title: string }) => `Enter the number of ${title}`,
  'prompt.no-change-for': ({ title }: { title: string }) => `No change for ${title}`,
  'prompt.all': () => 'Answer in one form',
  'prompt.reply': ({ example }: { example: string }) => `Or reply in one line, such as ${example}`,
  'prompt.example.done': () => 'done',
  'prompt.example.no-change': () => 'no change',
  'prompt.example.one-of': ({ position, answer }: { position: number; answer: string }) =>
    `${position}) ${answer}`,
  'prompt.until': ({ moment }: { moment: string }) => `On time until ${moment}`,
  'prompt.all-answered': () => 'All answered. Thank you!',
}
