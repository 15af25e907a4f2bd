import { addressAt } from './reply/address.ts'
import { awayWordIn } from './reply/away-words.ts'
import { cleaned } from './reply/clean.ts'
import { commandIn } from './reply/commands.ts'
import { correctionIn } from './reply/corrections.ts'
import { gathered, type Heard, nothingHeard } from './reply/gather.ts'
import { aboutRest, heardIn } from './reply/heard.ts'
import { type LifeWord, lifeWordIn } from './reply/life-words.ts'
import { type NamedGoal, namedGoals } from './reply/names.ts'
import { partsOf } from './reply/parts.ts'
import { takePhrase } from './reply/phrases.ts'
import { restOf } from './reply/rest.ts'
import { isAboutAnother, toldOfSeveral } from './reply/several.ts'
import type { ReplyContext, ReplyReading } from './reply/types.ts'
import { mended } from './reply/typos.ts'

export type {
  ReadAnswer,
  ReplyCommand,
  ReplyContext,
  ReplyGoal,
  ReplyReading,
} from './reply/types.ts'

/** More parts than anyone has goals are a pasted document. */
const MOST_PARTS = 60
const MOST_VAGUE = 4
const MOST_QUOTED = 300

/**
 * Reads what a person wrote about their goals, in either language. What is certain comes as answers; everything else that
 * looks like an answer comes as questions with ready choices. Never a guess: domain.md §7.
 */
export function interpretReply(text: string, context: ReplyContext): ReplyReading {
  const { text: said, restored } = cleaned(text)
  const clean = mended(said)
  const command = commandIn(clean)
  if (command !== undefined) return { kind: 'command', command }
  const word = lifeWordIn(clean) ?? awayWordIn(clean)
  if (word !== undefined) return { kind: 'life', word }
  if (clean === '') return { kind: 'unread' }
  const aside = wordAside(clean)
  if (aside !== undefined) return aside
  const { rest, life } = withoutAway(clean)
  const reading = readAnswers(rest, context, restored)
  if (life === undefined) return reading
  return reading.kind === 'answers' ? { ...reading, life } : { kind: 'life', word: life }
}

/** "Skip all pls, the fryer exploded": a command and why, where nothing in it is an answer. */
function wordAside(text: string): ReplyReading | undefined {
  if (text.length > 80) return undefined
  const pieces = text
    .split(/[,;.!\n]+\s*|\s-\s|(?<=\p{Script=Han})\s(?=\p{Script=Han})/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const found = pieces.map((piece) => ({ piece, command: commandIn(piece), word: lifeWordIn(piece) }))
  const words = found.filter(({ command, word }) => command !== undefined || word !== undefined)
  const [only] = words
  const rest = found.filter((one) => one !== only)
  if (only === undefined || words.length > 1 || pieces.length > 3) return undefined
  if (rest.some(({ piece }) => /\d/.test(piece) || takePhrase(piece, 0) !== undefined)) return undefined
  return only.command === undefined
    ? only.word && { kind: 'life', word: only.word }
    : { kind: 'command', command: only.command }
}

function readAnswers(
  text: string,
  { goals }: ReplyContext,
  restored: (piece: string) => string,
): ReplyReading {
  if (goals.length === 0) return { kind: 'unread' }
  const known = namedGoals(goals)
  const quoted = restored(text.slice(0, 3 * MOST_QUOTED)).slice(0, MOST_QUOTED)
  const correction = goals.length === 1 ? correctionIn(text) : undefined
  if (correction !== undefined) {
    const heard = heardIn(correction.value, known, restored, 'corrected')
    if (heard.unread === undefined) return gathered([heard], quoted)
  }
  const parts = partsOf(text, known)
  const read = withinReach(parts, known)
  const others = parts.filter((part) => !read.includes(part))
  const main = read.filter((part) => restOf(part) === undefined)
  const heard = main.map((part) => heardIn(part, known, restored))
  const all = [
    ...heard,
    ...(others.length === 0 ? [] : [nothingHeard(restored(others.join('\n')))]),
    // Who says "the rest" more often contradicts themselves: two show it.
    ...read
      .filter((part) => restOf(part) !== undefined)
      .slice(0, 2)
      .flatMap((part) => restHeard(part, heard)),
  ]
  const strict = gathered(all, quoted)
  const told = toldLoosely()
  return told !== undefined && (isOpen(strict) || told.answers.length > strict.answers.length)
    ? told
    : withOthersAsked(strict, known)

  /** What is not clear in it is asked about by the stricter grammar; both are never about the same goal. */
  function toldLoosely(): Answers | undefined {
    const loose = toldOfSeveral(text, known)
    if (loose === undefined) return undefined
    const { answers, unclear } = loose
    if (unclear.length === 0) return { kind: 'answers', answers, questions: [], unreadParts: [] }
    const left = gathered(
      unclear.map((clause) => heardIn(clause, known, restored)),
      quoted,
    )
    const isMore = strict.kind !== 'answers' || answers.length > strict.answers.length
    if (!isMore || left.kind !== 'answers' || left.questions.length === 0) return undefined
    const goals = new Set(answers.map(({ goal }) => goal))
    const isTwice = [...left.answers, ...left.questions].some(
      ({ goal }) => goal !== undefined && goals.has(goal),
    )
    return isTwice ? undefined : { ...left, answers: [...answers, ...left.answers] }
  }

  /** "Rest same" is about the goals that nothing else in the message is about. */
  function restHeard(part: string, before: readonly Heard[]): readonly Heard[] {
    const said = restOf(part)
    if (said === undefined) return []
    const spoken = new Set(
      before.flatMap(({ answers, questions }) => [...answers, ...questions].map(({ goal }) => goal)),
    )
    // Where it is open whom another part is about, so is who is left.
    const isOpen = before.some(
      ({ questions, unread }) => unread !== undefined || questions.some(({ goal }) => goal === undefined),
    )
    const left = isOpen ? [] : known.filter(({ goal }) => !spoken.has(goal.id))
    return [
      left.length === 0 ? nothingHeard(restored(part)) : aboutRest(left, said, restored(part), restored),
    ]
  }
}

/** "14 deals, 30% of them new": where the second half may be about another goal, it is asked back. */
function withOthersAsked(reading: ReplyReading, known: readonly NamedGoal[]): ReplyReading {
  if (reading.kind !== 'answers' || known.length < 2) return reading
  const notes = reading.answers.flatMap(({ goal, note }) =>
    note !== undefined && isAboutAnother(note, goal, known) ? [note] : [],
  )
  const asked = notes.map((typed) => ({ kind: 'which-goal' as const, goal: undefined, typed, choices: [] }))
  return { ...reading, questions: [...reading.questions, ...asked] }
}

type Answers = Extract<ReplyReading, { readonly kind: 'answers' }>
const isOpen = (reading: ReplyReading): reading is Exclude<ReplyReading, Answers> =>
  reading.kind !== 'answers' || reading.questions.length > 0 || reading.unreadParts.length > 0

/** Parts that name no goal are read for each of them; many such are a pasted document. */
function withinReach(parts: readonly string[], known: readonly NamedGoal[]): readonly string[] {
  let vague = 0
  return parts.slice(0, MOST_PARTS).filter((part) => {
    if (known.length > 1 && addressAt(part, 0, known).to.kind === 'nobody') vague += 1
    return vague <= MOST_VAGUE
  })
}

/** "14, holidays" gives a reason; "14, I'm away" says more. */
const saysAway = /^(?:i['’]?m|i am|i['’]?ll|i will|ooo|away|on leave|on vacation|on holiday|afk)\b|請假|休假/i

/** Whoever writes more than this does not announce their leave beside a number. */
const MOST_WITH_LEAVE = 600

/** "14, and I'm away until the 20th": two things in one message. */
function withoutAway(text: string): { readonly rest: string; readonly life: LifeWord | undefined } {
  if (text.length > MOST_WITH_LEAVE) return { rest: text, life: undefined }
  const pieces = text.split(
    /([;\n]|[.!](?=\s)|,(?!\d)|\s-(?=\s)|\s(?=\S*(?:請假|休假|放假|不在|出國|特休))|(?<=(?:請假|病假|休假|放假|特休|回來了?|銷假|收假了?)\S{0,8})\s|\s(?:and|but|also)\s(?=(?:i|will|on|away|ooo|off|out)))/i,
  )
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = (pieces[at] ?? '').trim().replace(/^(?:and|but|also|btw|fyi)\s+/i, '')
    const life = piece.length < 4 ? undefined : awayWordIn(piece)
    if (life === undefined || (life.is === 'away' && life.words === '' && !saysAway.test(piece))) continue
    const rest = pieces
      .filter((_, index) => index !== at && index !== (at === 0 ? 1 : at - 1))
      .join('')
      .trim()
      .replace(/^(?:and|but|also)\s/i, '')
    if (rest !== '') return { rest, life }
  }
  return { rest: text, life: undefined }
}
