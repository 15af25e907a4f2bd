import type { SandboxEvent, SandboxState } from '../../protocol.ts'
import { realNow } from '../time.ts'
import { applyEvent } from './events.ts'
import { type Model, messagesAt, noticed } from './model.ts'
import type { Place } from './place.ts'

export type Change =
  | { readonly kind: 'loaded'; readonly slack: SandboxState; readonly user: string }
  | { readonly kind: 'event'; readonly event: SandboxEvent }
  | { readonly kind: 'went'; readonly place: Place }
  | { readonly kind: 'line'; readonly isUp: boolean }
  | { readonly kind: 'noticed'; readonly text: string }
  | { readonly kind: 'dismissed'; readonly id: number }

export function reduce(model: Model, change: Change): Model {
  switch (change.kind) {
    case 'loaded':
      return loaded(model, change)
    case 'event':
      return withRead(applyEvent(model, change.event))
    case 'went':
      // After a change of person the messages are still the other's until theirs are loaded.
      return change.place.user === model.place.user
        ? withRead({ ...model, place: change.place })
        : { ...model, place: change.place }
    case 'line':
      // Before a line was up, and after it dropped, events may be missing: read everything anew.
      return { ...model, isConnected: change.isUp, reads: change.isUp ? model.reads + 1 : model.reads }
    case 'noticed':
      return noticed(model, change.text)
    case 'dismissed':
      return { ...model, notices: model.notices.filter(({ id }) => id !== change.id) }
  }
}

function loaded(model: Model, { slack, user }: Extract<Change, { kind: 'loaded' }>): Model {
  const { place } = model
  const asked = slack.channels.find(({ id, kind }) => id === place.at || (place.at === 'dm' && kind === 'im'))
  const next: Model = {
    ...model,
    slack,
    clockAheadMs: slack.now - realNow(),
    place:
      asked !== undefined || place.at === 'home'
        ? { ...place, user, at: asked?.id ?? 'home' }
        : { user, at: slack.channels[0]?.id ?? 'home', thread: undefined },
    // What stood there when the page was opened counts as read, for everybody.
    read: model.slack === undefined ? { '*': `${slack.now / 1000}` } : model.read,
  }
  return withRead(next)
}

function withRead(model: Model): Model {
  const { at, user } = model.place
  const newest = messagesAt(model, at).at(-1)?.ts
  if (newest === undefined || model.read[`${user} ${at}`] === newest) return model
  return { ...model, read: { ...model.read, [`${user} ${at}`]: newest } }
}
