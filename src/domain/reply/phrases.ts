import { sticky } from '../amount/number.ts'
import { emojiSigns, HELD } from './clean.ts'
import type { Item } from './types.ts'

/** Words that are an answer by themselves. Each stands alone: what is glued to it makes it doubtful. */

export interface Taken {
  readonly item: Item
  readonly end: number
}

const someone =
  "(?:(?:its|(?:i|we|it|that|this|all|everything)(?:'s|'re|'m| is| are| am)?|is|are|still|currently|now|status:?|honestly,?|tbh,?|sorry,?|unfortunately,?|looks like|i'm afraid) ){0,4}"
const lately =
  "(?: (?:this|the past) (?:week|month|time)| so far| today| yet)?(?:,? (?:sorry|thanks|i'm afraid|unfortunately|tbh|to be honest|though|atm|at the moment))?"
const particles = '(?:中|了|啦|囉|喔|哦|啊|耶|欸){0,2}'

/** English words end at a word's end; Chinese ones where no other word runs on. */
const phrase = (english: string, chinese: string) =>
  new RegExp(
    `(?:${someone}(?:${english})(?![\\p{L}\\p{N}'_/-])|(?:目前|現在|還是|仍然|仍|都|進度)?(?:${chinese})${particles}(?![\\p{L}\\p{N}_/-]))`,
    'iuy',
  )

const noChange = phrase(
  `(?:no changes?|not? changed|nothing changed|nothing new|unchanged|no movement|flat)${lately}|(?:the )?same(?: (?:as (?:before|last (?:week|time|month))|number|value))?${lately}|n/c`,
  '(?:這週|本週|這個月|今天)?(?:沒有?變化?|沒有?改變|不變|維持不變|無變化|沒動|沒有?(?:什麼)?(?:進展|進度|動靜))|持平|一樣|[跟和](?:上個?(?:週|周|禮拜|星期|月)|上次|上回|之前)(?:都|還是)?一樣|同上',
)
const done = phrase(
  "(?:all )?(?:done|finished|completed?)(?: (?:yesterday|last (?:night|week)|this morning|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))?|fully done|100% done|(?:shipped|launched|released|delivered|handed) (?:it|in)|(?:it'?s|we'?re|went|now) live|live now",
  '已?經?完成|做完|已達成|搞定|已?經?上線|交出去|已?經?發佈|結束了|辦完|收工',
)
const onTrack = phrase(
  `(?:on[ -]?track|on schedule|on plan|green|going (?:well|fine))${lately}`,
  '進度正常|一切(?:正常|順利)|正常|順利|如期(?:進行)?|按計畫(?:進行|走)?|照(?:進度|計畫)(?:進行|走)?|綠燈',
)
const atRisk = phrase(
  `(?:(?:(?:(?:a )?(?:bit|little)|slightly|somewhat) )?(?:falling |running |lagging )?behind(?: (?:schedule|plan|track))?|at[ -]?risk|yellow|amber)${lately}`,
  '(?:有點|稍微|略為?)?落後|進度落後|有風險|有點風險|黃燈',
)
const offTrack = phrase(
  "(?:off[ -]?track|way behind|far behind|red|(?:won't|will not|not going to|not gonna|can't|cannot) make it(?: (?:this (?:week|month|quarter|year)|by [a-z]+|in time))?)" +
    lately,
  '嚴重落後|脫軌|偏離進度|偏離軌道|紅燈|(?:剩下的?|其他|其餘)?(?:今年|本季|這季|這個月|本月|這週)?(?:應該|恐怕|可能|大概|看來)?(?:是|會)?(?:無法達成|達不到|來不及|趕不上)',
)
const unblocked = phrase(
  "unblocked(?: now)?|(?:not|no longer|isn't|aren't|not being) (?:blocked|stuck)(?: (?:any ?more|now))?|no blockers?(?: any ?more| left| now)?|no longer waiting",
  '沒有?卡(?:住|關|著)?|不再卡(?:住|關)|不卡了?|已?經?解(?:卡|除)(?:卡關|阻礙)?|沒有阻礙',
)

/** No event happened: of what adds up that is no change, of a rhythm it is 0. */
const nothingNew = phrase(
  '(?:none|nothing|nada|zilch|zip|nil|zero(?= (?:new|more))|no (?:new )?(?:ones?|deals?|sales|progress))(?: (?:new|closed|signed|done|happened|to report|more|yet))?(?: (?:this|the past) (?:week|month|time))?',
  '(?:這週|本週|這禮拜|今天)?(?:還|都|又)?(?:(?:沒有|無|沒)(?:新增|成交|簽約|進帳|任何|新的|人來|單子?|進單)?|掛零|抱蛋|摃龜|槓龜)',
)

const table: readonly (readonly [RegExp, Item])[] = [
  [noChange, { kind: 'no-change' }],
  [unblocked, { kind: 'unblocked', words: '' }],
  [nothingNew, { kind: 'nothing-new' }],
  [done, { kind: 'done' }],
  [offTrack, { kind: 'status', status: 'off-track' }],
  [onTrack, { kind: 'status', status: 'on-track' }],
  [atRisk, { kind: 'status', status: 'at-risk' }],
]

const emoji: Readonly<Record<string, Item>> = {
  [emojiSigns.green]: { kind: 'status', status: 'on-track' },
  [emojiSigns.yellow]: { kind: 'status', status: 'at-risk' },
  [emojiSigns.red]: { kind: 'status', status: 'off-track' },
  [emojiSigns.check]: { kind: 'done' },
}

export function takePhrase(text: string, at: number): Taken | undefined {
  const sign = emoji[text[at] ?? '']
  if (sign !== undefined) return { item: sign, end: at + 1 }
  for (const [pattern, item] of table) {
    const found = sticky(pattern, text, at)
    // "Done? No" asks and answers itself.
    if (found === undefined || /^\?\s*[^\s?]/.test(text.slice(at + found[0].length))) continue
    const words = found[0].trim()
    return { item: item.kind === 'unblocked' ? { ...item, words } : item, end: at + found[0].length }
  }
  return takeConfidence(text, at) ?? takeBlocked(text, at)
}

/** Of a yes/no goal a verb alone is an end, and "not yet" is no change. */
const delivered = phrase(
  '(?:shipped|launched|released|published|delivered|submitted|signed|live|went live|sent it)(?: (?:yesterday|today|last (?:night|week)|this morning|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))?',
  '(?:昨天|今天|今早|昨晚|剛剛?|上[週周]?(?:禮拜)?[一二三四五六日]?|終於|已經?)(?:上線|寄出|送出|交)|(?:上線了|交了|發佈了|簽了|送出了|寄出了|(?:簽|談|辦|做|弄|寫|裝|修|改|換|訂|買|寄|送|交|搬)好了|過了|通過了|下來了)',
)
const notYet = phrase('not (?:done )?yet|still not(?: done)?', '還沒(?:好|完成)?|尚未(?:完成)?')

export function takeDelivered(text: string, at: number): Taken | undefined {
  const end = (pattern: RegExp) => {
    const found = sticky(pattern, text, at)
    return found === undefined ? undefined : at + found[0].length
  }
  const [done, same] = [end(delivered), end(notYet)]
  if (done !== undefined) return { item: { kind: 'done' }, end: done }
  return same === undefined ? undefined : { item: { kind: 'no-change' }, end: same }
}

const confidence =
  /(?:(?:my )?(?:confidence|conf\.?|信心|把握)(?: is| at|指數|度)?[:= ]* ?(10|[1-9])(?:\/10| out of 10| ?分)?(?: (?:that )?(?:we|i)(?:'ll| will)? (?:get there|make it|hit it))?|(10|[1-9])(?:\/10| out of 10) (?:confident|confidence|sure))(?![\p{L}\p{N}%.]|\/)/iuy

function takeConfidence(text: string, at: number): Taken | undefined {
  const found = sticky(confidence, text, at)
  if (found === undefined) return undefined
  return { item: { kind: 'confidence', confidence: Number(found[1] ?? found[2]) }, end: at + found[0].length }
}

const blockedBy = new RegExp(
  `${someone}(?:(?:completely |totally |a bit )?(?:blocked|stuck)(?: waiting)?(?: (?:by|on|in|at|with|for|because of|due to)(?= )|:(?= )| -(?= )|(?=\\s*(?:$|[,;.!\\n(])))|waiting (?:on|for)(?= )|blockers?(?::| is| are| -)(?= ))`,
  'iuy',
)
/** 等一下 asks for a moment, so 等 alone blocks nothing. */
const blockedChinese =
  /卡(?=(?!片|路|車|通|號|友|點|在|住|關|司|拉)\p{Script=Han}{2,6}$)|(?:其他|其餘|剩下的?|另外)?(?:目前|現在|還|仍|都)?(?:被(?=[^\s,.;]{1,20}(?:卡住|卡關|擋住))|卡在|卡(?:住|關)了?(?=\s*(?:$|[,;.!\n(:])|\s[\p{Script=Han}A-Za-z])|(?:正)?在等(?!一下)|等待(?!中)|等(?=[^,;.\s]{1,8}(?:審查|審核|回覆|回信|用印|簽核|核准|確認|通知|報價|到貨))|等(?=客戶|法務|主管|老闆|供應商|對方|廠商|審|核准|簽核|用印|回覆|採購)):? ?/uy
/** The reason ends with its clause, so that "blocked by legal, 14 now" has a number. */
const reason = /[^,;\n!]*?(?=[,;\n!]|\.(?:\s|$)| - |$)/uy

function takeBlocked(text: string, at: number): Taken | undefined {
  const opening = sticky(blockedBy, text, at) ?? sticky(blockedChinese, text, at)
  if (opening === undefined) return undefined
  const from = at + opening[0].length
  const said = sticky(reason, text, from)?.[0] ?? ''
  // "Stuck on 12" is where it stands.
  if (/^\s*[\d.,]+%?\s*$/.test(said)) return undefined
  const words = said.replace(/(?:卡住|卡關|擋住)了?$/u, '').trim()
  // "waiting on" needs to say what; "blocked" alone is enough.
  if (words === '' && !/(?:blocked|stuck|卡住了?|卡關了?)[ :-]*$/iu.test(opening[0])) return undefined
  return { item: { kind: 'blocked', reason: words }, end: from + said.length }
}

/** Turns a block round: it holds no longer, or never did. */
export const isTakenBack = (reasonText: string) =>
  /\b(?:but|until|resolved|fixed|cleared|unblocked|no longer|not|was|were|solved|anymore|if|might|may|none|nothing|nobody|n\/a)\b|^沒有|^無$|\?|已解決|解決了|之前|如果|可能/i.test(
    reasonText,
  )

/** What lies between two things that were said. `isStrong`: more than a blank. */
export function takeSeparator(
  text: string,
  at: number,
): { readonly end: number; readonly isStrong: boolean } {
  const found = sticky(separator, text, at)?.[0] ?? ''
  return { end: at + found.length, isStrong: /[^ ]/.test(found) }
}
const separator = new RegExp(
  `(?:[\\s,;:!()\\[\\]"${HELD}]|\\.(?!\\d)|--?(?=\\s|$)|(?<=\\s)(?:and|but|&|so(?=\\s\\d)|makes|making it)(?=\\s)|但是?|而且|以及)+`,
  'uy',
)
