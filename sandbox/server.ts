import { createServer } from 'node:http'
import { changeChannel, changeUser } from './changes.ts'
import { type Core, createCore } from './core.ts'
import { slackLimits } from './limits.ts'
import type { LocalSlack, LocalSlackOptions } from './local-slack.ts'
import { accessors } from './looking.ts'
import { createPacing } from './pacing.ts'
import { listen, route } from './routes.ts'
import { stateFor } from './screen.ts'
import { act } from './ui/index.ts'
import { quiet, until } from './waiting.ts'

export type { LocalSlack, LocalSlackOptions } from './local-slack.ts'

const tokens = { bot: 'xoxb-local-slack', app: 'xapp-local-slack' }

/** Starts a Slack on 127.0.0.1 that is as strict as the real one. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const server = createServer({ keepAliveTimeout: 30_000 })
  const url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`
  const core = createCore(options, url)
  const { slack, sockets, pages, pending, troubles } = core

  const ui: LocalSlack['ui'] = async (action, body) => {
    const answer = await act(slack, action, body)
    await core.due.announce()
    return answer
  }
  route(server, {
    url,
    sockets,
    pending,
    calendar: options.calendar,
    api: {
      slack,
      tokens,
      troubles,
      pacing: createPacing({ ...slackLimits, ...options.limits }, () => performance.now()),
      openSocket: sockets.open,
    },
    page: {
      pages,
      folder: options.pageFolder,
      act: ui,
      async stateFor(user) {
        await core.due.announce()
        return stateFor(slack, user ?? firstPerson(slack), core.due.next)
      },
    },
  })

  return Object.assign(seenFrom(core), {
    url,
    apiUrl: `${url}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    ui,
    async stop() {
      pages.close()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}

/** Whom the page acts as before anyone is chosen. */
const firstPerson = ({ state }: Core['slack']) =>
  [...state.users.values()].find((user) => !user.is_bot)?.id ?? ''

/** What tests and the demo look at and change behind the people's backs. */
function seenFrom(core: Core): Omit<LocalSlack, 'url' | 'apiUrl' | 'botToken' | 'appToken' | 'ui' | 'stop'> {
  const { slack, sockets, pending, troubles } = core
  return {
    ...accessors(slack),
    state: (user) => stateFor(slack, user, core.due.next),
    get traffic() {
      return slack.traffic
    },
    calls: (method) => slack.traffic.calls(method).map(({ request }) => request),
    notices: (user) =>
      core.notices.filter((one) => user === undefined || one.user === user).map(({ text }) => text),
    connections: () => sockets.connections,
    fail: (method, trouble, times = 1) => troubles.add(method, trouble, times),
    send: slack.deliver,
    changeUser: (user, changes) => changeUser(slack, user, changes),
    changeChannel: (channel, changes) => changeChannel(slack, channel, changes),
    setDelivery: core.setDelivery,
    refreshSockets: sockets.refresh,
    quiet: (withinMs) => quiet(pending, withinMs),
    until,
  }
}
