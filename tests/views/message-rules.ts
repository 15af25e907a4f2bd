import { expect } from 'vitest'
import { checkMessage, checkView } from '../../sandbox/blocks.ts'
import type { HomeView, Message } from '../../views/message.ts'
import { picture, shown } from './sent.ts'

/** What every message must keep, whatever people typed: Slack's limits, and that nothing typed is parsed. */
export function expectSound(message: Message): void {
  expect(checkMessage(message.blocks)).toEqual([])
  if (message.fallback !== undefined) expect(checkMessage(message.fallback)).toEqual([])
  expect(message.text.trim()).not.toBe('')
  expect(message.text.length).toBeLessThanOrEqual(4000)
  expect(message.blocks.length).toBeLessThanOrEqual(50)
  expect(textOf(message.blocks)).toBeLessThanOrEqual(13_000)
  expect(parsedFaults({ text: { type: 'mrkdwn', text: message.text } })).toEqual([])
  expectUntouched(message)
}

export function expectSoundHome(view: HomeView): void {
  expect(checkView(view)).toEqual([])
  expectUntouched(view)
}

/** Pictured once per state and language, for reviewers; `npx vitest run tests/views -u` draws them anew. */
export async function expectShown(name: string, view: Message | HomeView): Promise<void> {
  await expect(picture(view)).toMatchFileSnapshot(shown(name))
}

function expectUntouched(view: unknown): void {
  expect(parsedFaults(view)).toEqual([])
  const unseen = stringsOf(view).filter((text) => /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/u.test(text))
  expect(unseen).toEqual([])
}

/** Every `mrkdwn` text in which something is left that Slack would read as a mention, a link or a style. */
export function parsedFaults(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : []
  const faulty = own.filter((text) => /[<>*_~`]/.test(text.replace(dateTokens, '')))
  return [...faulty, ...Object.values(value).flatMap(parsedFaults)]
}

/** Slack's own tokens, as views/blocks.ts writes them. */
const dateTokens = /<!date\^\d+\^[^<>|]*\|[^<>|]*>/g

export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}

/** Everything a person reads in it, in order. */
export function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, held]) => (key === 'text' && typeof held === 'string' ? held : wordsOf(held)))
    .filter((words) => words !== '')
    .join('\n')
}

function textOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, held]) => sum + (key === 'text' && typeof held === 'string' ? held.length : textOf(held)),
    0,
  )
}

interface Pressed {
  readonly actionId: string
  readonly values: readonly string[]
}

/** Every button and select in it with what it would send. */
export function pressesOf(value: unknown): readonly Pressed[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(pressesOf)
  if (!('action_id' in value)) return inside
  const options = 'options' in value && Array.isArray(value.options) ? value.options : []
  const values = 'value' in value ? [String(value.value)] : options.map((option) => String(option.value))
  return [{ actionId: String(value.action_id), values }, ...inside]
}
