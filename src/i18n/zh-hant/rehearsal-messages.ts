import type { rehearsalMessages as english } from '../en/rehearsal-messages.ts'
import type { Formats } from '../formats.ts'

export const rehearsalMessages = (format: Formats): ReturnType<typeof english> => ({
  ...rehearsal,
  'rehearsal.more-people': ({ count }) => `另 ${format.number(count)} 人`,
  'rehearsal.left-out': ({ count, all }) =>
    `只預演了依姓名排序的前 ${format.number(count)} 人，全部共 ${format.number(all)} 人。`,
  'rehearsal.reminder.nth': ({ nth }) => `第 ${format.number(nth)} 次提醒（如果還沒回報）`,
})

const rehearsal: Omit<
  ReturnType<typeof english>,
  'rehearsal.left-out' | 'rehearsal.reminder.nth' | 'rehearsal.more-people'
> = {
  'rehearsal.begun': () => '正在預演接下來的四週，結果稍後會出現在這裡。',
  'rehearsal.title.own': () => '接下來四週 Goalpost 會問你什麼',
  'rehearsal.title.team': ({ channel }) => `#${channel} 接下來的四週`,
  'rehearsal.if': ({ from, until }) =>
    `${from} 到 ${until}，以各人當地時間為準，假設沒有人回報、也沒有任何更動。沒有送出任何訊息。`,
  'rehearsal.nothing': () => '不會詢問，也不會送出任何訊息。',
  'rehearsal.week': ({ date }) => `${date} 當週`,
  'rehearsal.line': ({ time, what }) => `${time} · ${what}`,
  'rehearsal.line.skipped': ({ time, what, why }) => `${time} · ${what} · 不會送出。${why}`,
  'rehearsal.for': ({ what, who }) => `${what}：${who}`,
  'rehearsal.person': ({ name, goals }) => `${name}（${goals}）`,
  'rehearsal.comma': () => '、',
  'rehearsal.leaderboard': () => '頻道裡的排行榜',
  'rehearsal.reminder': () => '提醒（如果還沒回報）',
  'rehearsal.clocks': ({ zone, date }) => `${zone} 的時鐘會在 ${date} 調整，鐘面上的時間不變。`,
}
