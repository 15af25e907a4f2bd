import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { PersonId, WorkspaceId } from '../domain/types.ts'
import { SlackRefused } from './calls.ts'
import { type Reception, visitOf } from './visit.ts'
import { eventBody, fromSlack, personId } from './wire.ts'

const opened = z.looseObject({ user: personId, tab: z.string().default('home') })

/** Home is drawn when it is opened, and again after what its owner does, so that it never shows yesterday's numbers. */
export function listenToHome(app: App, desk: Reception, homes: Homes): void {
  app.event('app_home_opened', async ({ body, event }) => {
    const { team_id: workspace } = fromSlack(eventBody, body)
    const { user, tab } = fromSlack(opened, event)
    if (tab !== 'home') return
    homes.sees(workspace, user)
    await homes.draw(desk, workspace, user)
  })
}

export interface Homes {
  /** The person has Home open. */
  sees(workspace: WorkspaceId, person: PersonId): void
  /** Whether the person has opened Home since the start. */
  hasSeen(workspace: WorkspaceId, person: PersonId): boolean
  /** Resolves when Home shows how things stood when this was called, or newer. */
  draw(desk: Reception, workspace: WorkspaceId, person: PersonId): Promise<void>
}

interface Drawing {
  /** What is being drawn now. */
  now: Promise<void>
  /** Everybody who came meanwhile waits for one more. */
  next: Promise<void> | undefined
}

/** Of one person one Home is drawn at a time, each read after the one before was shown: an older one never comes last. */
export function createHomes(): Homes {
  const seen = new Set<string>()
  const drawings = new Map<string, Drawing>()

  function begin(key: string, draw: () => Promise<void>): Promise<void> {
    const drawing: Drawing = { now: draw(), next: undefined }
    drawings.set(key, drawing)
    return drawing.now.finally(() => {
      if (drawing.next === undefined && drawings.get(key) === drawing) drawings.delete(key)
    })
  }

  return {
    sees: (workspace, person) => void seen.add(`${workspace} ${person}`),
    hasSeen: (workspace, person) => seen.has(`${workspace} ${person}`),
    draw(desk, workspace, person) {
      const key = `${workspace} ${person}`
      const draw = () => published(desk, workspace, person)
      const drawing = drawings.get(key)
      if (drawing === undefined) return begin(key, draw)
      drawing.next ??= drawing.now.catch(() => {}).then(() => begin(key, draw))
      return drawing.next
    },
  }
}

/** Another process that drew at the same moment came first: what stands now is read once more. */
async function published(desk: Reception, workspace: WorkspaceId, person: PersonId): Promise<void> {
  try {
    await publish(desk, workspace, person)
  } catch (fault) {
    if (!(fault instanceof SlackRefused && fault.code === 'hash_conflict')) throw fault
    await publish(desk, workspace, person)
  }
}

async function publish(desk: Reception, workspace: WorkspaceId, person: PersonId): Promise<void> {
  const home = desk.features.find((feature) => feature.home !== undefined)?.home
  const visit = await visitOf(desk, workspace, person, '')
  if (home === undefined || visit === undefined) return
  await desk.clientOf(workspace).publishHome(person, await home(visit))
}

/** Draws Home again for whoever has looked at it, behind what they are doing. */
export async function redrawHome(
  desk: Reception,
  homes: Homes,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<void> {
  if (!homes.hasSeen(workspace, person)) return
  await homes.draw(desk, workspace, person).catch((fault: unknown) => {
    desk.log.warn({ err: fault }, 'Home could not be redrawn')
  })
}
