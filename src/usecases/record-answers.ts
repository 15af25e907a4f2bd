import { askFor, itemsOf } from '../../db/asks.ts'
import {
  answeredIn,
  answersFrom,
  headerFor,
  insertAnswer,
  insertReading,
  refreshGoal,
} from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import type { Answer, NewAnswer, Understood } from '../domain/check-in.ts'
import type { Goal, Provenance } from '../domain/goal.ts'
import type { Person, Team } from '../domain/people.ts'
import { type Placed, periodKeyOf, placeAnswer } from '../domain/period.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { mayAnswer } from '../domain/rights.ts'
import type { AnswerId, GoalId, Instant } from '../domain/types.ts'
import { askingOf } from './asking.ts'
import { oweLadder } from './blocked-ladder.ts'
import { closeGoalIn } from './close-goal.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy } from './goal-for.ts'
import { refoldAfter, valueAfter, valueAt } from './refold.ts'
import { refreshTally } from './tally.ts'
import { oweWeekAgain } from './week-again.ts'

export interface Recording {
  readonly answers: readonly NewAnswer[]
  /** What writes them, unique; the same one again gives what it wrote the first time. */
  readonly key: string
  /** `channel:ts` of the message they were read from. */
  readonly messageKey: string | undefined
  readonly provenance: Provenance
  /** When it was said, which is its place among the others; absent: now. */
  readonly saidAt?: Instant | undefined
  /** By when it came, which decides whether it is on time; absent: now. */
  readonly countsAt?: Instant | undefined
  /** What it is put in place of had counted like this already: an edit changes the number, never the reliability. */
  readonly placed?: ReadonlyMap<GoalId, Placed> | undefined
}

/** Stores what a person said about goals they own or co-own: all of it or nothing. */
export async function recordAnswers(
  deps: Deps,
  person: Person,
  recording: Recording,
): Promise<Result<readonly Understood[], Refusal>> {
  return decideIn(deps.db, (trx) => recordIn(trx, deps, person, recording))
}

/** For a transaction that does more than store the answers. */
export async function recordIn(
  trx: Trx,
  deps: Deps,
  person: Person,
  recording: Recording,
): Promise<Result<readonly Understood[], Refusal>> {
  const before = await answersFrom(trx, person.workspace, recording.key)
  const understood: Understood[] = []
  for (const answer of recording.answers) {
    const repeated = before.find((one) => one.goal === answer.goal)
    const seen = await answerable(trx, person, answer, repeated !== undefined)
    if (!seen.ok) return seen
    const { goal, team } = seen.value
    understood.push(
      repeated === undefined
        ? await store(trx, deps, person, { answer, goal, team, recording })
        : { goal, answer: repeated },
    )
  }
  return ok(understood)
}

async function answerable(
  trx: Trx,
  person: Person,
  answer: NewAnswer,
  isRepeat: boolean,
): Promise<Result<{ readonly goal: Goal; readonly team: Team }, Refusal>> {
  const seen = await goalSeenBy(trx, person, { id: answer.goal })
  if (!seen.ok) return seen
  const { goal, team } = seen.value
  if (!mayAnswer(goal, person.id)) return refuse({ kind: 'not-your-goal', number: goal.number })
  if (goal.state !== 'active' && !isRepeat) {
    return refuse({ kind: 'goal-closed', number: goal.number, title: goal.title })
  }
  return ok({ goal, team })
}

interface Storing {
  readonly answer: NewAnswer
  readonly goal: Goal
  readonly team: Team
  readonly recording: Recording
}

async function store(trx: Trx, deps: Deps, person: Person, storing: Storing): Promise<Understood> {
  const { goal, team, recording } = storing
  const { workspace } = person
  const placed =
    recording.placed?.get(goal.id) ??
    (await placement(trx, deps, goal, team, recording.countsAt ?? deps.now()))
  const at = recording.saidAt ?? deps.now()
  const place = { at, sourceKey: recording.key }
  const before = await valueAt(trx, goal, place)
  const answer: Answer = {
    ...storing.answer,
    ...placed,
    id: deps.newId() as AnswerId,
    person: person.id,
    at,
    provenance: recording.provenance,
    before,
    value: valueAfter(storing.answer, before, goal),
  }
  const checkIn = await headerFor(trx, workspace, {
    id: deps.newId(),
    goal: goal.id,
    team: team.id,
    person: goal.owner,
    periodKey: placed.periodKey,
    at: answer.at,
  })
  await insertAnswer(trx, workspace, answer, {
    checkIn,
    key: recording.key,
    messageKey: recording.messageKey,
  })
  if (answer.value !== undefined) {
    await insertReading(trx, workspace, { id: deps.newId(), answer, value: answer.value })
  }
  await refoldAfter(trx, deps, goal, place, answer.value ?? before)
  await refreshGoal(trx, workspace, goal.id, answer.at)
  await oweLadder(trx, deps, goal, team, answer)
  await refreshTally(trx, deps, workspace, { team: team.id, person: goal.owner })
  await oweWeekAgain(trx, deps, goal)
  if (answer.isDone && goal.kind === 'milestone') {
    await closeGoalIn(
      trx,
      deps,
      person,
      { goal, channel: team.channel },
      { as: 'reached', note: answer.note },
    )
  }
  return { goal: (await goalById(trx, workspace, goal.id)) ?? goal, answer }
}

/** Which period it fills, on the clock of the person who is asked for the goal. */
async function placement(trx: Trx, deps: Deps, goal: Goal, team: Team, now: Instant): Promise<Placed> {
  const owner = await personOf(trx, goal.workspace, goal.owner)
  const zone = owner?.zone ?? team.zone
  const asking = await askingOf(deps, team, { zone, holidaysOf: owner?.holidaysOf })
  const current = asking.latest(now)
  return placeAnswer({
    now,
    cadence: team.cadence,
    windowHours: team.windowHours,
    current,
    next: asking.next(now),
    asked: await askedNow(trx, goal, team, periodKeyOf(team.cadence, current.date)),
  })
}

async function askedNow(trx: Trx, goal: Goal, team: Team, periodKey: Placed['periodKey']) {
  const { workspace } = goal
  const ask = await askFor(trx, workspace, { team: team.id, person: goal.owner, periodKey })
  if (ask === undefined) return undefined
  const items = await itemsOf(trx, workspace, [ask.id])
  const isListed = items.some((item) => item.goal === goal.id)
  if (!isListed && ask.state !== 'answered-early') return undefined
  const answered = await answeredIn(trx, workspace, [goal.id], periodKey)
  return { isAnswered: answered.has(goal.id) }
}
