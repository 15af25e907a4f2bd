import type { LocalDate } from '../../domain/types.ts'
import type { Formats } from '../formats.ts'

/** One sentence or two each: what is wrong, what to do. Plain text: no markup survives at a field. */
export const refusals = (format: Formats) => ({
  ...numbers(format),
  ...days(format),
  ...drafts,
  ...goals,
  ...plans,
  ...channels,
  'refusal.not-a-lead': ({ leads }: { leads: readonly string[] }) =>
    leads.length === 0
      ? 'Only a team lead can change this, and the team has none left. A workspace admin can appoint one.'
      : `Only a team lead can change this. Ask ${format.list(leads)}.`,
})

const numbers = (format: Formats) => ({
  'refusal.title-too-long': ({ length, most }: { length: number; most: number }) =>
    `The title has ${format.number(length)} characters. Shorten it to ${format.number(most)} and put the rest under “Why does it matter?”.`,
  'refusal.number-unreadable': ({ typed }: { typed: string }) =>
    `“${typed}” could not be read as a number. Write it like 25, 25%, $1.2k or 1,450.`,
  'refusal.percent-out-of-range': ({ value }: { value: number }) =>
    `${format.number(value)}% is outside 0% to 100%. Enter a value in between.`,
  'refusal.already-at-target': ({ target }: { target: number }) =>
    `It stands at ${format.number(target)} already. Enter a target that differs from where it starts.`,
  'refusal.bounds-crossed': ({ low, high }: { low: number; high: number }) =>
    `The lower bound (${format.number(low)}) must be under the upper bound (${format.number(high)}). Change one of them.`,
  'refusal.parent-too-deep': ({ most }: { most: number }) =>
    `Goals can be nested ${format.number(most)} levels deep, and this would be one too many. Choose a goal further up.`,
  'refusal.too-many-milestones': ({ most }: { most: number }) =>
    `A goal can have ${format.number(most)} milestones. Remove one, or make some of them a goal of their own.`,
  'refusal.too-many-goals': ({ most }: { most: number }) =>
    `This person has ${format.number(most)} open goals already, the most there can be. Close one first.`,
})

const days = (format: Formats) => ({
  'refusal.milestone-outside': ({ start, due }: { start: LocalDate; due: LocalDate }) =>
    `The goal runs from ${format.date(start)} to ${format.date(due)}. Choose a day in between, or none.`,
  'refusal.due-before-start': ({ start, due }: { start: LocalDate; due: LocalDate }) =>
    `The due date (${format.date(due)}) must come after the start (${format.date(start)}). Choose a later one.`,
  'refusal.due-in-past': ({ due, today }: { due: LocalDate; today: LocalDate }) =>
    `${format.date(due)} has passed; today is ${format.date(today)}. Choose a later due date.`,
})

const drafts = {
  'refusal.title-missing': () => 'Give the goal a title: what will be different once it is reached?',
  'refusal.number-missing': () => 'Enter a number, such as 25, 25% or $1.2k.',
  'refusal.number-negative': () => 'This cannot be less than zero. Enter 0 or more.',
  'refusal.number-not-whole': () => 'This counts whole things. Enter a number without decimals.',
  'refusal.number-too-large': () => 'This number is too large to keep. Check it for extra digits.',
  'refusal.unit-mismatch': ({ typed, expected }: { typed: string; expected: string }) =>
    `“${typed}” has another unit than this goal, which is kept in ${expected}. Use the same one.`,
  'refusal.against-direction.up': () =>
    'Higher is better for this measure, but the target is lower than the start. Raise it, or choose “A number to reach”.',
  'refusal.against-direction.down': () =>
    'Lower is better for this measure, but the target is higher than the start. Lower it, or choose “A number to reach”.',
  'refusal.bounds-missing': () => 'Enter a lower bound, an upper bound, or both.',
  'refusal.date-missing.start': () => 'Choose a start date.',
  'refusal.date-missing.due': () => 'Choose a due date.',
  'refusal.owner-bot': () => 'An app cannot own a goal. Choose a person.',
  'refusal.owner-deactivated': () => 'This account is deactivated. Choose someone who is active.',
  'refusal.owner-foreign': () => 'This person belongs to another organization. Choose someone from yours.',
  'refusal.owner-not-in-channel': () =>
    'This person is not in the team’s channel. Invite them there, or choose someone else.',
  'refusal.owner-unknown': () => 'Slack does not show this person. Choose someone else.',
  'refusal.partner-is-owner': () =>
    'A partner is someone other than the owner. Choose another person, or nobody.',
  'refusal.helper-unable': ({ name }: { name: string }) =>
    `${name} is an app, has left, or belongs to another organization. Choose someone from your workspace.`,
  'refusal.duplicate-goal': ({ number }: { number: number }) =>
    `G-${number} has the same owner, measure and dates already. Edit that one, or change something here.`,
}

const goals = {
  'refusal.no-such-goal': () =>
    'There is no such goal among those you can see. Look for its number in your list.',
  'refusal.no-such-goal.number': ({ number }: { number: number }) =>
    `There is no G-${number} among the goals you can see. Look for its number in your list.`,
  'refusal.not-your-goal': ({ number }: { number: number }) =>
    `G-${number} belongs to someone else. Ask its owner or a team lead.`,
  'refusal.goal-closed': ({ number, title }: { number: number; title: string }) =>
    `G-${number} “${title}” is closed, so nothing was changed. Reopen it to go on.`,
  'refusal.goal-open': ({ number }: { number: number }) =>
    `G-${number} is open already. You can check in on it as it is.`,
  'refusal.which-goal': () =>
    'You have more than one goal. Add the number of the one you mean, for example G-12; the list shows them.',
  'refusal.no-goals': () => 'You have no open goals yet. Create one to begin.',
  'refusal.baseline-needs-approval': () =>
    'This goal is locked, so only a team lead or its partner can change where it starts. Ask one of them.',
  'refusal.reason-needed': () =>
    'This makes a locked goal easier. Say why, so that everyone can follow the change.',
  'refusal.nothing-to-undo': () =>
    'There is nothing of yours to undo since the last question. Check in again to correct a value.',
  'refusal.no-open-prompt': () =>
    'No question is waiting for you. You can check in on any of your goals yourself.',
  'refusal.nothing-changed': () => 'Nothing is different yet. Change a field, or cancel.',
  'refusal.not-their-lead': () =>
    'Only they themselves and the leads of their team can see this. Ask one of them.',
  'refusal.leave-needs-lead': () =>
    'Only they themselves and leads of a team they are in can note when someone is away.',
  'refusal.person-unclear': () =>
    'It is not clear who is meant. Type @ and choose one person from Slack’s list.',
  'refusal.outsider': () =>
    'Only people of this workspace who are in the team’s channel can do this. Join it, or ask someone there.',
  'refusal.stale-button': () =>
    'This has changed since the button was shown. Open it again to see how it is now.',
}

const plans = {
  'refusal.parent-cycle': () =>
    'A goal cannot be part of itself, nor of a goal that is a part of it. Choose another one.',
  'refusal.no-such-milestone': () =>
    'This milestone is no longer there. Open the milestones again to see how they are now.',
  'refusal.not-your-milestone': () =>
    'Only the goal’s owner, a team lead, or the person named for a milestone can do this. Ask one of them.',
  'refusal.milestone-untitled': () => 'Say what will be there once it is done, for example “Prices agreed”.',
  'refusal.assignee-unable': () =>
    'Only someone in the team’s channel can be named. Invite them there, or choose someone else.',
  'refusal.assignee-not-told': () =>
    'This goal is private. Choose its owner, a co-owner, its partner or a team lead.',
  'refusal.dependency-unknown': () =>
    'One of these is no longer there, or you cannot see it. Choose from the list again.',
  'refusal.dependency-cycle': () =>
    'These would wait for each other, so none could begin. Leave one of them out.',
}

const channels = {
  'refusal.no-team-here': () => 'There are no goals in this channel yet. Create the first one here to begin.',
  'refusal.choose-team': () => 'This could mean several teams. Use it in the channel of the one you mean.',
  'refusal.not-in-channel': ({ channel }: { channel: string }) =>
    `Goalpost is not in #${channel} yet. Invite it there with /invite, then try again.`,
  'refusal.channel-archived': ({ channel }: { channel: string }) =>
    `#${channel} is archived. Choose another channel.`,
  'refusal.channel-shared': ({ channel }: { channel: string }) =>
    `#${channel} is shared with another organization, and goals stay inside yours. Choose another channel.`,
  'refusal.channel-unknown': () =>
    'Goalpost cannot see this channel. Invite it there, or choose another one.',
}
