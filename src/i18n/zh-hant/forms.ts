import type { forms as english } from '../en/forms.ts'
import type { Formats } from '../formats.ts'
import { coach } from './coach.ts'
import { goalForm } from './goal-form.ts'
import { kpiForms } from './kpi-forms.ts'
import { kpis } from './kpis.ts'
import { refusals } from './refusals.ts'
import { settingsForms } from './settings-forms.ts'

type Forms = ReturnType<typeof english>
type Part<Prefix extends string> = Pick<Forms, Extract<keyof Forms, `${Prefix}${string}`>>

export const forms = (format: Formats): Forms => ({
  ...common,
  ...kpis,
  ...kpiForms(format),
  ...goalForm(format),
  ...coach(format),
  ...checkInForm(format),
  ...closeForm,
  ...settingsForms(format),
  ...refusals(format),
})

const common: Part<'form.s' | 'form.c' | 'form.l' | 'goal.'> = {
  'form.save': () => '儲存',
  'form.cancel': () => '取消',
  'form.close': () => '關閉',
  'form.loading.title': () => 'Goalpost',
  'form.loading': () => '載入中……',
  'form.sentences': ({ before, sentence }) => `${before}${sentence}`,
  'goal.numbered': ({ number, title }) => `G-${number} ${title}`,
}

const checkInForm = (format: Formats): Part<'check-in-form.'> => ({
  'check-in-form.title': () => '回報進度',
  'check-in-form.submit': () => '送出',
  'check-in-form.goal': ({ position, title }) => `${position}）${title}`,
  'check-in-form.last': ({ amount }) => `上次：${amount}`,
  'check-in-form.never': () => '還沒有數字',
  'check-in-form.expected': ({ amount }) => `今天的預定進度：${amount}`,
  'check-in-form.target': ({ amount }) => `目標值：${amount}`,
  'check-in-form.due': ({ due }) => `${due} 到期`,
  'check-in-form.value.label': () => '現在的數字是？',
  'check-in-form.value.hint': () => '填目前的數字或增減，例如 32%、+3、12/20、沒變、完成。',
  'check-in-form.done.label': () => '進行得如何？',
  'check-in-form.done.hint': () => '填「完成」、「沒變」，或簡短說明。',
  'check-in-form.status.label': () => '你覺得狀況如何？',
  'check-in-form.confidence.label': () => '有多少把握達成？',
  'check-in-form.blocker.label': () => '遇到什麼阻礙？',
  'check-in-form.note.label': () => '備註',
  'check-in-form.note.shared': () => '會附在這裡回報的每個目標上。',
  'check-in-form.more': ({ count }) => `還有 ${format.number(count)} 個目標。請先送出這些，再重新開啟。`,
  'check-in-form.nothing': () => '請至少回報一個目標，例如 32%、+3 或「沒變」。',
  'check-in-form.which-goal': () => '這裡只填這個目標的數字，例如 32% 或 +3。',
  'check-in-form.total-or-added': ({ typed }) =>
    `「${typed}」是目前總數，還是新增的量？請寫「總共 ${typed}」或「+${typed}」。`,
  'check-in-form.percent-of-target': ({ typed }) =>
    `這個目標不是以百分比計算，請把「${typed}」改成實際數字。`,
  'check-in-form.points-or-relative': ({ typed }: { typed: string }) =>
    `「${typed}」是百分點還是比例？請寫「+2 個百分點」，或直接寫新的數值。`,
  'check-in-form.forecast-not-value': () => '請寫今天的數值，不是預估。',
  'check-in-form.out-of-range': ({ typed }) => `「${typed}」超出這個目標的合理範圍，請重新填寫。`,
  'check-in-form.large-jump': ({ typed }) => `「${typed}」和上次相差很多。請確認後再送出一次。`,
  'check-in-form.final-value': () => '做得好！請一併填上最後的數字，留下成果紀錄。',
  'check-in-form.value-missing': () => '請一併填上數字，或寫「沒變」。',
  'check-in-form.thousands-missing': ({ typed }) => `「${typed}」是以千為單位嗎？請寫出完整數字，或加上 k。`,
  'check-in-form.fraction-or-percent': ({ typed }) => `「${typed}」是比例還是百分比？請加上 % 符號。`,
})

const closeForm: Part<'close-form.'> = {
  'close-form.title': () => '結束目標',
  'close-form.submit': () => '結束目標',
  'close-form.as.label': () => '結果如何？',
  'close-form.as.reached': () => '已達成',
  'close-form.as.reached.more': () => '會在頻道裡慶祝',
  'close-form.as.retired': () => '中止',
  'close-form.as.retired.more': () => '目標已不適用，紀錄仍會保留',
  'close-form.value.label': () => '最後的數字',
  'close-form.value.hint': () => '留空則沿用上次的數字。',
  'close-form.note.label': () => '學到了什麼？',
  'close-form.note.hint': () => '會隨目標的結果一起顯示。',
}
