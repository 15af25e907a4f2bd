import type { Formats } from '../formats.ts'

/** What a lead is told when a team's channel, or someone in it, is lost. */
export const lostMessages = (format: Formats) => ({
  'lost.text': ({ channel }: { channel: string }) => `Goalpost cannot post in #${channel}`,
  'lost.left': ({ channel }: { channel: string }) =>
    `Goalpost is no longer in #${channel}. Nobody is asked for its goals and no leaderboard is posted there; nothing is lost, and answers still count.`,
  'lost.left.do': () => 'Invite it again and everything goes on, or close the goals.',
  'lost.archived': ({ channel }: { channel: string }) =>
    `#${channel} was archived. Nobody is asked for its goals and no leaderboard is posted there; nothing is lost, and answers still count.`,
  'lost.archived.do': () => 'Unarchive it and everything goes on, or close the goals.',
  'lost.restricted': ({ channel }: { channel: string }) =>
    `Posting in #${channel} is restricted, so a message of Goalpost did not get there. People are still asked in person.`,
  'lost.restricted.do': () => 'Whoever manages the channel can allow Goalpost to post.',
  'lost.owner-gone': ({ owner, channel, count }: { owner: string; channel: string; count: number }) =>
    format.plural(count, {
      one: `The Slack account of ${owner} was closed. One open goal in #${channel} is asked of nobody now.`,
      other: `The Slack account of ${owner} was closed. ${format.number(count)} open goals in #${channel} are asked of nobody now.`,
    }),
  'lost.owner-gone.do': () => 'As a lead you can close them, or make them anew for someone else.',
})
