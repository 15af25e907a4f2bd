import type { Formats } from '../formats.ts'

export const lookBackMessages = (format: Formats) => ({
  ...lookBack,
  'look-back.days-early': ({ days }: { days: number }) =>
    format.plural(days, { one: 'a day early', other: `${format.number(days)} days early` }),
  'look-back.days-late': ({ days }: { days: number }) =>
    format.plural(days, { one: 'a day late', other: `${format.number(days)} days late` }),
  'look-back.eased': ({ count }: { count: number }) =>
    format.plural(count, { one: 'made easier once', other: `made easier ${format.number(count)} times` }),
})

const lookBack = {
  'look-back.ask': () => 'A goal of yours has ended. Two minutes of looking back help the next one.',
  'look-back.ask.text': ({ goal }: { goal: string }) => `Looking back: ${goal}`,
  'look-back.open': () => 'Look back',
  'look-back.change': () => 'Look back again',
  'look-back.no': () => 'No, thanks',
  'look-back.declined': () => 'All right, nobody will ask again. The goal’s page keeps the button.',
  'look-back.next': () => 'Next goal from this one',
  'look-back.reached': () => 'Reached',
  'look-back.ended': () => 'Ended',
  'look-back.came-to': ({ share }: { share: string }) => `it came to ${share}`,
  'look-back.good': () => 'a good result for an aspirational goal',
  'look-back.on-day': () => 'on its day',
  'look-back.confidence': ({ value }: { value: number }) => `You gave it ${value} of 10 at first`,
  'look-back.confidence-then': ({ said, came }: { said: string; came: string }) => `${said}; ${came}.`,
  'look-back.came-reached': () => 'it was reached',
  'look-back.came-ended': () => 'it ended before that',
  'look-back.title': () => 'Looking back',
  'look-back.save': () => 'Save',
  'look-back.lessons.label': () => 'What was it about?',
  'look-back.lesson.clear-target': () => 'The target was clear',
  'look-back.lesson.weekly-numbers': () => 'The weekly number kept me at it',
  'look-back.lesson.help-from-others': () => 'Others helped',
  'look-back.lesson.too-much-else': () => 'Too much else to do',
  'look-back.lesson.waited-for-others': () => 'Waited for others',
  'look-back.lesson.wrong-lever': () => 'What we did moved little',
  'look-back.lesson.target-too-high': () => 'The target was too high',
  'look-back.helped.label': () => 'What helped?',
  'look-back.hindered.label': () => 'What got in the way?',
  'look-back.words.hint': () => 'In your own words; a line is enough.',
  'look-back.shared.label': () => 'Who may read it?',
  'look-back.shared.option': () => 'Show it in the goal’s thread and on its page',
  'look-back.shared.more': () => 'Otherwise you alone can read it',
  'look-back.saved': () => 'Thank you. It stands on the goal’s page.',
  'look-back.shown': ({ owner }: { owner: string }) => `${owner} looks back`,
  'look-back.shown.own': () => 'Looking back (you alone see this)',
  'look-back.helped': ({ words }: { words: string }) => `What helped: ${words}`,
  'look-back.hindered': ({ words }: { words: string }) => `What got in the way: ${words}`,
}
