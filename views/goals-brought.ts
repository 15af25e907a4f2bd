import type { Goal } from '../src/domain/goal.ts'
import type { PersonId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, rich, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName, joined, SHORT_TITLE } from './goal-words.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

const MOST_NAMED = 15

export interface GoalsBrought {
  readonly person: PersonId
  /** Who imported them. */
  readonly by: string
  /** Goals that the person owns, helps with or is the partner of. */
  readonly goals: readonly Goal[]
}

/** Told to whoever has a part in goals that somebody else imported: one message, however many. */
export function goalsBrought({ person, by, goals }: GoalsBrought, say: Messages): Message {
  const count = goals.length
  const [first] = goals
  const more = count - MOST_NAMED
  const isOwner = goals.some((goal) => goal.owner === person)
  return {
    text: spoken(say['brought.hello']({ by, count })),
    blocks: [
      section(say['brought.hello']({ by, count })),
      rich(
        goals
          .slice(0, MOST_NAMED)
          .map((goal) => goalLine(goal, person, say))
          .join('\n'),
      ),
      ...(more > 0 ? [context(say['understood.more']({ count: more }))] : []),
      context(say[isOwner ? 'brought.means.owner' : 'brought.means.other']()),
      ...(first === undefined || count > 1 ? [] : [actions([openButton(first, say)])]),
    ],
  }
}

function goalLine(goal: Goal, person: PersonId, say: Messages): string {
  const part = goal.owner === person ? 'owner' : goal.partner === person ? 'partner' : 'co-owner'
  const due = say['goal.due']({ due: say.format.date(goal.due) })
  return `• ${joined([goalName(goal, say, SHORT_TITLE), due, say[`brought.as.${part}`]()])}`
}
