import { isAble } from '../domain/channel-rules.ts'
import { isSameTitle } from '../domain/import/match.ts'
import type { ChannelFacts, Person, Team } from '../domain/people.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { GoalCells, RowRefusal } from '../domain/transfer.ts'
import type { KpiId, PersonId } from '../domain/types.ts'
import type { NewGoalFacts } from './goal-refusals.ts'
import { type ImportFacts, peopleIds } from './import-facts.ts'

/** Whom and what a row names: looked up, never believed. */

/** Nobody named is the actor; so is whoever made the export, where this workspace does not know them. */
export function ownerOf(cells: GoalCells, facts: ImportFacts): Result<Person, RowRefusal> {
  const { actor, people, file } = facts
  const [id] = [...peopleIds(cells.owner_id), ...peopleIds(cells.owner)]
  const known = id === undefined ? undefined : people.get(id)
  if (known !== undefined) return ok(known.id === actor.id ? actor : known)
  if (id !== undefined && id === file.exporter) return ok(actor)
  const name = cells.owner?.trim() ?? ''
  return name === '' && id === undefined ? ok(actor) : ownerCalled(name === '' ? (id ?? '') : name, facts)
}

function ownerCalled(name: string, facts: ImportFacts): Result<Person, RowRefusal> {
  if (isSameTitle(name, facts.actor.name)) return ok(facts.actor)
  const [mate, ...others] = matesOf(facts).filter((one) => isSameTitle(one.name, name))
  if (mate !== undefined && others.length === 0) return ok(mate)
  return refuse({ kind: 'row-owner-unknown', typed: name })
}

function matesOf({ members, people }: ImportFacts): readonly Person[] {
  const ids = new Set([...members.values()].flat())
  return [...ids].flatMap((id) => people.get(id) ?? [])
}

/** The team named, the one that was chosen, or the only one. */
export function teamOf(cells: GoalCells, { teams, team: chosen }: ImportFacts): Team | undefined {
  const name = cells.team?.replace(/^#/, '') ?? ''
  return (
    teams.find(({ channel }) => channel === cells.team_id?.trim()) ??
    teams.find(({ channelName }) => name !== '' && isSameTitle(channelName, name)) ??
    teams.find(({ id }) => id === chosen) ??
    (teams.length === 1 ? teams[0] : undefined)
  )
}

/** Those this workspace knows and who could answer. */
export const helpersIn = (cell: string | undefined, { people }: ImportFacts): readonly Person[] =>
  peopleIds(cell)
    .flatMap((id) => people.get(id) ?? [])
    .filter(isAble)

export const kpiNamed = (cells: GoalCells, { kpis }: ImportFacts): KpiId | undefined =>
  kpis.find(({ name }) => isSameTitle(name, cells.kpi ?? ''))?.id

/** What Slack said last of the channel stands in for asking anew. */
export function newGoalFacts(
  facts: ImportFacts,
  team: Team,
  who: { readonly owner: Person; readonly coOwners: readonly Person[]; readonly partner: Person | undefined },
  key: string,
): NewGoalFacts {
  const channel: ChannelFacts = {
    id: team.channel,
    name: team.channelName,
    isMember: team.channelState !== 'left',
    isArchived: team.channelState === 'archived',
    isShared: team.isShared,
    isDirect: false,
  }
  const members: readonly PersonId[] = facts.members.get(team.id) ?? []
  return { channel, members, ...who, key }
}
