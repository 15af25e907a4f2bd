import type { SandboxFile } from '../../sandbox/protocol.ts'
import type { WholeBot } from './bot.ts'

/** The files in somebody's direct messages, oldest first. */
export const filesTo = (bot: WholeBot, who: string): readonly SandboxFile[] =>
  bot.slack.dmWith(who).flatMap(({ files }) => files ?? [])

export const contentOf = async (file: SandboxFile | undefined) => {
  const response = await fetch(file?.url_private ?? '')
  return new Uint8Array(await response.arrayBuffer())
}
