import { asksOfOccurrence } from '../../db/asks.ts'
import { goalById } from '../../db/goals.ts'
import { leavesOf } from '../../db/leaves.ts'
import { lookBackOn } from '../../db/look-backs.ts'
import { occurrenceById } from '../../db/occurrences.ts'
import type { Letter } from '../../db/outbox.ts'
import { personOf } from '../../db/people.ts'
import { snoozedUntil } from '../../db/snoozes.ts'
import { teamById } from '../../db/teams.ts'
import { isOnLeave } from '../domain/leave.ts'
import type { Payload } from '../domain/outbox.ts'
import type { Person } from '../domain/people.ts'
import type { SkipReason } from '../domain/skip-reasons.ts'
import { isStoppedAt } from '../domain/stop.ts'
import { addHours, localDateOf } from '../domain/time.ts'
import type { OccurrenceId, PersonId, WorkspaceId } from '../domain/types.ts'
import { againstTelling } from './blocked-ladder.ts'
import type { Deps } from './deps.ts'
import { isTooOld } from './missed-fire.ts'
import { promptSheet } from './prompt-sheet.ts'
import { currentWeek } from './week-again.ts'

/** Why a letter that was planned is not sent after all; looked at again right before sending, since things change. */
export async function reasonToSkip(deps: Deps, letter: Letter): Promise<SkipReason | undefined> {
  const { kind, payload } = letter.saying
  switch (kind) {
    case 'prompt':
      return againstPrompt(deps, letter.workspace, letter.target as PersonId, payload.occurrence)
    case 'reminder':
      return againstReminder(deps, letter.workspace, letter.target as PersonId, payload.occurrence)
    case 'prompt-again':
      return againstAgain(deps, letter.workspace, letter.target as PersonId, payload)
    case 'blocked-told':
      return againstTelling(deps, letter, payload)
    case 'lead-digest':
      return againstDigest(deps, letter.workspace, letter.target as PersonId)
    case 'look-back':
      return againstLookBack(deps, letter.workspace, letter.target as PersonId, payload)
    case 'milestone-given':
    case 'goals-brought':
      return againstNews(deps, letter.workspace, letter.target as PersonId)
    case 'week-again':
      return againstWeekAgain(deps, letter.workspace, payload)
    case 'leaderboard': {
      const team = await teamById(deps.db, letter.workspace, payload.team)
      if (team === undefined) return 'no-team'
      if (team.channelState !== 'open') return `channel-${team.channelState}`
      return tooOldOccurrence(deps, letter.workspace, letter.occurrence, team.zone)
    }
    default:
      return undefined
  }
}

async function againstDigest(
  deps: Deps,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<SkipReason | undefined> {
  const person = await personOf(deps.db, workspace, id)
  if (person !== undefined && (await isAwayNow(deps, person))) return 'leave'
  return againstNews(deps, workspace, id)
}

/** It was opened again, or looked back on already. */
async function againstLookBack(
  deps: Deps,
  workspace: WorkspaceId,
  owner: PersonId,
  { goal: id, closedAt }: Payload<'look-back'>,
): Promise<SkipReason | undefined> {
  const goal = await goalById(deps.db, workspace, id)
  if (goal?.closedAt !== closedAt) return 'gone'
  if ((await lookBackOn(deps.db, workspace, id)) !== undefined) return 'answered'
  return againstDigest(deps, workspace, owner)
}

/** What concerns somebody is kept from them only where they want to hear nothing. */
async function againstNews(
  deps: Deps,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<SkipReason | undefined> {
  const person = await personOf(deps.db, workspace, id)
  if (person === undefined || person.isDeactivated) return 'deactivated'
  if (person.muted === 'everything') return 'muted'
  return isStoppedAt(person, deps.now()) ? 'stopped' : undefined
}

/** Another week's message stands there by now, or its week is over: what it said then stays. */
async function againstWeekAgain(
  deps: Deps,
  workspace: WorkspaceId,
  { team: id, of }: Payload<'week-again'>,
): Promise<SkipReason | undefined> {
  const team = await teamById(deps.db, workspace, id)
  if (team === undefined) return 'no-team'
  if (team.channelState !== 'open') return `channel-${team.channelState}`
  const current = await currentWeek(deps.db, deps.now(), team)
  return current?.key === of ? undefined : 'too-old'
}

async function againstPrompt(
  deps: Deps,
  workspace: WorkspaceId,
  id: PersonId,
  occurrence: OccurrenceId,
): Promise<SkipReason | undefined> {
  const person = await personOf(deps.db, workspace, id)
  if (person === undefined || person.isDeactivated) return 'deactivated'
  if (person.muted === 'everything') return 'muted'
  if (await isAwayNow(deps, person)) return 'leave'
  if (isStoppedAt(person, deps.now())) return 'stopped'
  return tooOldOccurrence(deps, workspace, occurrence, person.zone)
}

async function againstReminder(
  deps: Deps,
  workspace: WorkspaceId,
  id: PersonId,
  occurrence: OccurrenceId,
): Promise<SkipReason | undefined> {
  const person = await personOf(deps.db, workspace, id)
  if (person === undefined || person.isDeactivated) return 'deactivated'
  if (person.muted !== 'nothing') return 'muted'
  const until = await snoozedUntil(deps.db, workspace, occurrence)
  if (until !== undefined && addHours(until, REST_HOURS) > deps.now()) return 'snoozed'
  return againstMore(deps, person, occurrence)
}

/** What came because it was wished for needs no reminder on its heels. */
const REST_HOURS = 12

/** Put off again since, another letter brings it. Silenced reminders leave what a person asked for themselves. */
async function againstAgain(
  deps: Deps,
  workspace: WorkspaceId,
  id: PersonId,
  { occurrence, until }: Payload<'prompt-again'>,
) {
  const person = await personOf(deps.db, workspace, id)
  if (person === undefined || person.isDeactivated) return 'deactivated'
  if (person.muted === 'everything') return 'muted'
  if ((await snoozedUntil(deps.db, workspace, occurrence)) !== until) return 'snoozed'
  return againstMore(deps, person, occurrence)
}

/** What holds for everything after the prompt itself. */
async function againstMore(deps: Deps, person: Person, occurrence: OccurrenceId) {
  const { workspace } = person
  if (await isAwayNow(deps, person)) return 'leave'
  if (isStoppedAt(person, deps.now())) return 'stopped'
  const asks = await asksOfOccurrence(deps.db, workspace, occurrence)
  const now = deps.now()
  if (asks.length === 0 || asks.every((ask) => now >= ask.nextPromptAt)) return 'too-old'
  if (asks.every((ask) => ask.state === 'skipped')) return 'skipped'
  const sheet = await promptSheet(deps, workspace, occurrence)
  const isOpen = sheet?.items.some((item) => !item.isAnswered && item.standing.goal.state === 'active')
  return isOpen === true ? undefined : 'answered'
}

async function isAwayNow(deps: Deps, person: Person): Promise<boolean> {
  const today = localDateOf(deps.now(), person.zone)
  return isOnLeave(await leavesOf(deps.db, person.workspace, person.id, today), today)
}

async function tooOldOccurrence(
  deps: Deps,
  workspace: WorkspaceId,
  id: OccurrenceId | undefined,
  zone: Parameters<typeof isTooOld>[3],
): Promise<SkipReason | undefined> {
  const occurrence = id && (await occurrenceById(deps.db, workspace, id))
  if (!occurrence) return 'no-occurrence'
  return isTooOld(deps.now(), occurrence.dueAt, occurrence.date, zone) ? 'too-old' : undefined
}
