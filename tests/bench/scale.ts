import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { migrate, openDatabase } from '../../db/open.ts'
import { personOf } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { talliesOf } from '../../db/tallies.ts'
import { teamById } from '../../db/teams.ts'
import { nothingSaid } from '../../src/domain/form-answer.ts'
import { noHolidays } from '../../src/domain/holidays.ts'
import { addMs, DAY_MS } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { createEngine } from '../../src/engine/engine.ts'
import { boardSheet } from '../../src/usecases/board-sheet.ts'
import { checkIn } from '../../src/usecases/check-in.ts'
import { onPostgres, onSqlite } from '../faults/kill-sending.ts'
import { oweTo } from '../faults/owing.ts'
import { goalId, personId, teamId, workspaceId } from '../support/people.ts'

/**
 * What size costs: idle CPU and a beat with many schedules, and with many check-ins the tally, the board and one more
 * check-in, on both databases. `node tests/bench/scale.ts --workspaces 100 --people 100 --periods 100 --schedules 100000`
 */
const { values: options } = parseArgs({
  options: {
    workspaces: { type: 'string', default: '100' },
    people: { type: 'string', default: '100' },
    periods: { type: 'string', default: '100' },
    schedules: { type: 'string', default: '100000' },
  },
})
const [workspaces, people, periods, schedules] = [
  options.workspaces,
  options.people,
  options.periods,
  options.schedules,
].map(Number) as [number, number, number, number]

const now = Date.now() as Instant
const hour = 3_600_000

async function fill(db: Db): Promise<void> {
  // Nothing is owed now.
  const later = addMs(now, 50 * DAY_MS)
  await oweTo(db, { workspaces, people, dueAt: now })
  await db.updateTable('schedule').set({ next_at: later }).execute()
  await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${schedules - workspaces * people})
    insert into schedule (workspace_id, id, kind, team_id, person_id, next_at, local_date)
    select 'T0', 'more-' || cast(i as text), 'prompt', 'team-0', 'more-' || cast(i as text), ${later}, '2036-01-01' from n`.execute(
    db,
  )
  const each = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${periods})`
  const id = sql`g.id || '-' || cast(n.i as text)`
  const at = sql`${now} - (${periods} - n.i) * cast(${7 * DAY_MS} as bigint) - ${hour}`
  await sql`${each} insert into check_in (workspace_id, id, goal_id, team_id, person_id, period_key, created_at)
    select g.workspace_id, 'c-' || ${id}, g.id, g.team_id, g.owner_id, 'P' || cast(n.i as text), ${at} from goal g, n`.execute(
    db,
  )
  await sql`${each} insert into answer (workspace_id, id, check_in_id, goal_id, person_id, at, source_key, provenance, timeliness, value, is_no_change, is_done)
    select g.workspace_id, 'a-' || ${id}, 'c-' || ${id}, g.id, g.owner_id, ${at}, 's-' || ${id}, 'reply', 'on-time', n.i, 0, 0 from goal g, n`.execute(
    db,
  )
  await sql`${each} insert into reading (workspace_id, id, goal_id, answer_id, value, at, by_id, provenance)
    select g.workspace_id, 'r-' || ${id}, g.id, 'a-' || ${id}, n.i, ${at}, g.owner_id, 'reply' from goal g, n`.execute(
    db,
  )
  await sql`${each} insert into ask (workspace_id, id, team_id, person_id, period_key, prompt_at, window_ends_at, next_prompt_at, state)
    select g.workspace_id, 'k-' || ${id}, g.team_id, g.owner_id, 'P' || cast(n.i as text), ${at}, ${at} + ${48 * hour}, ${at} + ${7 * DAY_MS}, 'asked' from goal g, n`.execute(
    db,
  )
  await sql`${each} insert into ask_item (workspace_id, ask_id, goal_id, position) select g.workspace_id, 'k-' || ${id}, g.id, 1 from goal g, n`.execute(
    db,
  )
  const recent = JSON.stringify(
    Array.from({ length: 12 }, (_, n) => ({
      key: `P${n}`,
      windowEnds: now - n * DAY_MS,
      outcome: 'on-time',
    })),
  )
  await sql`insert into tally (workspace_id, team_id, person_id, recent, updated_at) select workspace_id, team_id, owner_id, ${recent}, ${now} from goal`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}

async function timed(times: number, work: (round: number) => Promise<unknown>): Promise<string> {
  const took: number[] = []
  for (let round = 0; round < times; round += 1) {
    const began = performance.now()
    await work(round)
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => (took[Math.ceil(share * times) - 1] ?? 0).toFixed(2)
  return `p50 ${at(0.5)} p95 ${at(0.95)}`
}

async function measured(url: string): Promise<Readonly<Record<string, string>>> {
  const database = await openDatabase(url)
  const { db } = database
  await migrate(db)
  await fill(db)
  let clock = now
  const deps = { db, now: () => clock, newId: () => crypto.randomUUID(), holidays: noHolidays }
  const quietly = () => {}
  const engine = createEngine({
    deps,
    clientOf: () => {
      throw new Error('nothing is owed')
    },
    render: async () => ({ skip: 'gone' }),
    log: { debug: quietly, info: quietly, warn: console.warn, error: console.error },
  })
  const beat = await timed(200, () => engine.tick())
  await engine.start()
  const before = process.cpuUsage()
  await sleep(10_000)
  const { user, system } = process.cpuUsage(before)
  await engine.stop()
  const workspace = workspaceId('T0')
  const team = await teamById(db, workspace, teamId('team-0'))
  const person = await personOf(db, workspace, personId('U0x0'))
  if (team === undefined || person === undefined) throw new Error('nothing was filled in')
  const facts = {
    'beat, ms': beat,
    'idle CPU': `${((user + system) / 100_000).toFixed(2)} %`,
    'tallies of the team, ms': await timed(200, () => talliesOf(db, workspace, team.id)),
    'board of the team, ms': await timed(200, () => boardSheet(deps, team, now)),
    'one check-in, ms': await timed(200, (round) => {
      clock = addMs(clock, 1_000)
      const answers = [{ ...nothingSaid, goal: goalId('g-0-0'), value: round }]
      return checkIn(deps, person, { answers, key: `bench-${round}`, provenance: 'form' })
    }),
  }
  await database.close()
  return facts
}

console.log({ schedules, people: workspaces * people, checkIns: workspaces * people * periods, team: people })
const sqlite = await onSqlite(measured)
console.table({ SQLite: sqlite, PostgreSQL: await onPostgres(measured) })
