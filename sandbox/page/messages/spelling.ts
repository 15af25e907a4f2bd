import type { SandboxState } from '../../protocol.ts'
import { unescaped } from '../text/mrkdwn.ts'

type Names = Pick<SandboxState, 'users' | 'channels'>

/** A stored message the way it was typed, for editing: names and addresses in place of tokens. */
export function asTyped(stored: string, { users, channels }: Names): string {
  const named = stored
    .replace(/<@(\w+)(\|[^>]*)?>/g, (whole, id) => nameIn(users, id, '@') ?? whole)
    .replace(/<#(\w+)(\|[^>]*)?>/g, (whole, id) => nameIn(channels, id, '#') ?? whole)
    .replace(/<(https?:[^>|]+)(\|[^>]*)?>/g, '$1')
  return unescaped(named)
}

function nameIn(
  all: readonly { readonly id: string; readonly name: string }[],
  id: string,
  sign: string,
): string | undefined {
  const found = all.find((one) => one.id === id)
  return found && `${sign}${found.name}`
}
