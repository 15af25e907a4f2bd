import { A, indexOf } from './amounts.ts'

/** How the amounts of a sentence go together, by index; domain.md §7.4 (2)-(4). */
export type Numbers =
  | { readonly kind: 'none' }
  | { readonly kind: 'from-to'; readonly from: number; readonly to: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  /** By so many percent or points, at `by`; or by a factor said in words. */
  | {
      readonly kind: 'change'
      readonly by: number
      readonly isDown: boolean | undefined
      /** "20 % from $250k" */
      readonly from?: number | undefined
    }
  /** "by 5 to 45": so much more, up to there. */
  | { readonly kind: 'change-to'; readonly by: number; readonly to: number }
  | { readonly kind: 'factor'; readonly percent: number; readonly to?: number | undefined }
  /** `bound`: the sentence says that the value is a floor or a ceiling. `isReached`: it says "to". */
  | {
      readonly kind: 'absolute'
      readonly at: number
      readonly bound: 'low' | 'high' | undefined
      readonly isReached: boolean
    }

const a = `(${A})`
const no = `[^\\uF800-\\uF84F,;]`
const about =
  '(?:about |around |roughly |approximately |just |only |under |over |below |above |at least |約|大約|大概)?'

const fromTo: readonly (readonly [RegExp, 'forward' | 'backward'])[] = [
  // "6h now, 4h by June"
  [
    new RegExp(
      `${a} ?(?:now|currently|today|at present|right now)(?:,| ->|,? (?:and|then|to)) ?${about}${a}`,
      'u',
    ),
    'forward',
  ],
  [
    new RegExp(
      `\\bfrom (?:a |an |the |our |my )?(?:current |present |baseline |average |today's )?(?:of )?${about}${a}${no}{0,40}?(?:\\b(?:down |up |back )?(?:in)?to\\b|->) ?${about}${a}`,
      'u',
    ),
    'forward',
  ],
  [new RegExp(`${a}${no}{0,20}?-> ?${about}${a}`, 'u'), 'forward'],
  [
    new RegExp(
      `\\b(?:to|at|reach|hit) ${about}${a}${no}{0,30}?,? ?\\(?(?:up |down |it's )?(?:from|was) (?:a |an |the )?(?:current )?${about}${a}`,
      'u',
    ),
    'backward',
  ],
  [
    new RegExp(
      `${a}[^\\uF800-\\uF84F]{0,30}?\\b(?:now|currently|today|at present|right now|was|vs\\.?|versus|instead of|compared (?:to|with)|we're|we are|it's|up from|down from|from)(?: at| is| it's| we're)?(?: about| around|:)? ?${a}`,
      'u',
    ),
    'backward',
  ],
  [
    new RegExp(
      `\\b(?:now|currently|today|at present|right now)(?: at| is| it's| we're)?(?: about| around|:)? ?${a}[^\\uF800-\\uF84F]{0,40}?${a}`,
      'u',
    ),
    'forward',
  ],
  [
    new RegExp(
      `(?:[從由自]|原本|目前|現在|現行)(?:的|是|為|約|有|只有)*? ?${a}${no}{0,14}?(?:到|至|為|成|->) ?${about}${a}`,
      'u',
    ),
    'forward',
  ],
  [
    new RegExp(
      `${a}${no}{0,6}?(?:提升|提高|提昇|增加|成長|上升|降|減|縮|拉|壓|升|衝|調|改善|進步|增)${no}{0,4}?(?:到|至|為|成) ?${about}${a}`,
      'u',
    ),
    'forward',
  ],
  [
    new RegExp(
      `${a}${no}{0,16}?\\(?,?(?:目前|現在|現為|原本|原為|現況|上季|去年)(?:是|為|約|只有|有)? ?${a}`,
      'u',
    ),
    'backward',
  ],
  [
    new RegExp(
      `(?:目前|現在|原本|現況|去年|上季|上個月)(?:是|為|約|只有|有|的)?${no}{0,6}?${a}[^\\uF800-\\uF84F]{0,20}?${a}`,
      'u',
    ),
    'forward',
  ],
  [new RegExp(`${a}${no}{0,3}? ?(?:到|至) ?${a}`, 'u'), 'forward'],
  [
    new RegExp(`(?:[$€£]|\\p{L})${no}{0,40}?${a} to ${a}(?! ?(?:posts|times|calls|hours|days|people))`, 'u'),
    'forward',
  ],
  [
    new RegExp(
      `\\b(?:${'raise|increase|grow|lift|boost|improve|reduce|cut|lower|decrease|shorten|trim|bring|get|move|take|push|drop|bump'})\\b${no}{0,60}?${a}${no}{0,12}? to ${a}`,
      'u',
    ),
    'forward',
  ],
]

/** Before "to" these are changes, no beginnings: "by 5 to 45", "3 points to 42%", 提高3個百分點到42%. */
const changeTo: readonly RegExp[] = [
  new RegExp(`\\bby ${about}${a}${no}{0,20}? to ${about}${a}`, 'u'),
  new RegExp(
    `(?:增加|提升|提高|提昇|成長|上升|減少|降低|下降|節省)(?:了|約)? ?${a}${no}{0,6}?(?:到|至|達到|成為|變成) ?${about}${a}`,
    'u',
  ),
]

const between: readonly RegExp[] = [
  new RegExp(`\\bbetween ${a}${no}{0,12}?(?: and | to |-)${a}`, 'u'),
  new RegExp(
    `\\b(?:keep|hold|maintain|stays?|remains?)\\b${no}{0,60}?${a}${no}{0,10}?(?: and | to | ?[-~] ?)${a}`,
    'u',
  ),
  new RegExp(`(?:維持|保持|控制|介於)${no}{0,12}?${a}${no}{0,3}?(?:到|至|和|與|~|-) ?${a}`, 'u'),
  new RegExp(`${a}${no}{0,3}?(?:到|至|和|與|~|-) ?${a}${no}{0,3}?之間`, 'u'),
]

const factors: readonly (readonly [RegExp, number])[] = [
  [/\b(?:double|twice|2x|twofold)\b|翻倍|加倍|倍增|翻一倍|成長一倍|增加一倍|提升一倍|兩倍/u, 100],
  [/\b(?:triple|threefold|3x)\b|三倍/u, 200],
  [/\b(?:quadruple|fourfold|4x)\b|四倍/u, 300],
  [
    /\b(?:halve|by (?:a )?half|in half|half as (?:many|much))\b|減半|砍半|少一半|降一半|減少一半|降低一半/u,
    -50,
  ],
  [/\bby (?:a|one) third\b|三分之一/u, 33],
  [/\bby (?:a|one) (?:quarter|fourth)\b|四分之一/u, 25],
  [/\bby (?:a|one) fifth\b|五分之一/u, 20],
  [/\bby (?:a|one) tenth\b|十分之一/u, 10],
]

const changes: readonly (readonly [RegExp, boolean | undefined])[] = [
  [
    new RegExp(
      `\\b(?:by|another|an extra|an additional|plus) (?:about |around |at least |roughly |an? (?:additional|extra) )?${a}`,
      'u',
    ),
    undefined,
  ],
  [new RegExp(`${a} (?:more|higher|extra|growth|increase|rise|faster)\\b`, 'u'), false],
  [new RegExp(`${a}(?: percent)? (?:fewer|less|lower|reduction|decrease|drop|cut)\\b`, 'u'), true],
  [
    new RegExp(`(?:增加|提升|提高|提昇|成長|上升|增長|進步|拉高|多)(?:了|約|大約|至少|個)? ?${a}`, 'u'),
    false,
  ],
  [new RegExp(`(?:減少|降低|下降|縮短|減|降|壓低|少|砍|瘦)(?:了|約|大約|至少|個)? ?${a}`, 'u'), true],
  [new RegExp(`節省${no}{0,6}? ?${a}`, 'u'), true],
  [new RegExp(`\\bup (?!to\\b)(?:about |around )?${a}`, 'u'), false],
  [new RegExp(`\\bdown (?!to\\b)(?:about |around )?${a}`, 'u'), true],
  [new RegExp(`(?:比|較)${no}{0,14}?(?:多|高|好|成長)(?:出)? ?${a}`, 'u'), false],
  [new RegExp(`(?:比|較)${no}{0,14}?(?:少|低|短)(?:了)? ?${a}`, 'u'), true],
]

/** Words that name a floor or a ceiling, before the amount or behind it. */
const ceilings = new RegExp(
  `(?:\\b(?:under|below|less than|fewer than|at most|no more than|not more than|max(?:imum)?(?: of)?|within|up to|beneath|lower than|no higher than|sub-?)|<=?|≤|低於|不超過|少於|小於|不到|最多|壓在|控制在|不高於|以內|未滿) ?(?:the )?${a}|${a}${no}{0,4}?(?:以下|以內|之內|內完成|\\bor (?:less|fewer|lower|under|below|faster)\\b|\\bmax\\b)`,
  'u',
)
const floors = new RegExp(
  `(?:\\b(?:over|above|more than|at least|no less than|not less than|no fewer than|min(?:imum)?(?: of)?|beyond|exceed(?:ing)?|north of|higher than)|>=?|≥|超過|突破|高於|至少|大於|不低於|不少於|最少) ?(?:the )?${a}|${a}${no}{0,4}?(?:以上|\\bor (?:more|better|higher|above|over)\\b|\\+|\\bmin\\b)`,
  'u',
)
const reached = new RegExp(
  `(?:\\b(?:to|at|reach(?:ing)?|hit(?:ting)?|be|is|of|gets? to|up to|down to|achieve|attain|=)|到|至|達|達到|達成|為|成) ?(?:the |a |an )?${about}${a}`,
  'u',
)

/** What the patterns ask of an amount, by its index. */
export interface AmountFacts {
  readonly isPercent: (index: number) => boolean
  readonly isPoints: (index: number) => boolean
  /** Written with a plus or minus. */
  readonly isSigned: (index: number) => boolean
}

/** `text` is signed and in small letters. */
export function numbersOf(
  text: string,
  amounts: number,
  { isPercent, isPoints: points, isSigned }: AmountFacts,
): Numbers {
  return (
    betweenIn(text) ??
    changeToIn(text, points) ??
    growthFrom(text, isPercent) ??
    fromToIn(text) ??
    shareIn(text, isPercent) ??
    factorIn(text) ??
    absoluteOrChange(text) ??
    bareChange(text, isPercent) ??
    ownChange(amounts, points, isSigned) ??
    first(amounts)
  )
}

/** "95 % of tickets within 2 days": the share is the number, the rest says of what. */
function shareIn(text: string, isPercent: (index: number) => boolean): Numbers | undefined {
  const part = new RegExp(`${a} (?:out )?of ${a}`, 'u').exec(text)
  if (part !== null) return { kind: 'absolute', at: indexOf(part[1]), bound: undefined, isReached: false }
  const found = new RegExp(`${a} of (?:all |the |our |my )?[a-z]`, 'u').exec(text)
  const at = indexOf(found?.[1])
  if (found === null || !isPercent(at) || /\bby $/.test(text.slice(0, found.index))) return undefined
  return { kind: 'absolute', at, bound: undefined, isReached: true }
}

/** "Grow the email list 20 %": a percentage right behind what grows. */
function bareChange(text: string, isPercent: (index: number) => boolean): Numbers | undefined {
  const found = new RegExp(
    `^\\s*(?:grow|increase|raise|boost|improve|expand|lift|cut|reduce|lower|decrease|shrink|trim|shorten|drop|slash)\\b${no}{1,60}?${a}`,
    'u',
  ).exec(text)
  const by = indexOf(found?.[1])
  return found !== null && isPercent(by) ? { kind: 'change', by, isDown: undefined } : undefined
}

function changeToIn(text: string, isPoints: (index: number) => boolean): Numbers | undefined {
  const found = firstOf(changeTo, text) ?? new RegExp(`${a}${no}{0,10}? to ${about}${a}`, 'u').exec(text)
  const [by, to] = [indexOf(found?.[1]), indexOf(found?.[2])]
  const isChange =
    found !== null && found !== undefined && (isPoints(by) || firstOf(changeTo, text) !== undefined)
  return isChange ? { kind: 'change-to', by, to } : undefined
}

/** "NPS +5", "cut churn 2 points": the only amount is a change by itself. */
function ownChange(
  amounts: number,
  isPoints: (index: number) => boolean,
  isSigned: (index: number) => boolean,
): Numbers | undefined {
  return amounts === 1 && (isPoints(0) || isSigned(0))
    ? { kind: 'change', by: 0, isDown: undefined }
    : undefined
}

function betweenIn(text: string): Numbers | undefined {
  const found = firstOf(between, text)
  return found && { kind: 'between', low: indexOf(found[1]), high: indexOf(found[2]) }
}

const firstOf = (patterns: readonly RegExp[], text: string) =>
  patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)

/** "Grow revenue 20 % from $250k": by so much, from there. */
function growthFrom(text: string, isPercent: (index: number) => boolean): Numbers | undefined {
  const found = new RegExp(`${a}${no}{0,20}? from (?:the |our )?(?:current |today's )?${a}`, 'u').exec(text)
  const [by, from] = [indexOf(found?.[1]), indexOf(found?.[2])]
  if (
    found === null ||
    !isPercent(by) ||
    isPercent(from) ||
    /\b(?:to|at|reach) $/.test(text.slice(0, found.index))
  )
    return undefined
  return { kind: 'change', by, from, isDown: undefined }
}

function fromToIn(text: string): Numbers | undefined {
  for (const [pattern, order] of fromTo) {
    const found = pattern.exec(text)
    if (found === null) continue
    const [one, two] = [indexOf(found[1]), indexOf(found[2])]
    return order === 'forward'
      ? { kind: 'from-to', from: one, to: two }
      : { kind: 'from-to', from: two, to: one }
  }
  return undefined
}

function factorIn(text: string): Numbers | undefined {
  const found = factors.find(([pattern]) => pattern.test(text))
  const to = new RegExp(` to ${about}${a}|(?:到|至) ?${a}`, 'u').exec(text)
  return found && { kind: 'factor', percent: found[1], to: to === null ? undefined : signOf(to) }
}

/** "to 12 %" and "under 4 hours" name a value, "by 12 %" a change; "by at least 12 %" is a change too. */
function absoluteOrChange(text: string): Numbers | undefined {
  const change = changes
    .map(([pattern, isDown]) => ({ found: pattern.exec(text), isDown }))
    .find(({ found }) => found !== null)
  const ceiling = ceilings.exec(text)
  const floor = floors.exec(text)
  const to = reached.exec(text)
  const absolute = to ?? ceiling ?? floor
  if (change?.found && (absolute === null || isAt(change.found, absolute)))
    return { kind: 'change', by: indexOf(change.found[1]), isDown: change.isDown }
  if (absolute === null) return undefined
  const at = signOf(ceiling ?? floor ?? absolute)
  const bound = ceiling === null ? (floor === null ? undefined : 'low') : 'high'
  return { kind: 'absolute', at, bound, isReached: to !== null }
}

const signOf = (found: RegExpExecArray) => indexOf(found.slice(1).find((sign) => sign !== undefined))
const isAt = (one: RegExpExecArray, other: RegExpExecArray) => signOf(one) === signOf(other)

const first = (amounts: number): Numbers =>
  amounts === 0 ? { kind: 'none' } : { kind: 'absolute', at: 0, bound: undefined, isReached: false }
