import type { Messages } from '../src/i18n/say.ts'
import { plain, section } from './blocks.ts'
import { limits } from './limits.ts'
import type { Message, MessageBlock, ModalView } from './message.ts'

/** What a window takes of a message's blocks; newer ones are for messages only. */
const inWindows = ['section', 'header', 'context', 'divider', 'rich_text', 'actions', 'image'] as const

/** A message where only a window can show it: there is nothing to fill in. */
export function noteView(say: Messages, message: Message): ModalView {
  const blocks = (message.fallback ?? message.blocks).filter(isForWindows).slice(0, limits.modalBlocks)
  return {
    type: 'modal',
    callback_id: 'note',
    title: plain(say['form.loading.title'](), limits.modalTitle),
    close: plain(say['form.close'](), limits.modalTitle),
    blocks: blocks.length > 0 ? blocks : [section(message.text)],
  }
}

type WindowBlock = Extract<MessageBlock, { type: (typeof inWindows)[number] }>

function isForWindows(block: MessageBlock): block is WindowBlock {
  return inWindows.some((type) => type === block.type)
}
