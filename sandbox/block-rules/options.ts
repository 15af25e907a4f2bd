import { z } from 'zod'
import { chars, plainText, textObject, url } from './text.ts'

export const plainOption = z.strictObject({
  text: plainText(75),
  value: chars(150),
  description: plainText(75).optional(),
})
/** Radio buttons and checkboxes format their texts. */
export const richOption = z.strictObject({
  text: textObject(75),
  value: chars(150),
  description: textObject(75).optional(),
})
export const overflowOption = plainOption.extend({ url: url().optional() })

const optionGroup = z.strictObject({ label: plainText(75), options: z.array(plainOption).min(1).max(100) })

/** A hundred options, or a hundred groups of a hundred; never both. */
export const staticOptions = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
}

interface Offering {
  readonly options?: readonly unknown[] | undefined
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined
  readonly initial_option?: unknown
  readonly initial_options?: readonly unknown[] | undefined
}

export const offersOnce = ({ options, option_groups }: Offering) =>
  (options === undefined) !== (option_groups === undefined)
export const onceOnly = { error: 'must have either options or option_groups' }

/** Slack compares the whole option: the same value under another text is refused. */
export function startsAmongOptions(element: Offering): boolean {
  const offered = element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? []
  const known = new Set(offered.map((option) => JSON.stringify(sorted(option))))
  const chosen =
    element.initial_options ?? (element.initial_option === undefined ? [] : [element.initial_option])
  return chosen.every((option) => known.has(JSON.stringify(sorted(option))))
}
export const amongOptions = { error: 'initial option must exactly match one of the options' }

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  )
}
