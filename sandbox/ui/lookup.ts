import { z } from 'zod'
import { plainOption } from '../block-rules/options.ts'
import { plainText } from '../block-rules/text.ts'
import { interaction, viewOnWire } from '../payloads.ts'
import type { UiActions, UiAnswer } from '../protocol.ts'
import { notice, type Slack } from '../slack.ts'
import { settled } from './answer.ts'
import { viewFor } from './click.ts'

const options = z.array(plainOption).max(100)
const found = z.union([
  z.looseObject({ options }),
  z.looseObject({ option_groups: z.array(z.strictObject({ label: plainText(75), options })).max(100) }),
])

/** Asks the bot what an external select offers for the typed text. */
export async function lookup(slack: Slack, given: UiActions['lookup']): Promise<UiAnswer> {
  const { user, typed, action_id, block_id } = given
  const view = viewFor(slack, user, given.view_id)
  const outcome = await slack.deliver({
    envelope: 'interactive',
    name: 'block_suggestion',
    payload: {
      type: 'block_suggestion',
      ...interaction(slack, user),
      container: { type: 'view', view_id: view.id },
      view: viewOnWire(slack, view),
      action_id,
      block_id,
      value: typed,
    },
  })
  if (!outcome.ok) return settled(slack, outcome, { user, channel: null, what: 'The search' })
  const read = found.safeParse(outcome.payload)
  if (!read.success) {
    notice(
      slack,
      user,
      null,
      `The app answered the search with options that Slack does not take: ${read.error.message}`,
    )
    return { ok: false, error: 'invalid_options' }
  }
  return { ok: true, options: flat(read.data) }
}

const flat = (answer: z.infer<typeof found>): readonly unknown[] =>
  'options' in answer
    ? (answer.options as readonly unknown[])
    : (answer.option_groups as readonly { options: readonly unknown[] }[]).flatMap((group) => group.options)
