import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

export interface Literal {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Sentences and labels that stand in the code instead of a catalogue, in every file under the folders. */
export function literalsIn(folders: readonly string[]): readonly Literal[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
  return files.flatMap((file) => literalsOf(readFileSync(file, 'utf8'), file))
}

export function literalsOf(source: string, file = 'some.ts'): readonly Literal[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} could not be read: ${errors[0]?.message}`)
  return wordsIn(program, { shows: false }).map(({ text, start }) => ({
    file,
    line: source.slice(0, start).split('\n').length,
    text,
  }))
}

interface Found {
  readonly text: string
  readonly start: number
}

interface Node {
  readonly type: string
  readonly start: number
  readonly value?: unknown
  readonly name?: unknown
  readonly key?: unknown
  readonly callee?: unknown
  readonly arguments?: unknown
  readonly object?: unknown
  readonly operator?: unknown
  readonly consequent?: unknown
}
type Place = { readonly shows: boolean }

/** Names of what ends up on the screen: one word there is enough to be found. */
const shown =
  /^(text|label|title|placeholder|hint|description|spoken|caption|alt_text|header|section|context|plain|mrkdwn|rich|spoken|escaped)$/
/** Ids, and faults that only developers see. Words that people type (`aliases`) are no texts either. */
const hidden = /^(code|message|describe|source|callbackId|actionId|type|style|blockId)$/

function wordsIn(value: unknown, place: Place): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, place))
  if (!isNode(value)) return []
  if (value.type.startsWith('TS') && !holdsCode.has(value.type)) return []
  switch (value.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return []
    case 'Literal':
      return typeof value.value === 'string' ? judged(value.value, value.start, place) : []
    case 'TemplateElement':
      return judged(String((value.value as { cooked?: unknown }).cooked ?? ''), value.start, place)
    case 'Property':
      return named(value.key, [value.value], place)
    case 'CallExpression':
    case 'NewExpression':
      return [...wordsIn(value.callee, place), ...named(value.callee, value.arguments, place)]
    // `say['prompt.title']`: a key, not a text.
    case 'MemberExpression':
      return wordsIn(value.object, { shows: false })
    case 'BinaryExpression':
      return /[!=]==?/.test(String(value.operator)) ? [] : children(value, place)
    case 'SwitchCase':
      return wordsIn(value.consequent, place)
    default:
      return children(value, place)
  }
}

/** TypeScript's nodes are types, but for these, which wrap code. */
const holdsCode = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])

function named(name: unknown, held: unknown, place: Place): readonly Found[] {
  const word = isNode(name) ? String(name.name ?? name.value ?? '') : ''
  if (/^(aliases|Error)$/.test(word) || isOwnName(held, word)) return []
  if (hidden.test(word) && isLiteral(held)) return []
  return wordsIn(held, { shows: place.shows || shown.test(word) })
}

/** `{ title: 'title' }`: a block id. */
const isOwnName = (held: unknown, word: string) => isLiteral(held) && held[0].value === word

const isLiteral = (held: unknown): held is [Node] =>
  Array.isArray(held) && isNode(held[0]) && held[0].type === 'Literal'

const children = (node: Node, place: Place) =>
  Object.entries(node).flatMap(([key, held]) => (key === 'type' ? [] : wordsIn(held, place)))

function judged(text: string, start: number, { shows }: Place): readonly Found[] {
  const isSentence = /\p{L}/u.test(text) && /\s/u.test(text.replace(/^\n|\n$/g, ''))
  const isWord = shows && /\p{L}/u.test(text) && !key.test(text)
  const isHan = /\p{Script=Han}/u.test(text)
  return isSentence || isWord || isHan ? [{ text, start }] : []
}

/** `prompt.title`, `asked-back`: keys of catalogues and ids. */
const key = /^[a-z]+([.-][a-z0-9]+)+$/

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
