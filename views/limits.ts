/** Slack's numbers, in UTF-16 units: the strictest way to count. */
export const limits = {
  modalTitle: 24,
  modalBlocks: 100,
  messageBlocks: 50,
  homeBlocks: 100,
  metadata: 3000,
  header: 150,
  text: 3000,
  field: 2000,
  fields: 10,
  contextElements: 10,
  actions: 25,
  button: 75,
  buttonValue: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  initialValue: 3000,
  options: 100,
  optionGroups: 100,
  optionText: 75,
  optionDescription: 75,
  optionValue: 150,
  radioOptions: 10,
  chosenPeople: 100,
  /** The text of all blocks of one message together; undocumented, `msg_blocks_too_long` lies just above. */
  messageText: 13_000,
} as const

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** At most `most` characters, the last of them `…` where something was cut; an emoji or an accent is never cut in half. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, most + 1))) {
    if (index + segment.length > most - 1) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}
