import { goalsById, goalsOwnedBy } from '../../db/goals.ts'
import type { Db } from '../../db/schema.ts'
import {
  type AskedGoal,
  askedOf,
  type LoggedLetter,
  lettersTo,
  type OwedOccurrence,
  owedTo,
  type Span,
} from '../../db/sent-log.ts'
import { allTeams } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import type { Team } from '../domain/people.ts'
import { inOrder, type LogEntry } from '../domain/sent-log.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { GoalId, PersonId, WorkspaceId } from '../domain/types.ts'

/** A reminder may belong to the prompt of a month ago. */
const PROMPT_BEFORE_MS = 40 * DAY_MS

interface Whose {
  readonly people: readonly PersonId[]
  /** Whose leaderboards count too. */
  readonly teams: readonly Team[]
}

/**
 * Everything that people were or are to be asked and told in that span, and what was left out, with its reason; the oldest
 * first. Read from what the planner and the sender wrote, so that it is what happened.
 */
export async function sentLog(
  db: Db,
  workspace: WorkspaceId,
  whose: Whose,
  span: Span,
): Promise<readonly LogEntry[]> {
  const { people, teams } = whose
  const before = { from: addMs(span.from, -PROMPT_BEFORE_MS), until: span.until }
  const own = await goalsOwnedBy(db, workspace, people)
  const subjects = [...people, ...teams.map(({ id }) => id)]
  const occurrences = await owedTo(db, workspace, subjects, span)
  const letters = await lettersTo(db, workspace, await targetsOf(db, workspace, whose, own), span)
  const asked = await askedOf(db, workspace, people, before)
  const goals = await goalsNamed(db, workspace, own, [...asked, ...letters])
  const found: Found = {
    whose,
    asked: Map.groupBy(asked, ({ occurrence }) => occurrence),
    goals: new Map(goals.map((goal) => [goal.id, goal])),
    own: new Set(own.map(({ id }) => id)),
  }
  const written = new Set(
    letters.flatMap(({ kind, occurrence }) => (kind === 'reminder' ? [] : (occurrence ?? []))),
  )
  const entries = [
    ...letters.flatMap((letter) => ofLetter(letter, found)),
    ...occurrences
      .filter(({ id, state }) => state === 'skipped' && !written.has(id))
      .map((one) => ofSkipped(one, found)),
  ]
  return entries.toSorted((a, b) => a.at - b.at || inOrder(a, b))
}

/** Whoever may have been told of their goals, and they themselves. */
async function targetsOf(
  db: Db,
  workspace: WorkspaceId,
  { people, teams }: Whose,
  own: readonly Goal[],
): Promise<readonly string[]> {
  const owning = new Set(own.map((goal) => goal.team))
  const all = await allTeams(db, workspace)
  const leads = all.filter(({ id }) => owning.has(id)).flatMap((team) => team.leads)
  const partners = own.flatMap(({ partner }) => partner ?? [])
  return [...new Set<string>([...people, ...leads, ...partners, ...teams.map(({ channel }) => channel)])]
}

async function goalsNamed(
  db: Db,
  workspace: WorkspaceId,
  own: readonly Goal[],
  naming: readonly { readonly goal: GoalId | undefined }[],
): Promise<readonly Goal[]> {
  const known = new Set(own.map(({ id }) => id))
  const others = new Set(naming.flatMap(({ goal }) => (goal === undefined || known.has(goal) ? [] : [goal])))
  return [...own, ...(await goalsById(db, workspace, [...others]))]
}

interface Found {
  readonly whose: Whose
  readonly asked: ReadonlyMap<string, readonly AskedGoal[]>
  readonly goals: ReadonlyMap<GoalId, Goal>
  /** Goals of the people themselves. */
  readonly own: ReadonlySet<GoalId>
}

function ofLetter(letter: LoggedLetter, found: Found): readonly LogEntry[] {
  const { kind, outcome, at, reason, nth } = letter
  const said = { kind, outcome, at, reason: outcome === 'skipped' ? reason : undefined, nth }
  const { people, teams } = found.whose
  if (kind === 'leaderboard') {
    const of = teams.filter(({ channel }) => channel === letter.target).map(({ id }) => id)
    return of.length === 0 ? [] : [{ ...said, to: undefined, about: undefined, teams: of, goals: [] }]
  }
  const to = letter.target as PersonId
  const isTheirs = people.includes(to)
  const goal = letter.goal && found.goals.get(letter.goal)
  if (goal !== undefined && (isTheirs || found.own.has(goal.id)))
    return [{ ...said, to, about: goal.owner, teams: [goal.team], goals: [goal] }]
  if (letter.occurrence === undefined || !isTheirs) return []
  return [{ ...said, to, about: to, ...askedFor(letter.occurrence, found) }]
}

function ofSkipped({ id, kind, subject, dueAt, reason }: OwedOccurrence, found: Found): LogEntry {
  const skipped = { kind, at: dueAt, nth: undefined, outcome: 'skipped', reason } as const
  if (kind === 'leaderboard') {
    const teams = found.whose.teams.filter((team) => team.id === subject).map((team) => team.id)
    return { ...skipped, to: undefined, about: undefined, teams, goals: [] }
  }
  const person = subject as PersonId
  return { ...skipped, to: person, about: person, ...askedFor(id, found) }
}

function askedFor(occurrence: string, { asked, goals }: Found): Pick<LogEntry, 'teams' | 'goals'> {
  const parts = asked.get(occurrence) ?? []
  return {
    teams: [...new Set(parts.map(({ team }) => team))],
    goals: parts.flatMap(({ goal }) => (goal && goals.get(goal)) ?? []),
  }
}
