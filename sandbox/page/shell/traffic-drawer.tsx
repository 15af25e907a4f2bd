import { useState } from 'react'
import type { TrafficEntry } from '../../protocol.ts'
import { Icon } from '../parts/icon.tsx'
import { usePage } from '../state/page.tsx'
import { written } from '../text/dates.ts'

/** Every call the bot makes and everything delivered to it, newest first. */
export function TrafficDrawer({ onClose }: { readonly onClose: () => void }) {
  const { slack } = usePage()
  const [isFaultsOnly, setFaultsOnly] = useState(false)
  const entries = slack.traffic.filter(({ isOk }) => !(isFaultsOnly && isOk)).toReversed()
  return (
    <section className="traffic" aria-label="Traffic" data-testid="traffic">
      <header>
        <h2>Traffic</h2>
        <label className="choice">
          <input
            type="checkbox"
            checked={isFaultsOnly}
            onChange={(event) => setFaultsOnly(event.target.checked)}
          />
          <span>Failures only</span>
        </label>
        <button type="button" className="icon-button" aria-label="Close traffic" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {entries.length === 0 && <p className="menu-empty">Nothing yet.</p>}
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function Entry({ entry }: { readonly entry: TrafficEntry }) {
  const [isOpen, setOpen] = useState(false)
  const at = written(
    entry.at,
    { locale: 'en-GB', tz: 'UTC' },
    { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  )
  return (
    <li className={entry.isOk ? 'entry' : 'entry entry-fault'} data-testid={`traffic-${entry.id}`}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'down' : 'right'} size={14} />
        <span className="entry-time">{at}</span>
        <span className={`entry-kind entry-${entry.kind}`}>
          {entry.kind === 'api' ? 'bot → Slack' : 'Slack → bot'}
        </span>
        <span className="entry-name">{entry.name}</span>
        <span className="entry-outcome">{entry.outcome}</span>
        <span className="entry-ms">{entry.ms} ms</span>
      </button>
      {isOpen && (
        <div className="entry-bodies">
          <Body title="Request" body={entry.request} />
          <Body title="Response" body={entry.response} />
        </div>
      )}
    </li>
  )
}

function Body({ title, body }: { readonly title: string; readonly body: unknown }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <pre tabIndex={0}>{JSON.stringify(body, null, 2) ?? 'nothing'}</pre>
    </figure>
  )
}
