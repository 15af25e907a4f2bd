import type { SandboxState } from './protocol.ts'
import { isIn, type Slack } from './slack.ts'
import { modalsOf } from './views.ts'

/** All that one person's page shows. */
export function stateFor(slack: Slack, user: string, nextDue: number | null): SandboxState {
  const { world, state } = slack
  const channels = [...state.channels.values()].filter((channel) => isIn(slack, channel, user))
  return {
    team: world.team,
    now: slack.now(),
    bot: world.bot,
    users: [...state.users.values()],
    channels,
    messages: channels.flatMap(({ id }) =>
      (state.messages.get(id) ?? []).filter(
        ({ ephemeral_for }) => ephemeral_for === undefined || ephemeral_for === user,
      ),
    ),
    modals: modalsOf(slack, user),
    home: state.homes.get(user) ?? null,
    commands: slack.commands,
    shortcuts: slack.shortcuts,
    traffic: slack.traffic.entries,
    next_due: nextDue,
  }
}
