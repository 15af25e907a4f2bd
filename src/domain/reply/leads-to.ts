import { cancels } from './doubt.ts'
import type { ReplyGoal } from './types.ts'

/** What is arranged is not done: 排了5次. */
const planned = /[排約訂邀請問預計劃想]|安排|打算/

/** The words before the number, behind the last "and", "so" or "it's", say nothing but that it is the goal's. */
export function leadsTo(before: string, { title, unit, kind }: ReplyGoal, hasUnit: boolean): boolean {
  const own = `${title} ${unit.kind === 'count' ? (unit.noun ?? '') : ''}`.toLowerCase()
  const words =
    before
      .toLowerCase()
      .split(/\b(?:and|so|then|that)\b|[:"]/)
      .at(-1)
      ?.trim() ?? ''
  const latin = words.match(/[\p{Script=Latin}']+/gu) ?? []
  const han = words.replace(leadingChinese, '').match(/\p{Script=Han}/gu) ?? []
  if (reported.test(words)) return true
  // 下午驗收完是35片
  if (/(?:是|總共|累計|來到)$/.test(words) && latin.length === 0) return true
  if (
    kind === 'cadence' &&
    hasUnit &&
    latin.length === 0 &&
    han.length <= 4 &&
    !cancels.test(words) &&
    !planned.test(words)
  )
    return true
  return (
    latin.every((word) => leading.has(word) || own.includes(word.replace(/s$/, ''))) &&
    han.every((letter) => own.includes(letter))
  )
}

/** "The sheet says", "Maria counted": where the number comes from. */
const reported =
  /^(?:(?:the|our|my) )?(?:(?:spread)?sheet|dashboard|system|crm|erp|report|finance|accounting|accounts|register|till|counter|tracker|app|site|website|log|logbook|board|list|tool|stats|analytics|excel|jira|db|database|sensor|meter|scale|portal|ledger|books|invoice system) (?:says?|shows?|reads?|has|reports?|counts|confirms?)(?: (?:us |it )?at)?$|^(?:just |we |i |\p{L}+ )?(?:counted|recounted|confirmed|tallied)$/iu

const leading = new Set(
  "i i'm we we're it it's is are was the a our my at now just only already currently sitting standing stand sit sits stands reads says shows showing read hit hits reached have has there there's here total count number figure score value update latest reading measured counted logged averaged averaging got to came comes in this week month morning up for ended closing ok okay so yes yep hi hey well still officially finally today's week's".split(
    ' ',
  ),
)
const leadingChinese =
  /目前|現在|今天|剛剛?|(?:盤點|統計|結算|[算點數對])(?:完|了)?帳?|系統|報表上?|表單上?|表格|試算表|後台|資料庫|看板|(?:上面)?顯示|統計|結算|本[週周月季]|這[週周個月季]|上午|下午|早上|截至|為止|到了?|累計|總共|一共|共|是|為|有|在|來到|達到?|做到|數字|數量|總數|最新|更新|回報|剛好|已經?|我們?|了|的|一下|報告|主管|大家好?/g
