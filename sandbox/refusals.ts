import { checkMessage, checkView, type Fault, tooLongMessage } from './blocks.ts'
import { Refused } from './slack.ts'

const told = (faults: readonly Fault[], at: string) =>
  faults.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${at}${pointer}]`)

/** Throws `invalid_blocks` with Slack's pointers, or `msg_blocks_too_long`. */
export function demandMessage(blocks: readonly unknown[]): void {
  const tooLong = tooLongMessage(blocks)
  const faults = checkMessage(blocks).filter(({ message }) => message !== tooLong?.message)
  if (faults.length > 0) throw new Refused('invalid_blocks', told(faults, ''))
  if (tooLong !== undefined) throw new Refused('msg_blocks_too_long', [tooLong.message])
}

/** Throws `invalid_arguments` with Slack's pointers, as `views.*` do, or `view_too_large`. */
export function demandView(view: unknown): void {
  const faults = checkView(view)
  const tooLarge = faults.find(({ message }) => message.startsWith('view_too_large'))
  if (tooLarge !== undefined) throw new Refused('view_too_large', [tooLarge.message])
  if (faults.length > 0) throw new Refused('invalid_arguments', told(faults, '/view'))
}
