import type { ComingPrompt, FeedGoal, FeedSheet, HiddenGoal } from '../src/domain/feed.ts'
import type { Step } from '../src/domain/goal.ts'
import { type CalendarEvent, writeCalendar } from '../src/domain/icalendar.ts'
import { utcStamp } from '../src/domain/time.ts'
import type { StepId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { joined } from './goal-words.ts'
import { clip } from './limits.ts'
import { statusText } from './status.ts'

/** A question takes a minute or two; calendars draw nothing shorter. */
const CHECK_IN_MINUTES = 15
const STEP_MOST = 150

/** The iCalendar text of a feed in pieces (domain.md §6.3). Nothing of it is parsed as markup anywhere. */
export function calendarText(sheet: FeedSheet, say: Messages): Generator<string, void> {
  const { team } = sheet
  return writeCalendar({
    name: team === undefined ? say['feed.name.own']() : say['feed.name.team']({ channel: team.channelName }),
    events: eventsOf(sheet, say),
  })
}

function* eventsOf(sheet: FeedSheet, say: Messages): Generator<CalendarEvent, void> {
  for (const goal of sheet.goals) yield* goalEvents(goal, sheet, say)
  for (const goal of sheet.hidden) yield* hiddenEvents(goal, say)
  for (const prompt of sheet.prompts) yield checkInEvent(prompt, sheet, say)
}

function goalEvents(goal: FeedGoal, sheet: FeedSheet, say: Messages): readonly CalendarEvent[] {
  const common = {
    ...changeOf(goal),
    description: describe(goal, sheet, say),
    url: cardUrl(goal, sheet),
    isCancelled: goal.state !== 'active',
    isPrivate: goal.visibility === 'private',
  }
  const due: CalendarEvent = {
    ...common,
    uid: dueUid(goal),
    when: { day: goal.due },
    summary: say['feed.goal'](goal),
    category: 'goal',
    parent: undefined,
  }
  const stepEvent = (step: Step, isCancelled: boolean): CalendarEvent[] =>
    step.due === undefined
      ? []
      : [
          {
            ...common,
            uid: stepUid(goal, step.id),
            when: { day: step.due },
            summary: stepText(step, goal, say),
            category: 'milestone',
            parent: dueUid(goal),
            isCancelled,
          },
        ]
  return [
    due,
    ...goal.steps.flatMap((step) => stepEvent(step, common.isCancelled)),
    ...goal.gone.flatMap((step) => stepEvent(step, true)),
  ]
}

/** Takes out of calendars what a team no longer sees: by number and date alone. */
function hiddenEvents(goal: HiddenGoal, say: Messages): readonly CalendarEvent[] {
  const common = {
    ...changeOf(goal),
    summary: say['feed.hidden'](goal),
    description: '',
    url: undefined,
    isCancelled: true,
    isPrivate: false,
  }
  const steps = goal.steps.flatMap(({ id, due }): CalendarEvent[] =>
    due === undefined
      ? []
      : [
          {
            ...common,
            uid: stepUid(goal, id),
            when: { day: due },
            category: 'milestone',
            parent: dueUid(goal),
          },
        ],
  )
  return [
    { ...common, uid: dueUid(goal), when: { day: goal.due }, category: 'goal', parent: undefined },
    ...steps,
  ]
}

/**
 * At its time and not all day: it comes at that minute of the person's clock, and in UTC it stays there whatever zone their
 * calendar is in. Its moment is in its name, so that a prompt that moves is another event and none has to count its changes.
 */
function checkInEvent(
  { at, channelNames }: ComingPrompt,
  { feed, slack }: FeedSheet,
  say: Messages,
): CalendarEvent {
  const channels = channelNames.map((name) => `#${name}`)
  return {
    uid: `check-in-${feed.createdBy}-${utcStamp(at)}@${feed.workspace}`,
    sequence: 0,
    changedAt: feed.createdAt,
    when: { at, minutes: CHECK_IN_MINUTES },
    summary: say['feed.check-in']({ channels: say.format.list(channels) }),
    description: say['feed.check-in.more'](),
    category: 'check-in',
    url: botUrl(feed.workspace, slack.botUser),
    isCancelled: false,
    isPrivate: true,
    parent: undefined,
  }
}

/** `G-12 · Owner: Ana · #sales` */
function describe(goal: FeedGoal, { owners }: FeedSheet, say: Messages): string {
  const owner = owners.get(goal.owner)
  return joined([
    `G-${goal.number}`,
    endText(goal, say),
    owner && say['feed.owner'](owner),
    `#${goal.channelName}`,
    goal.visibility === 'private' ? say['feed.private']() : undefined,
  ])
}

function endText({ state }: FeedGoal, say: Messages): string | undefined {
  if (state === 'active') return undefined
  return state === 'reached' ? statusText('done', say) : say['status.retired']()
}

function stepText({ title: step, isDone }: Step, { title }: FeedGoal, say: Messages): string {
  const words = { step: clip(step, STEP_MOST), title }
  return isDone ? say['feed.step-done'](words) : say['feed.step'](words)
}

const changeOf = ({ revision, changedAt }: Pick<FeedGoal, 'revision' | 'changedAt'>) => ({
  sequence: revision,
  changedAt,
})

/** The same in a team's feed and in people's own: it is one goal. */
const dueUid = ({ id, team }: Pick<FeedGoal, 'id' | 'team'>) => `goal-${id}-due@${team}`

/** Milestones have no id of their own but their place. */
const stepUid = ({ id, team }: Pick<FeedGoal, 'id' | 'team'>, step: StepId) =>
  `goal-${id}-step-${step}@${team}`

/** The card's permalink; a goal without a card, as a private one, leads to the bot. */
function cardUrl({ card }: FeedGoal, { slack, feed }: FeedSheet): string {
  if (card === undefined || slack.url === undefined) return botUrl(feed.workspace, slack.botUser)
  return new URL(`archives/${card.channel}/p${card.ts.replace('.', '')}`, slack.url).href
}

/** Slack's own kind of link, which opens the direct messages in its app. */
const botUrl = (workspace: string, bot: string) =>
  `slack://user?team=${encodeURIComponent(workspace)}&id=${encodeURIComponent(bot)}`
