import type { Drawing } from '../src/domain/picture.ts'
import { svgOf } from '../src/domain/svg.ts'
import type { TimelineSheet } from '../src/domain/timeline.ts'
import type { Messages } from '../src/i18n/say.ts'
import { escaped, section } from './blocks.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { timelinePicture } from './timeline-picture.ts'
import { timelineSpan, timelineTitle } from './timeline-words.ts'

/** The timeline as a file for one pair of eyes. */
export interface DrawnFile {
  readonly name: string
  readonly title: string
  readonly bytes: Uint8Array
  /** Slack reads it as markup. */
  readonly comment?: string
}

const CHARACTERS_MOST = 8

export function svgFile(sheet: TimelineSheet, say: Messages): DrawnFile {
  const svg = svgOf(timelinePicture(sheet, say))
  return { ...named(sheet, 'svg', say), bytes: new TextEncoder().encode(svg) }
}

/** Says so where characters are missing: the text and the SVG have them. */
export function pngFile(sheet: TimelineSheet, { png, missing }: Drawing, say: Messages): DrawnFile {
  const file = { ...named(sheet, 'png', say), bytes: png }
  if (missing.length === 0) return file
  const characters = escaped(missing.slice(0, CHARACTERS_MOST).join(''))
  return { ...file, comment: say['timeline.missing']({ characters }) }
}

function named(sheet: TimelineSheet, ending: 'png' | 'svg', say: Messages): Omit<DrawnFile, 'bytes'> {
  return {
    name: `timeline-${sheet.day}.${ending}`,
    title: `${timelineTitle(sheet, say)}: ${timelineSpan(sheet, say)}`,
  }
}

/** The server lacks what draws pictures. */
export const notDrawn = (say: Messages): Message => line(say['file.not-drawn']())

const line = (sentence: string): Message => ({ text: spoken(sentence), blocks: [section(sentence)] })
