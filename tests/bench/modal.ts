import { performance } from 'node:perf_hooks'
import { startBot } from '../support/bot.ts'
import { churn, makesGoal } from '../support/goals.ts'

/** How long `/goal new` takes to open its window while twenty others ask for their lists: `node tests/bench/modal.ts`. */
const ROUNDS = 100
const CROWD = 20

await using bot = await startBot({ mode: 'http' })
await makesGoal(bot, 'ana', 'churn', churn)
const channel = bot.slack.channelId('sales')
const [ana, ben] = [bot.slack.userId('ana'), bot.slack.userId('ben')]
const times: number[] = []

for (let round = 0; round < ROUNDS; round += 1) {
  const crowd = Array.from({ length: CROWD }, () =>
    bot.slack.ui('command', { user: ben, channel, text: '/goal list' }),
  )
  const begun = performance.now()
  const asked = bot.slack.ui('command', { user: ana, channel, text: '/goal new' })
  while (bot.slack.modalsOf('ana').length === 0) await new Promise((resolve) => setImmediate(resolve))
  times.push(performance.now() - begun)
  const view_id = bot.slack.modalsOf('ana').at(-1)?.id ?? ''
  await Promise.all([asked, ...crowd])
  await bot.settled()
  await bot.slack.ui('close', { user: ana, view_id })
}

times.sort((a, b) => a - b)
const at = (share: number) => Math.round(times[Math.ceil(share * times.length) - 1] ?? 0)
console.log(
  `/goal new opens after p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, with ${CROWD} other commands at once`,
)
