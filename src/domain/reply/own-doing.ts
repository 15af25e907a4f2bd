import type { ReplyGoal } from './types.ts'

/** "11 poured" of slabs to pour: only the title's own verb, or one that ends anything. "28 invited" did not come. */
export function isOwnDoing(behind: string, { title }: ReplyGoal): boolean {
  const [word = ''] = /^\p{Script=Latin}+/u.exec(behind.toLowerCase()) ?? []
  if (word !== '') {
    const stem = irregular[word] ?? (/[^aeiou]e?d$/.test(word) ? word.slice(0, stemLength(word)) : undefined)
    return ended.test(word) || (stem !== undefined && title.toLowerCase().includes(stem))
  }
  const said = /^\p{Script=Han}{1,6}(?!\p{Script=Han})/u.exec(behind)?.[0]
  if (said === undefined) return false
  const own = said.replace(/[了完好成到過啦囉喔都已經]|報名|入帳|進帳|進來|搞定|達成|收到|確認/g, '')
  return own === '' || [...own].some((letter) => title.includes(letter))
}
const stemLength = (word: string) => Math.min(5, Math.max(3, word.length - 3))
const ended =
  /^(?:signed|joined|enroll?ed|registered|confirmed|completed|finished|done|closed|delivered|received|counted|logged|recorded|reached|achieved)$/
const irregular: Readonly<Record<string, string>> = {
  sold: 'sell',
  sent: 'send',
  made: 'make',
  built: 'build',
  paid: 'pay',
  met: 'meet',
  run: 'run',
  written: 'writ',
  taught: 'teach',
  held: 'hold',
  won: 'win',
  read: 'read',
  shot: 'shoot',
  drawn: 'draw',
  grown: 'grow',
  given: 'giv',
  fixed: 'fix',
}
