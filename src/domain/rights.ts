import type { Goal } from './goal.ts'
import type { Person } from './people.ts'
import type { PersonId } from './types.ts'

/** Who may do what with a goal, PRODUCT.md §11. */

/** Where a person stands towards a goal's team. */
export interface Standpoint {
  readonly person: PersonId
  readonly isMember: boolean
  readonly isLead: boolean
}

/** Whom a goal names, and who else may know of it. */
export type Named = Pick<Goal, 'owner' | 'coOwners' | 'partner' | 'visibility'>

/** People outside the channel see nothing of it, but those whom the goal names. */
export function maySee(goal: Named, from: Standpoint): boolean {
  if (isNamedIn(goal, from.person) || from.isLead) return true
  return goal.visibility === 'team' && from.isMember
}

/** Edit, close and reopen. */
export function mayChange(goal: Goal, from: Standpoint): boolean {
  return goal.owner === from.person || from.isLead
}

export function mayAnswer(goal: Pick<Named, 'owner' | 'coOwners'>, person: PersonId): boolean {
  return goal.owner === person || goal.coOwners.includes(person)
}

/** A baseline moved after the lock needs someone who is not its owner alone. */
export function mayApproveBaseline(goal: Goal, from: Standpoint): boolean {
  return from.isLead || goal.partner === from.person
}

const isNamedIn = (goal: Named, person: PersonId): boolean =>
  mayAnswer(goal, person) || goal.partner === person

/** `leads` is undefined where the channel has no team yet: then whoever is in it may make one. */
export function maySetUp(
  actor: Pick<Person, 'id' | 'isAdmin'>,
  members: readonly PersonId[],
  leads: readonly PersonId[] | undefined,
): boolean {
  if (leads === undefined) return members.includes(actor.id)
  const isLeadLeft = leads.some((lead) => members.includes(lead))
  return leads.includes(actor.id) || (actor.isAdmin && !isLeadLeft)
}
