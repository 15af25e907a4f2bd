import { z } from 'zod'
import type { Muted, Person, Stop } from '../src/domain/people.ts'
import { fixedZone, isZone } from '../src/domain/time.ts'
import type { Instant, Language, PersonId, Place, WorkspaceId, Zone } from '../src/domain/types.ts'
import { flag, instant, instantOrNone, isSet, languages, localDate, place } from './columns.ts'
import type { Db, Row } from './schema.ts'

/** What Slack says of a person. */
export interface PersonFacts {
  readonly id: PersonId
  readonly name: string
  /** As Slack names it; the runtime may not know it. */
  readonly zone: string | undefined
  /** Its minutes from UTC at that moment, for a zone this runtime lacks. */
  readonly zoneOffset?: number | undefined
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
  readonly isNewsMuted?: boolean
  readonly mutedAt?: Instant | undefined
  readonly holidaysOf?: Place | undefined
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
      'preference.is_news_muted',
      'preference.holidays_of as own_holidays_of',
      'preference.muted_at',
      'preference.stopped_at',
      'preference.stopped_until',
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
    zone_offset: facts.zoneOffset ?? null,
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
    is_news_muted: flag(chosen.isNewsMuted === true),
    muted_at: chosen.mutedAt ?? null,
    is_off_board: flag(chosen.isOffBoard),
    holidays_of: chosen.holidaysOf ?? null,
  }
  await db
    .insertInto('preference')
    .values({ workspace_id: workspace, person_id: person, ...columns })
    .onConflict((same) => same.columns(['workspace_id', 'person_id']).doUpdateSet(columns))
    .execute()
}

/** Pauses everything for the person, or ends the pause. */
export async function saveStop(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  stop: Stop | undefined,
): Promise<void> {
  const columns = { stopped_at: stop?.since ?? null, stopped_until: stop?.until ?? null }
  await db
    .insertInto('preference')
    .values({ workspace_id: workspace, person_id: person, muted: 'nothing', is_off_board: 0, ...columns })
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

/** What their Slack status said when it was last looked at. */
export async function statusOf(db: Db, workspace: WorkspaceId, id: PersonId): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('slack_status')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.slack_status
}

export async function saveStatus(
  db: Db,
  workspace: WorkspaceId,
  id: PersonId,
  status: string,
): Promise<void> {
  await db
    .updateTable('person')
    .set({ slack_status: status })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute()
}

interface PersonRow extends Row<'person'> {
  readonly own_zone: string | null
  readonly own_language: string | null
  readonly muted: string | null
  readonly is_off_board: 0 | 1 | null
  readonly is_news_muted: 0 | 1 | null
  readonly muted_at: number | null
  readonly own_holidays_of: string | null
  readonly stopped_at: number | null
  readonly stopped_until: string | null
}

const mutes = z.enum(['nothing', 'reminders', 'everything'])

function toPerson(row: PersonRow): Person {
  const ownLanguage = row.own_language === null ? undefined : languages.parse(row.own_language)
  const language = ownLanguage ?? languageOf(row.locale)
  return {
    id: row.id as PersonId,
    workspace: row.workspace_id as WorkspaceId,
    name: row.name,
    zone: zoneInForce(row),
    lackedZone: lackedZone(row),
    zoneIsOwn: row.own_zone !== null,
    language,
    languageIsOwn: ownLanguage !== undefined,
    locale: localeOf(language, row.locale),
    muted: mutes.parse(row.muted ?? 'nothing'),
    isNewsMuted: row.is_news_muted === 1,
    mutedAt: instantOrNone(row.muted_at),
    stop: stopOf(row),
    holidaysOf: place(row.own_holidays_of),
    isOffBoard: row.is_off_board !== null && isSet(row.is_off_board),
    isBot: isSet(row.is_bot),
    isDeactivated: isSet(row.is_deactivated),
    isForeign: isSet(row.is_foreign),
    isAdmin: isSet(row.is_admin),
    greetedAt: instantOrNone(row.greeted_at),
  }
}

/** A zone that this runtime lacks must not stop anyone from being asked, nor ask them at night. */
function zoneInForce({ own_zone, zone, zone_offset }: PersonRow): Zone {
  const known = [own_zone, zone].find((name) => name !== null && isZone(name))
  return known === undefined || known === null ? fixedZone(zone_offset ?? 0) : (known as Zone)
}

const lackedZone = ({ own_zone, zone }: PersonRow) =>
  own_zone === null && zone !== null && !isZone(zone) ? zone : undefined

function stopOf({ stopped_at, stopped_until }: PersonRow): Stop | undefined {
  if (stopped_at === null) return undefined
  return { since: instant(stopped_at), until: stopped_until === null ? undefined : localDate(stopped_until) }
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
