import { useState } from 'react'
import type { UiActions } from '../../protocol.ts'
import { useAskFirst } from '../parts/confirm.tsx'
import { Icon } from '../parts/icon.tsx'
import { usePage, useWords } from '../state/page.tsx'
import { dayAndTime } from '../text/dates.ts'
import { ProductClock } from './product-clock.tsx'

type Move = UiActions['advance_clock']['to']

const moves: readonly { readonly to: Move; readonly words: string }[] = [
  { to: 'next-due', words: 'Next thing due' },
  { to: 'hour', words: '+1 hour' },
  { to: 'day', words: '+1 day' },
  { to: 'monday', words: 'Monday 09:00' },
]

interface Props {
  readonly isTrafficOpen: boolean
  readonly onTraffic: () => void
}

/** The product's clock and what a demo needs at hand. */
export function BottomBar({ isTrafficOpen, onTraffic }: Props) {
  const { slack } = usePage()
  const { moving, move, reset } = useClock()
  const faults = slack.traffic.filter(({ isOk }) => !isOk).length
  return (
    <section className="bar" aria-label="Clock and tools" aria-busy={moving !== undefined}>
      <ProductClock isMoving={moving !== undefined} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset wants a form. */}
      <div className="bar-group" role="group" aria-label="Move the clock">
        {moves.map(({ to, words }) => (
          <MoveButton key={to} to={to} words={words} moving={moving} onMove={move} />
        ))}
      </div>
      <div className="bar-group bar-end">
        <button
          type="button"
          className="bar-button"
          aria-expanded={isTrafficOpen}
          data-testid="traffic-toggle"
          onClick={onTraffic}
        >
          <Icon name="traffic" size={16} /> <span>Traffic</span>
          {faults > 0 && (
            <span className="fault-count" title={`${faults} failed`}>
              {faults}
            </span>
          )}
        </button>
        <button type="button" className="bar-button" data-testid="reset" onClick={reset}>
          <Icon name="reset" size={16} /> <span>Reset</span>
        </button>
      </div>
    </section>
  )
}

interface MoveProps {
  readonly to: Move
  readonly words: string
  readonly moving: Move | undefined
  readonly onMove: (to: Move) => void
}

function MoveButton({ to, words, moving, onMove }: MoveProps) {
  const { slack } = usePage()
  const { reader } = useWords()
  const due = slack.next_due
  const isIdle = to === 'next-due' && due === null
  return (
    <button
      type="button"
      className={to === 'next-due' ? 'bar-button bar-main' : 'bar-button'}
      data-testid={`clock-${to}`}
      disabled={moving !== undefined || isIdle}
      title={isIdle ? 'Nothing is planned' : undefined}
      onClick={() => onMove(to)}
    >
      {moving === to && <span className="spinner" aria-hidden="true" />}
      {words}
      {to === 'next-due' && due !== null && <small>{dayAndTime(due, reader.tz)}</small>}
    </button>
  )
}

function useClock() {
  const { send, notice } = usePage()
  const askFirst = useAskFirst()
  const [moving, setMoving] = useState<Move>()
  const move = async (to: Move) => {
    setMoving(to)
    const answer = await send('advance_clock', { to })
    setMoving(undefined)
    if (!answer.ok) notice(`The clock did not move: ${answer.error}`)
  }
  const reset = () =>
    askFirst(resetQuestion, async () => {
      const answer = await send('reset', {})
      if (!answer.ok) notice(`Nothing was reset: ${answer.error}`)
    })
  return { moving, move, reset }
}

const resetQuestion = {
  title: { type: 'plain_text', text: 'Start over?' },
  text: {
    type: 'plain_text',
    text: 'All messages, goals and answers of this local Slack go, and the clock is set back.',
  },
  confirm: { type: 'plain_text', text: 'Reset' },
  deny: { type: 'plain_text', text: 'Keep everything' },
  style: 'danger',
} as const
