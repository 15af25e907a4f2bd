import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { PersonId, WorkspaceId } from '../domain/types.ts'
import { type Reception, visitOf } from './visit.ts'
import { eventBody, fromSlack, personId } from './wire.ts'

const opened = z.looseObject({ user: personId, tab: z.string().default('home') })

/** Home is drawn when it is opened, and again after what its owner does, so that it never shows yesterday's numbers. */
export function listenToHome(app: App, desk: Reception, homes: Homes): void {
  app.event('app_home_opened', async ({ body, event }) => {
    const { team_id: workspace } = fromSlack(eventBody, body)
    const { user, tab } = fromSlack(opened, event)
    if (tab !== 'home') return
    homes.seen.add(`${workspace} ${user}`)
    await homes.draw(desk, workspace, user)
  })
}

export interface Homes {
  /** Who has opened Home since the start. */
  readonly seen: Set<string>
  draw(desk: Reception, workspace: WorkspaceId, person: PersonId): Promise<void>
}

export function createHomes(): Homes {
  return {
    seen: new Set(),
    async draw(desk, workspace, person) {
      const home = desk.features.find((feature) => feature.home !== undefined)?.home
      const visit = await visitOf(desk, workspace, person, '')
      if (home === undefined || visit === undefined) return
      await desk.clientOf(workspace).publishHome(person, await home(visit))
    },
  }
}

/** Draws Home again for whoever has looked at it, behind what they are doing. */
export async function redrawHome(
  desk: Reception,
  homes: Homes,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<void> {
  if (!homes.seen.has(`${workspace} ${person}`)) return
  await homes.draw(desk, workspace, person).catch((fault: unknown) => {
    desk.log.warn({ err: fault }, 'Home could not be redrawn')
  })
}
