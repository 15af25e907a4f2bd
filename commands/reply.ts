import type { Feature } from '../src/slack/feature.ts'
import { hearReply } from '../src/usecases/hear-reply.ts'
import type { CommandDeps } from './deps.ts'

/** Plain words in the DM and in threads of ours, edits and deletions of them. What is said back goes through the outbox. */
export function reply(deps: CommandDeps): Feature {
  return { hears: (heard) => hearReply(deps, heard.person, heard) }
}
