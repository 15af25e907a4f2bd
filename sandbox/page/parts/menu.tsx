import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { usePopover } from './popover.ts'

export interface MenuItem {
  readonly key: string
  readonly label: ReactNode
  readonly run: () => void
  readonly isChecked?: boolean
  readonly isDanger?: boolean
  readonly testId?: string
}

interface Props {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly children: ReactNode
  readonly className?: string
  readonly testId?: string
  readonly edge?: 'start' | 'end'
  readonly side?: 'below' | 'above'
  readonly empty?: string
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** A button with a menu: arrows move, Enter picks, Esc and Tab close it and give the focus back. */
export function MenuButton(props: Props) {
  const { label, items, children, className = 'icon-button', testId, edge, side, empty, onOpenChange } = props
  const { isOpen, toggle, close, button, menu } = useMenu({ edge, side, onOpenChange })
  const menuId = useId()
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={className.includes('icon-button') ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        data-testid={testId}
        onClick={toggle}
      >
        {children}
      </button>
      {isOpen && (
        <div
          ref={menu}
          id={menuId}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          popover="manual"
          className="menu"
          onKeyDown={(event) => onMenuKey(event, close)}
        >
          {items.length === 0 && <p className="menu-empty">{empty}</p>}
          {items.map((item) => (
            <Item key={item.key} item={item} onDone={close} />
          ))}
        </div>
      )}
    </>
  )
}

type Opening = { readonly [K in 'edge' | 'side' | 'onOpenChange']: Props[K] | undefined }

function useMenu({ edge, side, onOpenChange }: Opening) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  usePopover(isOpen, button, menu, { ...(edge && { edge }), ...(side && { side }) })
  const open = (next: boolean) => {
    setOpen(next)
    onOpenChange?.(next)
  }
  const close = () => {
    open(false)
    button.current?.focus()
  }
  useOutside(isOpen, [button, menu], () => open(false))
  useEffect(() => {
    if (isOpen) (checkedOrFirst(menu.current) ?? menu.current)?.focus()
  }, [isOpen])
  return { isOpen, toggle: () => open(!isOpen), close, button, menu }
}

function Item({ item, onDone }: { readonly item: MenuItem; readonly onDone: () => void }) {
  return (
    <button
      type="button"
      {...(item.isChecked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemradio', 'aria-checked': item.isChecked })}
      tabIndex={-1}
      className={item.isDanger ? 'menu-item menu-danger' : 'menu-item'}
      data-testid={item.testId}
      onClick={() => {
        onDone()
        item.run()
      }}
    >
      {item.label}
    </button>
  )
}

const itemsIn = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

const checkedOrFirst = (menu: HTMLElement | null): HTMLElement | undefined =>
  itemsIn(menu).find((item) => item.ariaChecked === 'true') ?? itemsIn(menu)[0]

function onMenuKey(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault()
    event.stopPropagation()
    close()
    return
  }
  const items = itemsIn(event.currentTarget)
  const at = items.findIndex((item) => item.matches(':focus'))
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  items.at(next % Math.max(1, items.length))?.focus()
}

/** Calls back when a press lands on none of the parts. */
function useOutside(
  isWatched: boolean,
  parts: readonly { readonly current: HTMLElement | null }[],
  onOutside: () => void,
): void {
  useEffect(() => {
    if (!isWatched) return
    const watch = (event: PointerEvent) => {
      const target = event.target
      if (target instanceof Node && !parts.some((part) => part.current?.contains(target))) onOutside()
    }
    document.addEventListener('pointerdown', watch, true)
    return () => document.removeEventListener('pointerdown', watch, true)
  })
}
