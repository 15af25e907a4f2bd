import type { Option } from '@slack/types'
import { use, useEffect, useRef, useState } from 'react'
import { useSurface } from '../state/surface.tsx'
import { wordsOf } from '../text/plain.tsx'
import { after } from '../time.ts'
import type { AnySelect } from './any-element.ts'
import type { Choosable } from './choosable.ts'
import { Combobox } from './combobox.tsx'
import { SlotContext, useElement } from './element.ts'
import { isOption, optionsIn } from './held.ts'
import { choiceOf, frameOf } from './select-frame.ts'

type External = Extract<AnySelect, { type: 'external_select' | 'multi_external_select' }>

const TYPING_PAUSE_MS = 250

/** A select whose options the app gives while one types. */
export function ExternalElement({ element }: { readonly element: External }) {
  const held = useElement(element)
  const { offered, isAsking, ask } = useOffers(element)
  const isMulti = element.type === 'multi_external_select'
  const initial = element.type === 'external_select' ? element.initial_option : element.initial_options
  const chosen = optionsIn(held.state, isMulti ? 'selected_options' : 'selected_option', initial)
  const known = [...offered.map(({ option }) => option), ...chosen]
  return (
    <Combobox
      {...frameOf(element, held)}
      options={offered.map(({ option, group }) => ({ ...choiceOf(option), group }) satisfies Choosable)}
      chosen={chosen.map(choiceOf)}
      isAsking={isAsking}
      isFiltered
      fewest={element.min_query_length ?? 3}
      onType={ask}
      onPick={(keys) => {
        const picked = keys.flatMap((key) => known.find(({ value }) => value === key) ?? [])
        held.tell(isMulti ? { selected_options: picked } : { selected_option: picked[0] ?? null })
      }}
    />
  )
}

interface Offer {
  readonly option: Option
  readonly group: string | undefined
}

/** Asks the app after a pause in typing; an answer to an older question is dropped. */
function useOffers(element: External) {
  const surface = useSurface()
  const { block } = use(SlotContext)
  const [offered, setOffered] = useState<readonly Offer[]>([])
  const [isAsking, setAsking] = useState(false)
  const asked = useRef(0)
  const cancel = useRef(() => {})
  useEffect(() => () => cancel.current(), [])
  const ask = (typed: string) => {
    cancel.current()
    asked.current += 1
    if (typed.length < (element.min_query_length ?? 3)) {
      setAsking(false)
      return setOffered([])
    }
    const mine = asked.current
    setAsking(true)
    cancel.current = after(TYPING_PAUSE_MS, () => {
      surface.lookup(block, element.action_id ?? '', typed).then((answer) => {
        if (mine !== asked.current) return
        setAsking(false)
        setOffered(answer.flatMap(offersIn))
      })
    })
  }
  return { offered, isAsking, ask }
}

interface Group {
  readonly label: { readonly text: string }
  readonly options: readonly unknown[]
}

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && 'label' in value && 'options' in value

/** The app answers with options or with groups of them. */
function offersIn(answer: unknown): readonly Offer[] {
  if (isOption(answer)) return [{ option: answer, group: undefined }]
  if (!isGroup(answer)) return []
  return answer.options.filter(isOption).map((option) => ({ option, group: wordsOf(answer.label) }))
}
