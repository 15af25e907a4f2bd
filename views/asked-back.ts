import type { Goal } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, section } from './blocks.ts'
import { checkInActions } from './check-in-actions.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { exampleAnswer } from './reply-example.ts'

const TYPED_MOST = 80

export interface Unread {
  readonly typed: string
  /** One of the person's own, for the example; absent when there is none. */
  readonly goal: Goal | undefined
  /** The second time the form is offered: the same words twice help nobody. */
  readonly isSecond: boolean
}

/** Nothing was understood, and nothing was recorded. */
export function askedBack({ typed, goal, isSecond }: Unread, say: Messages): Message {
  const text = say['asked-back.text']()
  const quoted = clip(typed.trim(), TYPED_MOST)
  const sentence = quoted === '' ? say['asked-back.bare']() : say['asked-back']({ typed: quoted })
  if (isSecond) return { text, blocks: [section(sentence), context(say['asked-back.again']()), form(say)] }
  return {
    text,
    blocks: [
      section(sentence),
      section(say['asked-back.works']({ examples: examplesFor(goal, say) })),
      context(say['asked-back.help']()),
    ],
  }
}

function examplesFor(goal: Goal | undefined, say: Messages): string {
  const isYesNo = goal?.kind === 'milestone'
  const examples = [
    goal === undefined ? say['example.done']() : exampleAnswer(goal, undefined, say),
    ...(isYesNo ? [] : [say['example.added']()]),
    say['example.no-change'](),
    say['example.blocked'](),
  ]
  return say.format.list(examples.map((example) => say['asked-back.example']({ example })))
}

const form = (say: Messages) =>
  actions([
    button({
      text: say['asked-back.form'](),
      actionId: checkInActions.all,
      value: JSON.stringify({}),
      style: 'primary',
    }),
  ])
