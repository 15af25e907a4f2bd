import { answersFrom } from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import type { Understood } from '../domain/check-in.ts'
import type { Person } from '../domain/people.ts'
import type { Deps } from './deps.ts'

/** What one message of the person's own wrote, with why it was read so; nobody else's. */
export async function howRead(deps: Deps, person: Person, key: string): Promise<readonly Understood[]> {
  const answers = await answersFrom(deps.db, person.workspace, key)
  const own = answers.filter((answer) => answer.person === person.id && answer.because !== undefined)
  const read: Understood[] = []
  for (const answer of own) {
    const goal = await goalById(deps.db, person.workspace, answer.goal)
    if (goal !== undefined) read.push({ goal, answer })
  }
  return read
}
