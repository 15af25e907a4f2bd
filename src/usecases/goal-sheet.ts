import { versionsOf } from '../../db/goal-versions.ts'
import { kpiById } from '../../db/kpis.ts'
import { lastWordOn } from '../../db/last-words.ts'
import { lookBackOn } from '../../db/look-backs.ts'
import { peopleOf } from '../../db/people.ts'
import { newestReadings } from '../../db/readings.ts'
import type { Db } from '../../db/schema.ts'
import type { Goal, GoalVersion, Reading } from '../domain/goal.ts'
import { lockedAt } from '../domain/goal-rules.ts'
import type { Person } from '../domain/people.ts'
import { forecast } from '../domain/progress.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result } from '../domain/result.ts'
import { mayAnswer, mayChange, type Standpoint } from '../domain/rights.ts'
import type { GoalRights, GoalSheet } from '../domain/sheets.ts'
import { localDateOf } from '../domain/time.ts'
import type { Instant, PersonId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { type GoalRef, goalFor, goalSeenBy, type SeenGoal } from './goal-for.ts'
import { outcomeFor } from './look-back.ts'
import { milestonePlan } from './milestone-rows.ts'
import { nextPromptFor } from './next-prompts.ts'
import { partsOf } from './parts-of.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'

/** As many as Slack's chart takes. */
const READINGS_SHOWN = 20

/** Everything about one goal, for a person who may see it. */
export async function goalSheet(
  deps: Deps,
  actor: Person,
  ref: GoalRef,
): Promise<Result<GoalSheet, Refusal>> {
  const seen = await goalSeenBy(deps.db, actor, ref)
  return seen.ok ? ok(await sheetOf(deps, actor, seen.value)) : seen
}

async function sheetOf(deps: Deps, actor: Person, seen: SeenGoal): Promise<GoalSheet> {
  const { goal, team, from } = seen
  const { db } = deps
  const now = deps.now()
  const [owned] = await standingsOf(db, goal.workspace, [goal], { goals: [goal.id] }, now)
  if (owned === undefined) throw new Error(`the owner of goal ${goal.id} is not known`)
  const history = await historyOf(db, goal)
  const people = await peopleIn(db, goal, history)
  const nameOf = (id: PersonId): string => people.get(id)?.name ?? id
  const { versions, readings, lastWord } = history
  return {
    standing: owned.standing,
    team,
    owner: owned.owner,
    coOwners: goal.coOwners.flatMap((id) => people.get(id) ?? []),
    partner: goal.partner === undefined ? undefined : people.get(goal.partner),
    parent: await parentOf(deps, actor, goal),
    versions: versions.map((version) => ({ ...version, byName: nameOf(version.by) })),
    readings: readings.map((reading) => ({ ...reading, byName: nameOf(reading.by) })),
    lastWord: lastWord && { ...lastWord, byName: nameOf(lastWord.by) },
    locksAt: lockedAt(goal),
    isLocked: now >= lockedAt(goal),
    easedUntil: easedUntil(versions, now),
    missed: owned.extra.missedDue,
    forecast: forecast(
      readings.map(({ value, at }) => ({ value, date: localDateOf(at, owned.owner.zone) })),
      goal,
      owned.standing.today,
    ),
    kpiName: goal.kpi === undefined ? undefined : (await kpiById(db, goal.workspace, goal.kpi))?.name,
    nextPromptAt: await nextPromptFor(deps, owned.owner, goal),
    parts: await partsOf(deps, actor, owned.standing),
    milestones: await milestonePlan(deps, seen, owned.standing.today),
    ended: await endOf(deps, actor, owned),
    can: rightsOf(goal, from),
  }
}

/** What was not shared is its owner's alone. */
async function endOf(deps: Deps, actor: Person, owned: OwnedStanding): Promise<GoalSheet['ended']> {
  const { goal } = owned.standing
  if (goal.state === 'active') return undefined
  const written = await lookBackOn(deps.db, goal.workspace, goal.id)
  const mayRead =
    written !== undefined && !written.isDeclined && (written.isShared || actor.id === goal.owner)
  return { outcome: await outcomeFor(deps.db, owned), written: mayRead ? written : undefined }
}

interface History {
  readonly versions: readonly GoalVersion[]
  readonly readings: readonly Reading[]
  readonly lastWord: Awaited<ReturnType<typeof lastWordOn>>
}

async function historyOf(db: Db, goal: Goal): Promise<History> {
  const readings = await newestReadings(db, goal.workspace, [goal.id], READINGS_SHOWN)
  return {
    versions: await versionsOf(db, goal.workspace, goal.id),
    readings: readings.get(goal.id) ?? [],
    lastWord: await lastWordOn(db, goal.workspace, goal.id),
  }
}

function rightsOf(goal: Goal, from: Standpoint): GoalRights {
  const isActive = goal.state === 'active'
  return {
    answer: isActive && mayAnswer(goal, from.person),
    edit: isActive && mayChange(goal, from),
    close: isActive && mayChange(goal, from),
    reopen: !isActive && mayChange(goal, from),
    lookBack: !isActive && goal.owner === from.person,
  }
}

async function peopleIn(db: Db, goal: Goal, history: History): Promise<ReadonlyMap<PersonId, Person>> {
  const { versions, readings, lastWord } = history
  const named = [
    ...goal.coOwners,
    ...[goal.partner, lastWord?.by].filter((id) => id !== undefined),
    ...versions.map((version) => version.by),
    ...readings.map((reading) => reading.by),
  ]
  return peopleOf(db, goal.workspace, named)
}

async function parentOf(deps: Deps, actor: Person, goal: Goal): Promise<GoalSheet['parent']> {
  if (goal.parent === undefined) return undefined
  const seen = await goalFor(deps, actor, { id: goal.parent })
  return seen.ok ? seen.value : undefined
}

function easedUntil(versions: readonly GoalVersion[], now: Instant): Instant | undefined {
  const pending = versions.filter((version) => version.ease === 'easier' && version.countsFrom > now)
  return pending.at(-1)?.countsFrom
}
