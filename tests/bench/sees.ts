import { saveHomeChoice } from '../../db/home-choices.ts'
import { migrate, openDatabase } from '../../db/open.ts'
import { personOf } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { putTally } from '../../db/tallies.ts'
import { teamById } from '../../db/teams.ts'
import { usualBoard } from '../../src/domain/board-mode.ts'
import { noHolidays } from '../../src/domain/holidays.ts'
import { usualHome } from '../../src/domain/home-choice.ts'
import type { Person } from '../../src/domain/people.ts'
import { addMs, DAY_MS } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { boardSheet } from '../../src/usecases/board-sheet.ts'
import { homeSheet } from '../../src/usecases/home-sheet.ts'
import { weekSheet } from '../../src/usecases/week-sheet.ts'
import { home } from '../../views/home.ts'
import { weekMessage } from '../../views/week.ts'
import { oweTo } from '../faults/owing.ts'
import { personId, teamId, workspaceId } from '../support/people.ts'

/** What a team of 1,000 people with 5,000 goals costs to look at, on SQLite: `npm run bench:sees`. */
const PEOPLE = 1_000
const GOALS_EACH = 5
const ROUNDS = 30
const WARM_UP = 5
const now = Date.now() as Instant

const database = await openDatabase(':memory:')
const { db } = database
await migrate(db)
await fill(db)
const deps = { db, now: () => now, newId: () => crypto.randomUUID(), holidays: noHolidays }
const team = await teamById(db, workspaceId('T0'), teamId('team-0'))
const person = await personOf(db, workspaceId('T0'), personId('U0x0'))
if (team === undefined || person === undefined) throw new Error('the bench has no team')
const whole = { ...team, hasSummary: true, hasBoard: true }
const say = sayIn('en', 'en-GB')
console.log(
  JSON.stringify({
    people: PEOPLE,
    goals: PEOPLE * GOALS_EACH,
    board: await timed(() => boardSheet(deps, whole, now, usualBoard)),
    week: await timed(async () => weekMessage(await weekSheet(deps, whole, now), say)),
    home: await timed(async () => home(await homeSheet(deps, person), say)),
    homeAtRisk: await atRisk(person),
  }),
)
await database.close()

/** The one filter that every goal of the team has to be worked out for. */
async function atRisk(of: Person): Promise<string> {
  await saveHomeChoice(db, of.workspace, of.id, { ...usualHome, status: 'at-risk' })
  return timed(async () => home(await homeSheet(deps, of), say))
}

async function fill(to: Db): Promise<void> {
  await oweTo(to, { workspaces: 1, people: PEOPLE, dueAt: now })
  await to
    .updateTable('goal')
    .set({
      created_at: addMs(now, -60 * DAY_MS),
      first_check_in_at: addMs(now, -50 * DAY_MS),
      last_value: 5,
      last_at: now,
    })
    .execute()
  const goals = await to.selectFrom('goal').selectAll().execute()
  for (let copy = 1; copy < GOALS_EACH; copy += 1) {
    for (let at = 0; at < goals.length; at += 100) {
      const some = goals.slice(at, at + 100).map((goal) => ({
        ...goal,
        id: `${goal.id}-${copy}`,
        number: goal.number + copy * PEOPLE,
        source_key: null,
        terms: goal.terms.replace('Sign', `${copy}. Sign`),
      }))
      await to.insertInto('goal').values(some).execute()
    }
  }
  await answerWeeks(to, [...new Set(goals.map((goal) => goal.owner_id))])
}

/** Six weeks of answers, now and then a late one, so that everyone is ranked. */
async function answerWeeks(to: Db, people: readonly string[]): Promise<void> {
  for (const [index, person] of people.entries()) {
    const recent = Array.from({ length: 6 }, (_, week) => ({
      key: `${person}-${week}`,
      windowEnds: addMs(now, (week - 6) * 7 * DAY_MS),
      outcome: (index + week) % 7 === 0 ? ('late' as const) : ('on-time' as const),
    }))
    await putTally(to, workspaceId('T0'), {
      team: teamId('team-0'),
      person: personId(person),
      recent,
      at: now,
    })
  }
}

/** The first rounds are the engine's, which compiles; a stall is how long nothing else had its turn. */
async function timed(work: () => Promise<unknown>): Promise<string> {
  for (let round = 0; round < WARM_UP; round += 1) await work()
  const took: number[] = []
  const stalls: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const watch = watchedTurns()
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
    stalls.push(await watch.longest())
  }
  return `p50 ${at(took, 0.5)} p95 ${at(took, 0.95)} ms, stall p95 ${at(stalls, 0.95)} most ${at(stalls, 1)} ms`
}

function at(numbers: readonly number[], share: number): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1)
}

function watchedTurns() {
  let longest = 0
  let last = performance.now()
  let isOn = true
  const turn = () => {
    const at = performance.now()
    longest = Math.max(longest, at - last)
    last = at
    if (isOn) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    async longest() {
      await new Promise((resolve) => setImmediate(resolve))
      isOn = false
      return longest
    },
  }
}
