import { Icon } from '../parts/icon.tsx'
import { usePage } from '../state/page.tsx'

/** What Slack itself has to say. Stays until dismissed: an invalid block's pointer takes a moment to read. */
export function Toasts() {
  const { model, dismiss } = usePage()
  return (
    <div className="toasts" role="status" aria-live="polite" data-testid="notices">
      {model.notices.map(({ id, text }) => (
        <div key={id} className="toast" data-testid="notice">
          <Icon name="alert" />
          <p>{text}</p>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  )
}
