import { parseArgs } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { insertLeave } from '../../db/leaves.ts'
import { migrate, openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transaction.ts'
import type { Holidays } from '../../src/domain/holidays.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import type { LogEntry } from '../../src/domain/sent-log.ts'
import { addDays, addMs, DAY_MS } from '../../src/domain/time.ts'
import type { Instant, LocalDate, Place, WallTime, Weekday } from '../../src/domain/types.ts'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { createRehearsal } from '../../src/engine/rehearse.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { ensureSchedules } from '../../src/usecases/schedules.ts'
import { sentLog } from '../../src/usecases/sent-log.ts'
import {
  acme,
  aGoal,
  aPerson,
  aTeam,
  channelId,
  day,
  goalId,
  instant,
  personId,
  teamId,
  zone,
} from '../support/people.ts'
import { scriptedSlack } from '../support/scripted-slack.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'
import { type ExpectedDay, expectedDays, type Free, isRightMoment, weekdayOn } from './expected-year.ts'
import { randomOf } from './random.ts'

export interface YearRun {
  readonly seed: number
  readonly zones: number
  readonly days: number
  /** How often in that time the coming weeks are rehearsed. */
  readonly rehearsals: number
}

export interface YearOutcome {
  readonly people: number
  readonly asked: number
  readonly leftOut: number
  readonly rehearsed: number
  /** What differs from the other reckoning, and from what was rehearsed; the first few. */
  readonly wrong: readonly string[]
  readonly seconds: number
}

const BEGIN = instant('2026-01-15T12:00Z')
/** The last day before everyone's own calendar begins and after it ends differs by zone: both are left alone. */
const EDGE_DAYS = 3
const allDays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const wall = (time: string) => time as WallTime

type Rhythm = Pick<Team, 'cadence' | 'weekday' | 'time' | 'monthlyOn' | 'monthDay' | 'workingDays'>
const usual = {
  weekday: 1,
  time: wall('09:00'),
  monthlyOn: 'first',
  monthDay: 1,
  workingDays: [1, 2, 3, 4, 5],
} as const
const rhythms: Readonly<Record<string, Rhythm>> = {
  weekly: { ...usual, cadence: 'weekly' },
  night: { ...usual, cadence: 'weekly', weekday: 7, time: wall('02:30'), workingDays: allDays },
  daily: { ...usual, cadence: 'daily', time: wall('16:45') },
  fortnightly: { ...usual, cadence: 'two-weekly', weekday: 5 },
  monthly: { ...usual, cadence: 'monthly', monthlyOn: 'last', weekday: 4 },
  dated: { ...usual, cadence: 'monthly', monthlyOn: 'date', monthDay: 31 },
}

/**
 * A year of the product itself, in every zone given and every rhythm, with holidays, company days and leave, its clock moved
 * from due to due. What was sent and left out must be what another reckoning expects, and what was rehearsed before.
 */
export async function year(run: YearRun): Promise<YearOutcome> {
  const began = performance.now()
  const random = randomOf(run.seed)
  const database = await openDatabase(':memory:')
  await migrate(database.db)
  const setting = await settled(database.db, run, random)
  let clock = BEGIN
  const now = () => clock
  const deps: Deps = { db: database.db, now, newId: () => uuidv7(), holidays: setting.holidays }
  for (const team of setting.teams)
    await ensureSchedules(
      deps.db,
      deps,
      team,
      setting.people.filter(({ team: of }) => of === team).map(({ person }) => person),
    )
  const slack = scriptedSlack(now, () => clock)
  const engine = engineOn(deps, slack.clientOf)
  const until = addMs(BEGIN, run.days * DAY_MS)
  const wrong: string[] = []
  let rehearsed = 0
  for (let part = 0; part < run.rehearsals; part += 1) {
    const end = addMs(BEGIN, ((part + 1) * run.days * DAY_MS) / run.rehearsals)
    const span = { from: now(), until: addMs(now(), Math.min(28 * DAY_MS, end - now())) }
    const whose = { people: some(setting.people, 100, random), teams: setting.teams }
    const played = await createRehearsal(deps, new AbortController().signal)(acme, whose, span.until)
    await moveTo(span.until)
    const real = await sentLog(deps.db, acme, whose, span)
    rehearsed += played.length
    wrong.push(...differing(played, real))
    await moveTo(end)
  }
  await moveTo(until)
  const rows = await occurrencesIn(deps.db)
  wrong.push(...(await notExpected(setting, rows, until)), ...notOnce(rows, slack.posted))
  await database.close()
  return {
    people: setting.people.length,
    asked: rows.filter(({ state }) => state === 'sent').length,
    leftOut: rows.filter(({ state }) => state === 'skipped').length,
    rehearsed,
    wrong: wrong.slice(0, 10),
    seconds: Math.round((performance.now() - began) / 1000),
  }

  async function moveTo(end: Instant): Promise<void> {
    for (let next = await engine.nextDue(); next !== undefined && next < end; next = await engine.nextDue()) {
      if (next > clock) clock = next
      await engine.tick()
    }
    clock = end
  }
}

interface Asking {
  readonly person: Person
  readonly team: Team
  readonly leaves: readonly { readonly from: LocalDate; readonly back: LocalDate }[]
}

interface Setting {
  readonly teams: readonly Team[]
  readonly people: readonly Asking[]
  readonly holidays: Holidays
  readonly free: ReadonlySet<string>
}

async function settled(db: Db, run: YearRun, random: () => number): Promise<Setting> {
  const someDays = (share: number) =>
    Array.from({ length: run.days + 80 }, (_, n) => addDays(day('2026-01-01'), n)).filter(
      () => random() < share,
    )
  const free = new Set<string>(someDays(0.05))
  const holidays: Holidays = { of: async () => (date) => free.has(date), places: async () => [] }
  await storeWorkspace(db, acme)
  const all = Intl.supportedValuesOf('timeZone')
  const step = Math.floor(all.length / run.zones)
  const zones = Array.from({ length: run.zones }, (_, n) => zone(all[n * step] ?? 'UTC'))
  const teams: Team[] = []
  const people: Asking[] = []
  for (const [name, rhythm] of Object.entries(rhythms)) {
    const team = aTeam({
      ...rhythm,
      id: teamId(`team-${name}`),
      channel: channelId(`C0${name.toUpperCase()}`),
      channelName: name,
      reminders: 0,
      hasSummary: false,
      hasBoard: false,
      leads: [],
      holidaysOf: 'XX' as Place,
      companyDays: someDays(0.02),
    })
    teams.push(team)
    const members = zones.map((where, n) =>
      aPerson({ id: personId(`U${name.toUpperCase()}${n}`), name: `${name} ${n}`, zone: where }),
    )
    for (const person of members) await storePerson(db, person)
    await storeTeam(db, team, members)
    for (const [n, person] of members.entries()) {
      const goal = aGoal({
        id: goalId(`g-${name}-${n}`),
        number: people.length + 1,
        team: team.id,
        owner: person.id,
      })
      await storeGoal(db, { ...goal, start: day('2025-12-01'), due: day('2028-01-01') })
      people.push({ person, team, leaves: await leavesFor(db, person, run, random) })
    }
  }
  return { teams, people, holidays, free }
}

/** Up to four, none of which meets another. */
async function leavesFor(db: Db, person: Person, run: YearRun, random: () => number) {
  const leaves: { from: LocalDate; back: LocalDate }[] = []
  let from = addDays(day('2026-01-10'), Math.floor(random() * 90))
  while (leaves.length < 4 && from < addDays(day('2026-01-10'), run.days)) {
    const back = addDays(from, 1 + Math.floor(random() * 15))
    leaves.push({ from, back })
    from = addDays(back, 1 + Math.floor(random() * 90))
  }
  await transact(db, async (trx) => {
    for (const leave of leaves)
      await insertLeave(trx, acme, {
        ...leave,
        id: uuidv7(),
        person: person.id,
        setBy: person.id,
        setAt: BEGIN,
      })
  })
  return leaves
}

function engineOn(deps: Deps, clientOf: Parameters<typeof createEngine>[0]['clientOf']): Engine {
  const quietly = () => {}
  return createEngine({
    deps,
    clientOf,
    render: async ({ target, key }) => ({ to: target, message: { text: key, blocks: [] } }),
    log: { debug: quietly, info: quietly, warn: quietly, error: (facts) => console.error(facts) },
    pace: { workspacePerSecond: 1e9, channelPerSecond: 1e9, wait: async () => {}, elapsed: () => deps.now() },
  })
}

function some(people: readonly Asking[], most: number, random: () => number) {
  return people
    .map(({ person }) => ({ id: person.id, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, most)
    .map(({ id }) => id)
}

/** Prompts that one of the two logs has and the other has not. */
function differing(played: readonly LogEntry[], real: readonly LogEntry[]): readonly string[] {
  const lines = (log: readonly LogEntry[]) =>
    new Set(
      log
        .filter(({ kind }) => kind === 'prompt')
        .map(({ at, to, outcome, reason }) => [new Date(at).toISOString(), to, outcome, reason].join(' ')),
    )
  const [before, after] = [lines(played), lines(real)]
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `rehearsed, did not happen: ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `happened, not rehearsed: ${line}`),
  ]
}

const occurrencesIn = (db: Db) =>
  db
    .selectFrom('occurrence')
    .select(['id', 'subject', 'local_date', 'due_at', 'state', 'reason'])
    .where('kind', '=', 'prompt')
    .orderBy('due_at')
    .execute()

type Rows = Awaited<ReturnType<typeof occurrencesIn>>

async function notExpected(setting: Setting, rows: Rows, until: Instant): Promise<readonly string[]> {
  const wrong: string[] = []
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  const first = addDays(day(new Date(BEGIN).toISOString().slice(0, 10)), EDGE_DAYS)
  const last = addDays(day(new Date(until).toISOString().slice(0, 10)), -EDGE_DAYS)
  for (const asking of setting.people) {
    const { person, team } = asking
    const expected = expectedDays(team, first, last, freeFor(setting, team), (date) =>
      asking.leaves.some(({ from, back }) => from <= date && date < back),
    )
    const own = (bySubject.get(person.id) ?? []).filter(
      ({ local_date: date }) => date >= first && date <= last,
    )
    const line = ({ date, reason }: ExpectedDay) => `${person.id} ${date} ${reason ?? 'sent'}`
    const wanted = expected.map(line)
    const got = own.map(({ local_date: date, reason }) => line({ date, reason: reason ?? undefined }))
    wrong.push(
      ...wanted.filter((one) => !got.includes(one)).map((one) => `missing: ${one}`),
      ...got.filter((one) => !wanted.includes(one)).map((one) => `not expected: ${one}`),
      ...own
        .filter(({ due_at: at, local_date: date }) => !isRightMoment(at, person.zone, date, team.time))
        .map(
          ({ due_at: at, local_date: date }) =>
            `wrong moment: ${person.zone} ${date} ${new Date(at).toISOString()}`,
        ),
    )
  }
  return wrong
}

const freeFor =
  (setting: Setting, team: Team) =>
  (date: string): Free => {
    if (!team.workingDays.some((one) => one === weekdayOn(date))) return 'non-working'
    if (team.companyDays.some((one) => one === date)) return 'company-day'
    return setting.free.has(date) ? 'holiday' : undefined
  }

function notOnce(rows: Rows, posted: readonly { readonly key: string }[]): readonly string[] {
  const times = Map.groupBy(posted, ({ key }) => key)
  return rows.flatMap(({ id, state, subject, local_date: date }) => {
    const count = times.get(`prompt:${id}`)?.length ?? 0
    const wanted = state === 'sent' ? 1 : 0
    return count === wanted && state !== 'planned'
      ? []
      : [`${state} but said ${count} times: ${subject} ${date}`]
  })
}

/** `npm run faults:year -- --zones 50 --seed 1` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      zones: { type: 'string', default: '50' },
      days: { type: 'string', default: '365' },
    },
  })
  const run = {
    seed: Number(values.seed),
    zones: Number(values.zones),
    days: Number(values.days),
    rehearsals: 4,
  }
  const outcome = await year(run)
  console.log({ ...run, ...outcome })
  process.exitCode = outcome.wrong.length === 0 ? 0 : 1
}

if (import.meta.main) await main()
