import * as field from '../../sandbox/fields.ts'
import type { ElementState } from '../../sandbox/protocol.ts'
import { textIn, type WholeBot } from './bot.ts'

export type Fields = Readonly<Record<string, ElementState>>

/** A goal as people fill the form: from 45 % churn to 20 % in the three months from 3 May 2026. */
export const churn: Fields = {
  title: field.text('Reduce churn from 45% to 20%'),
  baseline: field.text('45%'),
  target: field.text('20%'),
  start: field.day('2026-05-03'),
  due: field.day('2026-08-02'),
}

export const signUps: Fields = {
  title: field.text('Win 200 sign-ups'),
  target: field.text('200'),
  start: field.day('2026-05-03'),
  due: field.day('2026-08-02'),
}

/** Opens the form in the channel and fills it. */
export async function fillsGoal(bot: WholeBot, who: string, measure: string, fields: Fields, at = 'sales') {
  const person = bot.as(who)
  await person.types(at, '/goal new')
  await person.fills({ measure: field.option(measure) })
  await person.fills(fields)
  return person
}

/** Makes a goal; a form that refuses is a mistake of the test's. */
export async function makesGoal(
  bot: WholeBot,
  who: string,
  measure: string,
  fields: Fields,
  at = 'sales',
): Promise<void> {
  const person = await fillsGoal(bot, who, measure, fields, at)
  const answer = await person.submits()
  if (!answer.ok) throw new Error(`the form refused: ${JSON.stringify(errorsShown(bot, who))}`)
}

/** The sentences at the fields of the topmost window. */
export const errorsShown = (bot: WholeBot, who: string): Readonly<Record<string, string>> =>
  bot.slack.modalsOf(who).at(-1)?.errors ?? {}

/** What stands in the topmost window. */
export const windowText = (bot: WholeBot, who: string): string =>
  textIn(bot.slack.modalsOf(who).at(-1)?.blocks)

/** The newest message that only this person sees in a channel or in the direct messages. */
export function whisperTo(bot: WholeBot, who: string, at = 'sales'): string {
  const id = bot.slack.userId(who)
  const all = at === 'dm' ? bot.slack.dmWith(who) : bot.slack.messagesIn(at)
  return bot.textOf(all.findLast((one) => one.ephemeral_for === id))
}

/** Everything the bot wrote into the channel for everyone. */
export const postedIn = (bot: WholeBot, at = 'sales') =>
  bot.slack
    .messagesIn(at)
    .filter((one) => one.user === bot.slack.userId('goalpost') && one.subtype === undefined)
    .filter((one) => one.ephemeral_for === undefined)

/** The newest message of the bot to that person. */
export const lastTo = (bot: WholeBot, who: string): string =>
  bot.textOf(bot.slack.dmWith(who).findLast((one) => one.user === bot.slack.userId('goalpost')))

/** The texts that Slack reads as markup: `text` of a message and of mrkdwn objects. */
export function mrkdwnIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(mrkdwnIn)
  if (typeof part !== 'object' || part === null) return []
  const own = 'ts' in part || ('type' in part && part.type === 'mrkdwn')
  const text = own && 'text' in part ? [String(part.text)] : []
  const inside = Object.entries(part).filter(([key]) => key !== 'metadata')
  return [...text, ...inside.flatMap(([, value]) => mrkdwnIn(value))]
}
