import { performance } from 'node:perf_hooks'
import * as field from '../../sandbox/fields.ts'
import { readHistory } from '../../src/domain/past.ts'
import { parseGoalSentence } from '../../src/domain/quick-create.ts'
import { assessSmart } from '../../src/domain/smart.ts'
import { startBot } from '../support/bot.ts'
import { churn, makesGoal } from '../support/goals.ts'
import { labelledReplies, readingOf } from '../support/labelled-replies.ts'
import { day } from '../support/people.ts'

/**
 * From a keystroke in the goal form to the window drawn anew in the local Slack, and what one call of each parser takes:
 * `npm run bench:meter`.
 */
const TITLES = [
  'Reduce churn from 45% to 20% by end of next quarter by extending trials',
  'Raise the close rate from 25% to 30% and cut churn from 10% to 5%',
  '下一季底前把客戶流失率從 45% 降到 20%，透過延長試用期',
]

await using bot = await startBot({ mode: 'http' })
await makesGoal(bot, 'ana', 'churn', churn)
await bot.as('ana').types('sales', '/goal new')
const user = bot.slack.userId('ana')
const times: number[] = []

for (const title of TITLES) {
  for (let length = 1; length <= title.length; length += 1) {
    const [view] = bot.slack.modalsOf('ana').slice(-1)
    if (view === undefined) throw new Error('no window is open')
    const began = performance.now()
    const before = view.hash
    const filled = bot.slack.ui('fill', {
      user,
      view_id: view.id,
      block_id: 'title',
      action_id: 'goal.typed/title',
      state: field.text(title.slice(0, length)),
    })
    while (bot.slack.modalsOf('ana').at(-1)?.hash === before && performance.now() - began < 400)
      await new Promise((resolve) => setImmediate(resolve))
    // What looks the same is not drawn again: such keys are not counted.
    if (bot.slack.modalsOf('ana').at(-1)?.hash !== before) times.push(performance.now() - began)
    await filled
    await bot.settled()
  }
}

const at = (list: readonly number[], share: number) =>
  list.toSorted((a, b) => a - b)[Math.ceil(share * list.length) - 1] ?? 0
console.log(
  `keystroke to updated window: ${times.length} updates, p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, most ${at(times, 1).toFixed(0)} ms`,
)

const calendar = { today: day('2026-02-10'), firstMonth: 1, isDayFirst: false }
const calls: readonly (readonly [string, readonly (() => unknown)[]])[] = [
  ['interpretReply', labelledReplies.map((row) => () => readingOf(row))],
  ['parseGoalSentence', TITLES.map((text) => () => parseGoalSentence(text, calendar))],
  ['assessSmart', TITLES.map((text) => () => assessSmart({ text, today: calendar.today }))],
  ['readHistory', [() => readHistory('50, 48, 47, 44, 43, 41', undefined)]],
]
for (const [name, runs] of calls) {
  const took: number[] = []
  for (let round = 0; took.length < 5_000; round += 1) {
    for (const run of runs) {
      const began = performance.now()
      run()
      if (round > 0) took.push(performance.now() - began)
    }
  }
  console.log(
    `${name}: p50 ${(at(took, 0.5) * 1000).toFixed(0)} µs, p99 ${(at(took, 0.99) * 1000).toFixed(0)} µs a call`,
  )
}
