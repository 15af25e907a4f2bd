import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Goal } from '../../src/domain/goal.ts'
import { interpretReply, type ReplyGoal } from '../../src/domain/reply.ts'
import { readUnit } from '../../src/domain/unit.ts'
import { aGoal, goalId } from './people.ts'

/**
 * tests/fixtures/replies.tsv: what people write about goals of many fields, and what a careful colleague would take it for.
 * Expected readings: `=14` a value, `+2` and `-3` changes, `same`, `done`, `on-track`, `blocked`, `conf8`, `ask` for any
 * question, `/skip` and other words, `unread`; with several goals each begins with its number; `|` parts what is as good.
 */
interface Labelled {
  readonly set: 'tune' | 'measure'
  readonly language: 'en' | 'zh-Hant'
  readonly goals: readonly ReplyGoal[]
  readonly text: string
  readonly expected: readonly (readonly string[])[]
}

type Short = Pick<Goal, 'title' | 'kind' | 'direction'> &
  Partial<Pick<Goal, 'baseline' | 'target' | 'low' | 'high' | 'measure'>> & {
    readonly unit: string
    readonly last: number | undefined
  }

const up = 'up' as const
const down = 'down' as const
const contexts: Readonly<Record<string, Short>> = {
  sign: {
    title: 'Sign 20 contracts',
    kind: 'cumulative',
    direction: up,
    unit: 'contracts',
    baseline: 0,
    target: 20,
    last: 12,
  },
  close: {
    title: 'Raise the close rate',
    kind: 'reach',
    direction: up,
    unit: '%',
    baseline: 25,
    target: 40,
    last: 28,
    measure: 'close-rate',
  },
  rev: {
    title: 'Grow revenue',
    kind: 'cumulative',
    direction: up,
    unit: 'USD',
    baseline: 0,
    target: 100_000,
    last: 58_000,
    measure: 'revenue',
  },
  churn: {
    title: 'Reduce customer churn',
    kind: 'reach',
    direction: down,
    unit: '%',
    baseline: 45,
    target: 20,
    last: 35,
    measure: 'churn',
  },
  resp: {
    title: 'Answer within 4 hours',
    kind: 'reach',
    direction: down,
    unit: 'hours',
    baseline: 8,
    target: 4,
    last: 6,
    measure: 'first-response',
  },
  beds: {
    title: 'Beds ready within two hours',
    kind: 'reach',
    direction: up,
    unit: '%',
    baseline: 60,
    target: 85,
    last: 71,
  },
  read: {
    title: 'Read 24 books',
    kind: 'cumulative',
    direction: up,
    unit: 'books',
    baseline: 0,
    target: 24,
    last: 9,
  },
  wt: {
    title: 'Get down to 84 kg',
    kind: 'reach',
    direction: down,
    unit: 'kg',
    baseline: 92,
    target: 84,
    last: 88.5,
  },
  run: { title: 'Run 20 km a week', kind: 'cadence', direction: up, unit: 'km', target: 20, last: 12 },
  temp: {
    title: 'Keep the cold room between 2 and 5',
    kind: 'maintain',
    direction: 'keep',
    unit: '',
    low: 2,
    high: 5,
    last: 4,
  },
  pages: {
    title: '論文寫到 200 頁',
    kind: 'cumulative',
    direction: up,
    unit: '頁',
    baseline: 0,
    target: 200,
    last: 80,
  },
  don: {
    title: '募款 30 萬元',
    kind: 'cumulative',
    direction: up,
    unit: 'TWD',
    baseline: 0,
    target: 300_000,
    last: 120_000,
  },
  follow: {
    title: 'Reach 5,000 followers',
    kind: 'reach',
    direction: up,
    unit: 'followers',
    baseline: 1200,
    target: 5000,
    last: 2400,
  },
  bugs: {
    title: 'Cut open bugs to 10',
    kind: 'reach',
    direction: down,
    unit: 'bugs',
    baseline: 40,
    target: 10,
    last: 25,
  },
  nps: {
    title: 'Lift NPS to 45',
    kind: 'reach',
    direction: up,
    unit: '',
    baseline: 30,
    target: 45,
    last: 36,
  },
  portal: {
    title: 'Ship the partner portal',
    kind: 'milestone',
    direction: up,
    unit: '',
    last: undefined,
    measure: 'deliverable',
  },
}

const inChinese: Readonly<Record<string, string>> = {
  sign: '簽 20 份合約',
  close: '提升成交率',
  churn: '降低流失率',
}

function goalOf(name: string, position: number, language: string): ReplyGoal {
  const short = contexts[name]
  if (short === undefined) throw new Error(`there is no goal called ${name} in the fixture`)
  const { last, unit, ...rest } = short
  const title = language === 'zh-Hant' ? (inChinese[name] ?? short.title) : short.title
  const noun = language === 'zh-Hant' && name === 'sign' ? '份' : unit
  const blank = {
    baseline: undefined,
    target: undefined,
    low: undefined,
    high: undefined,
    measure: 'custom-level' as const,
  }
  return {
    ...aGoal(),
    ...blank,
    ...rest,
    title,
    unit: readUnit(noun),
    id: goalId(name),
    number: 40 + position,
    position,
    lastValue: last,
  }
}

export const labelledReplies: readonly Labelled[] = readFileSync(
  join(import.meta.dirname, '../fixtures/replies.tsv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [set, language = '', goals = '', text = '', expected = ''] = line.split('\t')
    return {
      set: set === 'tune' ? 'tune' : 'measure',
      language: language === 'en' ? 'en' : 'zh-Hant',
      goals: goals.split('+').map((name, index) => goalOf(name, index + 1, language)),
      text: text.replaceAll('\\n', '\n'),
      expected: expected.split('|').map((one) =>
        one
          .split(' ')
          .map((token) => token.replace('=same', 'same'))
          .toSorted(),
      ),
    }
  })

/** The reading in the fixture's words. */
export function readingOf({ text, goals, language }: Labelled): readonly string[] {
  const reading = interpretReply(text, { goals, language })
  switch (reading.kind) {
    case 'command':
      return [`/${reading.command}`]
    case 'life':
      return [`/${reading.word.is}`]
    case 'unread':
      return ['unread']
    case 'answers': {
      const tokens = reading.answers.flatMap((answer) => {
        const goal = goals.find(({ id }) => id === answer.goal)
        const before = goals.length > 1 ? String(goal?.position) : ''
        return wordsOf(answer).map((word) => before + word)
      })
      const asks = reading.questions.length > 0 ? ['ask'] : []
      return [
        ...new Set([...tokens, ...asks, ...(reading.life === undefined ? [] : [`/${reading.life.is}`])]),
      ].toSorted()
    }
  }
}

type Read = Extract<ReturnType<typeof interpretReply>, { kind: 'answers' }>['answers'][number]

function wordsOf({
  value,
  delta,
  isNoChange,
  isDone,
  status,
  blocker,
  isUnblocked,
  confidence,
}: Read): readonly string[] {
  const change = delta === undefined ? undefined : delta === 0 ? 'same' : delta > 0 ? `+${delta}` : `${delta}`
  return [
    value === undefined ? undefined : `=${value}`,
    change,
    isNoChange ? 'same' : undefined,
    isDone ? 'done' : undefined,
    status,
    blocker === undefined ? undefined : 'blocked',
    isUnblocked === true ? 'unblocked' : undefined,
    confidence === undefined ? undefined : `conf${confidence}`,
  ].filter((word) => word !== undefined)
}
