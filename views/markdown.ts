import { readable } from './blocks.ts'

/**
 * What people typed, for Markdown: no mark in it does anything, no line break begins a heading or a list, and no `<` a
 * mention. The one place where text is made safe for files and canvases.
 */
export const inMarkdown = (text: string): string =>
  readable(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~!@]/g, (mark) => `\\${mark}`)
    // Addresses become links by themselves.
    .replace(/(https?|ftp):|(www)\./gi, (_, scheme?: string, www?: string) =>
      scheme === undefined ? `${www}\\.` : `${scheme}\\:`,
    )
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')

/** The same for several lines: each becomes one of a list. */
export const listInMarkdown = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => inMarkdown(line))
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)

export const tableInMarkdown = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  [header, header.map(() => '---'), ...rows.map((row) => row.map(inMarkdown))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  )
