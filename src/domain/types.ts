/** The words of the product as types. Brands are made at a border (zod), in row mappers (db/) and by newId(). */

declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Slack's team id, `T…`: the tenant. Nothing crosses it. */
export type WorkspaceId = Brand<string, 'WorkspaceId'>
/** Slack's user id, `U…`, unique within its workspace. */
export type PersonId = Brand<string, 'PersonId'>
/** Slack's channel id: `C…`, `G…`, or `D…` for a direct message. */
export type ChannelId = Brand<string, 'ChannelId'>
export type TeamId = Brand<string, 'TeamId'>
export type KpiId = Brand<string, 'KpiId'>
export type GoalId = Brand<string, 'GoalId'>
/** A milestone's, unique within its goal. */
export type StepId = Brand<string, 'StepId'>
export type OccurrenceId = Brand<string, 'OccurrenceId'>
export type AskId = Brand<string, 'AskId'>
export type AnswerId = Brand<string, 'AnswerId'>

/** A moment: epoch milliseconds. */
export type Instant = Brand<number, 'Instant'>
/** A calendar day without a zone: `YYYY-MM-DD`. */
export type LocalDate = Brand<string, 'LocalDate'>
/** A time on a wall clock: `HH:mm`, 24 hours. */
export type WallTime = Brand<string, 'WallTime'>
/** An IANA zone name that this runtime knows. */
export type Zone = Brand<string, 'Zone'>
/** `2026-11-23`, `2026-W48` or `2026-11`, by cadence, in the team's zone. */
export type PeriodKey = Brand<string, 'PeriodKey'>

/** Whose public holidays: a country, or a part of it: `DE`, `DE-BY`. */
export type Place = Brand<string, 'Place'>

export type Language = 'en' | 'zh-Hant'
/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export type Cadence = 'daily' | 'weekly' | 'two-weekly' | 'monthly'
/** Which of a month's such weekdays is meant, or a date of it. */
export type MonthlyOn = 'first' | 'second' | 'third' | 'fourth' | 'last' | 'date'

export type Clock = () => Instant
