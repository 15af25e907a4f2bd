import { A } from './amounts.ts'
import { openingOf } from './verbs.ts'

/** What is left between verb and numbers, minus articles: the metric, domain.md §7.4 (6). */
export function metricOf(signed: string): string | undefined {
  const text = signed.replace(/[\uE000-\uF7FF]/g, ' ')
  return /\p{Script=Han}/u.test(text) ? chineseMetric(text) : englishMetric(text)
}

const joints =
  /\b(?:from|to|by|at least|at most|at|over|under|above|below|beyond|exceed(?:ing)?|more than|less than|fewer than|no more than|no less than|up to|down to|down|up|between|reach(?:ing)?|hit(?:ting)?|around|about|roughly|approximately|currently|now|today|within|in total|total of|of at least|per|each|every|a total of|as|is|are|was|be|->|than|minimum|maximum|max|min|another|additional|extra|double|triple|halve|quadruple|twice|half|in half|a third|a quarter|instead|percentage points?|points?|percent|pts?|compared|vs|versus|levels?|before|until|when|while|after|who|so that)\b|[<>=≤≥~+]/giu
const articles =
  /^(?:(?:the|a|an|our|my|your|their|its|all|of|in|on|for|with|and|more|new|that|this|these|some|any|by|to|i|we|it)\s+)+|(?:\s+(?:the|a|an|our|my|of|in|on|for|with|and|that|this|it|by|to|from|per|each|i|we|is|or|less|more|better|fewer))+$/giu

function englishMetric(text: string): string | undefined {
  const lower = text.toLowerCase().trim()
  const body = lower.slice(openingOf(lower).length)
  const chunks = body
    .split(new RegExp(`${A}|[,;:()"!?]|\\.(?:\\s|$)| - `, 'u'))
    .flatMap((chunk) => chunk.replace(joints, '\n').split('\n'))
    .map((chunk) => chunk.trim().replace(articles, '').replace(/\s+/g, ' ').trim())
    .filter(
      (chunk) =>
        /\p{L}{2}/u.test(chunk) &&
        !/^(?:the|a|an|our|my|of|in|on|for|with|and|or|so|then|time|times|more|less|end|soon|asap|later|average)$/.test(
          chunk,
        ),
    )
  return chunks[0]
}

const verbs =
  /(?:我們?(?:要|想要?|希望)?|目標(?:是|:)?|希望(?:能)?|想要?|要|預計|計畫|努力|持續|將|把|讓|使)|盡快|儘快|盡早|儘早|提升|提高|提昇|增加|成長|改善|優化|加強|強化|降低|減少|縮短|壓低|壓到|拉高|拉到|升到|降到|減到|降至|減至|升至|增至|衝到|衝上|上升|下降|維持|保持|控制在?|達成|達到|達|完成|取得|通過|簽下|簽到|招募到?|招到|募到|募款|賣出|賣掉|售出|讀完|寫完|舉辦|拜訪|成交(?![率量額件數價])|開發|錄製|訪談|收到|存到|跑完|翻譯|培訓|訓練|蒐集|產出|推出|上線|建立|建置|導入|發佈|發布|發表|新增|談成|拿下|拿到|收集|參加|面試|聘用|錄取|練習|背|突破|超過|至少|不超過|不低於|低於|高於|從|由|到|至|為|成(?![效績功長本交])|大約|約(?= ?[\uF800-\uF84F])|原本|目前|現在|左右|以上|以下|以內|之間|翻倍|加倍|減半|倍增|比|多|少(?!年|子)|的(?=\s|$)|在(?=\s|$)|個(?=\s|$)|件(?=\s|$)|(?<=^|[\s,，])(?:讀|寫|打|存|跑|拍|簽|招|募|賣|辦|做|練|背|種|走|發|錄)|(?:讀|寫|打|存|跑|拍|簽|招|募|賣|辦|做|練|背|種|走|發|錄|捐)(?=(?:了|到|滿|下)? ?[\uF800-\uF84F])/gu
const counters =
  /^(?:個|件|張|位|篇|家|次|分(?!鐘)|人次|筆|封|名|場|通|所|台|組|條|項|隻|棵|盒|箱|堂|節|份|支|杯|瓶|輛|間|棟|頁|本|部|套|戶)+/u

function chineseMetric(text: string): string | undefined {
  const chunks = text
    .split(new RegExp(`${A}|[,，;；。:：()!！?？、\\n]`, 'u'))
    .flatMap((chunk) => chunk.replace(verbs, '\n').split('\n'))
    .map((chunk) =>
      chunk
        .trim()
        .replace(counters, '')
        .replace(/^[的在]|[的在與和及]$/gu, '')
        .trim(),
    )
    .filter((chunk) => /[\p{Script=Han}]{2}|[A-Za-z]{2}/u.test(chunk))
  return (
    chunks.toSorted((a, b) => b.length - a.length).find((chunk) => chunk.length >= 4) ??
    chunks[0] ??
    shortMetric(text)
  )
}

/** 讀 20 本書: one character behind the counter; else the verb, which then says what is measured (募款 20 萬). */
function shortMetric(text: string): string | undefined {
  const behind = new RegExp(
    `${A} ?[個件張位篇家次分人筆封名場所台組條項隻棵盒箱堂節份支杯瓶輛間棟頁本部套戶]?([\\p{Script=Han}]{1,6})`,
    'u',
  ).exec(text)?.[1]
  return (
    behind ?? /(?![提增降減縮維保上下])[\p{Script=Han}]{2,4}(?=到?了?\s*[\uF800-\uF84F])/u.exec(text)?.[0]
  )
}

/** The noun that an amount counts: the words right behind it. */
export function nounBehind(signed: string, index: number): string | undefined {
  const sign = String.fromCharCode(0xf800 + index)
  const at = signed.indexOf(sign)
  if (at === -1) return undefined
  const behind = signed.slice(at + 1)
  const chinese =
    /^ ?([個件張位篇家次分人筆封名場通所台組條項隻棵盒箱堂節份支杯瓶輛間棟頁本部套戶]次?|公斤|公里|公尺|公升|人次|步|坪|字|度)/u.exec(
      behind,
    )?.[1]
  if (chinese !== undefined && chinese !== '分鐘') return chinese
  const words =
    /^ ?((?:(?!(?:from|for|in|on|by|per|to|with|at|of|and|or|each|every|a|an|the|via|through|across|this|next|more|is|are|until|before|so|up|down|over|under|within|than|now|as|using|instead|who|that|who|which|i|we)\b)[a-z°][a-z°'’-]*)(?: (?!(?:from|for|in|on|by|per|to|with|at|of|and|or|each|every|a|an|the|via|through|across|this|next|is|are|until|before|so|up|down|over|under|within|than|now|as|using|instead|who|that|which)\b)[a-z][a-z'’-]*){0,2})/u.exec(
      behind.toLowerCase().replace(/^ (?:more |new |additional |extra )/, ' '),
    )?.[1]
  return words?.trim()
}
