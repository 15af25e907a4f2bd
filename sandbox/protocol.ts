/**
 * What the local Slack's server and its page say to each other. Wire names are Slack's own.
 * GET /state?user=U… -> SandboxState · GET /events (SSE, each `data:` one SandboxEvent) · POST /ui/<action> with a
 * JSON body -> UiAnswer. Tests call the same actions on the server object without HTTP.
 */

export interface SandboxUser {
  readonly id: string
  /** Login name, `ana`. */
  readonly name: string
  readonly real_name: string
  /** What the person does, shown in the switcher: `Account executive, Berlin`. */
  readonly title: string
  /** IANA */
  readonly tz: string
  readonly locale: string
  /** CSS colour of the drawn avatar. */
  readonly color: string
  readonly is_admin: boolean
  readonly is_bot: boolean
  readonly deleted: boolean
  /** From another organisation (Slack Connect). */
  readonly is_stranger: boolean
  readonly status?: SandboxStatus
}

/** What a person says of themselves; `expiration` in seconds, 0 while it stays. */
export interface SandboxStatus {
  readonly text: string
  readonly emoji: string
  readonly expiration: number
}

export interface SandboxChannel {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'im'
  /** User ids; for an `im` the one person, the bot is implied. */
  readonly members: readonly string[]
  readonly is_archived: boolean
  readonly is_ext_shared: boolean
}

/** A file that was shared, as Slack names its parts. */
export interface SandboxFile {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly mimetype: string
  readonly filetype: string
  readonly size: number
  readonly alt_txt?: string
  readonly url_private: string
  readonly permalink: string
}

export interface SandboxMessage {
  readonly channel: string
  readonly ts: string
  readonly user: string
  readonly bot_id?: string
  readonly text: string
  readonly blocks?: readonly unknown[]
  readonly thread_ts?: string
  readonly edited?: { readonly ts: string }
  readonly metadata?: unknown
  readonly files?: readonly SandboxFile[]
  /** `file_share`, or `channel_join`, `channel_leave`: what Slack itself writes in someone's name. */
  readonly subtype?: string
  /** Present on ephemeral messages: the only person who sees it. */
  readonly ephemeral_for?: string
}

/** A view as Slack stores it. `state` holds what is filled in: values[block_id][action_id]. */
export interface SandboxView {
  readonly id: string
  readonly hash: string
  readonly type: 'modal' | 'home'
  readonly callback_id: string
  readonly title?: { readonly text: string }
  readonly submit?: { readonly text: string } | null
  readonly close?: { readonly text: string } | null
  readonly blocks: readonly unknown[]
  readonly private_metadata: string
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
  /** Field errors of the last submission, by block id. */
  readonly errors?: Readonly<Record<string, string>>
}

/** One call or delivery, for the traffic drawer. */
export interface TrafficEntry {
  readonly id: number
  /** Real time, epoch ms. */
  readonly at: number
  /** `api`: the bot called us; `event`: we delivered to the bot. */
  readonly kind: 'api' | 'event'
  /** `chat.postMessage`, `slash_commands`, `block_actions`, `message.im`, … */
  readonly name: string
  readonly ms: number
  readonly isOk: boolean
  /** `ok`, `invalid_blocks: /blocks/3/text …`, `acknowledged`, `operation_timeout`. */
  readonly outcome: string
  readonly request: unknown
  readonly response: unknown
}

export interface SandboxState {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  /** The product's clock, epoch ms; it ticks on from there. */
  readonly now: number
  readonly bot: { readonly user_id: string; readonly name: string }
  readonly users: readonly SandboxUser[]
  /** Only those the acted-as person is in. */
  readonly channels: readonly SandboxChannel[]
  readonly messages: readonly SandboxMessage[]
  /** The acted-as person's modal stack, top last. */
  readonly modals: readonly SandboxView[]
  readonly home: SandboxView | null
  readonly commands: readonly {
    readonly command: string
    readonly description: string
    readonly usage_hint: string
  }[]
  readonly shortcuts: readonly {
    readonly name: string
    readonly type: 'global' | 'message'
    readonly callback_id: string
    readonly description: string
  }[]
  readonly traffic: readonly TrafficEntry[]
  /** When the bot next has something to send; null when nothing is planned or the clock has no control. */
  readonly next_due: number | null
}

export type SandboxEvent =
  | { readonly kind: 'message' | 'message_changed'; readonly message: SandboxMessage }
  | { readonly kind: 'message_deleted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'ephemeral'; readonly message: SandboxMessage }
  | { readonly kind: 'view_stack'; readonly user: string; readonly modals: readonly SandboxView[] }
  | { readonly kind: 'home'; readonly user: string; readonly view: SandboxView }
  | { readonly kind: 'channel'; readonly channel: SandboxChannel }
  | { readonly kind: 'traffic'; readonly entry: TrafficEntry }
  | { readonly kind: 'clock'; readonly now: number; readonly next_due: number | null }
  /** What Slack itself would tell the person: `operation_timeout`, a refused block with its pointer, … */
  | { readonly kind: 'notice'; readonly user: string; readonly channel: string | null; readonly text: string }
  | { readonly kind: 'reset' }

/** Where a clicked element is. */
export type ClickedIn =
  | { readonly in: 'message'; readonly channel: string; readonly ts: string }
  | { readonly in: 'view'; readonly view_id: string }

/** What an element holds, in Slack's own shape: `{value}`, `{selected_option}`, `{selected_date}`, `{selected_users}`, … */
export type ElementState = Readonly<Record<string, unknown>>

/** The body of POST /ui/<action>. Every one names the person acted as. */
export interface UiActions {
  post: { user: string; channel: string; text: string; thread_ts?: string }
  edit: { user: string; channel: string; ts: string; text: string }
  delete: { user: string; channel: string; ts: string }
  /** `text` whole, as typed: `/goal new Close 20 deals`. */
  command: { user: string; channel: string; text: string }
  shortcut: { user: string; callback_id: string; channel?: string; ts?: string }
  /** A button, overflow or select outside an input block; carries the element's new state. */
  click: { user: string; at: ClickedIn; block_id: string; action_id: string; state?: ElementState }
  /** An element of an input block was filled; sends block_actions when the block has dispatch_action. */
  fill: {
    user: string
    view_id: string
    block_id: string
    action_id: string
    state: ElementState
    /** Only kept, no block_actions: text whose trigger (`on_enter_pressed`) has not come yet. */
    is_quiet?: boolean
  }
  submit: { user: string; view_id: string }
  close: { user: string; view_id: string }
  /** Asks the bot for an external select's options. */
  lookup: { user: string; view_id: string; block_id: string; action_id: string; typed: string }
  open_home: { user: string }
  advance_clock: { user: string; to: 'next-due' | 'hour' | 'day' | 'monday' }
  reset: { user: string }
}

export type UiAnswer =
  | { readonly ok: true; readonly ts?: string; readonly options?: readonly unknown[] }
  /** A Slack error code: `operation_timeout`, `not_in_channel`, `validation_errors`, … */
  | { readonly ok: false; readonly error: string }

/** Moves the product's time; given to the server by the demo. */
export interface ClockControl {
  now(): number
  /** Moves the clock there and lets the bot do everything due up to it; never backwards. */
  moveTo(epochMs: number): Promise<void>
  nextDue(): Promise<number | null>
}
