import { versionsOf } from '../../db/goal-versions.ts'
import { confidencesIn, lookBackOn, putLookBack } from '../../db/look-backs.ts'
import type { Db, Trx } from '../../db/schema.ts'
import type { Goal } from '../domain/goal.ts'
import { type LookBackDraft, MOST_WORDS, type Outcome, outcomeOf } from '../domain/look-back.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { LookBackSheet } from '../domain/sheets.ts'
import { localDateOf } from '../domain/time.ts'
import type { GoalId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy } from './goal-for.ts'
import { note } from './note.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'
import { tellLookedBack } from './tell.ts'

/** What came of a goal that has ended, and what its owner wrote of it. Theirs alone. */
export async function lookBackSheet(
  deps: Deps,
  actor: Person,
  goal: GoalId,
): Promise<Result<LookBackSheet, Refusal>> {
  const seen = await endedGoalOf(deps.db, actor, goal)
  if (!seen.ok) return seen
  const [owned] = await standingsOf(
    deps.db,
    actor.workspace,
    [seen.value],
    { goals: [goal] },
    deps.now(),
    actor,
  )
  if (owned === undefined) throw new Error(`the owner of goal ${goal} is not known`)
  return ok({
    goal: seen.value,
    outcome: await outcomeFor(deps.db, owned),
    written: await lookBackOn(deps.db, actor.workspace, goal),
  })
}

export async function outcomeFor(db: Db, { standing, owner }: OwnedStanding): Promise<Outcome> {
  const { goal } = standing
  const closedOn = localDateOf(goal.closedAt ?? goal.createdAt, owner.zone)
  const versions = await versionsOf(db, goal.workspace, goal.id)
  return outcomeOf(standing, versions, await confidencesIn(db, goal.workspace, goal.id), closedOn)
}

/** Stores what an owner wrote, again and again as they like; shared, it is told once in the goal's thread. */
export async function writeLookBack(
  deps: Deps,
  actor: Person,
  id: GoalId,
  draft: LookBackDraft,
): Promise<Result<Goal, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await endedGoalOf(trx, actor, id)
    if (!seen.ok) return seen
    const goal = seen.value
    const isShared = draft.isShared && goal.visibility === 'team'
    const said = { ...draft, helped: cut(draft.helped), hindered: cut(draft.hindered), isShared }
    await store(trx, deps, actor, goal, { ...said, isDeclined: false })
    if (isShared) await tellLookedBack(trx, deps, goal)
    return ok(goal)
  })
}

/** "No, thanks": nobody asks again. What is written already stays. */
export async function declineLookBack(deps: Deps, actor: Person, id: GoalId): Promise<Result<Goal, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await endedGoalOf(trx, actor, id)
    if (!seen.ok) return seen
    const written = await lookBackOn(trx, actor.workspace, id)
    if (written === undefined) await store(trx, deps, actor, seen.value, { ...nothing, isDeclined: true })
    return ok(seen.value)
  })
}

const nothing = { helped: undefined, hindered: undefined, lessons: [], isShared: false } as const

async function store(
  trx: Trx,
  deps: Deps,
  actor: Person,
  goal: Goal,
  said: LookBackDraft & { readonly isDeclined: boolean },
): Promise<void> {
  await putLookBack(trx, goal.workspace, goal.id, { ...said, by: actor.id, at: deps.now() })
  await note(trx, deps, actor, {
    action: said.isDeclined ? 'look-back-declined' : 'looked-back',
    subject: goal.id,
    details: {},
  })
}

async function endedGoalOf(db: Db, actor: Person, id: GoalId): Promise<Result<Goal, Refusal>> {
  const seen = await goalSeenBy(db, actor, { id })
  if (!seen.ok) return seen
  const { goal } = seen.value
  if (goal.owner !== actor.id) return refuse({ kind: 'not-your-goal', number: goal.number })
  return goal.state === 'active' ? refuse({ kind: 'goal-open', number: goal.number }) : ok(goal)
}

const cut = (words: string | undefined) =>
  words === undefined ? undefined : [...words].slice(0, MOST_WORDS).join('')
