import type { Direction } from '../goal.ts'

/** What verbs say about a goal, domain.md §7.4. English ones open the sentence; Chinese ones stand anywhere before the number. */

const down =
  /\b(?:reduc(?:e|ing)|cut(?:ting)?|lower(?:ing)?|decreas(?:e|ing)|shorten(?:ing)?|trim|shrink|slash|minimi[sz]e|drop|fewer|less|lose|slim|bring(?:ing)? [^.]{0,60}down|get [^.]{0,60}down|down to|halve|limit|curb|eliminate|save time|speed up|sink)\b|降|減|縮短|壓低|壓到|砍|少於|少到|節省|瘦|控制在/u
const up =
  /\b(?:increas(?:e|ing)|grow(?:ing)?|rais(?:e|ing)|lift|boost|improv(?:e|ing)|expand|double|triple|gain|more|up to|higher|build up)\b|提升|提高|提昇|增加|成長|拉高|衝|擴大|升/u
const keep =
  /^(?:keep|hold|maintain|stay|remain|sustain|cap|limit|no more than|at most|not exceed|never|don't exceed|do not exceed|always be|don't let|do not let|preserve)\b|\b(?:stays?|remains?|kept|held) (?=[^a-z]|between|below|above|under|over|at|within|in)|維持|保持|控制在|不超過|不低於/u

/** What is better when it is less, so that "churn under 5 %" needs no verb. */
const lessIsBetter =
  /\b(?:churn|costs?|spend(?:ing)?|expenses?|errors?|defects?|bugs?|complaints?|waste|absence|absenteeism|turnover|delays?|late|refunds?|returns?|response|time|times|duration|latency|load|wait(?:ing)?|backlog|downtime|incidents?|accidents?|injur(?:y|ies)|falls?|infections?|scrap|rework|no-?shows?|bounce|attrition|days to|lead time|cycle|overtime|emissions|weight|debt|screen time|no shows?|missed|misses|lost|forgotten|overdue|escalations?|rejections?|disputes?|vacanc(?:y|ies)|drop-?outs?|shrinkage|spoilage|breakages?|5k|10k|run|marathon|cac|cpa|cac payback|dso)\b|流失|成本|費用|支出|錯誤|不良|缺陷|客訴|抱怨|浪費|缺勤|離職|延遲|遲到|退貨|退款|回覆時間|回應時間|時間|等候|等待|工時|加班|事故|體重|報廢|故障|缺貨|負債|開支|天數|遲交/u

export const isMaintained = (text: string) => keep.test(text.trim())
export const isLessBetter = (metric: string) => lessIsBetter.test(metric)

export function directionSaid(text: string): Exclude<Direction, 'keep'> | undefined {
  const first = (pattern: RegExp) => {
    const at = text.search(pattern)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const [falls, rises] = [first(down), first(up)]
  if (falls === rises) return undefined
  return falls < rises ? 'down' : 'up'
}

/** Each time it happens it counts one more, so the number adds up over the window. */
const events =
  /^(?:lose|shed|bring on|take on|gain|meet with|speak (?:to|with)|talk to|clock|rack up|chalk up|notch up|sign up|put away|set aside|invest|give away|hand out|roll out|deploy|grade|mark|correct|catalogue|catalog|digiti[sz]e|scan|label|annotate|code|tag|transcribe|sew|craft|brew|roast|can|preserve|weed|water|prune|transplant|adopt|rehome|home|tutor|close|sign|win|hire|recruit|sell|raise|collect|earn|save|get|land|book|publish|write|read|send|make|run|do|call|visit|meet|attend|host|hold|give|deliver|ship|complete|finish|onboard|train|plant|bake|cook|record|interview|donate|volunteer|walk|swim|cycle|ride|bike|log|review|fix|resolve|generate|produce|build|create|add|acquire|bring in|secure|enrol|enroll|register|teach|mentor|coach|draft|translate|organi[sz]e|file|submit|answer|test|release|source|contact|email|present|practi[sz]e|rehearse|learn|study|restock|pack|harvest|grow \d|audit|inspect|open|launch|post|photograph|paint|knit|repair|replace|install|move|migrate|distribute|serve|feed|treat|screen|vaccinate|rescue|foster|cover|process|clear|convert|upsell|renew|refer|place|fill|qualify|prospect|schedule|conduct|gather|find|interview|fund-?raise|net|bill|invoice|pay off|run)\b/u
const chineseEvent =
  '(?:簽下?|簽到|招募|招|募款|募|賣出|賣掉|賣|售出|銷售|讀完|讀|寫完|寫|完成|舉辦|主辦|辦|拜訪|撥打|打|發佈|發布|發表|發|成交|開發|錄製|錄取|錄|訪談|種植|種|收到|收集|收|存到|存下|存|跑完|跑|走|上架|上完|上|拍攝|拍|翻譯|培訓|訓練|蒐集|產出|製作|做|開設|開|新增|談成|談|拿下|拿到|媒合|參加|面試|聘用|聘|練習|練|背|看完|看|交付|送出|處理|維修|修|整理|接|安裝|盤點|捐|回覆|檢查|巡檢|撰寫|導入|爭取|取得|累積|募集|認養|照顧|接待|教|輔導)'
const chineseEvents = new RegExp(
  `^${chineseEvent}|${chineseEvent}(?:了|滿|到|至少|約|新的?|共|大約)?\\s*$`,
  'u',
)

/** A verb that is none of a state: "fit 20 heat pumps" counts each. */
export const isPlainVerb = (opening: string) =>
  /^[a-z]{2,14}(?: (?:up|out|in|off|down|on))?$/u.test(opening.trim()) && !states.test(opening.trim())
const states =
  /^(?:reach|hit|score|be|average|weigh|rate|rank|achieve|attain|get|have|become|measure|cost|take|under|over|below|above|about|only|exactly|nps|csat|mrr|arr|dau|mau|gmv|roi|ctr|cac|ltv|aov|revenue|sales|churn|retention|attendance|weight|uptime|yield|occupancy|turnover|the|our|my|a|an)\b/u

/** "By 5 points" and "5 more" of what these do is more of the same; of anything else it is a change. */
const additions =
  /^(?:hire|recruit|add|sign|sign up|open|plant|onboard|win|sell|book|get|land|close|train|enrol|enroll|register|publish|write|read|bring in|acquire|collect|place|fill|gather)\b/u
export const isAddition = (opening: string) =>
  additions.test(opening.trim()) || (/\p{Script=Han}/u.test(opening) && chineseEvents.test(opening.trim()))

/** Of a rate or a state these words name no event: "get the close rate to 30 %". */
export const isEvent = (opening: string) => {
  const trimmed = opening.trim()
  return events.test(trimmed) || (/\p{Script=Han}/u.test(trimmed) && chineseEvents.test(trimmed))
}

/** Beginnings of verbs that open an English sentence and are no part of what is measured. */
const known =
  /^(?:shed|sit|clock|rack|notch|invest|hand|grade|mark|correct|catalog|digiti|scan|label|annotate|code|tag|transcribe|sew|craft|brew|roast|preserve|weed|water|prune|transplant|adopt|rehome|tutor|speak|talk|squat|deadlift|bench|rank|rate|reopen|relaunch|enter|establish|found|form|negotiat|renegotiat|clean|declutter|consolidat|standardi|integrat|upskill|retrain|reskill|appoint|elect|nominate|promote|triple|turn|average (?=[\uF800-\uF84F])|reduc|cut|lower|decreas|shorten|trim|shrink|slash|minimi|drop|lose|bring|get|halv|limit|curb|eliminat|speed|increas|grow|rais|lift|boost|improv|expand|doubl|tripl|quadrupl|gain|build|keep|hold|maintain|stay|remain|sustain|close|sign|win|hire|recruit|sell|collect|earn|save|land|book|publish|write|read|send|make|run|do|call|visit|meet|attend|host|give|deliver|ship|complete|finish|onboard|train|plant|bake|cook|record|interview|donate|volunteer|walk|swim|cycle|ride|bike|log|review|fix|resolve|generate|produce|create|add|acquire|secure|enrol|register|teach|mentor|coach|draft|translate|organi|file|submit|answer|test|release|source|contact|email|present|practi|rehears|learn|study|restock|pack|harvest|audit|inspect|open|launch|post|photograph|paint|knit|repair|replac|install|move|migrat|distribut|serve|feed|treat|screen|vaccinat|rescu|foster|cover|process|clear|convert|upsell|renew|refer|place|fill|qualif|prospect|schedul|conduct|gather|find|net|bill|invoic|pay|reach|hit|achiev|attain|pass|obtain|earn|graduat|implement|develop|design|introduc|deploy|prepar|optimi|maximi|enhanc|strengthen|streamlin|be|become|have|take|push|bump|scale|ramp|drive|go|set|roll|put|start|stop|respond|reply|migrate|approve|win|score|beat|approve|renovate|update|upgrade|refactor|switch|automate|document|certify|never|eat|drink|sleep|exercise|meditate|master|memori[sz]e|ace)/u

/** The first verb of an English sentence with what leads to it, or ''. */
export function openingOf(text: string): string {
  const lead =
    /^(?:(?:(?:i|we)(?:'d| would)? (?:want|need|plan|aim|hope|like|will|should|must|am going|are going)(?: to)?|(?:my|our|the) (?:new |main )?goal(?: is|:)?(?: to)?|goal:|to|please|let's|try to|aim to|would like to|and|then|finally) )*/u.exec(
      text,
    )?.[0] ?? ''
  const rest = text.slice(lead.length)
  const two =
    /^(?:get certified(?: in| as)?|bring in|bring down|bring up|speed up|pay off|pay down|roll out|set up|keep up|cut down(?: on)?|cut back(?: on)?|take on|put on|sign up|scale up|ramp up|go from|respond to|reply to|work on|get better at|finish up|wrap up)\b/u.exec(
      rest,
    )?.[0]
  const verb = two ?? /^[a-z-]+/u.exec(rest)?.[0] ?? ''
  return known.test(verb) ? lead + verb : lead
}
