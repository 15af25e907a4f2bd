import type { timelineMessages as english } from '../en/timeline-messages.ts'
import type { Formats } from '../formats.ts'

export const timelineMessages = (format: Formats): ReturnType<typeof english> => ({
  'timeline.title.own': () => '你的時間軸',
  'timeline.title.team': ({ channel }) => `#${channel} 時間軸`,
  'timeline.span': ({ start, due }) => {
    const [from, to] = [format.monthOfYear(start), format.monthOfYear(due)]
    if (from === to) return to
    return start.slice(0, 4) === due.slice(0, 4) ? `${from}至${format.month(due)}` : `${from}至${to}`
  },
  'timeline.goals': ({ count }) => `${format.number(count)} 個目標`,
  'timeline.outside': ({ count }) => `另有 ${format.number(count)} 個目標不在這段期間`,
  'timeline.none-here': ({ count }) =>
    count === 1 ? '唯一的目標不在這段期間。' : `${format.number(count)} 個目標都不在這段期間。`,
  'timeline.private': () => '不公開',
  'timeline.today': () => '今天',
  'timeline.step': ({ date, title }) => `${date}：${title}`,
  'timeline.step.late': ({ date, title }) => `${date} 起已延誤：${title}`,
  'timeline.next': ({ step }) => `下一個里程碑：${step}`,
  ...signs,
  'timeline.empty.own': () => '你還沒有目標。寫下一個，就會出現在這裡。',
  'timeline.empty.team': () => '這個團隊還沒有目標。寫下第一個，就會出現在這裡。',
  'timeline.earlier': () => '← 較早',
  'timeline.later': () => '較晚 →',
  'timeline.all': () => '進行中的全部',
  'timeline.mine': () => '只看我的',
  'timeline.team': ({ channel }) => `#${channel}`,
  'timeline.pages': ({ page, pages }) => `第 ${page} 頁，共 ${pages} 頁`,
  'timeline.less': () => '前面的目標',
  'timeline.more': ({ count }) => `還有 ${format.number(count)} 個目標`,
  'timeline.picture': () => '取得圖片',
  'timeline.svg': () => '取得 SVG',
  'timeline.left-out': ({ count }) => `還有 ${format.number(count)} 個目標不在這張圖裡。`,
  'timeline.unread': ({ command }) =>
    `我看不懂這段期間。可以試試 ${command} timeline、${command} timeline 我的、${command} timeline 2027、${command} timeline 2027 Q1，或 ${command} timeline 下一季。`,
  'timeline.missing': ({ characters }) =>
    `這台伺服器沒有「${characters}」這類字的字型，圖上以方框代替。SVG 會用你電腦上的字型顯示；管理 Goalpost 的人可以在這台伺服器安裝字型。`,
  ...files,
})

type English = ReturnType<typeof english>

const signs: Pick<English, 'timeline.legend' | Extract<keyof English, `timeline.sign.${string}`>> = {
  'timeline.legend': (signs) =>
    `${signs.done} 已完成　${signs.left} 待完成　${signs.over} 超過期限　${signs.today} 今天　${signs.stepDone} 里程碑完成　${signs.stepOpen} 未到　${signs.stepLate} 延誤`,
  'timeline.sign.done': () => '已完成',
  'timeline.sign.left': () => '待完成',
  'timeline.sign.over': () => '超過期限',
  'timeline.sign.step-done': () => '里程碑完成',
  'timeline.sign.step-open': () => '里程碑未到',
  'timeline.sign.step-late': () => '里程碑延誤',
}

const files: Pick<English, Extract<keyof English, `file.${string}`>> = {
  'file.sent': () => '檔案在你和 Goalpost 的私訊裡。',
  'file.no-scope': () =>
    'Goalpost 還不能在這裡傳送檔案。請管理 Goalpost 的人在 Slack 應用程式加上 files:write 權限，再重新安裝。',
  'file.refused.text-too': ({ code }) => `Slack 沒有收下這個檔案（${code}）。上面的文字內容相同。`,
  'file.unsure': () => 'Slack 沒有回覆是否收到檔案。如果一分鐘後還沒出現，請再試一次。',
  'file.not-drawn': () => '這台伺服器無法繪製圖片。「取得 SVG」會給你相同內容的檔案。',
}
