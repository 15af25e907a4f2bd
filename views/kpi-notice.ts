import type { Messages } from '../src/i18n/say.ts'
import { section } from './blocks.ts'
import type { Message } from './message.ts'

/** Why a KPI stays on the list. */
export function kpiNotice(why: 'not-yours' | 'unknown', say: Messages): Message {
  const text = say[`kpi-list.${why}`]()
  return { text, blocks: [section(text)] }
}
