import { latestAnswersAbout } from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import { enqueue, type Letter } from '../../db/outbox.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import { afterWorkingDays, blockedSince, ladder, type Rung } from '../domain/blocked.ts'
import type { Answer } from '../domain/check-in.ts'
import type { Goal } from '../domain/goal.ts'
import type { Payload } from '../domain/outbox.ts'
import type { Team } from '../domain/people.ts'
import type { SkipReason } from '../domain/skip-reasons.ts'
import { isStoppedAt } from '../domain/stop.ts'
import type { Instant, PersonId } from '../domain/types.ts'
import { askingOf } from './asking.ts'
import type { Deps } from './deps.ts'

/** Who will be told of a block, and when. */
export interface Told {
  readonly rung: Rung
  readonly person: PersonId
  readonly at: Instant
}

/** The partner, where one is named, and two working days later a lead, where the team wants that; on the owner's days. */
export async function rungsOf(
  deps: Pick<Deps, 'db' | 'holidays'>,
  goal: Goal,
  team: Team,
  since: Answer,
): Promise<readonly Told[]> {
  const owner = await personOf(deps.db, goal.workspace, goal.owner)
  const zone = owner?.zone ?? team.zone
  const { dayOff } = await askingOf(deps, team, { zone, holidaysOf: owner?.holidaysOf })
  const lead = team.tellsLeads ? team.leads.find((id) => id !== goal.owner && id !== goal.partner) : undefined
  const at = (rung: Rung) => afterWorkingDays(since.at, ladder[rung], zone, dayOff)
  return [
    ...(goal.partner === undefined
      ? []
      : [{ rung: 'partner', person: goal.partner, at: at('partner') } as const]),
    ...(lead === undefined ? [] : [{ rung: 'lead', person: lead, at: at('lead') } as const]),
  ]
}

/** What a new block owes; one that has lasted since an earlier answer owes nothing more. */
export async function oweLadder(trx: Trx, deps: Deps, goal: Goal, team: Team, answer: Answer): Promise<void> {
  if (answer.blocker === undefined) return
  const since = blockedSince(await latestAnswersAbout(trx, goal.workspace, goal.id))
  if (since?.id !== answer.id) return
  for (const { rung, person, at } of await rungsOf({ ...deps, db: trx }, goal, team, answer)) {
    await enqueue(trx, {
      id: deps.newId(),
      workspace: goal.workspace,
      key: `blocked:${answer.id}:${rung}`,
      kind: 'blocked-told',
      payload: { goal: goal.id, answer: answer.id, to: rung },
      target: person,
      dueAt: at,
      plannedFor: at,
    })
  }
}

/** Looked at again right before someone is told. */
export async function againstTelling(
  deps: Deps,
  { workspace, target }: Letter,
  { goal: id, answer, to }: Payload<'blocked-told'>,
): Promise<SkipReason | undefined> {
  const goal = await goalById(deps.db, workspace, id)
  if (goal === undefined || goal.state !== 'active') return 'goal-closed'
  const since = blockedSince(await latestAnswersAbout(deps.db, workspace, id))
  if (since?.id !== answer) return 'unblocked'
  const team = await teamById(deps.db, workspace, goal.team)
  const told = team === undefined ? [] : await rungsOf(deps, goal, team, since)
  const person = await personOf(deps.db, workspace, target as PersonId)
  if (!told.some(({ rung, person: whom }) => rung === to && whom === target)) return 'not-named'
  if (person === undefined || person.isDeactivated) return 'deactivated'
  if (person.isNewsMuted || person.muted === 'everything') return 'muted'
  return isStoppedAt(person, deps.now()) ? 'stopped' : undefined
}
