import { useEffect, useRef } from 'react'
import type { SandboxEvent } from '../../protocol.ts'
import type { Model } from './model.ts'
import type { Change } from './reduce.ts'
import { listen, readState } from './server.ts'

/** Keeps the model what the server says: reads the state whenever `reads` goes up, follows the events between. */
export function useServer({ reads, place }: Model, change: (change: Change) => void): void {
  /** Events that came while a state was on its way: it may be older than they are, so they count once more. */
  const late = useRef<SandboxEvent[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reads` is the wish to read anew.
  useEffect(() => {
    let isWanted = true
    late.current = []
    readState(place.user).then(
      (slack) => {
        const first = slack.users.find((user) => !(user.is_bot || user.deleted))
        const user = slack.users.some(({ id }) => id === place.user) ? place.user : first?.id
        if (!isWanted || user === undefined) return
        change({ kind: 'loaded', slack, user })
        for (const event of late.current) change({ kind: 'event', event })
        late.current = []
      },
      (fault: unknown) => change({ kind: 'noticed', text: `The local Slack does not answer. ${fault}` }),
    )
    return () => {
      isWanted = false
    }
  }, [place.user, reads, change])
  useEffect(
    () =>
      listen({
        onEvent: (event) => {
          late.current.push(event)
          change({ kind: 'event', event })
        },
        onLine: (isUp) => change({ kind: 'line', isUp }),
      }),
    [change],
  )
}
