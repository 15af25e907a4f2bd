import type { Db } from '../../db/schema.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { type HeardMessage, hearReply } from '../../src/usecases/hear-reply.ts'
import { planDue } from '../../src/usecases/plan-due.ts'
import { ensureSchedules } from '../../src/usecases/schedules.ts'
import type { FreshDatabase } from './databases.ts'
import { acme, ana, aTeam, channelId, instant } from './people.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from './stored.ts'

/** Teams that ask and people who answer, at moments that a test names. */
export interface AnsweringWorld {
  readonly db: Db
  at(iso: string): Deps
  /** Plans everything due by then. */
  plansAt(iso: string): Promise<void>
  /** In the direct messages, written then and heard when it `arrives`; the same `ts`, which is any name, again is the same message. */
  says(
    person: Person,
    iso: string,
    text: string,
    message?: Partial<HeardMessage> & { readonly arrives?: string },
  ): Promise<void>
  /** `2026-W21 asked`, oldest first. */
  asks(): Promise<readonly string[]>
  /** `2026-W21 on-time 14`, live answers only, oldest first. */
  answers(): Promise<readonly string[]>
  /** `prompt U0ANA 2026-05-18 planned`, boards left out. */
  occurrences(): Promise<readonly string[]>
}

const DM = channelId('D0DM')
/** Of an edit its own moment. */
const versions: Partial<Record<HeardMessage['change'], string>> = { new: '0', deleted: '9' }

/** From Sunday, 17 May 2026; the first Monday is the 18th, week 21. */
export async function answeringWorld(
  fresh: FreshDatabase,
  given: {
    readonly teams?: readonly Team[]
    readonly people?: readonly Person[]
    readonly goals: readonly Goal[]
  },
): Promise<AnsweringWorld> {
  const { db } = fresh
  const { teams = [aTeam()], people = [ana], goals } = given
  const at = (iso: string) => fresh.deps(instant(iso))
  await storeWorkspace(db, acme)
  for (const person of people) await storePerson(db, person)
  for (const team of teams) await storeTeam(db, team, people)
  for (const goal of goals) await storeGoal(db, goal)
  for (const team of teams) await ensureSchedules(db, at('2026-05-17T12:00Z'), team, people)
  const named = new Map<string, string>()
  let count = 0
  return {
    db,
    at,
    async plansAt(iso) {
      await planDue(at(iso), (_, fault) => {
        throw fault
      })
    },
    async says(person, iso, text, { arrives = iso, ...message } = {}) {
      count += 1
      const written = `${(instant(iso) / 1000).toFixed(3)}${String(count % 1000).padStart(3, '0')}`
      const name = message.ts ?? written
      const ts = named.get(name) ?? written
      named.set(name, ts)
      const heard = { change: 'new', channel: DM, threadTs: undefined, isDirect: true, text } as const
      const version = versions[message.change ?? 'new'] ?? written
      await hearReply(at(arrives), person, { ...heard, key: `event:${ts}`, ...message, version, ts })
    },
    async asks() {
      const rows = await db.selectFrom('ask').select(['period_key', 'state']).orderBy('prompt_at').execute()
      return rows.map((row) => `${row.period_key} ${row.state}`)
    },
    async answers() {
      const rows = await db
        .selectFrom('answer')
        .innerJoin('check_in', 'check_in.id', 'answer.check_in_id')
        .leftJoin('reversal', 'reversal.answer_id', 'answer.id')
        .where('reversal.answer_id', 'is', null)
        .select(['check_in.period_key', 'answer.timeliness', 'answer.value'])
        .orderBy('answer.at')
        .orderBy('answer.id')
        .execute()
      return rows.map((row) => `${row.period_key} ${row.timeliness} ${row.value}`)
    },
    async occurrences() {
      const rows = await db
        .selectFrom('occurrence')
        .selectAll()
        .where('kind', '=', 'prompt')
        .orderBy('due_at')
        .execute()
      return rows.map((row) => `${row.subject} ${row.local_date} ${row.reason ?? row.state}`)
    },
  }
}
