import { Icon } from '../parts/icon.tsx'
import { useWords } from '../state/page.tsx'
import { written } from '../text/dates.ts'
import { useNow } from './use-now.ts'

/** Date and time in the product, for the acting person. */
export function ProductClock({ isMoving }: { readonly isMoving: boolean }) {
  const { reader } = useWords()
  const now = useNow()
  const shown = written(
    now,
    { ...reader, locale: 'en-GB' },
    { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  )
  return (
    <div className="clock">
      <Icon name="clock" size={18} />
      <div>
        <strong data-testid="clock">{shown}</strong>
        <small>{reader.tz}</small>
      </div>
      <span className="for-reader" role="status">
        {isMoving ? 'The clock is moving' : ''}
      </span>
    </div>
  )
}
