import type { ChannelFacts, Person } from './people.ts'
import type { DraftRefusal, Refusal } from './refusals.ts'
import type { PersonId } from './types.ts'

/** Where goals may live and who may own them, PRODUCT.md §11. */

/** Why a channel cannot run goals; undefined when it can. */
export function channelRefusal(channel: ChannelFacts): Refusal | undefined {
  if (channel.isDirect) return { kind: 'choose-team' }
  if (channel.isArchived) return { kind: 'channel-archived', channel: channel.name }
  if (channel.isShared) return { kind: 'channel-shared', channel: channel.name }
  if (!channel.isMember) return { kind: 'not-in-channel', channel: channel.name }
  return undefined
}

/** A person of this organisation who can be written to. */
export function isAble(person: Person): boolean {
  return !(person.isBot || person.isDeactivated || person.isForeign)
}

/** Why this person cannot own a goal in a channel with these members; undefined when they can. */
export function ownerRefusal(owner: Person, members: readonly PersonId[]): DraftRefusal | undefined {
  if (owner.isBot) return { kind: 'owner-bot' }
  if (owner.isForeign) return { kind: 'owner-foreign' }
  if (owner.isDeactivated) return { kind: 'owner-deactivated' }
  return members.includes(owner.id) ? undefined : { kind: 'owner-not-in-channel' }
}

export interface Helpers {
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
}

/** Who was chosen to help and could not answer, or is hidden from us. */
export function helperRefusals(
  { coOwners, partner }: Helpers,
  known: ReadonlyMap<PersonId, Person>,
): readonly DraftRefusal[] {
  const unable = (as: 'partner' | 'co-owner', id: PersonId) => {
    const person = known.get(id)
    return person !== undefined && isAble(person)
      ? []
      : [{ kind: 'helper-unable', as, name: person?.name } as const]
  }
  return [
    ...coOwners.flatMap((id) => unable('co-owner', id)),
    ...(partner === undefined ? [] : unable('partner', partner)),
  ]
}

/** Co-owners as they are stored: once each, never the owner, nobody who could not answer. */
export function coOwnersFrom(owner: PersonId, asked: readonly Person[]): readonly PersonId[] {
  return [...new Set(asked.filter(isAble).map((person) => person.id))].filter((id) => id !== owner)
}

/** Bots and other organisations' people are left out: a partner may read private goals. */
export function partnerFrom(asked: Person | undefined): PersonId | undefined {
  return asked !== undefined && isAble(asked) ? asked.id : undefined
}
