import { z } from 'zod'
import type { Muted, Person } from '../src/domain/people.ts'
import type { Instant, Language, PersonId, WorkspaceId, Zone } from '../src/domain/types.ts'
import { flag, instantOrNone, isSet, languages, zoneOrUtc } from './columns.ts'
import type { Db, Row } from './schema.ts'

/** What Slack says of a person. */
export interface PersonFacts {
  readonly id: PersonId
  readonly name: string
  /** As Slack names it; the runtime may not know it. */
  readonly zone: string | undefined
  readonly locale: string | undefined
  readonly isBot: boolean
  readonly isDeactivated: boolean
  readonly isForeign: boolean
  readonly isAdmin: boolean
}

/** What a person chose themselves; what they left to Slack is undefined. */
export interface Preferences {
  readonly zone: Zone | undefined
  readonly language: Language | undefined
  readonly muted: Muted
  readonly isOffBoard: boolean
}

export async function personOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Person | undefined> {
  return (await peopleOf(db, workspace, [person])).get(person)
}

/** Those of the given people that are known. */
export async function peopleOf(
  db: Db,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .leftJoin('preference', (join) =>
      join
        .onRef('preference.workspace_id', '=', 'person.workspace_id')
        .onRef('preference.person_id', '=', 'person.id'),
    )
    .selectAll('person')
    .select([
      'preference.zone as own_zone',
      'preference.language as own_language',
      'preference.muted',
      'preference.is_off_board',
    ])
    .where('person.workspace_id', '=', workspace)
    .where('person.id', 'in', [...new Set(people)])
    .execute()
  return new Map(rows.map(toPerson).map((person) => [person.id, person]))
}

/** Takes over what Slack says now; what the person chose and whether they were greeted stays. */
export async function savePerson(
  db: Db,
  workspace: WorkspaceId,
  facts: PersonFacts,
  at: Instant,
): Promise<void> {
  const said = {
    name: facts.name,
    zone: facts.zone ?? null,
    locale: facts.locale ?? null,
    is_bot: flag(facts.isBot),
    is_deactivated: flag(facts.isDeactivated),
    is_foreign: flag(facts.isForeign),
    is_admin: flag(facts.isAdmin),
    fetched_at: at,
  }
  await db
    .insertInto('person')
    .values({ workspace_id: workspace, id: facts.id, greeted_at: null, ...said })
    .onConflict((same) => same.columns(['workspace_id', 'id']).doUpdateSet(said))
    .execute()
}

export async function savePreferences(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  chosen: Preferences,
): Promise<void> {
  const columns = {
    zone: chosen.zone ?? null,
    language: chosen.language ?? null,
    muted: chosen.muted,
    is_off_board: flag(chosen.isOffBoard),
  }
  await db
    .insertInto('preference')
    .values({ workspace_id: workspace, person_id: person, ...columns })
    .onConflict((same) => same.columns(['workspace_id', 'person_id']).doUpdateSet(columns))
    .execute()
}

/** True for exactly one caller per person: who is greeted first explains. */
export async function markGreeted(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  at: Instant,
): Promise<boolean> {
  const greeted = await db
    .updateTable('person')
    .set({ greeted_at: at })
    .where('workspace_id', '=', workspace)
    .where('id', '=', person)
    .where('greeted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return greeted !== undefined
}

interface PersonRow extends Row<'person'> {
  readonly own_zone: string | null
  readonly own_language: string | null
  readonly muted: string | null
  readonly is_off_board: 0 | 1 | null
}

const mutes = z.enum(['nothing', 'reminders', 'everything'])

function toPerson(row: PersonRow): Person {
  const ownLanguage = row.own_language === null ? undefined : languages.parse(row.own_language)
  const language = ownLanguage ?? languageOf(row.locale)
  return {
    id: row.id as PersonId,
    workspace: row.workspace_id as WorkspaceId,
    name: row.name,
    zone: zoneOrUtc(row.own_zone ?? row.zone ?? 'UTC'),
    zoneIsOwn: row.own_zone !== null,
    language,
    languageIsOwn: ownLanguage !== undefined,
    locale: localeOf(language, row.locale),
    muted: mutes.parse(row.muted ?? 'nothing'),
    isOffBoard: row.is_off_board !== null && isSet(row.is_off_board),
    isBot: isSet(row.is_bot),
    isDeactivated: isSet(row.is_deactivated),
    isForeign: isSet(row.is_foreign),
    isAdmin: isSet(row.is_admin),
    greetedAt: instantOrNone(row.greeted_at),
  }
}

/** Slack names Traditional Chinese by place: zh-TW, zh-HK. */
function languageOf(slackLocale: string | null): Language {
  return slackLocale === 'zh-TW' || slackLocale === 'zh-HK' ? 'zh-Hant' : 'en'
}

/** Numbers and dates as at home where home speaks the language in force. */
function localeOf(language: Language, slackLocale: string | null): string {
  if (language === 'zh-Hant') return slackLocale === 'zh-HK' ? 'zh-Hant-HK' : 'zh-Hant-TW'
  return slackLocale !== null && /^en-[A-Z]{2}$/.test(slackLocale) ? slackLocale : 'en-GB'
}
