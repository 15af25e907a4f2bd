import type { HomeView, Message, ModalView } from '../../views/message.ts'
import type { Person } from '../domain/people.ts'
import type { Result } from '../domain/result.ts'
import type { FileRefusal } from '../domain/transfer.ts'
import type { ChannelId, Instant, PersonId, WorkspaceId } from '../domain/types.ts'
import type { Messages } from '../i18n/say.ts'

/**
 * The contract between what people do (commands/) and Slack. Handlers do no network calls of their own:
 * they return what is to be shown and src/slack delivers it.
 */
export interface Visit {
  readonly workspace: WorkspaceId
  /** Who acts, from the signed payload only. */
  readonly person: Person
  readonly say: Messages
  readonly now: Instant
  /** Unique for this command, click, submission or message: the inbox key. A repeat has the same one. */
  readonly key: string
}

export interface CommandVisit extends Visit {
  readonly channel: ChannelId
  readonly isDirect: boolean
  /** What follows the subcommand, trimmed. */
  readonly words: string
}

export interface Press extends Visit {
  readonly actionId: string
  /** The button's value, or the selected option, person, channel or date. */
  readonly value: string
  readonly from:
    | {
        readonly kind: 'message'
        readonly channel: ChannelId
        readonly ts: string
        readonly isEphemeral: boolean
      }
    | { readonly kind: 'view'; readonly view: OpenView }
}

/** A modal or Home as Slack sends it along. `values` is `state.values`, to be read by its form's zod schema. */
export interface OpenView {
  readonly id: string
  readonly hash: string
  readonly type: 'modal' | 'home'
  readonly callbackId: string
  readonly metadata: string
  readonly values: unknown
}

export interface Submission extends Visit {
  readonly view: OpenView
}

export interface ShortcutVisit extends Visit {
  /** Message shortcuts only: the message it was used on. */
  readonly message: { readonly channel: ChannelId; readonly ts: string; readonly text: string } | undefined
}

/** A message of a person: new, edited or deleted. In channels only thread replies reach a feature. */
export interface Heard extends Visit {
  readonly change: 'new' | 'edited' | 'deleted'
  /** '0' as it was written, an edit's ts, '9' deleted: a later one sorts behind. */
  readonly version: string
  readonly channel: ChannelId
  readonly ts: string
  readonly threadTs: string | undefined
  readonly isDirect: boolean
  /** Slack's entities already turned back into plain characters; '' when deleted. */
  readonly text: string
}

/** A search typed into an external select. */
export interface Lookup extends Visit {
  readonly actionId: string
  readonly typed: string
  readonly metadata: string
}

/** What is shown in answer. */
export type Reply =
  | { readonly show: 'nothing' }
  /** To the person alone: ephemeral in a channel, a message in the DM. */
  | { readonly show: 'message'; readonly message: Message }
  /** In place of the message whose button was pressed. */
  | { readonly show: 'replacement'; readonly message: Message }
  /** A new modal; from inside a modal it is pushed on top. `lacking`: what is said where Slack wants another scope for it. */
  | { readonly show: 'modal'; readonly view: ModalView; readonly lacking?: Message }
  /** The open modal changes in place. `hasStored`: something follows from it, which a form that is being filled has not. */
  | { readonly show: 'updated-modal'; readonly view: ModalView; readonly hasStored?: true }

/**
 * What takes longer than a command may: `meanwhile` at once, `message` in the same place when it is worked out. Of a form it
 * is in the direct messages.
 */
export interface LaterReply {
  readonly show: 'later'
  readonly meanwhile: Message
  readonly message: () => Promise<Message>
}

/** A file, sent into the person's direct messages. What came of it is said where they asked. */
export interface FileReply {
  readonly show: 'file'
  readonly file: Upload
  readonly told: (news: FileNews) => Message
}

export interface Upload {
  readonly name: string
  /** What it is, also for those who do not see it. */
  readonly title: string
  readonly bytes: Uint8Array
  /** Stands above the file, where there is more to say. Slack reads it as markup: what people typed is escaped in it. */
  readonly comment?: string
}

/** The bytes of a file that the person uploaded themselves, `most` at most. */
export type ReadFile = (
  workspace: WorkspaceId,
  person: PersonId,
  file: string,
  most: number,
) => Promise<Result<Uint8Array, FileRefusal>>

export type FileNews =
  | { readonly kind: 'sent' }
  /** The app lacks files:write. */
  | { readonly kind: 'no-scope' }
  /** Slack's own word for why. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It may have arrived. */
  | { readonly kind: 'unsure' }

export type FormReply =
  | { readonly show: 'closed' }
  /** Block id -> sentence. The modal stays open and nothing typed is lost. */
  | { readonly show: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly show: 'updated-modal'; readonly view: ModalView }
  /** Closes the form; what is worked out then comes into the direct messages. */
  | LaterReply
  /** Closes the form and tells the person something, ephemerally or by DM. */
  | { readonly show: 'message'; readonly message: Message; readonly channel: ChannelId | undefined }

/** One thing people do. Only what a feature listens to is present. */
export interface Feature {
  /** The word after /goal; absent for features without a command of their own. */
  readonly name?: string
  readonly aliases?: readonly string[]
  /** The arguments as /goal help shows them: `[G-12]`. */
  readonly usage?: string
  /** The catalogue entry that says in one line what the command does. */
  readonly help?: HelpKey
  /** `run` answers with a form: someone new sees "Loading…" while they are looked up. */
  readonly opensForm?: true
  readonly run?: (visit: CommandVisit) => Promise<Reply | LaterReply>
  /** By action id. */
  readonly presses?: Readonly<Record<string, (press: Press) => Promise<Reply | LaterReply | FileReply>>>
  /** By callback id. */
  readonly forms?: Readonly<Record<string, (submission: Submission) => Promise<FormReply>>>
  /** By callback id. */
  readonly shortcuts?: Readonly<Record<string, (visit: ShortcutVisit) => Promise<Reply>>>
  /** By action id. */
  readonly lookups?: Readonly<Record<string, (lookup: Lookup) => Promise<readonly Option[]>>>
  readonly hears?: (heard: Heard) => Promise<void>
  /** Draws App Home. */
  readonly home?: (visit: Visit) => Promise<HomeView>
}

export interface Option {
  readonly text: string
  readonly value: string
}

export type HelpKey = Extract<keyof Messages, `help.${string}`>

/** What Slack knows and we may have to ask it: answers from our own tables when they are there. */
export interface Directory {
  /** Undefined when Slack knows no such person. */
  person(workspace: WorkspaceId, id: PersonId): Promise<Person | undefined>
  /** Undefined when Slack does not let us see the channel. */
  channel(workspace: WorkspaceId, id: ChannelId): Promise<ChannelFacts | undefined>
  /** Human members, other organisations' people and bots left out. Throws what Slack answers when it cannot be read. */
  members(workspace: WorkspaceId, id: ChannelId): Promise<readonly PersonId[]>
}

export interface ChannelFacts {
  readonly id: ChannelId
  readonly name: string
  readonly isMember: boolean
  readonly isArchived: boolean
  /** Shared with another organisation through Slack Connect. */
  readonly isShared: boolean
  readonly isDirect: boolean
}
