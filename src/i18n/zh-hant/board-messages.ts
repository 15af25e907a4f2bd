import type { boardMessages as english } from '../en/board-messages.ts'
import type { Formats } from '../formats.ts'

export const boardMessages = (format: Formats): ReturnType<typeof english> => ({
  'week.title': ({ channel }) => `#${channel} 本週`,
  'week.answered': ({ answered, asked }) =>
    `${format.number(asked)} 人中 ${format.number(answered)} 人已回報`,
  'week.reached': ({ count }) => `✓ 已達成：${format.number(count)}`,
  'week.blocked': ({ count }) => `■ 卡關：${format.number(count)}`,
  'week.atRisk': ({ count }) => `◐ 有風險：${format.number(count)}`,
  'week.onTrack': ({ count }) => `● 進度正常：${format.number(count)}`,
  'week.waiting': ({ count }) => `${format.number(count)} 個目標在等數字`,
  'week.more': ({ count }) => `還有 ${format.number(count)} 個，列在討論串裡`,
  'week.away': ({ names, more }) =>
    more === 0 ? `請假：${names}` : `請假：${names}，另有 ${format.number(more)} 人`,
  'week.line': ({ goal, owner }) => `${goal}（${owner}）`,
  'week.share': ({ share, plan }) => `完成 ${share}（計畫 ${plan}）`,
  'week.empty': () => '這裡還沒有進行中的目標。',
  'week.details': ({ count }) => `${format.number(count)} 個目標的細節`,
  'board.title': ({ channel }) => `#${channel} 排行榜`,
  'board.week': ({ date }) => `${date} 起的一週`,
  'board.team-pace': ({ share }) => `團隊：達到計畫的 ${share}`,
  'board.team-on-time': ({ share }) => `${share} 準時回報`,
  'board.score': () => '分數',
  'board.rank': () => '名次',
  'board.name': () => '姓名',
  'board.on-time': () => '準時',
  'board.on-time-of': ({ onTime, due }) => `${onTime}/${due}`,
  'board.tied': ({ rank }) => `${rank}=`,
  'board.how': () => '每個人都和自己的計畫比：進度 70 分、準時回報 25 分、挑戰性 5 分；超前時最高 111 分。',
  'board.team-only': () => '可排名的人不到四位，所以只顯示團隊總計。',
  'board.empty': () => '目前還沒有可以排名的內容。目標要進行一段時間、每個人要有兩次回報並滿兩週才會列入。',
  'board.hidden': ({ count }) => `${format.number(count)} 位不列出`,
  'board.warming-up': ({ count }) => `${format.number(count)} 位暖身中`,
  'board.you': ({ score, rank, count }) =>
    `你：${format.number(score)} 分，${format.number(count)} 人中第 ${format.number(rank)} 名`,
  'board.you-tied': ({ score, rank, count }) =>
    `你：${format.number(score)} 分，${format.number(count)} 人中並列第 ${format.number(rank)} 名`,
  'board.you-warming-up': () => '你正在暖身：加入團隊滿 14 天、並有兩次應回報之後，就會列入排名。',
  'board.you-hidden': () => '你選擇不列入排行榜，所以沒有排名。',
  'board.you-none': () => '你在這裡還沒有可計分的目標，所以沒有排名。',
})
