import { describe, expect, test } from 'vitest'
import { savePreferences } from '../../db/people.ts'
import { placesInUse } from '../../db/places-in-use.ts'
import type { Place } from '../../src/domain/types.ts'
import { databases } from '../support/databases.ts'
import { acme, ana, aTeam, channelId, globex, teamId } from '../support/people.ts'
import { storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const [germany, taiwan] = ['DE', 'TW'] as Place[]

describe.each(databases)('on $name', ({ fresh }) => {
  test('calendars in use are those of the workspace’s teams and people, each once', async () => {
    await using world = await fresh()
    await storeWorkspace(world.db)
    await storePerson(world.db, ana)
    expect(await placesInUse(world.db, acme)).toEqual([])
    await storeTeam(world.db, aTeam({ holidaysOf: germany }), [ana])
    const ops = aTeam({ id: teamId('ops'), channel: channelId('C0OPS'), holidaysOf: germany })
    await storeTeam(world.db, ops, [ana])
    const quiet = { zone: undefined, language: undefined, muted: 'nothing', isOffBoard: false } as const
    await savePreferences(world.db, acme, ana.id, { ...quiet, holidaysOf: taiwan })
    expect([...(await placesInUse(world.db, acme))].sort()).toEqual(['DE', 'TW'])
    expect(await placesInUse(world.db, globex)).toEqual([])
  })
})
