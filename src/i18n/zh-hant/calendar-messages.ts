import type { calendarMessages as english } from '../en/calendar-messages.ts'
import type { Formats } from '../formats.ts'

export const calendarMessages = (format: Formats): ReturnType<typeof english> => ({
  ...calendar,
  'links.more': ({ count }) => `還有 ${format.number(count)} 個團隊沒有列出，請在該頻道輸入這個指令。`,
})

const calendar: Omit<ReturnType<typeof english>, 'links.more'> = {
  'feed.name.own': () => 'Goalpost：我的目標',
  'feed.name.team': ({ channel }) => `Goalpost：#${channel}`,
  'feed.goal': ({ title }) => `到期：${title}`,
  'feed.step': ({ step, title }) => `里程碑：${step}（${title}）`,
  'feed.step-done': ({ step, title }) => `✓ 里程碑：${step}（${title}）`,
  'feed.hidden': ({ number }) => `G-${number} 已不再公開`,
  'feed.check-in': ({ channels }) => `Goalpost 回報：${channels}`,
  'feed.check-in.more': () => 'Goalpost 會在私訊裡問你數字。',
  'feed.owner': ({ name }) => `負責人：${name}`,
  'feed.private': () => '不公開',
  'links.title': () => '在行事曆裡看目標',
  'links.what': () =>
    '行事曆連結會顯示到期日和里程碑。你自己的連結還會顯示接下來的回報時間和不公開的目標；團隊的連結只顯示團隊公開的目標。',
  'links.own': () => '我的目標',
  'links.team': ({ channel }) => `#${channel}`,
  'links.left': () => '你已離開的團隊',
  'links.none': ({ whose }) => `${whose}：還沒有連結`,
  'links.since': ({ whose, date }) => `${whose}：連結從 ${date} 開始使用`,
  'links.make': () => '建立新連結',
  'links.make-for': ({ whose }) => `為「${whose}」建立新連結`,
  'links.revoke': () => '撤銷',
  'links.revoke-for': ({ whose }) => `撤銷「${whose}」的連結`,
  'links.again.title': () => '要建立新連結嗎？',
  'links.again.text': () => '現在的連結會立刻失效，用到它的行事曆都要改用新的連結。',
  'links.end.title': () => '要撤銷這個連結嗎？',
  'links.end.text': () => '不論貼在哪裡，連結都會立刻失效。之後可以再建立新的。',
  'links.cancel': () => '先不要',
  'links.made': ({ whose }) => `${whose}：這是你的新連結，只會顯示這一次，請先複製下來。`,
  'links.how.google': () =>
    'Google 日曆（網頁版）：「其他日曆」旁的「+」→「加入日曆網址」。Outlook：「新增行事曆」→「從網路訂閱」。',
  'links.how.apple': () =>
    'Apple 行事曆：「檔案」→「新增行事曆訂閱」。拿到連結的人都看得到內容，請不要轉傳。',
  'links.revoked': ({ whose }) => `${whose}：連結已撤銷。`,
  'links.was-none': ({ whose }) => `${whose}：沒有可以撤銷的連結。`,
  'links.not-yours': () =>
    '只有在頻道裡的人才能取得這個團隊的連結，而且頻道不能已封存，Goalpost 也要還在裡面。',
  'links.no-address': () => '行事曆連結需要一個網址：請管理 Goalpost 的人先設定 PUBLIC_URL 和 PORT。',
}
