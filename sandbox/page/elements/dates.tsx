import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types'
import { useWords } from '../state/page.tsx'
import { epochSecondsAt, wallTimeOf } from '../text/dates.ts'
import { useElement } from './element.ts'

/** The browser's own pickers: they work by keyboard and with a screen reader as they are. */

export function DateElement({ element }: { readonly element: Datepicker }) {
  const { state, tell, testId, aria } = useElement(element)
  return (
    <input
      {...aria}
      type="date"
      className="text-field date-field"
      data-testid={testId}
      data-focus-first={element.focus_on_load || undefined}
      value={heldText(state?.selected_date, element.initial_date)}
      onChange={(event) => tell({ selected_date: event.target.value || null })}
    />
  )
}

export function TimeElement({ element }: { readonly element: Timepicker }) {
  const { state, tell, testId, aria } = useElement(element)
  return (
    <span className="with-note">
      <input
        {...aria}
        type="time"
        className="text-field date-field"
        data-testid={testId}
        data-focus-first={element.focus_on_load || undefined}
        value={heldText(state?.selected_time, element.initial_time)}
        onChange={(event) => tell({ selected_time: event.target.value || null })}
      />
      {element.timezone && <span className="field-hint">{element.timezone}</span>}
    </span>
  )
}

/** Slack keeps an instant; the person reads and types it in their own zone. */
export function DateTimeElement({ element }: { readonly element: DateTimepicker }) {
  const { state, tell, testId, aria } = useElement(element)
  const { reader } = useWords()
  const held = state !== undefined && 'selected_date_time' in state ? state.selected_date_time : undefined
  const seconds = held === undefined ? element.initial_date_time : held
  return (
    <span className="with-note">
      <input
        {...aria}
        type="datetime-local"
        className="text-field date-field"
        data-testid={testId}
        value={typeof seconds === 'number' ? wallTimeOf(seconds * 1000, reader) : ''}
        onChange={(event) => tell({ selected_date_time: epochSecondsAt(event.target.value, reader) ?? null })}
      />
      <span className="field-hint">{reader.tz}</span>
    </span>
  )
}

/** Null is a person's or the server's "nothing"; undefined means nobody has said anything yet. */
const heldText = (held: unknown, initial: string | undefined): string =>
  held === undefined ? (initial ?? '') : typeof held === 'string' ? held : ''
