import { useId, useRef } from 'react'
import { Icon } from '../parts/icon.tsx'
import { Chips } from './chips.tsx'
import { onComboboxKey } from './combobox-keys.ts'
import { OptionList } from './option-list.tsx'
import { type Choice, useChoosing } from './use-choosing.ts'

interface Props extends Choice {
  readonly placeholder: string
  readonly testId: string
  readonly aria: Readonly<Record<string, string | boolean | undefined>>
  readonly isFirst: boolean
  readonly isAsking?: boolean
  /** How many letters it takes before there are options. */
  readonly fewest?: number
}

/** One select for all kinds: type to narrow, arrows to move, Enter to pick, Esc to close, Backspace takes the last away. */
export function Combobox(props: Props) {
  const { chosen, isMulti, placeholder, testId, aria, isFirst, isAsking = false, fewest = 0 } = props
  const choosing = useChoosing(props)
  const { typed, isOpen, at, setAt, shown, show, hide, type, pick, remove } = choosing
  const box = useRef<HTMLDivElement>(null)
  const listId = useId()
  const only = isMulti ? undefined : chosen[0]?.words
  return (
    <div ref={box} className={isOpen ? 'combo combo-open' : 'combo'}>
      {isMulti && <Chips chosen={chosen} onRemove={remove} />}
      <input
        {...aria}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[at] ? `${listId}-${at}` : undefined}
        data-testid={testId}
        data-focus-first={isFirst || undefined}
        className={only === undefined ? 'combo-input' : 'combo-input combo-chosen'}
        placeholder={isMulti && chosen.length > 0 ? '' : placeholder}
        value={isOpen || only === undefined ? typed : only}
        onChange={(event) => type(isOpen ? event.target.value : added(event.target.value, only))}
        onClick={show}
        onKeyDown={(event) => onComboboxKey(event, choosing)}
        onBlur={hide}
      />
      <Icon name="down" size={15} />
      {isOpen && (
        <OptionList
          id={listId}
          anchor={box}
          options={shown}
          at={at}
          chosen={chosen.map(({ key }) => key)}
          empty={emptyWords(isAsking, fewest - typed.length)}
          onHover={setAt}
          onPick={pick}
        />
      )}
    </div>
  )
}

/** While the list is closed the field shows what is chosen; typing then begins anew. */
const added = (value: string, shown = ''): string =>
  value.startsWith(shown) ? value.slice(shown.length) : value

function emptyWords(isAsking: boolean, missing: number): string {
  if (isAsking) return 'Looking…'
  return missing > 0 ? `Type ${missing} more ${missing === 1 ? 'letter' : 'letters'}` : 'Nothing found'
}
