import type { StoredFile } from './files.ts'
import type { SandboxChannel, SandboxMessage, SandboxUser, SandboxView } from './protocol.ts'
import type { World } from './world.ts'

/** Values as Slack's `state.values`: by block id, then by action id. */
export type Values = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

export interface StoredView extends SandboxView {
  readonly user: string
  readonly state: { readonly values: Values }
  readonly external_id: string
  readonly root_view_id: string
  readonly previous_view_id: string | null
  readonly clear_on_close: boolean
  readonly notify_on_close: boolean
}

/** The right to open one modal, soon. */
export interface Trigger {
  readonly user: string
  /** Real time, epoch ms. */
  readonly madeAt: number
  /** From which modal it was made; undefined outside modals. */
  readonly view: string | undefined
  readonly channel: string | undefined
  readonly isUsed: boolean
}

/** A response_url. */
export interface Hook {
  readonly user: string
  readonly channel: string
  /** The message that `replace_original` replaces. */
  readonly message: SandboxMessage | undefined
  /** Real time, epoch ms. */
  readonly madeAt: number
  readonly uses: number
}

/** All that the local Slack remembers. */
export interface State {
  readonly users: Map<string, SandboxUser>
  readonly channels: Map<string, SandboxChannel>
  /** Ephemeral ones too, in order of `ts`. */
  readonly messages: Map<string, readonly SandboxMessage[]>
  /** By person, top last. */
  readonly modals: Map<string, readonly StoredView[]>
  readonly homes: Map<string, StoredView>
  /** What a person chose in a message's elements, by `channel ts user`. */
  readonly chosen: Map<string, Values>
  readonly triggers: Map<string, Trigger>
  readonly hooks: Map<string, Hook>
  readonly files: Map<string, StoredFile>
  /** Where apps are told that files are, where a test moves them. */
  filesAt: string | undefined
  /** The file that an upload address is for, until something came there. */
  readonly tickets: Map<string, string>
}

export function createState(world: World): State {
  return {
    users: new Map(world.users.map((user) => [user.id, user])),
    channels: new Map([...world.channels, ...directMessages(world)].map((channel) => [channel.id, channel])),
    messages: new Map(),
    modals: new Map(),
    homes: new Map(),
    chosen: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    files: new Map(),
    filesAt: undefined,
    tickets: new Map(),
  }
}

export const dmId = (user: string) => `D${user.slice(1)}`

/** Everyone of the workspace has the bot's conversation in their list from the start. */
function directMessages(world: World): readonly SandboxChannel[] {
  return world.users
    .filter((user) => !user.is_bot && !user.is_stranger && !user.deleted)
    .map((user) => directMessage(user))
}

export const directMessage = (user: SandboxUser): SandboxChannel => ({
  id: dmId(user.id),
  name: user.name,
  kind: 'im',
  members: [user.id],
  is_archived: false,
  is_ext_shared: false,
})
