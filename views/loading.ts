import type { Messages } from '../src/i18n/say.ts'
import { plain, section } from './blocks.ts'
import { limits } from './limits.ts'
import type { ModalView } from './message.ts'

/** Opened at once, while what the form needs is still looked up. */
export function loadingView(say: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: 'loading',
    title: plain(say['form.loading.title'](), limits.modalTitle),
    blocks: [section(say['form.loading']())],
  }
}
