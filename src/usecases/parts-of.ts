import { type Branch, treeOf } from '../domain/alignment.ts'
import type { Standing } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { Deps } from './deps.ts'
import { descendantsOf } from './family.ts'
import { seenAmong } from './seen-goals.ts'
import { standingsOf } from './standings.ts'

/** A goal over its parts as far as the actor may see them; undefined where it has none. */
export async function partsOf(deps: Deps, actor: Person, standing: Standing): Promise<Branch | undefined> {
  const { db } = deps
  const { id, workspace } = standing.goal
  const below = await seenAmong(db, actor, await descendantsOf(db, workspace, [id]))
  const counted = below.filter((goal) => goal.state !== 'retired' && goal.id !== id)
  if (counted.length === 0) return undefined
  const ids = counted.map((goal) => goal.id)
  const owned = await standingsOf(db, workspace, counted, { goals: ids }, deps.now())
  const branches = treeOf([standing, ...owned.map((one) => one.standing)])
  const branch = branches.find((one) => one.standing.goal.id === id)
  return branch === undefined || branch.children.length === 0 ? undefined : branch
}
