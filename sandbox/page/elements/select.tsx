import type { Option } from '@slack/types'
import { useMemo } from 'react'
import { wordsOf } from '../text/plain.tsx'
import type { AnySelect } from './any-element.ts'
import { type Choosable, usePeople, usePlaces } from './choosable.ts'
import { Combobox } from './combobox.tsx'
import { useElement } from './element.ts'
import { ExternalElement } from './external.tsx'
import { idsIn, optionsIn } from './held.ts'
import { choiceOf, frameOf } from './select-frame.ts'

export function SelectElement({ element }: { readonly element: AnySelect }) {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return <StaticElement element={element} />
    case 'external_select':
    case 'multi_external_select':
      return <ExternalElement element={element} />
    case 'users_select':
    case 'multi_users_select':
      return <PeopleElement element={element} />
    default:
      return <PlacesElement element={element} />
  }
}

type Static = Extract<AnySelect, { type: 'static_select' | 'multi_static_select' }>
type People = Extract<AnySelect, { type: 'users_select' | 'multi_users_select' }>
type Places = Exclude<AnySelect, { type: `${string}${'static' | 'external' | 'users'}_select` }>

function StaticElement({ element }: { readonly element: Static }) {
  const held = useElement(element)
  const isMulti = element.type === 'multi_static_select'
  const options = useMemo(() => allOptions(element), [element])
  const initial = element.type === 'static_select' ? element.initial_option : element.initial_options
  const chosen = optionsIn(held.state, isMulti ? 'selected_options' : 'selected_option', initial)
  const tell = (keys: readonly string[]) => {
    const picked = keys.flatMap((key) => options.find(({ option }) => option.value === key)?.option ?? [])
    held.tell(isMulti ? { selected_options: picked } : { selected_option: picked[0] ?? null })
  }
  const choices = options.map(({ option, group }) => ({ ...choiceOf(option), group }))
  return (
    <Combobox
      {...frameOf(element, held)}
      options={choices}
      chosen={chosen.map((option) => choiceOf(option))}
      onPick={tell}
    />
  )
}

function allOptions(element: Static): readonly { option: Option; group: string | undefined }[] {
  if (element.option_groups === undefined) {
    return (element.options ?? []).map((option) => ({ option, group: undefined }))
  }
  return element.option_groups.flatMap(({ label, options }) =>
    options.map((option) => ({ option, group: wordsOf(label) })),
  )
}

function PeopleElement({ element }: { readonly element: People }) {
  const held = useElement(element)
  const people = usePeople()
  const isMulti = element.type === 'multi_users_select'
  const initial = element.type === 'users_select' ? element.initial_user : element.initial_users
  const chosen = idsIn(held.state, isMulti ? 'selected_users' : 'selected_user', initial)
  return (
    <Combobox
      {...frameOf(element, held)}
      options={people}
      chosen={chosen.map((id) => people.find(({ key }) => key === id) ?? unknown(id))}
      onPick={(ids) => held.tell(isMulti ? { selected_users: ids } : { selected_user: ids[0] ?? null })}
    />
  )
}

function PlacesElement({ element }: { readonly element: Places }) {
  const held = useElement(element)
  const places = usePlaces(element)
  const isMulti = element.type.startsWith('multi_')
  const key = element.type.includes('channels') ? 'selected_channel' : 'selected_conversation'
  const chosen = idsIn(held.state, isMulti ? `${key}s` : key, places.initial)
  return (
    <Combobox
      {...frameOf(element, held)}
      options={places.options}
      chosen={chosen.map((id) => places.options.find((place) => place.key === id) ?? unknown(id))}
      onPick={(ids) => held.tell(isMulti ? { [`${key}s`]: ids } : { [key]: ids[0] ?? null })}
    />
  )
}

const unknown = (id: string): Choosable => ({ key: id, words: id, note: undefined, group: undefined })
