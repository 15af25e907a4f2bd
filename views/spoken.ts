import { escaped } from './blocks.ts'

const SPOKEN_MOST = 300

/** A message's `text`: the notification and what a screen reader says. Slack parses it, mentions and all. */
export const spoken = (text: string): string => escaped(text, SPOKEN_MOST)
