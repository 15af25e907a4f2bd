import type { Goal, GoalTerms, GoalVersion, Standing, Step } from '../../src/domain/goal.ts'
import type { Person, Team } from '../../src/domain/people.ts'
import { defaultSettings } from '../../src/domain/people.ts'
import { isLocalDate, isWallTime, isZone } from '../../src/domain/time.ts'
import type {
  AnswerId,
  ChannelId,
  GoalId,
  Instant,
  LocalDate,
  PersonId,
  StepId,
  TeamId,
  WallTime,
  WorkspaceId,
  Zone,
} from '../../src/domain/types.ts'

/** The people, teams and goals tests talk about. Every builder has defaults; a test names only what it is about. */

export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`no such day: ${text}`)
  return text
}

/** `2026-05-16T09:00Z`; an offset is required. */
export function instant(text: string): Instant {
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || !/(Z|[+-]\d{2}:?\d{2})$/.test(text)) throw new Error(`no such moment: ${text}`)
  return ms as Instant
}

export function zone(name: string): Zone {
  if (!isZone(name)) throw new Error(`no such zone: ${name}`)
  return name
}

export function wall(text: string): WallTime {
  if (!isWallTime(text)) throw new Error(`no such time: ${text}`)
  return text
}

export const personId = (text: string) => text as PersonId
export const goalId = (text: string) => text as GoalId
export const stepId = (text: string) => text as StepId
export const teamId = (text: string) => text as TeamId
export const answerId = (text: string) => text as AnswerId
export const channelId = (text: string) => text as ChannelId
export const workspaceId = (text: string) => text as WorkspaceId

export const acme = workspaceId('T0ACME')
/** Another workspace: nothing of it may ever show. */
export const globex = workspaceId('T0GLOBEX')
export const salesChannel = channelId('C0SALES')

export function aPerson(known: Partial<Person> = {}): Person {
  return {
    id: personId('U0SOMEONE'),
    workspace: acme,
    name: 'Someone',
    zone: zone('Europe/Berlin'),
    zoneIsOwn: false,
    language: 'en',
    languageIsOwn: false,
    locale: 'en-GB',
    muted: 'nothing',
    isNewsMuted: false,
    mutedAt: undefined,
    stop: undefined,
    lackedZone: undefined,
    holidaysOf: undefined,
    isOffBoard: false,
    isBot: false,
    isDeactivated: false,
    isForeign: false,
    isAdmin: false,
    greetedAt: undefined,
    ...known,
  }
}

export const ana = aPerson({ id: personId('U0ANA'), name: 'Ana' })
export const ben = aPerson({
  id: personId('U0BEN'),
  name: 'Ben',
  zone: zone('America/New_York'),
  locale: 'en-US',
})
export const chen = aPerson({
  id: personId('U0CHEN'),
  name: 'Chen',
  zone: zone('Asia/Taipei'),
  language: 'zh-Hant',
  locale: 'zh-Hant-TW',
})
export const dee = aPerson({ id: personId('U0DEE'), name: 'Dee', zone: zone('Europe/London') })
export const eve = aPerson({ id: personId('U0EVE'), name: 'Eve', zone: zone('America/Sao_Paulo') })
export const finn = aPerson({ id: personId('U0FINN'), name: 'Finn', zone: zone('Asia/Kathmandu') })

export function aTeam(known: Partial<Team> = {}): Team {
  return {
    ...defaultSettings,
    zone: zone('Europe/Berlin'),
    id: teamId('00000000-0000-7000-8000-00000000beef'),
    workspace: acme,
    channel: salesChannel,
    channelName: 'sales',
    channelState: 'open',
    isShared: false,
    leads: [ana.id],
    createdAt: instant('2026-04-01T07:00Z'),
    ...known,
  }
}

/** Sign 20 deals from April through June 2026. */
export function someTerms(known: Partial<GoalTerms> = {}): GoalTerms {
  return {
    title: 'Sign 20 deals',
    measure: 'deals-won',
    kind: 'cumulative',
    direction: 'up',
    unit: { kind: 'count', noun: 'deals' },
    baseline: 0,
    target: 20,
    low: undefined,
    high: undefined,
    start: day('2026-04-01'),
    due: day('2026-06-30'),
    levers: undefined,
    why: undefined,
    parent: undefined,
    firstStep: undefined,
    history: undefined,
    kpi: undefined,
    verdict: undefined,
    confidence: undefined,
    curve: { kind: 'linear' },
    steps: [],
    size: 'medium',
    isAspirational: false,
    ...known,
  }
}

/** A milestone that is not done, due with its goal. */
export function aStep(known: Partial<Step> = {}): Step {
  return {
    id: stepId('step-1'),
    title: 'Agree on prices',
    weight: 1,
    due: undefined,
    assignee: undefined,
    after: [],
    isDone: false,
    doneBy: undefined,
    doneAt: undefined,
    ...known,
  }
}

/** Ana's, the team's, `G-12`, without a reading yet. */
export function aGoal(known: Partial<Goal> = {}): Goal {
  return {
    ...someTerms(),
    id: goalId('00000000-0000-7000-8000-000000000012'),
    workspace: acme,
    number: 12,
    team: aTeam().id,
    owner: ana.id,
    coOwners: [],
    partner: undefined,
    visibility: 'team',
    createdBy: ana.id,
    createdAt: instant('2026-04-01T08:00Z'),
    state: 'active',
    closedAt: undefined,
    closingNote: undefined,
    firstCheckInAt: undefined,
    version: 1,
    last: undefined,
    ownWord: undefined,
    ...known,
  }
}

/** The goal with its newest value, true at `at`. */
export function withValue(goal: Goal, value: number, at = instant('2026-05-16T07:00Z')): Goal {
  return { ...goal, last: { value, at }, firstCheckInAt: goal.firstCheckInAt ?? at }
}

/** The creation of `aGoal()`, counting from then. */
export function aVersion(known: Partial<GoalVersion> = {}): GoalVersion {
  const { id, createdAt } = aGoal()
  return {
    goal: id,
    version: 1,
    terms: someTerms(),
    by: ana.id,
    at: createdAt,
    reason: undefined,
    ease: 'same',
    countsFrom: createdAt,
    ...known,
  }
}

/** 12 of 20 deals at half time: ahead of the plan. */
export function aStanding(known: Partial<Standing> = {}): Standing {
  return {
    goal: withValue(aGoal(), 12),
    today: day('2026-05-16'),
    progress: 0.6,
    expected: 0.5,
    expectedValue: 10,
    status: 'on-track',
    computed: 'on-track',
    daysLeft: 45,
    bufferDays: 9,
    neededPerWeek: 8 / (45 / 7),
    ...known,
  }
}
