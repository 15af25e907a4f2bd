import { endLeave, insertLeave, leavesOf, removeLeaves } from '../../db/leaves.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { teamsWith } from '../../db/teams.ts'
import { isOnLeave, type Leave, LONGEST_LEAVE_DAYS, type Span } from '../domain/leave.ts'
import type { LifeTold } from '../domain/life-told.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { awaySpanIn } from '../domain/reply/away-words.ts'
import { isDayFirst } from '../domain/reply/day-order.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { addDays, localDateOf } from '../domain/time.ts'
import type { LocalDate, PersonId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { oweTold } from './leave-told.ts'
import { promptsOnLeave, soonestPrompt } from './next-prompts.ts'
import { note } from './note.ts'
import { refreshExcuses } from './refresh-excuses.ts'

/** Oneself may set one's leave, and leads that of their people; whoever it is about hears of it. */
async function about(
  deps: Deps,
  actor: Person,
  whose: PersonId,
  decide: (trx: Trx, inside: Deps, person: Person) => Promise<LifeTold>,
): Promise<Result<LifeTold, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const inside = { ...deps, db: trx }
    const person = await personOf(trx, actor.workspace, whose)
    if (person === undefined || !(await maySetLeave(inside, actor, person)))
      return refuse({ kind: 'leave-needs-lead' })
    return ok(await decide(trx, inside, person))
  })
}

async function maySetLeave(deps: Deps, actor: Person, person: Person): Promise<boolean> {
  if (actor.id === person.id) return true
  const teams = await teamsWith(deps.db, person.workspace, person.id)
  return teams.some((team) => team.leads.includes(actor.id))
}

/** By dates that were chosen. */
export const setLeave = (deps: Deps, actor: Person, whose: PersonId, span: Span) =>
  about(deps, actor, whose, (trx, inside, person) => setLeaveIn(trx, inside, actor, person, span))

/** By words such as `until Wed`; today is the day of the one who is away. */
export const sayAway = (deps: Deps, actor: Person, whose: PersonId, words: string) =>
  about(deps, actor, whose, (trx, inside, person) => awayIn(trx, inside, actor, person, words))

/** Whoever is away is there again from today on. */
export const comeBack = (deps: Deps, actor: Person, whose: PersonId) =>
  about(deps, actor, whose, (trx, inside, person) => backIn(trx, inside, actor, person))

/** Takes a leave back as if it had never been said. */
export const cancelLeave = (deps: Deps, actor: Person, whose: PersonId, leave: string) =>
  about(deps, actor, whose, async (trx, inside, person) => {
    const today = localDateOf(deps.now(), person.zone)
    const found = (await leavesOf(trx, person.workspace, whose, today)).find(({ id }) => id === leave)
    if (found === undefined) return notAway(inside, actor, person, undefined)
    await removeLeaves(trx, person.workspace, whose, [leave])
    return ended(trx, inside, actor, person, found, found.from > today)
  })

/** Reads when someone is away and sets it down. */
export async function awayIn(
  trx: Trx,
  deps: Deps,
  actor: Person,
  person: Person,
  words: string,
): Promise<LifeTold> {
  const today = localDateOf(deps.now(), person.zone)
  const span = awaySpanIn(words, today, isDayFirst(actor.locale))
  if (span === undefined) return { as: 'unclear', what: 'away', typed: words }
  return setLeaveIn(trx, deps, actor, person, span)
}

/** Beside those that are noted already, also where they overlap: each can be taken back alone. Open prompts are excused where it touches their window. */
async function setLeaveIn(
  trx: Trx,
  deps: Deps,
  actor: Person,
  person: Person,
  span: Span,
): Promise<LifeTold> {
  const { workspace, id } = person
  const fault = faultOf(span, localDateOf(deps.now(), person.zone))
  if (fault !== undefined) return fault
  const { from, back } = span
  const leave: Leave = { from, back, id: deps.newId(), person: id, setBy: actor.id, setAt: deps.now() }
  await insertLeave(trx, workspace, leave)
  const excused = await refreshExcuses(trx, deps, person)
  await note(trx, deps, actor, { action: 'leave', subject: id, details: { from, back } })
  const told = {
    as: 'away',
    leave: leave.id,
    from,
    back,
    prompts: back === undefined ? undefined : await promptsOnLeave(deps, person, leave),
    excusesOpen: excused > 0,
  } as const
  return toldBoth(trx, deps, actor, person, told, leave.id)
}

function faultOf({ from, back }: Span, today: LocalDate): LifeTold | undefined {
  if (back !== undefined && (back <= from || back <= today)) return { as: 'past-leave', back }
  const isLong =
    from > addDays(today, LONGEST_LEAVE_DAYS) ||
    from < addDays(today, -LONGEST_LEAVE_DAYS) ||
    (back !== undefined && back > addDays(from, LONGEST_LEAVE_DAYS))
  return isLong ? { as: 'too-long' } : undefined
}

export async function backIn(trx: Trx, deps: Deps, actor: Person, person: Person): Promise<LifeTold> {
  const { workspace, id } = person
  const today = localDateOf(deps.now(), person.zone)
  const leaves = await leavesOf(trx, workspace, id, today)
  const covering = leaves.filter((one) => isOnLeave([one], today))
  const [first] = covering
  if (first === undefined) return notAway(deps, actor, person, leaves[0]?.from)
  for (const { id: leave, from } of covering)
    await (from === today
      ? removeLeaves(trx, workspace, id, [leave])
      : endLeave(trx, workspace, id, leave, today))
  return ended(trx, deps, actor, person, first)
}

async function ended(
  trx: Trx,
  deps: Deps,
  actor: Person,
  person: Person,
  leave: Leave,
  isAhead = false,
): Promise<LifeTold> {
  await refreshExcuses(trx, deps, person)
  await note(trx, deps, actor, { action: 'back', subject: person.id, details: { from: leave.from } })
  const cancelled = isAhead ? { cancelled: leave.from } : {}
  const told = { as: 'back', next: await soonestPrompt(deps, person), ...cancelled } as const
  return toldBoth(trx, deps, actor, person, told, `${leave.id}:${deps.now()}`)
}

async function notAway(deps: Deps, actor: Person, person: Person, planned: LocalDate | undefined) {
  const of = actor.id === person.id ? undefined : person.id
  return { as: 'not-away', next: await soonestPrompt(deps, person), planned, of } as const
}

/** What a lead did is told to the person too, with the lead's name. */
async function toldBoth(
  trx: Trx,
  deps: Deps,
  actor: Person,
  person: Person,
  told: Extract<LifeTold, { readonly as: 'away' | 'back' }>,
  key: string,
): Promise<LifeTold> {
  if (actor.id === person.id) return told
  await oweTold(trx, deps, person, { ...told, by: actor.id }, `leave:${told.as}:${key}`)
  return { ...told, of: person.id }
}
