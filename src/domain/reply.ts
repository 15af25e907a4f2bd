import { addressAt, partStarts } from './reply/address.ts'
import { awayWordIn } from './reply/away-words.ts'
import { cleaned } from './reply/clean.ts'
import { commandIn } from './reply/commands.ts'
import { gathered, nothingHeard } from './reply/gather.ts'
import { heardIn } from './reply/heard.ts'
import { lifeWordIn } from './reply/life-words.ts'
import { type NamedGoal, namedGoals } from './reply/names.ts'
import type { ReplyContext, ReplyReading } from './reply/types.ts'

export type {
  Because,
  ReadAnswer,
  ReplyCommand,
  ReplyContext,
  ReplyGoal,
  ReplyReading,
} from './reply/types.ts'

/** More parts than anyone has goals are a pasted document. */
const MOST_PARTS = 60
const MOST_QUOTED = 300

/**
 * Reads what a person wrote about their goals, in either language. What is certain comes as answers; everything else that
 * looks like an answer comes as questions with ready choices. Never a guess: domain.md §7.
 */
export function interpretReply(text: string, { goals }: ReplyContext): ReplyReading {
  const { text: clean, restored } = cleaned(text)
  const command = commandIn(clean)
  if (command !== undefined) return { kind: 'command', command }
  const word = lifeWordIn(clean) ?? awayWordIn(clean)
  if (word !== undefined) return { kind: 'life', word }
  if (clean === '' || goals.length === 0) return { kind: 'unread' }
  const known = namedGoals(goals)
  const parts = partsOf(clean, known)
  const heard = parts.slice(0, MOST_PARTS).map((part) => heardIn(part, known, restored))
  const rest = parts.slice(MOST_PARTS)
  const all = rest.length === 0 ? heard : [...heard, nothingHeard(restored(rest.join('\n')))]
  return gathered(all, restored(clean).slice(0, MOST_QUOTED))
}

/** One part per goal that is spoken of. A reply about one goal alone stays whole, so that its lines can be notes. */
function partsOf(text: string, known: readonly NamedGoal[]): readonly string[] {
  const written = text.split(/[\n;]/).map((line) => line.trim())
  const lines = withMarks(withoutBullets(written.filter((line) => line !== '')), known)
  const isMany = known.length > 1 || lines.some((line, index) => index > 0 && isAddressed(line, known))
  return isMany
    ? lines.flatMap((line) => cutAt(line, partStarts(line, known)))
    : cutAt(lines.join('\n'), partStarts(lines.join('\n'), known))
}

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
