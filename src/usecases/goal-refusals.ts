import { goalsOf } from '../../db/goals.ts'
import { kpiById } from '../../db/kpis.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { MOST_DEPTH, misplacement } from '../domain/alignment.ts'
import { channelRefusal, helperRefusals, isAble, ownerRefusal } from '../domain/channel-rules.ts'
import { duplicateOf, MOST_GOALS } from '../domain/duplicates.ts'
import type { Goal, GoalDraft, GoalTerms } from '../domain/goal.ts'
import { checkDraft } from '../domain/goal-rules.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { localDateOf } from '../domain/time.ts'
import type { GoalId, LocalDate, PersonId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { ancestorsOf, descendantsOf } from './family.ts'
import { goalSeenBy } from './goal-for.ts'
import type { ChannelNow } from './team-for-channel.ts'

/** What was looked up in Slack before; the transaction makes no calls. */
export interface NewGoalFacts extends ChannelNow {
  readonly owner: Person
  readonly coOwners: readonly Person[]
  readonly partner: Person | undefined
  /** The submission's inbox key: the same one again gives the goal it made, not a second. */
  readonly key: string
}

/** Everything that is wrong with a new goal, all at once. */
export async function newGoalRefusals(
  trx: Trx,
  deps: Deps,
  actor: Person,
  draft: GoalDraft,
  facts: NewGoalFacts,
): Promise<readonly Refusal[]> {
  if (!isAble(actor)) return [{ kind: 'outsider' }]
  const where = channelRefusal(facts.channel)
  if (where !== undefined) return [where]
  if (!facts.members.includes(actor.id)) return [{ kind: 'outsider' }]
  const { owner } = facts
  if (owner.workspace !== actor.workspace) return [{ kind: 'owner-unknown' }]
  const today = localDateOf(deps.now(), owner.zone)
  const who = ownerRefusal(owner, facts.members)
  return [
    ...(await termsRefusals(trx, actor, draft, today)),
    ...(who === undefined ? [] : [who]),
    ...(facts.partner?.id === owner.id ? [{ kind: 'partner-is-owner' } as const] : []),
    ...helperRefusals(draft, helpersIn(facts)),
    ...(await crowdRefusals(trx, owner, draft)),
    ...(await parentRefusals(trx, actor, draft.parent)),
  ]
}

/** A KPI of the workspace's own says which way is better, as the catalogue's do. */
async function termsRefusals(
  trx: Trx,
  { workspace }: Person,
  terms: GoalTerms,
  today: LocalDate,
): Promise<readonly Refusal[]> {
  const faults = checkDraft(terms, today)
  const kpi = terms.kpi === undefined ? undefined : await kpiById(trx, workspace, terms.kpi)
  const isAgainst = kpi !== undefined && terms.kind === 'reach' && terms.direction !== kpi.direction
  return isAgainst && faults.length === 0 ? [{ kind: 'against-direction', better: kpi.direction }] : faults
}

function helpersIn({ coOwners, partner }: NewGoalFacts): ReadonlyMap<PersonId, Person> {
  const found = partner === undefined ? coOwners : [...coOwners, partner]
  return new Map(found.map((person) => [person.id, person]))
}

async function crowdRefusals(trx: Trx, owner: Person, draft: GoalDraft): Promise<readonly Refusal[]> {
  const others = await goalsOf(trx, owner.workspace, owner.id)
  if (others.length >= MOST_GOALS) return [{ kind: 'too-many-goals', most: MOST_GOALS }]
  const number = duplicateOf(draft, others)
  return number === undefined ? [] : [{ kind: 'duplicate-goal', number }]
}

/**
 * A parent is looked up like any goal a person points at: by workspace and by what they may see. `goal` is what is to hang
 * below it, where it is made already.
 */
export async function parentRefusals(
  trx: Trx,
  actor: Person,
  parent: GoalId | undefined,
  goal?: Goal,
): Promise<readonly Refusal[]> {
  if (parent === undefined) return []
  const seen = await goalSeenBy(trx, actor, { id: parent })
  if (!seen.ok) return [seen.refusal]
  const { workspace } = actor
  const above = await ancestorsOf(trx, workspace, [parent])
  const below = goal === undefined ? [] : [goal, ...(await descendantsOf(trx, workspace, [goal.id]))]
  const refused = misplacement(goal?.id, parent, [...above, ...below])
  if (refused === undefined) return []
  return [refused === 'parent-cycle' ? { kind: refused } : { kind: refused, most: MOST_DEPTH }]
}

/** A goal that is past its day may still be mended; only a new due date must lie ahead. */
export async function editedTermsRefusals(
  trx: Trx,
  deps: Deps,
  actor: Person,
  goal: Goal,
  terms: GoalTerms,
): Promise<readonly Refusal[]> {
  const owner = (await personOf(trx, goal.workspace, goal.owner)) ?? actor
  const faults = await termsRefusals(trx, actor, terms, localDateOf(deps.now(), owner.zone))
  const others = (await goalsOf(trx, goal.workspace, goal.owner)).filter((other) => other.id !== goal.id)
  const twin = duplicateOf(terms, others)
  const isMoved = terms.parent !== goal.parent
  return [
    ...faults.filter((fault) => fault.kind !== 'due-in-past' || terms.due !== goal.due),
    ...(twin === undefined ? [] : [{ kind: 'duplicate-goal', number: twin } as const]),
    ...(isMoved ? await parentRefusals(trx, actor, terms.parent, goal) : []),
  ]
}
