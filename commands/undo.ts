import type { Feature } from '../src/slack/feature.ts'
import { howRead } from '../src/usecases/how-read.ts'
import { undo as takeBack } from '../src/usecases/take-back.ts'
import { checkInActions, undoButton } from '../views/check-in-actions.ts'
import { howRead as howReadMessage } from '../views/how-read.ts'
import { takenBack } from '../views/understood.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'

/** The Undo button, and the one that says why a number was read so. The word `undo` in the DM is commands/reply.ts. */
export function undo(deps: CommandDeps): Feature {
  return {
    presses: {
      [checkInActions.undo]: async (press) => {
        const taken = await takeBack(deps, press.person, undoButton.parse(press.value).key)
        if (!taken.ok) return refused(taken.refusal, press)
        return { show: 'replacement', message: takenBack(taken.value, press.say) }
      },
      [checkInActions.why]: async (press) => {
        const read = await howRead(deps, press.person, undoButton.parse(press.value).key)
        return { show: 'message', message: howReadMessage(read, press.say) }
      },
    },
  }
}
