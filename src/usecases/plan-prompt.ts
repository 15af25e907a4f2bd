import { type AskItem, type AskState, askFor, insertAsk } from '../../db/asks.ts'
import { answeredIn } from '../../db/check-ins.ts'
import { goalsOf } from '../../db/goals.ts'
import { leavesOf } from '../../db/leaves.ts'
import { insertOccurrence } from '../../db/occurrences.ts'
import { enqueue } from '../../db/outbox.ts'
import { personOf } from '../../db/people.ts'
import { restoredAt } from '../../db/restored.ts'
import { promptSchedulesOf, removeSchedule, type Schedule } from '../../db/schedules.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import { type DayOff, isExcused } from '../domain/days-off.ts'
import type { Goal } from '../domain/goal.ts'
import { isOnLeave, type Leave } from '../domain/leave.ts'
import { occurrenceIdOf } from '../domain/occurrence-id.ts'
import type { Person, Team } from '../domain/people.ts'
import { lastDayIn, periodKeyOf, windowOf } from '../domain/period.ts'
import type { SkipReason } from '../domain/skip-reasons.ts'
import { isStoppedOn } from '../domain/stop.ts'
import { addHours } from '../domain/time.ts'
import type { AskId, Instant, LocalDate, OccurrenceId, PeriodKey } from '../domain/types.ts'
import { askingOf } from './asking.ts'
import type { Deps } from './deps.ts'
import { isTooOld } from './missed-fire.ts'
import { putPrompt } from './schedules.ts'
import { refreshTally } from './tally.ts'

/** One team's part in a prompt. */
interface Part {
  readonly schedule: Schedule
  readonly team: Team
  readonly periodKey: PeriodKey
  readonly windowEnds: Instant
  readonly nextPromptAt: Instant
  /** Open in this period. */
  readonly goals: readonly Goal[]
  readonly isAnsweredEarly: boolean
  /** Nobody works on its day, nor on a later one of its period. */
  readonly dayOff: DayOff | undefined
  /** On leave on its day. */
  readonly isAway: boolean
  /** On leave on some working day of its window. */
  readonly isExcused: boolean
}

/**
 * One prompt per person and local date for all their teams that are due that day, or the reason why there is none.
 * Whatever comes of it, the schedules move on.
 */
export async function planPrompt(trx: Trx, deps: Deps, due: Schedule): Promise<void> {
  const { workspace } = due
  const person = due.person && (await personOf(trx, workspace, due.person))
  if (!person) return removeSchedule(trx, workspace, due.id)
  const schedules = await promptSchedulesOf(trx, workspace, person.id)
  const leaves = await leavesOf(trx, workspace, person.id, due.date)
  const parts: Part[] = []
  for (const schedule of schedules.filter((one) => one.date === due.date)) {
    const part = await partOf(trx, deps, person, schedule, leaves)
    if (part === 'no-team') await removeSchedule(trx, workspace, schedule.id)
    else if (typeof part !== 'string') parts.push(part)
  }
  await ask(trx, deps, person, due, parts)
  await moveOn(
    trx,
    deps,
    person,
    schedules.filter((one) => one.date === due.date),
  )
}

async function moveOn(trx: Trx, deps: Deps, person: Person, schedules: readonly Schedule[]): Promise<void> {
  for (const { team: id, nextAt } of schedules) {
    const team = await teamById(trx, person.workspace, id)
    if (team !== undefined) await putPrompt(trx, deps, team, person, nextAt)
  }
}

async function partOf(
  trx: Trx,
  deps: Deps,
  person: Person,
  schedule: Schedule,
  leaves: readonly Leave[],
): Promise<Part | 'no-team' | 'asked-before' | 'moved'> {
  const { workspace } = person
  const team = await teamById(trx, workspace, schedule.team)
  if (team === undefined) return 'no-team'
  const periodKey = periodKeyOf(team.cadence, schedule.date)
  const whose = { team: team.id, person: person.id, periodKey }
  if ((await askFor(trx, workspace, whose)) !== undefined) return 'asked-before'
  const asking = await askingOf(deps, team, person)
  const next = asking.next(schedule.nextAt)
  const dayOff = asking.dayOff(schedule.date)
  // A day became free since it was scheduled: the prompt goes to the next working day of its period.
  if (dayOff !== undefined && periodKeyOf(team.cadence, next.date) === periodKey) return 'moved'
  const goals = await askable(trx, person, team, schedule.date)
  const answered = await answeredIn(
    trx,
    workspace,
    goals.map((goal) => goal.id),
    periodKey,
  )
  const open = goals.filter((goal) => !answered.has(goal.id))
  const windowEnds = windowOf(schedule.nextAt, next.at, team.windowHours).ends
  const window = { first: schedule.date, last: lastDayIn(windowEnds, person.zone) }
  return {
    schedule,
    team,
    periodKey,
    windowEnds,
    nextPromptAt: next.at,
    goals: open,
    isAnsweredEarly: goals.length > 0 && open.length === 0,
    dayOff,
    isAway: isOnLeave(leaves, schedule.date),
    isExcused: isExcused(window, asking.dayOff, (date) => isOnLeave(leaves, date)),
  }
}

/** Owned, begun, not closed; overdue ones until they are. In a channel that we are out of nobody is asked. */
async function askable(trx: Trx, person: Person, team: Team, date: LocalDate): Promise<readonly Goal[]> {
  if (team.channelState !== 'open') return []
  const own = await goalsOf(trx, person.workspace, person.id)
  return own.filter((goal) => goal.team === team.id && goal.start <= date)
}

async function ask(
  trx: Trx,
  deps: Deps,
  person: Person,
  due: Schedule,
  parts: readonly Part[],
): Promise<void> {
  for (const part of parts.filter((one) => one.isAnsweredEarly)) {
    await store(trx, deps, person, part, { state: 'answered-early', occurrence: undefined, items: [] })
  }
  if (parts.length === 0) return
  const asking = parts.filter((part) => part.goals.length > 0)
  const isTooLate =
    isTooOld(deps.now(), due.nextAt, due.date, person.zone) && !(await isToLookFor(trx, deps, due, asking))
  const working = asking.filter((part) => part.dayOff === undefined)
  const reason = reasonAgainst(person, due.date, parts, asking, isTooLate)
  const which = { kind: 'prompt', subject: person.id, date: due.date } as const
  const id = occurrenceIdOf(person.workspace, which)
  const isNew = await insertOccurrence(
    trx,
    {
      id,
      workspace: person.workspace,
      ...which,
      dueAt: due.nextAt,
      state: reason === undefined ? 'planned' : 'skipped',
      reason,
    },
    deps.now(),
  )
  if (!isNew) return
  if (reason === undefined)
    return askFully(trx, deps, { person, asking: working, occurrence: id, plannedFor: due.nextAt })
  const state = uncounted(reason)
  if (state === undefined) return
  for (const part of asking) await store(trx, deps, person, part, { state, occurrence: id, items: [] })
}

/** The bot's own failing is nobody's miss; a pause counts like skips. */
function uncounted(reason: SkipReason): AskState | undefined {
  if (reason === 'too-old' || reason === 'leave') return 'excused'
  return reason === 'stopped' ? 'skipped' : undefined
}

/** It may have been sent before a restore; while its answers are on time that matters. */
async function isToLookFor(trx: Trx, deps: Deps, due: Schedule, asking: readonly Part[]): Promise<boolean> {
  if (asking.every((part) => deps.now() >= part.windowEnds)) return false
  const restored = await restoredAt(trx, due.workspace)
  return restored !== undefined && due.nextAt < restored
}

function reasonAgainst(
  person: Person,
  date: LocalDate,
  parts: readonly Part[],
  asking: readonly Part[],
  isTooLate: boolean,
): SkipReason | undefined {
  if (person.isDeactivated) return 'deactivated'
  if (person.isBot || person.isForeign) return 'outsider'
  if (person.muted === 'everything') return 'muted'
  if (parts.every((part) => part.team.channelState !== 'open')) return 'channel-gone'
  if (asking.length === 0) return parts.some((part) => part.isAnsweredEarly) ? 'answered-early' : 'no-goals'
  const free = timeOff(asking)
  if (free !== undefined) return free
  if (isStoppedOn(person, date)) return 'stopped'
  return isTooLate ? 'too-old' : undefined
}

/** Their own leave, or a day on which none of these teams works. */
function timeOff(asking: readonly Part[]): SkipReason | undefined {
  if (asking.some((part) => part.isAway)) return 'leave'
  const [off] = asking.map((part) => part.dayOff).filter((why) => why !== undefined)
  return asking.every((part) => part.dayOff !== undefined) ? off : undefined
}

async function askFully(
  trx: Trx,
  deps: Deps,
  what: {
    readonly person: Person
    readonly asking: readonly Part[]
    readonly occurrence: OccurrenceId
    readonly plannedFor: Instant
  },
): Promise<void> {
  const { person, asking, occurrence, plannedFor } = what
  let position = 0
  for (const part of asking) {
    const items = part.goals.map((goal) => {
      position += 1
      return { goal: goal.id, position }
    })
    await store(trx, deps, person, part, { state: part.isExcused ? 'excused' : 'asked', occurrence, items })
  }
  const { workspace, id: target } = person
  const letter = { workspace, target, occurrence }
  await enqueue(trx, {
    ...letter,
    id: deps.newId(),
    key: `prompt:${occurrence}`,
    kind: 'prompt',
    payload: { occurrence },
    dueAt: deps.now(),
    plannedFor,
  })
  for (const [index, at] of reminderTimes(asking).entries()) {
    const nth = index + 1
    await enqueue(trx, {
      id: deps.newId(),
      workspace,
      target,
      key: `reminder:${occurrence}:${nth}`,
      kind: 'reminder',
      payload: { occurrence, nth },
      dueAt: at,
      plannedFor: at,
    })
  }
}

/** The most patient team decides; never at or after the next prompt. */
function reminderTimes(asking: readonly Part[]): readonly Instant[] {
  const [first] = asking.toSorted((a, b) => b.team.reminderAfterHours - a.team.reminderAfterHours)
  if (first === undefined) return []
  const { reminders, reminderAfterHours } = first.team
  const last = Math.min(...asking.map((part) => part.nextPromptAt))
  return Array.from({ length: reminders }, (_, index) =>
    addHours(first.schedule.nextAt, reminderAfterHours * (index + 1)),
  ).filter((at) => at < last)
}

async function store(
  trx: Trx,
  deps: Deps,
  person: Person,
  part: Part,
  asked: {
    readonly state: AskState
    readonly occurrence: OccurrenceId | undefined
    readonly items: readonly Omit<AskItem, 'ask'>[]
  },
): Promise<void> {
  const id = deps.newId() as AskId
  const { team, periodKey, windowEnds, nextPromptAt, schedule } = part
  await insertAsk(
    trx,
    {
      id,
      workspace: person.workspace,
      team: team.id,
      person: person.id,
      periodKey,
      occurrence: asked.occurrence,
      promptAt: schedule.nextAt,
      windowEnds,
      nextPromptAt,
      state: asked.state,
    },
    asked.items.map((item) => ({ ...item, ask: id })),
  )
  await refreshTally(trx, deps, person.workspace, { team: team.id, person: person.id })
}
