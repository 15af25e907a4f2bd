import { goalsOwnedBy } from '../../db/goals.ts'
import { kpisIn } from '../../db/kpis.ts'
import { membersOf } from '../../db/members.ts'
import { peopleOf } from '../../db/people.ts'
import type { Db } from '../../db/schema.ts'
import { teamsWith } from '../../db/teams.ts'
import type { CustomKpi } from '../domain/custom-kpi.ts'
import type { Calendar } from '../domain/due/calendar.ts'
import type { Goal } from '../domain/goal.ts'
import { orderTold } from '../domain/import/values.ts'
import type { Person, Team } from '../domain/people.ts'
import { isDayFirst } from '../domain/reply/day-order.ts'
import { localDateOf } from '../domain/time.ts'
import type { ImportFile } from '../domain/transfer.ts'
import type { Instant, PersonId, TeamId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { pause } from './pause.ts'
import { seenAmong } from './seen-goals.ts'

/** A file with what its reader chose beside it. */
export interface Importing {
  readonly file: ImportFile
  /** Of the file's bytes: the same file again makes the same goals. */
  readonly fingerprint: string
  /** For goals that name no team of the actor's. */
  readonly team: TeamId | undefined
}

/** Everything the rows of a file may mean, looked up once and with the actor's right. */
export interface ImportFacts extends Importing {
  readonly began: Instant
  readonly actor: Person
  readonly calendar: Calendar
  /** Whose channel the actor is in or leads. */
  readonly teams: readonly Team[]
  readonly members: ReadonlyMap<TeamId, readonly PersonId[]>
  readonly people: ReadonlyMap<PersonId, Person>
  readonly kpis: readonly CustomKpi[]
  /** What a person owned before anything of the file was taken, as far as the actor may see it. */
  readonly ownedBy: (db: Db, owner: PersonId) => Promise<readonly Goal[]>
}

export async function importFacts(deps: Deps, actor: Person, importing: Importing): Promise<ImportFacts> {
  const { db } = deps
  const { workspace } = actor
  const teams = await teamsWith(db, workspace, actor.id)
  const members = new Map<TeamId, readonly PersonId[]>()
  for (const team of teams) {
    const here = await membersOf(db, workspace, team.id)
    members.set(
      team.id,
      here.map(({ person }) => person),
    )
  }
  const named = [...members.values()].flat()
  const people = await peopleOf(db, workspace, [actor.id, ...named, ...idsIn(importing.file)])
  const owned = new Map<PersonId, Promise<readonly Goal[]>>()
  return {
    ...importing,
    began: deps.now(),
    actor,
    calendar: await calendarFor(deps, actor, importing.file),
    teams,
    members,
    people,
    kpis: await kpisIn(db, workspace),
    ownedBy(inside, owner) {
      const known = owned.get(owner) ?? goalsSeen(inside, actor, owner)
      owned.set(owner, known)
      return known
    },
  }
}

async function goalsSeen(db: Db, actor: Person, owner: PersonId): Promise<readonly Goal[]> {
  const goals = await goalsOwnedBy(db, actor.workspace, [owner])
  return owner === actor.id ? goals : seenAmong(db, actor, goals)
}

async function calendarFor(deps: Deps, actor: Person, file: ImportFile): Promise<Calendar> {
  return {
    today: localDateOf(deps.now(), actor.zone),
    firstMonth: 1,
    isDayFirst: await isDayFirstIn(file, isDayFirst(actor.locale)),
  }
}

const ROWS_AT_ONCE = 1000

/** A file writes all its days in one order: where any of them can only be read in one, all are. */
async function isDayFirstIn({ goals, readings }: ImportFile, otherwise: boolean): Promise<boolean> {
  for (const { cells } of goals) {
    const order = orderTold(cells.due) ?? orderTold(cells.start)
    if (order !== undefined) return order === 'day-first'
  }
  for (const [index, { date, at }] of readings.entries()) {
    if (index % ROWS_AT_ONCE === 0) await pause()
    const order = orderTold(date ?? at)
    if (order !== undefined) return order === 'day-first'
  }
  return otherwise
}

const idsIn = ({ goals }: ImportFile): readonly PersonId[] =>
  goals.flatMap(({ cells, steps }) => [
    ...peopleIds(cells.owner_id),
    ...peopleIds(cells.owner),
    ...peopleIds(cells.co_owner_ids),
    ...peopleIds(cells.partner_id),
    ...steps.flatMap(({ assignee }) => peopleIds(assignee)),
  ])

/** Slack's ids in a cell, bare or as mentions. They name someone only where this workspace knows them. */
export const peopleIds = (cell: string | undefined): readonly PersonId[] =>
  [...(cell ?? '').matchAll(/\b[UW][A-Z0-9]{2,20}\b/g)].map(([id]) => id as PersonId)

/** What makes a goal of a file the same goal again. */
export const sourceOf = ({ fingerprint }: Pick<ImportFacts, 'fingerprint'>, line: number, owner: PersonId) =>
  `import:${fingerprint}:${line}:${owner}`
