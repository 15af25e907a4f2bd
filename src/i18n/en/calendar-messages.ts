import type { Formats } from '../formats.ts'

/** Calendar feeds: what stands in people's calendars, and how they get there. */
export const calendarMessages = (format: Formats) => ({
  ...calendar,
  'links.more': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'One more team is not shown. Type this in its channel.',
      other: `${format.number(count)} more teams are not shown. Type this in their channel.`,
    }),
})

const calendar = {
  'feed.name.own': () => 'Goalpost: my goals',
  'feed.name.team': ({ channel }: { channel: string }) => `Goalpost: #${channel}`,
  'feed.goal': ({ title }: { title: string }) => `Due: ${title}`,
  'feed.step': ({ step, title }: { step: string; title: string }) => `Milestone: ${step} (${title})`,
  'feed.step-done': ({ step, title }: { step: string; title: string }) => `✓ Milestone: ${step} (${title})`,
  'feed.hidden': ({ number }: { number: number }) => `G-${number} is no longer shared`,
  'feed.check-in': ({ channels }: { channels: string }) => `Goalpost check-in: ${channels}`,
  'feed.check-in.more': () => 'Goalpost asks for your numbers in its direct messages.',
  'feed.owner': ({ name }: { name: string }) => `Owner: ${name}`,
  'feed.private': () => 'Private',
  'links.title': () => 'Your goals in your calendar',
  'links.what': () =>
    'A calendar link shows due dates and milestones. Your own also shows your next check-ins and your private goals; a team’s shows what the team shares.',
  'links.own': () => 'My goals',
  'links.team': ({ channel }: { channel: string }) => `#${channel}`,
  'links.left': () => 'A team you have left',
  'links.none': ({ whose }: { whose: string }) => `${whose}: no link yet`,
  'links.since': ({ whose, date }: { whose: string; date: string }) => `${whose}: link in use since ${date}`,
  'links.make': () => 'New link',
  'links.make-for': ({ whose }: { whose: string }) => `New link for ${whose}`,
  'links.revoke': () => 'Revoke',
  'links.revoke-for': ({ whose }: { whose: string }) => `Revoke the link for ${whose}`,
  'links.again.title': () => 'Make a new link?',
  'links.again.text': () =>
    'The link you have stops working at once. Calendars that use it have to be given the new one.',
  'links.end.title': () => 'Revoke this link?',
  'links.end.text': () => 'It stops working at once, wherever you have put it. You can make a new one.',
  'links.cancel': () => 'Keep it',
  'links.made': ({ whose }: { whose: string }) =>
    `${whose}: your new link. It is shown only now, so copy it before you go on.`,
  'links.how.google': () =>
    'Google Calendar (on the web): Other calendars, +, From URL. Outlook: Add calendar, Subscribe from web.',
  'links.how.apple': () =>
    'Apple Calendar: File, New Calendar Subscription. Whoever has the link can read it, so do not pass it on.',
  'links.revoked': ({ whose }: { whose: string }) => `${whose}: the link is revoked.`,
  'links.was-none': ({ whose }: { whose: string }) => `${whose}: there was no link to revoke.`,
  'links.not-yours': () =>
    'This team’s link is for people in its channel, while Goalpost is in it and it is not archived.',
  'links.no-address': () =>
    'Calendar links need an address: whoever runs Goalpost has to set PUBLIC_URL and PORT first.',
}
