import { sticky } from '../amount/number.ts'
import type { ValueMode } from './types.ts'

/** What stands before a number says how it is meant. */
export interface Opening {
  readonly mode: ValueMode | undefined
  readonly isDown: boolean
  readonly towards: 'up' | 'down' | undefined
  readonly isUncertain: boolean
  /** It begins with "this week". */
  readonly isThisWeek: boolean
  readonly end: number
}

const filler =
  /(?:(?:i|we|it|that|this|they|there)(?:'re|'m|'s| are| am| is| was| makes| make) |(?:the |our )?(?:median|average|avg|mean|number|num|count|tally|figure|score|result)(?: is| was|'s|:)? (?=[\d$€£+-])|all (?=\d)|so (?=\d)|(?:were|im|its) (?=(?:now |currently )?at )|(?:is|are|=) ?(?=[ \d$€£+-])|(?:only|just|already|exactly|a (?:grand )?total of|precisely|tis|'tis) |(?:只有|才|剛好|正好|已經|已|平均|中位數|先?回?報|更新)有?(?:是|為)?:? ?|有 ?(?=[\d０-９一二兩三四五六七八九十]))/iy
/** Words that leave the number open. */
const openly =
  /(?:(?:about|around|roughly|approximately|approx\.?|ca\.?|circa|nearly|almost|close to|maybe|perhaps|probably|i (?:think|guess|believe)(?: it's| we're at)?|guess|at least|at most|more than|less than|over|under|some|like|say)(?: |(?=\d))|[~≈<>≥≤]=? ?|(?:大約|大概|差不多|將近|接近|快要?|可能|好像|至少|最多|超過|不到|約)(?:有|是)? ?)/iy
const totals =
  /(?:now at|(?:we |i |it )?(?:hit|reached|got to|made it to|stands? at|sits? at|sitting (?:at|on)|standing (?:at|on)|up at|came in at|coming in at|landed at|hovering at|stuck (?:at|on)|still stuck (?:at|on)|(?:steady|flat|holding|staying|stays|remains|remaining) at|finished (?:the (?:week|month) )?(?:at|on|with)|ended (?:up |the (?:week|month) )?(?:at|on|with)|closed (?:the (?:week|month) )?(?:out )?at|have|i've got|we've got)(?= )|rn|right now|now|currently at|currently|at|total(?: is| of|:)?|in total|so far|still)(?:: ?| )|(?:(?:截至|到|至)(?:今天|昨天|前天|上[週周禮拜星期]{1,2}[一二三四五六日]?|[週周][一二三四五六日])(?:為止)?|目前為止|到目前為止|截至目前|到現在|至今|到目前為止|目前|現在|累計|累積|總共|總計|一共|共|還是|仍)(?:是|有|在|為)?:? ?|(?:來到|達到)了? ?/iy
const towards =
  /(up|(?:rose|grew|climbed|increased|jumped|went|moved|crept|inched|nudged|edged|ticked|crawled|pushed|bumped|squeaked|limped|shot)(?: it)?(?: up)?) to (?=\S)|(上升到|升到|提升到|增加到|成長到)了? ?|(?:down|(?:dropped|fell|slipped|declined|went|reduced|came|crept|inched|nudged|edged|ticked|brought|pushed|got)(?: it| them)? down|dropped|fell|slipped|declined|reduced) to (?=\S)|(下降到|降到|減少到|跌到)了? ?/iy
const rises =
  /比(?:上次|上回|上週|上周|上個?月|上禮拜|之前|昨天)(?:又|還)?多(?:了)? ?|(?:又|再)(?!次|過|等|說|問)\p{Script=Han}{0,4}? ?(?=\d|[一二兩三四五六七八九十]+[個件份位人家名次場隻張])|(?:up(?: by)?|plus|another|added|gained) (?=\S)|(?:又?增加|新增|多(?:寫|讀|簽|賣|跑|做|打|修|招|收|談)?|上升|提升|成長)了? ?|再 ?/iuy
const falls =
  /比(?:上次|上回|上週|上周|上個?月|上禮拜|之前|昨天)(?:又|還)?少(?:了)? ?|(?:down(?: by)?|minus|lost|dropped) (?=\S)|(?:流失|失去|取消)了? ?(?=[\d一二兩三四五六七八九十])|(?:減少|少|下降|下滑|掉|瘦|減)了? ?/iy
const events =
  /(?:(?:i|we)(?:'ve| have)? )?(?:closed|won|picked up|brought in|pulled in|took on|grabbed|snagged|bagged|nabbed|signed|booked|published|sold|sent|made|did|got|landed|delivered|shipped|hired|completed|finished|done|called|ran|had|placed|added|onboarded|trained|planted|collected|raised|logged|wrote|read|taught|graded|cleaned|packed|resolved|fixed|answered|renewed|recruited|filmed|recorded|visited|met|interviewed|processed|sewed|baked|built|installed|tuned|drew) (?:all )?(?=\S)|(?:又?簽|簽下|成交|完成|做完|寫完|拍完|跑完|讀完|入帳|進帳|收款|進|賣|賣出|拿下|談成|打|寄|跑|走|讀|寫|做|修|解|招到|招|募到|募|辦|拍|練|存|收|送|教|種|背)了? ?(?=[\d一二兩三四五六七八九十百千萬約])/iy
const remains =
  /(?:還差|還剩|還有|還要|還缺|尚差|尚缺|剩下|只差|就差|剩|差(?!一點|不多|點|很多|得|強人意)) ?/y

/** The words before a number that begins behind them; `end` is where it begins. */
export function openingAt(text: string, at: number): Opening {
  const week = sticky(thisWeek, text, at)
  const opening = openingBehind(text, at + (week?.[0].length ?? 0))
  return { ...opening, isThisWeek: week !== undefined }
}

/** "This week we signed 2", 這週簽了 2 份 */
const thisWeek =
  /(?:(?:this|the past) (?:week|month),?:? (?:(?:i|we) )?|(?:這|本)(?:週|周|禮拜|星期|個?月)(?:我們?)?(?:又|共|總共|一共|只)?,? ?)(?=\S)/iy

function openingBehind(text: string, at: number): Omit<Opening, 'isThisWeek'> {
  const { end, isTotal, isUncertain } = totalAt(text, at)
  const plain = { isDown: false, towards: undefined, isUncertain } as const
  const way = sticky(towards, text, end)
  if (way !== undefined) {
    const isUp = way[1] !== undefined || way[2] !== undefined
    return { ...plain, mode: 'total', towards: isUp ? 'up' : 'down', end: end + way[0].length }
  }
  if (isTotal) return { ...plain, mode: 'total', end }
  const first = changeAt(text, end)
  // "Got another 2": the second word says how it is meant.
  const second = first.mode === 'event' ? changeAt(text, first.end) : undefined
  const change = second?.mode === 'delta' ? second : first
  const open = sticky(openly, text, change.end)
  return open === undefined
    ? { ...plain, ...change }
    : { ...plain, ...change, isUncertain: true, end: change.end + open[0].length }
}

/** "we're now at", in any order that people find. */
function totalAt(
  text: string,
  at: number,
): { readonly end: number; readonly isTotal: boolean; readonly isUncertain: boolean } {
  let end = at
  let isTotal = false
  let isUncertain = false
  for (let steps = 0; steps < 4; steps += 1) {
    const open = sticky(openly, text, end)
    const total = open === undefined ? sticky(totals, text, end) : undefined
    const found = open ?? total ?? sticky(filler, text, end)
    if (found === undefined) break
    isTotal ||= total !== undefined
    isUncertain ||= open !== undefined
    end += found[0].length + (total !== undefined && text[end + found[0].length] === ' ' ? 1 : 0)
  }
  return { end, isTotal, isUncertain }
}

function changeAt(text: string, at: number): Pick<Opening, 'mode' | 'isDown' | 'end'> {
  const kinds = [
    [rises, 'delta', false],
    [falls, 'delta', true],
    [events, 'event', false],
    [remains, 'remaining', false],
  ] as const
  for (const [pattern, mode, isDown] of kinds) {
    const found = sticky(pattern, text, at)
    if (found !== undefined) return { mode, isDown, end: at + found[0].length }
  }
  return { mode: undefined, isDown: false, end: at }
}
