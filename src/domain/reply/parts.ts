import { chineseNumerals } from '../amount/chinese-number.ts'
import { addressAt, partStarts } from './address.ts'
import { isOfOneGoal } from './heard.ts'
import type { NamedGoal } from './names.ts'

/** One part per goal that is spoken of. A reply about one goal alone stays whole, so that its lines can be notes. */
export function partsOf(text: string, known: readonly NamedGoal[]): readonly string[] {
  const written = text.split(/[\n;]/).map((line) => line.trim())
  const lines = withMarks(
    withoutBullets(
      written
        .filter((line) => line !== '')
        .map(withLooseMarks)
        .map((line) => (known.length > 1 ? onAll(line) : line)),
    ),
    known,
  )
  const isMany = known.length > 1 || lines.some((line, index) => index > 0 && isAddressed(line, known))
  return isMany
    ? listed(lines).flatMap(({ line, isFarDown }) => (isFarDown ? [line] : partsOfLine(line, known)))
    : cutAt(lines.join('\n'), partStarts(lines.join('\n'), known))
}

/** Lists are short: what stands further down a long message is taken line by line. */
const MOST_LISTED = 500

function listed(lines: readonly string[]) {
  let length = 0
  return lines.map((line) => {
    length += line.length
    return { line, isFarDown: length > MOST_LISTED }
  })
}

function partsOfLine(line: string, known: readonly NamedGoal[]): readonly string[] {
  const starts = partStarts(line, known)
  if (starts.length > 1 || known.length === 1) return cutAt(line, starts).flatMap(withRest)
  return byUnits(line, known) ?? withRest(line)
}

/** "14 deals and 32%": each piece is in a unit that one goal alone has. */
function byUnits(line: string, known: readonly NamedGoal[]): readonly string[] | undefined {
  const pieces = line.split(/\s*,\s+|\s+and\s+|\s*[和跟]\s*|\s*\/\s+/).filter((piece) => piece !== '')
  if (pieces.length < 2 || pieces.length > known.length || !pieces.every((piece) => numeral.test(piece)))
    return undefined
  const goals = pieces.map((piece) => isOfOneGoal(piece, known))
  const isClear = goals.every((goal) => goal !== undefined) && new Set(goals).size === pieces.length
  return isClear ? pieces : undefined
}

const numeral = new RegExp(`\\d|[${chineseNumerals}]`)

/** "deals 14, rest same" */
function withRest(part: string): readonly string[] {
  const found = /[,.]\s*(?:and )?(?=(?:the )?(?:rest|others?|everything else)\b|其他|其餘|剩下)/i.exec(part)
  if (found === null || found.index === 0) return [part]
  return [part.slice(0, found.index).trim(), part.slice(found.index + found[0].length).trim()]
}

/** "1: 30, 3: done, 2 no change": where two were marked, a word behind a number is about the third. */
const withLooseMarks = (line: string) =>
  /^\d{1,2}[:)].*, ?\d{1,2}[:)]/.test(line)
    ? line.replace(
        /(, ?)(\d{1,2}) (?=no change|same|done|finished|blocked|stuck|on track|behind|沒|不變|完成|卡)/gi,
        '$1$2: ',
      )
    : line

/** "No change on either" */
const onAll = (line: string) =>
  line.replace(
    /^(.{2,40}?) (?:on|for|in|with|to) (?:either|both|all|any|everything)(?: of (?:them|these))?(?: goals)?[.!]*$/i,
    'all $1',
  )

const isAddressed = (line: string, known: readonly NamedGoal[]) => {
  const { kind } = addressAt(line, 0, known).to
  return kind === 'goal' || kind === 'unknown'
}

/** A dash before every line makes a list; before one line it may be a minus. */
function withoutBullets(lines: readonly string[]): readonly string[] {
  const isList = lines.length > 1 && lines.every((line) => line.startsWith('- '))
  return lines.map((line) => (isList ? line.slice(2) : line).replace(/^[•◦▪‣·*] ?/u, ''))
}

/** `1:14` is a time of day or of work; under each other, where no goal is kept in time, `1:14` and `2:32` are marks. */
function withMarks(lines: readonly string[], known: readonly NamedGoal[]): readonly string[] {
  const looksMarked = (line: string) => /^\d{1,2}: ?\d/.test(line)
  const isTimed = known.some(({ goal }) => goal.unit.kind === 'time')
  if (isTimed || lines.length < 2 || !lines.every(looksMarked)) return lines
  return lines.map((line) => line.replace(/: ?/, ': '))
}

function cutAt(line: string, starts: readonly number[]): readonly string[] {
  return starts.map((start, index) =>
    line
      .slice(start, starts[index + 1])
      .replace(/(?:[\s,]| and)+$/i, '')
      .trim(),
  )
}
