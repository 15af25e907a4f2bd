import type { cardMessages as english } from '../en/card-messages.ts'

type All = typeof english
type Part<Prefix extends string> = Pick<All, Extract<keyof All, `${Prefix}${string}`>>

/** 星期一 after 每週 is said 每週一. */
const day = (weekday: string) => weekday.replace(/^(星期|週)/, '')

const channel: Part<'card.' | 'changed.' | 'closed.'> = {
  'card.text': ({ owner, goal }) => `${owner} 的新目標：${goal}`,
  'card.owner': ({ owner }) => owner,
  'card.owner-with': ({ owner, names }) => `${owner}（共同負責人：${names}）`,
  'card.by': ({ levers }) => `做法：${levers}`,
  'card.why': ({ why }) => `原因：${why}`,
  'changed.text': ({ name, goal }) => `${name} 更動了 ${goal}`,
  'changed.same': ({ name }) => `${name} 更動了這個目標`,
  'changed.easier': ({ name }) => `${name} 調低了這個目標的難度`,
  'changed.harder': ({ name }) => `${name} 調高了這個目標的難度`,
  'changed.line': ({ field, from, to }) => `${field}：${from} → ${to}`,
  'changed.field.title': () => '名稱',
  'changed.field.measure': () => '衡量方式',
  'changed.field.baseline': () => '起始值',
  'changed.field.target': () => '目標值',
  'changed.field.low': () => '下限',
  'changed.field.high': () => '上限',
  'changed.field.start': () => '開始日期',
  'changed.field.due': () => '到期日',
  'changed.field.curve': () => '預期路徑',
  'changed.field.isAspirational': () => '承諾',
  'changed.own-path': () => '自訂路徑',
  'changed.none': () => '無',
  'changed.reason': ({ reason }) => `原因：${reason}`,
  'changed.counts-from': ({ moment }) => `從 ${moment} 起計分`,
  'changed.counts-now': () => '立即生效',
  'closed.reached.text': ({ owner, goal }) => `${owner} 達成了 ${goal}`,
  'closed.reached': ({ owner }) => `🎉 ${owner} 達成目標了！`,
  'closed.reached.at': ({ amount }) => `最後的數字：${amount}`,
  'closed.retired.text': ({ owner, goal }) => `${owner} 中止了 ${goal}`,
  'closed.retired': ({ owner }) => `${owner} 中止了這個目標，紀錄會保留。`,
  'card.reopened': ({ goal }) => `已重新開啟：${goal}`,
  'closed.note': ({ note }) => `學到的事：${note}`,
}

const owner: Part<'receipt.'> = {
  'receipt.text': ({ goal }) => `目標已建立：${goal}`,
  'receipt.set': () => '目標已建立',
  'receipt.set-by': ({ name }) => `${name} 為你建立了目標`,
  'receipt.from-to': ({ from, to, start, due }) => `${start} 到 ${due}，從 ${from} 到 ${to}。`,
  'receipt.keep': ({ range, start, due }) => `${start} 到 ${due}，維持${range}。`,
  'receipt.each-week': ({ amount, start, due }) => `${start} 到 ${due}，每週 ${amount}。`,
  'receipt.deliver': ({ start, due }) => `${start} 開始，${due} 前完成。`,
  'receipt.measure': ({ measure }) => `衡量方式：${measure}。`,
  'receipt.by': ({ levers }) => `做法：${levers}。`,
  'receipt.why': ({ why }) => `原因：${why}。`,
  'receipt.first-step': ({ step }) => `第一步：${step}`,
  'receipt.next': ({ moment }) => `下次詢問數字的時間：${moment}。`,
  'receipt.no-next': () => '你隨時可以回報進度。',
  'receipt.private': () => '這個目標不公開：只有負責人、共同負責人、夥伴與團隊主管看得到，也沒有在頻道張貼。',
  'receipt.edit': () => '編輯',
  'receipt.check-in': () => '現在回報',
  'receipt.settings': () => '更改團隊設定',
  'receipt.made-team': ({ channel: name }) =>
    `這是 #${name} 的第一個目標，所以已用預設值建立團隊，並由你擔任團隊主管：`,
  'receipt.asked': ({ cadence, weekday, time }) =>
    ({
      daily: `每個工作日 ${time} 回報（各人當地時間）`,
      weekly: `每週${day(weekday)} ${time} 回報（各人當地時間）`,
      'two-weekly': `每兩週的${weekday} ${time} 回報（各人當地時間）`,
      monthly: `每月第一個${weekday} ${time} 回報（各人當地時間）`,
    })[cadence],
  'receipt.week': ({ weekday, time }) => `每週${day(weekday)} ${time} 張貼摘要和排行榜（團隊時間）`,
  'receipt.no-week': () => '不張貼摘要和排行榜',
}

const partner: Part<'partner.'> = {
  'partner.text': ({ owner: name }) => `你是 ${name} 一個目標的夥伴`,
  'partner.named': ({ name, owner: whose }) =>
    name === whose ? `${whose} 請你擔任一個目標的夥伴。` : `${name} 請你擔任 ${whose} 一個目標的夥伴。`,
  'partner.means': () =>
    '你可以看到這個目標和它的進展；目標卡住兩個工作天時會通知你。不會有人向你要數字，現在也不需要做什麼。',
  'partner.show': () => '查看目標',
}

export const cardMessages: All = { ...channel, ...owner, ...partner }
