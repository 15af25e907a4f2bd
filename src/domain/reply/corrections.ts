/** Replies that set an earlier number right: `sorry, 15 not 51`, `oops, meant 15`, 打錯了，是 15. */

export interface Correction {
  /** The right number with what belongs to it. */
  readonly value: string
  /** What had been said wrongly. */
  readonly wrong: string | undefined
}

const number =
  '[$€£+-]?\\d[\\d.,]*(?:%|[a-z]{1,3}(?![a-z]))?[件個份筆人場頁]?(?: (?!not|instead|typo)[\\p{L}%]{1,20})?'
const regret =
  '(?:sorry|oops|ups|whoops|my bad|correction|corrected|no wait|(?:no|nope|wait|edit|typo)(?=[,:.!-])|typo(?= \\d)|(?:喔|啊|欸|噢)?,? ?不對(?=[\\s,.\\d是])|(?:抱歉|不好意思),? ?(?:我)?(?:上次|剛剛|剛才)?(?:填|打|寫|報|算)錯了?|(?:上次|剛剛|剛才)(?:填|打|寫|報|算)錯了?|(?:喔|啊|欸|噢)?,? ?(?:抱歉|不好意思)|更正|修正|打錯了?|說錯了?|寫錯了?|搞錯了?)'
const meant =
  "(?:(?:i |we )?(?:meant|mean)(?: to (?:say|write|type))?|(?:it |that |this )?should(?:'ve| have)? (?:be|been|say|read)|it'?s|it is|it was|that'?s|make (?:it|that)|actually|rather|in fact|應該是|應為|是|其實是|才對)"

/** Without a word of regret only these set something right: "should be 14" may be a hope. */
const surely =
  "(?:(?:i |we )?meant(?: to (?:say|write|type))?|(?:it |that |this )?should(?:'ve| have) (?:been|said|read)|make (?:it|that)|其實是|更正為)"

const patterns: readonly (readonly [RegExp, 'value-first' | 'wrong-first'])[] = [
  [
    new RegExp(
      `^${regret}(?:[\\s,.:!-]+(?:${regret}|${meant})){0,3}[\\s,.:!-]*(?:${meant} ?)?(${number})(?:,? ?(?:and )?(?:not|instead of|不是) ?(${number}))?[.!]*$`,
      'iu',
    ),
    'value-first',
  ],
  [
    new RegExp(`^${surely}[\\s:]*(${number})(?:,? (?:not|instead of|不是) ?(${number}))?[.!]*$`, 'iu'),
    'value-first',
  ],
  [new RegExp(`^(${number}),? (?:not|instead of|不是) ?(${number})[.!]*$`, 'iu'), 'value-first'],
  [
    new RegExp(
      `^(?:${regret}[\\s,.:!-]+)?(?:it'?s |was |it was )?(?:not|不是) ?(${number})(?:[,.] ?| |(?=是|而是|應該是))(?:(?:but|it'?s|rather|是|而是|應該是) ?)*(${number})[.!]*$`,
      'iu',
    ),
    'wrong-first',
  ],
  [new RegExp(`^(${number}) ?(?:才對|才是)[.!]*()$`, 'iu'), 'value-first'],
  [/^(\d[\d.,]*%?)\*()$/u, 'value-first'],
  [new RegExp(`^(${number}),? (?:typo|correction|corrected|更正)[.!]*()$`, 'iu'), 'value-first'],
  // "Sorry, meant 48, one came back"
  [
    new RegExp(
      `^${regret}(?:[\\s,.:!-]+${regret})?[\\s,.:!-]*(?:(?:i |we )?meant(?: to (?:say|write|type))?|(?:it |that )?should (?:be|have been)|應該是|應為|其實是) ?(${number}),[^\\d]*()$`,
      'iu',
    ),
    'value-first',
  ],
  // "23.. no wait 24"
  [
    new RegExp(
      `^(${number})[\\s.,…!-]+${regret}(?:[\\s,.:!-]+(?:${regret}|${meant}))*[\\s,.:!-]*(${number})[.!]*$`,
      'iu',
    ),
    'wrong-first',
  ],
]

/** Undefined where the reply is none. `text` is cleaned. */
export function correctionIn(text: string): Correction | undefined {
  if (text.length > 80 || !/\d/.test(text)) return undefined
  for (const [pattern, order] of patterns) {
    const found = pattern.exec(text)
    if (found === null) continue
    const [, one = '', two = ''] = found
    return order === 'value-first'
      ? { value: one, wrong: two === '' ? undefined : two }
      : { value: two, wrong: one }
  }
  return undefined
}
