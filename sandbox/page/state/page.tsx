import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useReducer } from 'react'
import type { SandboxState, UiActions, UiAnswer } from '../../protocol.ts'
import type { Reader } from '../text/dates.ts'
import { realNow } from '../time.ts'
import { emptyModel, type Model } from './model.ts'
import { type Place, placeIn, searchOf } from './place.ts'
import { type Change, reduce } from './reduce.ts'
import { sendAction } from './server.ts'
import { useServer } from './use-server.ts'

export interface Page {
  readonly model: Model
  /** The server's state, there once the page is drawn. */
  readonly slack: SandboxState
  readonly me: string
  readonly go: (place: Partial<Place>) => void
  readonly notice: (text: string) => void
  readonly dismiss: (id: number) => void
  readonly send: <A extends keyof UiActions>(action: A, body: Omit<UiActions[A], 'user'>) => Promise<UiAnswer>
}

/** What texts need to be written for the acting person. Changes seldom, so that messages need not be redrawn. */
export interface Words {
  readonly me: string
  readonly reader: Reader
  /** The product's time, epoch ms. */
  readonly now: () => number
  readonly userName: (id: string) => string | undefined
  readonly channelName: (id: string) => string
}

const PageContext = createContext<Page | undefined>(undefined)
const WordsContext = createContext<Words | undefined>(undefined)

export const usePage = (): Page => required(use(PageContext))
export const useWords = (): Words => required(use(WordsContext))

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('This part of the page is drawn outside <PageProvider>')
  return value
}

/** Loads the state, follows the events, keeps the address; draws `waiting` until the first state is there. */
export function PageProvider({
  waiting,
  children,
}: {
  readonly waiting: ReactNode
  readonly children: ReactNode
}) {
  const [model, change] = useReducer(reduce, placeIn(window.location.search), emptyModel)
  useServer(model, change)
  useAddress(model, change)
  const actions = useActions(model.place, change)
  const words = useSlackWords(model)
  const { slack, place } = model
  if (slack === undefined || words === undefined || place.user === undefined) return waiting
  return (
    <PageContext value={{ model, slack, me: place.user, ...actions }}>
      <WordsContext value={words}>{children}</WordsContext>
    </PageContext>
  )
}

function useAddress({ place }: Model, change: (change: Change) => void) {
  useEffect(() => {
    const search = searchOf(place)
    if (place.user !== undefined && search !== window.location.search) {
      window.history.pushState(null, '', search)
    }
  }, [place])
  useEffect(() => {
    const back = () => change({ kind: 'went', place: placeIn(window.location.search) })
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [change])
}

function useActions(place: Place, change: (change: Change) => void) {
  const { user, at, thread } = place
  const go = useCallback(
    (to: Partial<Place>) => change({ kind: 'went', place: { user, at, thread, ...to } }),
    [user, at, thread, change],
  )
  const notice = useCallback((text: string) => change({ kind: 'noticed', text }), [change])
  const dismiss = useCallback((id: number) => change({ kind: 'dismissed', id }), [change])
  const send = useCallback<Page['send']>(
    // The body is whole again with the acting person's id; TypeScript cannot follow the Omit.
    (action, body) => sendAction(action, { ...body, user } as UiActions[typeof action]),
    [user],
  )
  return { go, notice, dismiss, send }
}

function useSlackWords({ slack, clockAheadMs, place }: Model): Words | undefined {
  const users = slack?.users
  const channels = slack?.channels
  return useMemo(() => {
    const me = users?.find(({ id }) => id === place.user)
    if (users === undefined || me === undefined) return undefined
    return {
      me: me.id,
      reader: { locale: me.locale, tz: me.tz },
      now: () => realNow() + clockAheadMs,
      userName: (id) => users.find((user) => user.id === id)?.real_name,
      channelName: (id) => channels?.find((channel) => channel.id === id)?.name ?? id,
    }
  }, [users, channels, place.user, clockAheadMs])
}
