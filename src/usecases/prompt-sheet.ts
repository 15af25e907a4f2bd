import { type Ask, type AskItem, asksOfOccurrence, itemsOf, newestAsked } from '../../db/asks.ts'
import { answeredIn } from '../../db/check-ins.ts'
import { goalsById } from '../../db/goals.ts'
import { occurrenceById } from '../../db/occurrences.ts'
import { personOf } from '../../db/people.ts'
import type { PromptItem, PromptSheet } from '../domain/check-in.ts'
import type { Person } from '../domain/people.ts'
import { HOUR_MS } from '../domain/time.ts'
import type { GoalId, Instant, OccurrenceId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { standingsOf } from './standings.ts'

/** Sent this long after it was due, a prompt says that it is late. */
const LATE_MS = HOUR_MS / 2

/** All that a prompt asks, as it stands now; undefined when there is no such prompt. */
export async function promptSheet(
  deps: Deps,
  workspace: WorkspaceId,
  id: OccurrenceId,
): Promise<PromptSheet | undefined> {
  const occurrence = await occurrenceById(deps.db, workspace, id)
  const asks = await asksOfOccurrence(deps.db, workspace, id)
  const [first] = asks
  if (occurrence === undefined || first === undefined) return undefined
  const person = await personOf(deps.db, workspace, first.person)
  return {
    occurrence: id,
    person: first.person,
    localDate: occurrence.date,
    items: await itemsNow(deps, workspace, asks),
    windowEnds: Math.min(...asks.map((ask) => ask.windowEnds)) as Instant,
    isFirst: person !== undefined && person.greetedAt === undefined,
    isLate: deps.now() - occurrence.dueAt > LATE_MS,
    isSkipped: asks.every((ask) => ask.state === 'skipped'),
  }
}

async function itemsNow(
  deps: Deps,
  workspace: WorkspaceId,
  asks: readonly Ask[],
): Promise<readonly PromptItem[]> {
  const items = await itemsOf(
    deps.db,
    workspace,
    asks.map((ask) => ask.id),
  )
  const ids = items.map((item) => item.goal)
  const goals = await goalsById(deps.db, workspace, ids)
  const standings = await standingsOf(deps.db, workspace, goals, { goals: ids }, deps.now())
  const answered = await answeredAmong(deps, workspace, asks, items)
  return items.flatMap(({ ask: askId, goal, position }) => {
    const ask = asks.find((one) => one.id === askId)
    const found = standings.find((one) => one.standing.goal.id === goal)
    if (ask === undefined || found === undefined) return []
    const { standing, extra } = found
    // Once its own window has closed, this prompt itself is among the missed ones.
    const missed = extra.missedDue - (ask.state === 'asked' && ask.windowEnds <= deps.now() ? 1 : 0)
    const { periodKey, team } = ask
    return [{ position, standing, ask: askId, periodKey, team, isAnswered: answered.has(goal), missed }]
  })
}

async function answeredAmong(
  deps: Deps,
  workspace: WorkspaceId,
  asks: readonly Ask[],
  items: readonly AskItem[],
): Promise<ReadonlySet<GoalId>> {
  const answered = new Set<GoalId>()
  for (const ask of asks) {
    const goals = items.filter((item) => item.ask === ask.id).map((item) => item.goal)
    for (const goal of await answeredIn(deps.db, workspace, goals, ask.periodKey)) answered.add(goal)
  }
  return answered
}

/** The person's newest prompt, until the one after it is due. */
export async function openPromptOf(
  deps: Deps,
  person: Pick<Person, 'workspace' | 'id'>,
): Promise<PromptSheet | undefined> {
  const ask = await newestAsked(deps.db, person.workspace, person.id)
  if (ask?.occurrence === undefined || deps.now() >= ask.nextPromptAt) return undefined
  const sheet = await promptSheet(deps, person.workspace, ask.occurrence)
  if (sheet === undefined) return undefined
  return { ...sheet, items: sheet.items.filter((item) => item.standing.goal.state === 'active') }
}
