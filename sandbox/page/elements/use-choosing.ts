import { useState } from 'react'
import type { Choosable } from './choosable.ts'

export interface Choice {
  readonly options: readonly Choosable[]
  readonly chosen: readonly Choosable[]
  readonly onPick: (keys: readonly string[]) => void
  readonly isMulti: boolean
  readonly most: number | undefined
  /** The options come already narrowed down to what was typed. */
  readonly isFiltered?: boolean
  readonly onType?: (typed: string) => void
}

export type Choosing = ReturnType<typeof useChoosing>

/** What a combobox's list shows, which entry Enter would take, and what picking does. */
export function useChoosing({ options, chosen, onPick, isMulti, most, isFiltered, onType }: Choice) {
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const wanted = typed.trim().toLocaleLowerCase()
  const matches = (option: Choosable) =>
    `${option.words} ${option.note ?? ''}`.toLocaleLowerCase().includes(wanted)
  const shown = isFiltered ? options : options.filter(matches)
  const keys = chosen.map(({ key }) => key)
  const hide = () => {
    setOpen(false)
    setTyped('')
  }
  const type = (next: string) => {
    setTyped(next)
    setAt(0)
    setOpen(true)
    onType?.(next)
  }
  const show = () => {
    if (isOpen) return
    setAt(
      Math.max(
        0,
        options.findIndex(({ key }) => key === keys[0]),
      ),
    )
    setTyped('')
    setOpen(true)
    onType?.('')
  }
  const remove = (key: string | undefined) => onPick(keys.filter((one) => one !== key))
  const pick = ({ key }: Choosable) => {
    if (!isMulti) {
      hide()
      return onPick([key])
    }
    setTyped('')
    if (keys.includes(key)) remove(key)
    else if (most === undefined || keys.length < most) onPick([...keys, key])
  }
  const removeLast = () => {
    if (isMulti) remove(keys.at(-1))
  }
  return { isMulti, removeLast, typed, isOpen, at, setAt, shown, show, hide, type, pick, remove }
}
