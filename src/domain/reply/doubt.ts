/** Words that make a number beside them no value, or not surely one. Both languages; matched in normalised text. */

const forward =
  /\b(?:will|won't|would|should|shall|going to|gonna|expect\w*|hop(?:e|es|ing|ed|efully)|plan(?:s|ned|ning)? (?:to|for)|aim(?:s|ing)? (?:to|for)|forecast\w*|projected|projection|estimat\w*|predict\w*|by (?:mon|tue|tues|wed|wednes|thu|thurs|fri|satur|sat|sun)(?:day)?|by (?:next|the end|end of|tomorrow|then|eom|eoy|eow|q[1-4])|next (?:week|month|quarter|year|time)|tomorrow|tmrw|tmr|if|might|may|could|until)\b|預計|預期|預估|應該|希望|將會|即將|會到|會有|下週|下周|下個?月|下季|明天|明年|打算|計畫要|可能|或許|如果|的話/i

/** Ahead too, but common in notes about the present. */
const wish = /\b(?:want(?:s|ed)?|need(?:s|ed)?|target|goal|soon|ideally)\b|目標|想要|需要/i

/** Fewer, not more: the number in it is not what there is. */
const loss =
  /\b(?:lost|lose|fewer|less|cancel\w*|churned|fell through|refund\w*|backed out|dropped out|withdrew)\b|流失|失去|取消|掉了|退(?:掉|了|出|件|貨|費|訂)/i

/** Sets an earlier number right, or blurs this one. */
export const takesBack =
  /\b(?:sorry|oops|whoops|actually|i mean|meant|rather|correction|corrected|wrong|mistake|typo|not sure|unsure|no wait|wait|wasn't|isn't|aren't|ignore|scratch that|kidding|joking|instead|should be|should have been|or maybe|double[- ]check|in fact|make (?:that|it)|nope)\b|不對|更正|打錯|說錯|寫錯|抱歉|其實|不確定|搞錯|才對|開玩笑/i

const uncertain =
  /\b(?:maybe|perhaps|probably|i think|i guess|guess|roughly|approx\w*|approximately|give or take|or so|est|ish|around|about|nearly|almost|not quite|at least|at most)\b|大概|左右|大約|(?<![續合簽預履違租契赴邀相])約(?=\s*[\d一二兩三四五六七八九十百千萬]|$)|差不多|估計|好像|快要|將近|至少|最多/i

const elsewhen =
  /\b(?:last|previous) (?:week|month|quarter|year|time)\b|\b(?:yesterday|yday)\b|\bago\b|上週|上周|上個?月|上季|昨天|去年|之前/i

const unfinished =
  /\b(?:not|except|but|almost|mostly|partly|half|nearly|yet|pending|waiting|remaining|left|still|only)\b|n't\b|還|沒|未|差|除了|但|一半|剩/i

/** A forecast, wish, plan or condition. */
export const looksAhead = (text: string) => forward.test(text) || wish.test(text)

export const isLoss = (text: string) => loss.test(text)

export const isAboutAnotherTime = (text: string) => elsewhen.test(text.replace(upTo, ' '))

/** What stood last night stands. */
const upTo =
  /\b(?:as of|until|till|by|since|through) (?:yesterday|yday|last night)\b|(?:截至|到|至)昨[天晚](?:為止)?/gi

/** "done - except the docs" is not done. */
export const isUnfinished = (text: string) => unfinished.test(text)

/** What blurs a number stands near it. */
const MOST_LOOKED = 300

/** Whether a note takes back or blurs the number before it. A clause with a number of its own speaks of that one. */
export function blursNumber(whole: string): boolean {
  const note = whole.slice(0, MOST_LOOKED)
  const [opening = ''] = note.split(/[,.;!\n]|\s-\s/)
  const words = wordCount(note)
  if (takesBack.test(opening) || (takesBack.test(note) && words <= 6)) return true
  if (conditional.test(opening.trim())) return true
  // "3 new, 1 lost"
  if (loss.test(opening) && counted.test(opening)) return true
  if (/\d/.test(opening)) return wordCount(opening) <= 3 && uncertain.test(opening) && !isFormerValue(note)
  return blursBriefly(opening) || (words <= 3 && wish.test(note)) || (words <= 4 && note.includes('?'))
}

/** Whether a note takes back or blurs an end before it; when it came is no matter: "done! sent it last night". */
export function blursEnd(whole: string): boolean {
  const note = whole.slice(0, MOST_LOOKED)
  const [opening = ''] = note.split(/[,.;!\n]|\s-\s/)
  if (takesBack.test(opening) || conditional.test(opening.trim())) return true
  return wordCount(opening) <= 4 && (uncertain.test(opening) || forward.test(opening) || note.includes('?'))
}

const counted =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a couple|some|few)\b|[一二兩三四五六七八九十幾]/i

const conditional = /^(?:if|assuming|provided|unless|pending|subject to)\b|^(?:如果|假如|若)/i

/** "14, hopefully" speaks of the 14; a longer clause of something else. */
function blursBriefly(opening: string): boolean {
  const words = wordCount(opening)
  if (words <= 3 && forward.test(opening)) return true
  const isOtherTime = elsewhen.test(opening) && wordCount(opening.replace(elsewhen, ' ')) <= 2
  return words <= 4 && (uncertain.test(opening) || isOtherTime) && !isFormerValue(opening)
}

/** What people say before they come to the point, where it changes nothing: "slow week, 13". */
export function isMood(words: string): boolean {
  if (
    /^(?:sorry for (?:the |being )?(?:delay|late)|sorry,? (?:i'm )?late|late reply|遲了|(?:抱歉|不好意思)?,? ?(?:這麼)?晚(?:回|報|交)?)/i.test(
      words.trim(),
    )
  )
    return true
  if (wordCount(words) > 6 || /\d|\?/.test(words)) return false
  if (
    takesBack.test(words) ||
    wish.test(words) ||
    loss.test(words) ||
    uncertain.test(words) ||
    unfinished.test(words)
  )
    return false
  if (forward.test(words) || elsewhen.test(words)) return false
  return mood.test(words)
}

const mood =
  /\b(?:good|great|nice|solid|strong|decent|ok|okay|fine|slow|quiet|bad|rough|tough|busy|crazy|hectic|better|happy|sad|sadly|yay|ugh|phew|meh|finally|unfortunately|luckily|fortunately|week|month|morning|afternoon|evening|update|updated?|checking in|here|number|count|score|result|results|status|tally|figure|me|mine|team|all|folks|everyone|boss|sorry for the delay|late reply)\b|這週|本週|這禮拜|今天|不錯|還好|還行|普通|忙|慢|終於|可惜|回報|更新|數字|結果|大家/i

/** "Better than last week" takes nothing back. */
const comparison =
  /^(?:a (?:bit|little) |slightly |much )?(?:better|worse|up|down|more|less|higher|lower|fewer|same|similar) (?:than|from|as|to|vs)\b|^(?:比|較|跟|和)(?:上|去|前|之前)/i

/** "was 12" says what it had been. */
const isFormerValue = (note: string) =>
  comparison.test(note) ||
  /^(?:it |we )?(?:was|were|from|up from|down from|before|previously|原本|之前|上週|上次)(?: at| is)? ?[^\s]{1,20}(?: (?:last week|before))?$/i.test(
    note.trim(),
  )

/** Nobody asks whether there are more. */
const MANY_WORDS = 7

/** Chinese has no blanks: two characters are counted as a word. Many are not counted to their end. */
function wordCount(text: string): number {
  let chinese = 0
  let other = 0
  for (const [word] of text.matchAll(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu)) {
    if (han.test(word)) chinese += 1
    else other += 1
    if (other + chinese / 2 >= MANY_WORDS) break
  }
  return other + Math.ceil(chinese / 2)
}
const han = /^\p{Script=Han}/u

/** "Down 12 since January" is no change since the last time. */
export const isSinceLong = (note: string) => sinceLong.test(note)
const sinceLong =
  /\bsince (?!(?:mon|tues?|wed|wednes|thu|thurs|fri|satur|sun)(?:day)?\b|yesterday|then|last (?:week|time|check|update)|this|we last)|^(?:overall|altogether|in total|all told)\b/i

/** Something came of it that nobody counts: "12 rejected", 退了. */
export const cancels =
  /\b(?:cancel\w*|reject\w*|lost|fail\w*|declin\w*|refus\w*|return\w*|drop\w*|delay\w*|miss\w*|postpon\w*|expir\w*|need\w*|bad|broke\w*|behind|ahead|short|sick|late|quit|resign\w*|complain\w*|left|end|hundred|and)\b|[退拒消流失沒未等剩還缺敗不延錯壞死掉差病辭]/i
