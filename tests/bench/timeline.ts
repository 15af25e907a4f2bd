import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { addMembers } from '../../db/members.ts'
import type { Goal } from '../../src/domain/goal.ts'
import { svgOf } from '../../src/domain/svg.ts'
import { addDays } from '../../src/domain/time.ts'
import { type Page, placesIn, type TimelineSheet, timelineOf } from '../../src/domain/timeline.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { createDraw } from '../../src/pictures.ts'
import { timelineSheet } from '../../src/usecases/timeline-sheet.ts'
import { textPage, timeline } from '../../views/timeline.ts'
import { picturePage, timelinePicture } from '../../views/timeline-picture.ts'
import { freshDatabase } from '../support/databases.ts'
import { acme, aGoal, ana, aPerson, aStep, aTeam, day, goalId, instant, personId } from '../support/people.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

/**
 * What the timeline of a team with a thousand people and five thousand goals takes: from the database, and the sheet with
 * its text alone, which has to be within 50 ms. `node tests/bench/timeline.ts`
 */
const PEOPLE = 1_000
const GOALS = 5_000
const ROUNDS = 60
const now = instant('2026-05-16T09:00Z')
const say = sayIn('zh-Hant', 'zh-Hant-TW')

await using world = await freshDatabase()
const { db } = world
await storeWorkspace(db)
const people = [
  ana,
  ...Array.from({ length: PEOPLE - 1 }, (_, n) => aPerson({ id: personId(`U0P${n}`), name: `Person ${n}` })),
]
for (const person of people) await storePerson(db, person)
await storeTeam(db, aTeam(), [])
await addMembers(
  db,
  acme,
  aTeam().id,
  people.map(({ id }) => id),
  now,
)
const titles = [
  'Reduce churn from 45% to 20% by extending trials, ',
  '下一季底前把客戶流失率從 45% 降到 20%，透過延長試用期',
]
for (let n = 0; n < GOALS; n += 1) {
  const start = addDays(day('2026-01-01'), n % 200)
  const due = addDays(start, 30 + (n % 300))
  const known: Partial<Goal> = {
    id: goalId(`goal-${n}`),
    number: n + 1,
    title: (titles[n % 2] ?? '').repeat(6).slice(0, 150),
    owner: people[n % PEOPLE]?.id ?? ana.id,
    start,
    due,
    parent: n % 5 === 0 ? undefined : goalId(`goal-${n - (n % 5)}`),
    steps: n % 3 === 0 ? [aStep({ title: 'Pilot', due: addDays(start, 20) })] : [],
  }
  await storeGoal(db, aGoal(known))
}

const of = { kind: 'team', team: aTeam().id } as const
const asked = (page: number) => ({ of, months: undefined, page: textPage(page) })
const whole = await timelineSheet(world.deps(now), ana, { ...asked(1), page: { skip: 0, most: GOALS } })
if (!whole.ok) throw new Error(whole.refusal.kind)
const { value: sheet } = whole
const goals = sheet.rows.map(({ standing }) => standing.goal)
const known = new Map(sheet.rows.map(({ standing, owner }) => [standing.goal.id, { standing, owner }]))

const told = (what: string, took: readonly number[]) => {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1)
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`)
}

async function measured(what: string, run: (round: number) => unknown): Promise<void> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    await run(round)
    if (round >= ROUNDS / 3) took.push(performance.now() - began)
    await sleep(5)
  }
  told(what, took)
}

console.log(`${PEOPLE} people, ${sheet.rows.length} of ${GOALS} goals in ${sheet.months.count} months`)
const { months, day: today } = sheet
const sheetOf = (page: Page): TimelineSheet => ({
  ...sheet,
  ...timelineOf(placesIn(goals, months, today), page, known, months, today),
})
await measured('the sheet and a page of text', (round) => timeline(sheetOf(textPage(round + 1)), say))
await measured('the sheet and a picture as SVG', (round) =>
  svgOf(timelinePicture(sheetOf(picturePage(textPage(round + 1))), say)),
)
const delay = monitorEventLoopDelay({ resolution: 1 })
await measured('from the database to the message', async (round) => {
  if (round === ROUNDS / 3) delay.enable()
  const loaded = await timelineSheet(world.deps(now), ana, asked(round + 1))
  if (loaded.ok) timeline(loaded.value, say)
})
console.log(`longest stall meanwhile ${(delay.max / 1e6).toFixed(0)} ms`)
const draw = createDraw({ ...console, error: console.error })
delay.reset()
const began = performance.now()
const drawing = await draw(timelinePicture(sheetOf(picturePage(textPage(1))), say))
const took = performance.now() - began
console.log(
  `the PNG of 40 goals: ${took.toFixed(0)} ms, ${((drawing?.png.length ?? 0) / 1e3).toFixed(0)} kB, longest stall ${(delay.max / 1e6).toFixed(0)} ms`,
)
