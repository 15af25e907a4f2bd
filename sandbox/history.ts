import { Temporal } from 'temporal-polyfill'
import { type Actor, actorOn } from './acting.ts'
import * as field from './fields.ts'
import type { ClockControl } from './protocol.ts'
import type { LocalSlack } from './server.ts'
import { type StoryGoal, story } from './story.ts'

const WEEKS = 8

/** The Sunday evening before which the eight weeks have been. */
export function presentOf(realNow: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(realNow).toZonedDateTimeISO('UTC')
  const sunday = here.subtract({ days: here.dayOfWeek % 7 }).withPlainTime('18:00')
  return (Temporal.ZonedDateTime.compare(sunday, here) > 0 ? sunday.subtract({ days: 7 }) : sunday)
    .epochMilliseconds
}

export const beginningOf = (present: number): number => present - WEEKS * 7 * 24 * 60 * 60 * 1000

/**
 * Eight weeks of a team at work: every goal is made in its form and every number answered in the direct messages, at its
 * own hour. Nothing is written behind the product's back.
 */
export async function liveThrough(
  slack: LocalSlack,
  clock: ClockControl,
  settle: () => Promise<void>,
): Promise<void> {
  const began = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('UTC')
  const start = began.toPlainDate()
  for (const character of story) {
    await actorOn(slack, character.name, settle).opensHome()
    for (const goal of character.goals)
      await create(slack, actorOn(slack, character.name, settle), goal, start)
  }
  for (let week = 0; week < WEEKS; week += 1) {
    const monday = start.add({ days: 1 + week * 7 })
    for (const { name, at, text } of answersOf(slack, week, monday)) {
      await clock.moveTo(at)
      await actorOn(slack, name, settle).says(text)
    }
  }
  await clock.moveTo(began.add({ days: WEEKS * 7 }).epochMilliseconds)
}

function answersOf(slack: LocalSlack, week: number, monday: Temporal.PlainDate) {
  return story
    .flatMap(({ name, answers }) => {
      const answer = answers[week]
      if (answer === undefined) return []
      const zone = slack.state(slack.userId(name)).users.find((user) => user.name === name)?.tz ?? 'UTC'
      const day = monday.add({ days: answer.after ?? 0 })
      const at = day.toZonedDateTime({ timeZone: zone, plainTime: answer.at }).epochMilliseconds
      return [{ name, at, text: answer.text }]
    })
    .toSorted((a, b) => a.at - b.at)
}

async function create(slack: LocalSlack, actor: Actor, goal: StoryGoal, start: Temporal.PlainDate) {
  await actor.types('sales', '/goal new')
  await actor.fills({ measure: field.option(goal.measure) })
  await actor.fills({
    ...goal.fields,
    start: field.day(start.toString()),
    due: field.day(start.add({ days: 13 * 7 }).toString()),
  })
  await actor.submits()
  const errors = slack.modalsOf(actor.id).at(-1)?.errors
  if (errors !== undefined) throw new Error(`${actor.id} could not make a goal: ${JSON.stringify(errors)}`)
}
