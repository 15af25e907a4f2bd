import { Fragment, type RefObject, useEffect, useRef } from 'react'
import { Icon } from '../parts/icon.tsx'
import { usePopover } from '../parts/popover.ts'
import type { Choosable } from './choosable.ts'

interface Props {
  readonly id: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly options: readonly Choosable[]
  /** Which one Enter picks. */
  readonly at: number
  readonly chosen: readonly string[]
  readonly empty: string
  readonly side?: 'below' | 'above'
  readonly onHover: (at: number) => void
  readonly onPick: (option: Choosable) => void
}

/** The list under a combobox; the focus stays in the field above it. */
export function OptionList({ id, anchor, options, at, chosen, empty, side, onHover, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  usePopover(true, anchor, list, { isWide: true, ...(side && { side }) })
  useEffect(() => {
    list.current?.querySelector(`[data-nth="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div ref={list} id={id} role="listbox" popover="manual" className="options">
      {options.length === 0 && <p className="menu-empty">{empty}</p>}
      {options.map((option, nth) => (
        <Fragment key={option.key}>
          {option.group !== undefined && option.group !== options[nth - 1]?.group && (
            <p className="option-group" role="presentation">
              {option.group}
            </p>
          )}
          {/* biome-ignore lint/a11y/useFocusableInteractive: see above. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field above. */}
          <div
            id={`${id}-${nth}`}
            role="option"
            aria-selected={chosen.includes(option.key)}
            data-nth={nth}
            className={nth === at ? 'option option-at' : 'option'}
            onMouseMove={() => onHover(nth)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
          >
            <span>
              {option.words}
              {option.note && <small>{option.note}</small>}
            </span>
            {chosen.includes(option.key) && <Icon name="check" size={15} />}
          </div>
        </Fragment>
      ))}
    </div>
  )
}
