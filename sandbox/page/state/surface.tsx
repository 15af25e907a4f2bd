import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react'
import type { ClickedIn, ElementState, SandboxView } from '../../protocol.ts'
import { usePage } from './page.tsx'
import { isTold } from './server.ts'

/** What elements are drawn on: a message, a modal or the Home tab. */
export interface Surface {
  readonly at: ClickedIn
  /** Distinguishes the same block on two surfaces in element ids. */
  readonly id: string
  readonly errors: Readonly<Record<string, string>>
  /** What an element holds, once a person or the server has said so. */
  held(block: string, action: string): ElementState | undefined
  /** Remembers only; for text while it is typed. */
  hold(block: string, action: string, state: ElementState): void
  click(block: string, action: string, state: ElementState | undefined): void
  /** Remembers and tells the server; a quiet fill asks for no block_actions. */
  fill(
    block: string,
    action: string,
    state: ElementState,
    how?: { readonly isQuiet: boolean },
  ): Promise<unknown>
  lookup(block: string, action: string, typed: string): Promise<readonly unknown[]>
}

const SurfaceContext = createContext<Surface | undefined>(undefined)

export function useSurface(): Surface {
  const surface = use(SurfaceContext)
  if (surface === undefined) throw new Error('Blocks are drawn outside a surface')
  return surface
}

interface Props {
  readonly at: ClickedIn
  readonly view?: SandboxView
  readonly errors?: Readonly<Record<string, string>>
  /** Called with the block a person is filling, so that its error can go. */
  readonly onFill?: (block: string) => void
  readonly children: ReactNode
}

/** Lives as long as its view or message: what is filled in survives an update wherever both ids stay. */
export function SurfaceProvider({ at, view, errors = {}, onFill, children }: Props) {
  const { send, notice } = usePage()
  const [filled, setFilled] = useState<Readonly<Record<string, ElementState>>>({})
  const key = at.in === 'view' ? at.view_id : `${at.channel}-${at.ts}`
  const where = useStable(at)
  const fillRef = useRef(onFill)
  fillRef.current = onFill
  const hold = useCallback((block: string, action: string, state: ElementState) => {
    setFilled((before) => ({ ...before, [`${block} ${action}`]: state }))
    fillRef.current?.(block)
  }, [])
  const surface = useMemo<Surface>(
    () => ({
      at: where,
      id: key,
      errors,
      held: (block, action) => filled[`${block} ${action}`] ?? stored(view, block, action),
      hold,
      click(block, action, state) {
        if (state !== undefined) hold(block, action, state)
        const body = { at: where, block_id: block, action_id: action, ...(state && { state }) }
        send('click', body).then((answer) => {
          if (!(answer.ok || isTold(answer.error))) notice(`This click did not arrive: ${answer.error}`)
        })
      },
      fill(block, action, state, how) {
        hold(block, action, state)
        if (where.in !== 'view') return Promise.resolve()
        const quiet = how?.isQuiet === true ? { is_quiet: true } : {}
        return send('fill', { view_id: where.view_id, block_id: block, action_id: action, state, ...quiet })
      },
      async lookup(block, action, typed) {
        const view_id = where.in === 'view' ? where.view_id : ''
        const answer = await send('lookup', { view_id, block_id: block, action_id: action, typed })
        return answer.ok ? (answer.options ?? []) : []
      },
    }),
    [where, key, errors, filled, view, hold, send, notice],
  )
  return <SurfaceContext value={surface}>{children}</SurfaceContext>
}

/** The server's word for an element, unless it only says that nothing is filled in. */
function stored(view: SandboxView | undefined, block: string, action: string): ElementState | undefined {
  const state = view?.state.values[block]?.[action]
  return typeof state === 'object' && state !== null ? { ...state } : undefined
}

function useStable(at: ClickedIn): ClickedIn {
  const kept = useRef(at)
  if (JSON.stringify(kept.current) !== JSON.stringify(at)) kept.current = at
  return kept.current
}
