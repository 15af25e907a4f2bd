import { randomUUID } from 'node:crypto'
import type { Message, ModalView } from '../../views/message.ts'
import type { Person } from '../domain/people.ts'
import type { Clock, PersonId, WorkspaceId } from '../domain/types.ts'
import type { Messages } from '../i18n/say.ts'
import type { SlackClient } from './clients.ts'
import type { PeopleDirectory } from './directory.ts'
import type { Feature, Visit } from './feature.ts'
import type { Log } from './log.ts'

/** What is said when no feature speaks. app.ts makes them of views. */
export interface Screens {
  /** Someone of another organisation, a bot, or a person Slack does not know. */
  outsider(): Message
  /** `reference` is in the log beside the fault. */
  fault(say: Messages, reference: string): Message
  /** Nothing was stored: the disk is full. */
  noSpace(say: Messages, reference: string): Message
  unknownWord(say: Messages, typed: string): Message
  /** Slack gives a command or a click three seconds to open a window. */
  tooLate(say: Messages): Message
  staleButton(say: Messages): Message
  loading(say: Messages): ModalView
  /** A message where only a window can show it. */
  note(say: Messages, message: Message): ModalView
}

/** Everything that the listeners need, wired in app.ts. */
export interface Reception {
  readonly features: readonly Feature[]
  readonly directory: PeopleDirectory
  readonly clientOf: (workspace: WorkspaceId) => SlackClient
  readonly sayTo: (person: Person | undefined) => Messages
  readonly screens: Screens
  readonly now: Clock
  readonly log: Log
  /** Work that goes on behind an answer; a graceful stop waits for it. */
  readonly track: (work: Promise<void>) => void
  /** The person has Home open: it is kept up to date from here on. */
  readonly seesHome: (workspace: WorkspaceId, person: PersonId) => void
  /** After anything a person did: sends what became due and redraws their Home. */
  readonly afterwards: (workspace: WorkspaceId, person: PersonId) => void
}

/** Undefined for people who are no users of ours. */
export async function visitOf(
  desk: Reception,
  workspace: WorkspaceId,
  person: PersonId,
  key: string,
): Promise<Visit | undefined> {
  const known = await desk.directory.person(workspace, person)
  return known === undefined ? undefined : visitBy(desk, known, key)
}

/** The visit of a person we know already; undefined for bots and other organisations' people. */
export function visitBy(desk: Reception, person: Person, key: string): Visit | undefined {
  if (person.isBot || person.isForeign || person.isDeactivated) return undefined
  return { workspace: person.workspace, person, say: desk.sayTo(person), now: desk.now(), key }
}

/** Logs the fault and gives its reference, for the person to quote. */
export function referenceFor(desk: Reception, fault: unknown, what: string): string {
  const reference = randomUUID().slice(0, 8)
  desk.log.error({ err: fault, reference, what }, 'a request failed')
  return reference
}
