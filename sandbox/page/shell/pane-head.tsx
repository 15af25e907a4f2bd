import type { ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'

interface Props {
  readonly title: string
  readonly sign: ReactNode
  readonly note?: string
  readonly onMenu: () => void
  readonly children?: ReactNode
}

export function PaneHead({ title, sign, note, onMenu, children }: Props) {
  return (
    <header className="pane-head">
      <div className="pane-title">
        <button
          type="button"
          className="icon-button menu-button"
          aria-label="Open the sidebar"
          onClick={onMenu}
        >
          <Icon name="menu" />
        </button>
        {sign}
        <h2>{title}</h2>
        {note && <span className="pane-note">{note}</span>}
      </div>
      {children}
    </header>
  )
}
