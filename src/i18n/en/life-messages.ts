import type { Formats } from '../formats.ts'

/** What is answered to words about the asking itself, and what comes of them. */
export const lifeMessages = (format: Formats) => ({
  ...later,
  ...silence,
  ...comeback,
  ...blocked,
  'life.stopped-prompts': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'That leaves out one check-in.',
      other: `That leaves out ${format.number(count)} check-ins.`,
    }),
})

const later = {
  'life.later.1h': () => 'Ask again in 1 hour',
  'life.later.3h': () => 'Ask again in 3 hours',
  'life.later.tomorrow': () => 'Ask again tomorrow',
  'life.later.skip': () => 'Skip this time',
  'life.later': () => 'Not now…',
  'again.text': () => 'Your check-in again, as you asked',
  'again.hello': () => 'Here it is again, as you asked.',
  'life.snoozed': ({ moment }: { moment: string }) => `All right, you are asked once more: ${moment}.`,
  'life.snoozed-to-next': ({ moment }: { moment: string }) =>
    `Your next check-in comes before that, so this one rests until then: ${moment}.`,
  'life.nothing-open': () => 'No check-in is open just now.',
  'life.all-answered': () => 'Everything of this check-in is answered already.',
  'life.next': ({ moment }: { moment: string }) => `The next one: ${moment}.`,
  'life.no-next': () => 'None is planned.',
  'life.skipped': () => 'Skipped: nothing more comes for this check-in. An answer still counts.',
  'life.skipped.free': () => 'It is left out of your reliability.',
  'life.skipped.last-free': () =>
    'It is left out of your reliability, as the first two in a row are. The next one in a row would count as late.',
  'life.skipped.late': ({ nth }: { nth: number }) =>
    `It is number ${nth} in a row, so it counts as late; the first two were left out.`,
  'life.when': ({ channel, moment }: { channel: string; moment: string }) => `#${channel}: ${moment}`,
  'life.when.title': () => 'You are asked next:',
  'life.when.none': () => 'No check-in is planned for you: you have no open goal.',
  'life.when.again': ({ moment }: { moment: string }) => `What you put off comes once more: ${moment}.`,
  'life.when.muted': () => 'Everything is muted, so nothing will be sent. Write unmute to be asked again.',
}

const silence = {
  'life.stopped': () => 'Everything is paused until you write resume.',
  'life.stopped.until': ({ date }: { date: string }) => `Everything is paused. On ${date} it goes on.`,
  'life.stopped.note': () =>
    'A pause is not leave: like skipped check-ins, the first two in a row are left out of your reliability and further ones count as late. For time off write away.',
  'life.stopped.end': () => 'Write resume to end it sooner.',
  'life.resumed': () => 'Welcome back: you are asked again.',
  'life.not-stopped': () => 'Nothing is paused.',
  'life.muted.reminders': () => 'Reminders are muted: you are asked once and no more.',
  'life.muted.news': () => 'News of other people’s goals is muted.',
  'life.muted.everything': () => 'Everything is muted: nobody asks you, and you check in by yourself.',
  'life.muted.boards': () =>
    'The leaderboard goes to the channel and to nobody in person, so there is nothing to mute. Mute the channel in Slack, or leave the board with “my settings”.',
  'life.unmuted.reminders': () => 'Reminders are on.',
  'life.unmuted.news': () => 'News of other people’s goals is on.',
  'life.unmuted.everything': () => 'Everything is on.',
  'life.unmuted.boards': () => 'The leaderboard goes to the channel and was never muted here.',
  'life.muted.undo': ({ word }: { word: string }) => `Write ${word} to turn it on again.`,
  'life.unmute-word.reminders': () => 'unmute reminders',
  'life.unmute-word.news': () => 'unmute news',
  'life.unmute-word.everything': () => 'unmute',
  'life.quiet.none': () => 'Nothing is muted or paused.',
  'life.quiet.since': ({ moment }: { moment: string }) => `Kept from you since ${moment}:`,
  'life.quiet.nothing-yet': ({ moment }: { moment: string }) =>
    `Nothing has been kept from you since ${moment}.`,
  'life.quiet.prompt': ({ moment }: { moment: string }) => `a check-in, ${moment}`,
  'life.quiet.reminder': ({ moment }: { moment: string }) => `a reminder, ${moment}`,
  'life.quiet.news': ({ moment }: { moment: string }) => `news of a goal, ${moment}`,
  'life.unclear.snooze': ({ typed }: { typed: string }) =>
    `“${typed}” is no time that can be read. Try snooze 2h, snooze until 15:00 or snooze tomorrow.`,
  'life.unclear.stop': ({ typed }: { typed: string }) =>
    `“${typed}” is no day that can be read, so nothing is paused. Try stop until Friday or stop until 2026-06-03.`,
  'life.unclear.mute': ({ typed }: { typed: string }) =>
    `“${typed}” cannot be muted. Try mute reminders, mute news or mute everything.`,
  'life.past': ({ date }: { date: string }) => `${date} is not ahead, so nothing is paused.`,
  'zone-lacked': ({ zone, instead }: { zone: string; instead: string }) =>
    `Slack gives your time zone as ${zone}, which is not known here. You are asked by ${instead} until you choose another one in your settings; it does not follow summer time.`,
  'zone-lacked.text': () => 'Your time zone is not known here',
}

const comeback = {
  'comeback.line': ({ needed }: { needed: string }) => `The last check-in was missed. From here: ${needed}`,
  'comeback.bare': () => 'The last check-in was missed. That happens; what now?',
  'comeback.catch-up': () => 'Catch up now',
  'comeback.re-scope': () => 'Change the plan',
  'comeback.retire': () => 'Retire it',
  'past-day.line': ({ date }: { date: string }) =>
    `Its day was ${date}. Where did it end? Close it when you have answered, or give it a new day.`,
  'past-day.close': () => 'Close it',
  'past-day.move': () => 'Give it a new day',
}

const blocked = {
  'ladder.partner': ({ name, moment }: { name: string; moment: string }) =>
    `Unless you write “unblocked” or a number before, ${name} will be told: ${moment}.`,
  'ladder.lead': ({ name, moment }: { name: string; moment: string }) =>
    `If it still holds then, ${name} will be told too: ${moment}.`,
  'blocked-told.text': ({ owner }: { owner: string }) => `A goal of ${owner} stays blocked`,
  'blocked-told.partner': ({ owner }: { owner: string }) =>
    `A goal of ${owner} has been blocked for two working days. As its partner, can you help?`,
  'blocked-told.lead': ({ owner }: { owner: string }) =>
    `A goal of ${owner} has been blocked for four working days. As a lead, can you help?`,
  'blocked-told.by': ({ blocker }: { blocker: string }) => `Blocked by ${blocker}`,
  'blocked-told.knows': ({ owner }: { owner: string }) => `${owner} knew beforehand that you would be told.`,
}
