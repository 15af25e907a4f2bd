import type { Button, KnownBlock } from '@slack/types'
import type { Standing } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, section } from './blocks.ts'
import { goalActions } from './goal-actions.ts'
import { goalRow } from './goal-row.ts'
import { newGoalButton } from './home.ts'
import type { Message } from './message.ts'

const A_PAGE = 10

/** A person's own goals in the order they come in, soonest due first; `page` counts from 1. */
export function goalList(standings: readonly Standing[], say: Messages, page = 1): Message {
  if (standings.length === 0) return noGoals(say)
  const title = say['list.title']({ count: standings.length })
  const pages = Math.ceil(standings.length / A_PAGE)
  const shown = Math.min(Math.max(1, page), pages)
  const rows = standings.slice((shown - 1) * A_PAGE, shown * A_PAGE)
  return {
    text: title,
    blocks: [
      section(title),
      ...rows.map((standing) => goalRow(standing, say)),
      ...pageBlocks(shown, pages, say),
    ],
  }
}

function noGoals(say: Messages): Message {
  const title = say['list.empty.title']()
  return {
    text: title,
    blocks: [section(title), context(say['list.empty']()), actions([newGoalButton(say)])],
  }
}

function pageBlocks(page: number, pages: number, say: Messages): KnownBlock[] {
  if (pages === 1) return []
  const buttons = [
    ...(page > 1 ? [pageTo(page - 1, 'earlier', say)] : []),
    ...(page < pages ? [pageTo(page + 1, 'later', say)] : []),
  ]
  return [context(say['list.pages']({ page, pages })), actions(buttons)]
}

function pageTo(page: number, which: 'earlier' | 'later', say: Messages): Button {
  return button({
    text: say[`list.${which}`](),
    actionId: `${goalActions.page}/${which}`,
    value: JSON.stringify({ page }),
  })
}
