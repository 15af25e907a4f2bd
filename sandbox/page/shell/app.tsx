import { useState } from 'react'
import { ChannelPane } from '../messages/channel-pane.tsx'
import { ThreadPane } from '../messages/thread-pane.tsx'
import { ConfirmProvider } from '../parts/confirm.tsx'
import { PageProvider, usePage } from '../state/page.tsx'
import { Modals } from '../views/modals.tsx'
import { BotPane } from './bot-pane.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { Sidebar } from './sidebar.tsx'
import { Toasts } from './toasts.tsx'
import { TrafficDrawer } from './traffic-drawer.tsx'

export function App() {
  return (
    <PageProvider waiting={<p className="waiting">Connecting to the local Slack…</p>}>
      <ConfirmProvider>
        <Shell />
        <Modals />
      </ConfirmProvider>
    </PageProvider>
  )
}

function Shell() {
  const { model, slack } = usePage()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const [isTrafficOpen, setTrafficOpen] = useState(false)
  const { at, thread } = model.place
  const channel = slack.channels.find(({ id }) => id === at)
  const openDrawer = () => setDrawerOpen(true)
  return (
    <div className="shell">
      <Sidebar isOpen={isDrawerOpen} onClose={() => setDrawerOpen(false)} />
      <div className={thread === undefined ? 'stage' : 'stage stage-thread'}>
        {channel === undefined || channel.kind === 'im' ? (
          <BotPane channel={channel} onMenu={openDrawer} />
        ) : (
          <ChannelPane channel={channel} onMenu={openDrawer} />
        )}
        {channel !== undefined && thread !== undefined && (
          <ThreadPane key={thread} channel={channel} thread={thread} />
        )}
      </div>
      {isTrafficOpen && <TrafficDrawer onClose={() => setTrafficOpen(false)} />}
      <BottomBar isTrafficOpen={isTrafficOpen} onTraffic={() => setTrafficOpen(!isTrafficOpen)} />
      {!model.isConnected && (
        <p className="offline" role="alert">
          The line to the local Slack is down. Trying again…
        </p>
      )}
      {slack.modals.length === 0 && <Toasts />}
    </div>
  )
}
