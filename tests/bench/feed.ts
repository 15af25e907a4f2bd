import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { addMembers } from '../../db/members.ts'
import type { Goal } from '../../src/domain/goal.ts'
import { calendarHandle } from '../../src/http/calendar.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { calendarFeed } from '../../src/usecases/calendar-feed.ts'
import { makeLink } from '../../src/usecases/calendar-links.ts'
import { calendarText } from '../../views/calendar-feed.ts'
import { freshDatabase } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, goalId, instant } from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/** What a team's calendar of five thousand goals takes, from the request to the answer: `node tests/bench/feed.ts`. */
const GOALS = 5_000
const now = instant('2026-05-16T09:00Z')

await using world = await freshDatabase()
const { db } = world
await storeWorkspace(db)
for (const person of everyone) await storePerson(db, person)
await storeTeam(db, aTeam())
await addMembers(db, acme, aTeam().id, [ana.id], now)
const titles = [
  'Reduce churn from 45% to 20% by extending trials, ',
  '下一季底前把客戶流失率從 45% 降到 20%，透過延長試用期',
]
for (let n = 0; n < GOALS; n += 1) {
  const title = (titles[n % 2] ?? '').repeat(6).slice(0, 150)
  const known: Partial<Goal> = { id: goalId(`goal-${n}`), number: n + 1, title, state: 'active' }
  await storeGoal(db, aGoal(known))
}
const made = await makeLink(world.deps(now), ana, { kind: 'team', team: aTeam().id })
if (!made.ok) throw new Error('no link was made')

const calendar = calendarHandle(
  async (token) => {
    const sheet = await calendarFeed(world.deps(now), token)
    return sheet && calendarText(sheet, sayIn('en'))
  },
  { error: console.error },
)
const server = createServer(calendar).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const delay = monitorEventLoopDelay({ resolution: 1 })
const took: number[] = []
let size = 0
for (let round = 0; round < 40; round += 1) {
  if (round === 20) delay.enable()
  const began = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/calendar/${made.value}.ics`, { method: 'HEAD' })
  if (round >= 20) took.push(performance.now() - began)
  size = Number(answer.headers.get('content-length'))
  await sleep(20)
}
server.close()
took.sort((a, b) => a - b)
console.log(
  `${GOALS} goals, ${(size / 1e6).toFixed(1)} MB: p50 ${took[10]?.toFixed(0)} ms, most ${took.at(-1)?.toFixed(0)} ms, longest stall ${(delay.max / 1e6).toFixed(0)} ms`,
)
