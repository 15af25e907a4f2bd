import { z } from 'zod'
import type { Person } from '../domain/people.ts'
import type { ChannelId, Instant, PersonId, WorkspaceId } from '../domain/types.ts'
import { SlackRefused } from './calls.ts'
import type { SlackClient } from './clients.ts'
import type { ChannelFacts, Directory } from './feature.ts'
import { channelOnWire, personId, userOnWire } from './wire.ts'

/** What Slack says of a person, as it is remembered. */
export interface SlackPerson {
  readonly id: PersonId
  readonly name: string
  /** As Slack names it; this runtime may not know it. */
  readonly zone: string | undefined
  /** Its minutes from UTC just now. */
  readonly zoneOffset: number | undefined
  readonly locale: string | undefined
  readonly isBot: boolean
  readonly isDeactivated: boolean
  readonly isForeign: boolean
  readonly isAdmin: boolean
}

/** Where people are remembered: our own tables, handed in by app.ts. */
export interface Memory {
  personOf(workspace: WorkspaceId, id: PersonId): Promise<Person | undefined>
  peopleOf(workspace: WorkspaceId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>>
  savePerson(workspace: WorkspaceId, facts: SlackPerson, at: Instant): Promise<void>
}

export interface PeopleDirectory extends Directory {
  /** From our own tables alone, without a call to Slack. */
  remembered(workspace: WorkspaceId, id: PersonId): Promise<Person | undefined>
  /** Takes over what an event or a call said about a person. */
  learn(workspace: WorkspaceId, user: z.infer<typeof userOnWire>): Promise<void>
}

export function createDirectory(deps: {
  readonly memory: Memory
  readonly clientOf: (workspace: WorkspaceId) => SlackClient
  readonly now: () => Instant
}): PeopleDirectory {
  const { memory, clientOf, now } = deps

  async function learn(workspace: WorkspaceId, user: z.infer<typeof userOnWire>) {
    await memory.savePerson(workspace, factsOf(workspace, user), now())
  }

  return {
    learn,
    remembered: memory.personOf,
    async person(workspace, id) {
      const known = await memory.personOf(workspace, id)
      if (known !== undefined) return known
      const answer = await unlessUnknown(
        ['user_not_found', 'user_not_visible'],
        clientOf(workspace).read('users.info', { user: id, include_locale: true }, oneUser),
      )
      if (answer === undefined) return undefined
      await learn(workspace, answer.user)
      return memory.personOf(workspace, id)
    },
    async channel(workspace, id) {
      const answer = await unlessUnknown(
        ['channel_not_found', 'missing_scope'],
        clientOf(workspace).read('conversations.info', { channel: id }, oneChannel),
      )
      return answer === undefined ? undefined : channelFacts(answer.channel)
    },
    async members(workspace, id) {
      const ids = await allPages(clientOf(workspace), id)
      // Nobody is looked up one by one here: a channel may have thousands. Whoever matters is met by what they do.
      const known = await memory.peopleOf(workspace, ids)
      return ids.filter((one) => isColleague(known.get(one)))
    },
  }
}

function isColleague(person: Person | undefined): boolean {
  return person === undefined || !(person.isBot || person.isForeign || person.isDeactivated)
}

const oneUser = z.looseObject({ user: userOnWire })
const oneChannel = z.looseObject({ channel: channelOnWire })
const memberPage = z.looseObject({
  members: z.array(personId),
  response_metadata: z.looseObject({ next_cursor: z.string().default('') }).optional(),
})

async function allPages(client: SlackClient, channel: ChannelId): Promise<PersonId[]> {
  const ids: PersonId[] = []
  let cursor = ''
  do {
    const args = { channel, limit: 200, ...(cursor === '' ? {} : { cursor }) }
    const page = await client.read('conversations.members', args, memberPage)
    ids.push(...page.members)
    cursor = page.response_metadata?.next_cursor ?? ''
  } while (cursor !== '')
  return ids
}

function factsOf(workspace: WorkspaceId, user: z.infer<typeof userOnWire>): SlackPerson {
  const names = [user.profile?.display_name, user.real_name, user.profile?.real_name, user.name, user.id]
  return {
    id: user.id,
    name: names.find((name) => name !== undefined && name.trim() !== '') ?? user.id,
    zone: user.tz ?? undefined,
    zoneOffset: typeof user.tz_offset === 'number' ? Math.round(user.tz_offset / 60) : undefined,
    locale: user.locale ?? undefined,
    isBot: user.is_bot || user.id === 'USLACKBOT',
    isDeactivated: user.deleted,
    isForeign: user.is_stranger || (user.team_id !== undefined && user.team_id !== workspace),
    isAdmin: user.is_admin || user.is_owner,
  }
}

function channelFacts(channel: z.infer<typeof channelOnWire>): ChannelFacts {
  return {
    id: channel.id,
    name: channel.name,
    isMember: channel.is_member,
    isArchived: channel.is_archived,
    isShared: channel.is_ext_shared,
    isDirect: channel.is_im,
  }
}

async function unlessUnknown<T>(codes: readonly string[], answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (fault) {
    if (fault instanceof SlackRefused && codes.includes(fault.code)) return undefined
    throw fault
  }
}
