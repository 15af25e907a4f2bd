import { type LifeWord, mutingIn } from '../src/domain/reply/life-words.ts'
import type { CommandVisit, Feature, Press, Reply, Visit } from '../src/slack/feature.ts'
import { lifeSheet } from '../src/usecases/life-sheet.ts'
import { tellLife } from '../src/usecases/prompt-life.ts'
import { life } from '../views/life.ts'
import { laterOption, lifeActions } from '../views/life-actions.ts'
import type { CommandDeps } from './deps.ts'

/** Words about the asking itself: as commands, and as the select under a prompt. In the DM they are read by commands/reply.ts. */
export function promptLife(deps: CommandDeps): readonly Feature[] {
  const run = (word: (words: string) => LifeWord) => (visit: CommandVisit) =>
    tell(deps, visit, word(visit.words))
  return [
    {
      name: 'when',
      aliases: ['next', '何時', '下次'],
      help: 'help.when',
      run: run(() => ({ is: 'when' })),
    },
    {
      name: 'snooze',
      aliases: ['later', '延後', '稍後'],
      usage: '[2h]',
      help: 'help.snooze',
      run: run((words) => ({ is: 'snooze', words })),
      presses: { [lifeActions.later]: (press) => later(deps, press) },
    },
    { name: 'skip', aliases: ['pass', '跳過'], help: 'help.skip', run: run(() => ({ is: 'skip' })) },
    {
      name: 'stop',
      aliases: ['pause', '暫停'],
      usage: 'usage.stop',
      help: 'help.stop',
      run: run((words) => ({ is: 'stop', words: words.replace(/^(?:until|till|到|至) ?/i, '') })),
    },
    { name: 'resume', aliases: ['unpause', '恢復'], run: run(() => ({ is: 'resume' })) },
    {
      name: 'mute',
      aliases: ['靜音'],
      usage: 'usage.mute',
      help: 'help.mute',
      run: run((words) => mutingIn('mute', words)),
    },
    { name: 'unmute', aliases: ['取消靜音'], run: run((words) => mutingIn('unmute', words)) },
    {
      name: 'muted',
      aliases: ['靜音清單'],
      help: 'help.muted',
      run: run(() => ({ is: 'muted' })),
    },
  ]
}

async function later(deps: CommandDeps, press: Press): Promise<Reply> {
  const { occurrence, choice } = laterOption.parse(press.value)
  const word: LifeWord = choice === 'skip' ? { is: 'skip' } : { is: 'snooze', words: choice }
  const told = await tellLife(deps, press.person, word, occurrence)
  return shown(deps, press, told)
}

async function tell(deps: CommandDeps, visit: Visit, word: LifeWord): Promise<Reply> {
  return shown(deps, visit, await tellLife(deps, visit.person, word))
}

async function shown(
  deps: CommandDeps,
  { person, say }: Visit,
  told: Awaited<ReturnType<typeof tellLife>>,
): Promise<Reply> {
  return { show: 'message', message: life(await lifeSheet(deps, person, told), say) }
}
