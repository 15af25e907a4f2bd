import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Goal } from '../../src/domain/goal.ts'
import { interpretReply, type ReplyGoal } from '../../src/domain/reply.ts'
import { readUnit } from '../../src/domain/unit.ts'
import { aGoal, goalId } from './people.ts'

/** tests/fixtures/replies-blind.jsonl: labelled by someone who had not seen the grammar. */
interface GoalSaid {
  readonly title: string
  readonly kind: Goal['kind']
  readonly direction: 'up' | 'down'
  readonly unit?: string
  readonly baseline?: number
  readonly target?: number
  readonly low?: number
  readonly high?: number
  readonly last?: number | null
}

interface AnswerSaid {
  readonly goal: number
  readonly value?: number
  readonly delta?: number
  readonly noChange?: boolean
  readonly done?: boolean
  readonly status?: string
  readonly blocked?: boolean
  readonly unblocked?: boolean
  readonly confidence?: number
}

interface Row {
  readonly set: 'tune' | 'measure'
  /** As people mostly answer, in a hurry with words round the number, or with numbers of something else beside. */
  readonly style: 'everyday' | 'hurried' | 'trap'
  readonly language: 'en' | 'zh-Hant'
  readonly goals: readonly GoalSaid[]
  readonly text: string
  readonly expect: {
    readonly answers?: readonly AnswerSaid[]
    readonly asks?: readonly unknown[]
    readonly command?: string
    readonly life?: string
    readonly unread?: boolean
  }
}

export interface Judged {
  readonly set: Row['set']
  readonly style: Row['style']
  readonly text: string
  /** A number was stored that the label does not have. */
  readonly isWrong: boolean
  readonly isOverAsked: boolean
  readonly isIntended: boolean
}

const rows: readonly Row[] = readFileSync(
  join(import.meta.dirname, '../fixtures/replies-blind.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

export const judgedBlind = (): readonly Judged[] => rows.map(judged)

function judged({ set, style, text, language, goals: said, expect }: Row): Judged {
  const goals = said.map(goalOf)
  const got = readAs(text, language, goals)
  const { answers: wanted = [], asks = [] } = expect
  const hasAsked = got.kinds.split(' ').includes('ask')
  const want = kindsOf(wanted, asks.length > 0, [
    expect.unread === true && 'unread',
    expect.command !== undefined && `/${expect.command}`,
    expect.life !== undefined && `/${expect.life}`,
  ])
  return {
    set,
    style,
    text,
    isWrong: got.answers.some((one) =>
      isWrong(
        one,
        wanted.find(({ goal }) => goal === one.goal),
        goals[one.goal - 1],
      ),
    ),
    isOverAsked: asks.length === 0 && wanted.length > 0 && hasAsked,
    isIntended: got.kinds === want || (want === '' && got.kinds === 'unread'),
  }
}

function readAs(text: string, language: Row['language'], goals: readonly ReplyGoal[]) {
  const reading = interpretReply(text, { goals, language })
  switch (reading.kind) {
    case 'unread':
      return { answers: [], kinds: 'unread' }
    case 'command':
      return { answers: [], kinds: `/${reading.command}` }
    case 'life':
      return { answers: [], kinds: `/${reading.word.is}` }
    case 'answers': {
      const answers: readonly AnswerSaid[] = reading.answers.map((one) => ({
        ...plain(one),
        goal: positionOf(one.goal),
      }))
      const life = reading.life !== undefined && `/${reading.life.is}`
      return { answers, kinds: kindsOf(answers, reading.questions.length > 0, [life]) }
    }
  }
}

function goalOf({ last, unit = '', ...said }: GoalSaid, index: number): ReplyGoal {
  const blank = { baseline: undefined, target: undefined, low: undefined, high: undefined }
  const measure = said.kind === 'milestone' ? 'deliverable' : 'custom-level'
  const direction = said.kind === 'maintain' ? 'keep' : said.direction
  const place = { id: goalId(`g${index + 1}`), number: 90 + index, position: index + 1 }
  return {
    ...aGoal(),
    ...blank,
    ...said,
    ...place,
    measure,
    direction,
    unit: readUnit(unit),
    lastValue: last ?? undefined,
  }
}

const positionOf = (id: string) => Number(id.slice(1))

type Read = Extract<ReturnType<typeof interpretReply>, { kind: 'answers' }>['answers'][number]

const plain = ({ value, delta, isNoChange, isDone, status, blocker, isUnblocked, confidence }: Read) => ({
  ...(value === undefined ? {} : { value }),
  ...(delta === undefined ? {} : { delta }),
  ...(isNoChange ? { noChange: true } : {}),
  ...(isDone ? { done: true } : {}),
  ...(status === undefined ? {} : { status }),
  ...(blocker === undefined ? {} : { blocked: true }),
  ...(isUnblocked === true ? { unblocked: true } : {}),
  ...(confidence === undefined ? {} : { confidence }),
})

/** The value it leaves behind: no change, a change of nothing and the last value are one. */
function valueLeft(answer: AnswerSaid | undefined, goal: ReplyGoal | undefined): number | undefined {
  if (answer === undefined) return undefined
  const last = goal?.lastValue ?? goal?.baseline ?? 0
  if (answer.value !== undefined) return answer.value
  if (answer.delta !== undefined) return last + answer.delta
  return answer.noChange === true ? last : undefined
}

function isWrong(got: AnswerSaid, want: AnswerSaid | undefined, goal: ReplyGoal | undefined): boolean {
  const [a, b] = [valueLeft(got, goal), valueLeft(want, goal)]
  if (a !== undefined) return b === undefined || Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a))
  return got.done === true && want?.done !== true
}

function kindsOf(answers: readonly AnswerSaid[], asks: boolean, more: readonly (string | false)[]): string {
  const kinds = answers.flatMap((one) => [
    (one.value !== undefined || one.delta !== undefined || one.noChange === true) && 'number',
    one.done === true && 'done',
    one.status !== undefined && 'status',
    one.blocked === true && 'blocked',
    one.unblocked === true && 'unblocked',
    one.confidence !== undefined && 'confidence',
  ])
  return [...new Set([...kinds, asks && 'ask', ...more].filter((kind) => kind !== false))]
    .toSorted()
    .join(' ')
}
