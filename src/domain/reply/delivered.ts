import type { ReplyGoal } from './types.ts'

/**
 * Whether the words about a yes/no goal, its own name taken out, say that it is there: "passed the" of an audit to pass,
 * 下來了 of a trade mark. A contract that was *sent* is not signed: the verb must be the title's, or mean any end.
 */
export function saysDelivered(words: string, { title }: ReplyGoal): boolean {
  if (/\d|\?/.test(words) || words.length > 60 || hinders.test(words)) return false
  return /\p{Script=Han}/u.test(words) ? inChinese(words, title) : inEnglish(words, title.toLowerCase())
}

const hinders =
  /\b(?:not?|never|almost|nearly|half|partly|mostly|except|but|still|waiting|pending|will|should|would|might|may|soon|tomorrow|next|if|to)\b|n't\b|[沒未不還快待等差除但]|(?:明|下)[天週周個]|預計|應該|可能|如果/i

/** What an end is called, by the verb that the title begins with. */
const ends: readonly (readonly [RegExp, RegExp])[] = [
  [/\bsign/, /^(?:signed|inked)$/],
  [/\b(?:submit|send|file|hand)/, /^(?:submitted|sent|filed|in|off|out)$/],
  [
    /\b(?:re-?)?(?:launch|release|ship|publish|open|put|go|roll|online|live)\b/,
    /^(?:launched|released|shipped|published|opened|open|live|online|out|up)$/,
  ],
  [
    /\b(?:get|obtain|receive|win|secure|earn)\b/,
    /^(?:got|gotten|through|received|obtained|approved|granted|won|secured|earned|arrived)$/,
  ],
  [/\bpass/, /^passed$/],
  [/\bhire|recruit/, /^(?:hired|recruited)$/],
  [/\b(?:install|fit|set)/, /^(?:installed|fitted|up)$/],
  [/\b(?:move|migrate|switch|replace)/, /^(?:moved|migrated|switched|replaced)$/],
  [/\b(?:deliver|finish|complete|write|draft|build)/, /^(?:delivered|written|drafted|built)$/],
]
const anyEnd = /^(?:done|finished|complete|completed|wrapped|achieved)$/
const little =
  /^(?:we|i|it|is|are|was|were|been|has|have|had|got|went|came|finally|just|already|now|today|yesterday|last|this|night|week|morning|mon|tue|tues|wed|weds|thu|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|and|all|a|an|for|good|officially|fully|yay|woo|hoo|woohoo|up|with|s)$/

function inEnglish(words: string, title: string): boolean {
  const said = words.toLowerCase().match(/\p{L}+/gu) ?? []
  const isEnd = (word: string) =>
    anyEnd.test(word) || ends.some(([verb, end]) => verb.test(title) && end.test(word))
  return said.some(isEnd) && said.every((word) => isEnd(word) || little.test(word))
}

const anyEndInChinese =
  /(?:[簽談辦做弄寫裝修改換訂買寄送交搬]好|完成|搞定|做完|弄好|做好|辦完|辦好|結束|完工|通過|過|下來|到手|拿到|取得|OK)了?[!啦囉喔]*$/i
/** Verbs of the title that end it themselves: 寄出 of 邀請卡寄出. */
const verbsInChinese = [
  '上線',
  '上架',
  '完工',
  '開工',
  '會勘',
  '寄出',
  '送出',
  '簽',
  '發佈',
  '發表',
  '公佈',
  '交',
  '搬',
  '裝',
  '開幕',
  '開張',
  '換',
  '遞',
]
const when =
  /^(?:昨天|今天|今早|昨晚|剛剛?|上[週周禮拜星期個]+[一二三四五六日天]?|週[一二三四五六日]|終於|已經?|都|正式|順利|也|全部?|總算|早上|下午|晚上|半夜)+/

function inChinese(words: string, title: string): boolean {
  const said = words.replace(/\s/g, '').replace(when, '')
  if (said.length > 14) return false
  if (said.length <= 8 && anyEndInChinese.test(said)) return true
  // 教室完工了 of 新教室裝修完工, 付款頁上了 of 付款頁改版
  if (/[版頁站網]|系統|功能/.test(title) && /上了[!啦囉喔]*$/.test(said)) return true
  return verbsInChinese.some(
    (verb) => title.includes(verb) && new RegExp(`${verb}[了出去好完!啦囉喔]+$`).test(said),
  )
}
