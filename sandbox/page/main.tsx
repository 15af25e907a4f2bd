import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import './css/base.css'
import './css/shell.css'
import './css/sidebar.css'
import './css/panes.css'
import './css/bar.css'
import './css/traffic.css'
import './css/messages.css'
import './css/composer.css'
import './css/text.css'
import './css/blocks.css'
import './css/tables.css'
import './css/charts.css'
import './css/elements.css'
import './css/overlays.css'
import './css/dialog.css'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
