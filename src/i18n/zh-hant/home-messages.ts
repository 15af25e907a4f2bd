import type { homeMessages as english } from '../en/home-messages.ts'
import type { Formats } from '../formats.ts'

/** 星期一 after 每週 is said 每週一. */
const day = (weekday: string) => weekday.replace(/^(星期|週)/, '')

export const homeMessages = (format: Formats): ReturnType<typeof english> => ({
  ...home,
  'home.more': ({ count }) => `以及另外 ${format.number(count)} 個目標`,
  'home.due': ({ count }) => `現在要回報：${format.number(count)} 個目標`,
})

const home: Omit<ReturnType<typeof english>, 'home.more' | 'home.due'> = {
  'home.hello': ({ name }) => `${name}，你好`,
  'home.due-until': ({ moment }) => `${moment} 前回報都算準時`,
  'home.nothing-due': () => '目前沒有要回報的項目。',
  'home.next': ({ moment }) => `下次回報：${moment}`,
  'home.goals': () => '我的目標',
  'home.supported': () => '我協助的目標',
  'home.as.co-owner': ({ owner }) => `${owner} 負責，你是共同負責人`,
  'home.as.partner': ({ owner }) => `${owner} 負責，你是夥伴`,
  'home.closed': () => '最近 30 天結束的目標',
  'home.teams': () => '團隊',
  'home.team': ({ channel }) => `#${channel}`,
  'home.team-next': ({ channel, moment }) => `#${channel}：下次回報 ${moment}`,
  'home.lead': () => '你是主管',
  'home.check-in': () => '回報進度',
  'home.list': () => '列出全部',
  'home.board': () => '排行榜',
  'home.board-of': ({ channel }) => `#${channel} 的排行榜`,
  'home.team-settings': () => '團隊設定',
  'home.settings-of': ({ channel }) => `#${channel} 的設定`,
  'home.calendar': () => '行事曆',
  'home.my-settings': () => '我的設定',
  'home.help': () => '說明',
  'home.language': () => '繁體中文',
  'home.speaks': ({ language, zone }) => `語言：${language} · 時區：${zone}`,
  'home.muted.reminders': () => '提醒已關閉',
  'home.muted.everything': () => '詢問與提醒都已關閉',
  'home.off-board': () => '不列入排行榜',
  'home.empty.title': () => '建立你的第一個目標',
  'home.empty.one': () => '1. 寫下會有什麼不同、用哪個數字衡量、什麼時候達成。',
  'home.empty.two': () => '2. 到了回報日，Goalpost 會問你數字，回一行就好。',
  'home.empty.three': () => '3. 你會看到自己是否跟上計畫，團隊也看得到誰守住了自己的計畫。',
  'first.text': ({ channel }) => `Goalpost 已加入 #${channel}`,
  'first.hello': ({ channel }) =>
    `謝謝你邀請 Goalpost 加入 #${channel}。這則訊息只有你看得到，沒有打擾其他人。`,
  'first.what': ({ weekday, time }) =>
    `在那裡建立第一個目標時，會用預設值建立團隊：每週${day(weekday)} ${time}（各人當地時間）回報。你可以先更改，也可以直接開始。`,
  'first.set-up': () => '設定',
}
