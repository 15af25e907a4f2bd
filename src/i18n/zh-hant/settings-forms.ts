import type { settingsForms as english } from '../en/settings-forms.ts'
import type { Formats } from '../formats.ts'

type SettingsForms = ReturnType<typeof english>
type Spoken = 'free-days' | 'asked' | 'reminded' | 'window' | 'week' | 'no-week' | 'hours' | 'reminders.count'
type Fields = Omit<SettingsForms, `team-form.${Spoken}`>

export const settingsForms = (format: Formats): SettingsForms => ({
  ...fields,
  'team-form.asked': ({ cadence, weekday, monthly, time }) =>
    ({
      daily: `每個工作日 ${time}（各人當地時間）詢問所有負責人。`,
      weekly: `每週${day(weekday)} ${time}（各人當地時間）詢問所有負責人。`,
      'two-weekly': `每兩週的${weekday} ${time}（各人當地時間）詢問所有負責人。`,
      monthly: `每月${monthly} ${time}（各人當地時間）詢問所有負責人。`,
    })[cadence],
  'team-form.reminded': ({ reminders, hours }) => {
    if (reminders === 0) return '不提醒。'
    if (reminders === 1) return `沒有回報的人會在 ${format.number(hours)} 小時後提醒一次。`
    return `沒有回報的人每 ${format.number(hours)} 小時提醒一次，最多 ${format.number(reminders)} 次。`
  },
  'team-form.window': ({ hours }) => `${format.number(hours)} 小時內回報都算準時。`,
  'team-form.week': ({ what, weekday, time, zone }) => {
    const name = what === 'both' ? '每週摘要與排行榜' : what === 'summary' ? '每週摘要' : '排行榜'
    return `${name}於每週${day(weekday)} ${time}（${zone}）張貼。`
  },
  'team-form.no-week': () => '不張貼摘要和排行榜。',
  'team-form.free-days': ({ count }) => `另有 ${format.number(count)} 天公司休假日不問。`,
  'team-form.hours': ({ hours }) => `${format.number(hours)} 小時`,
  'team-form.reminders.count': ({ count }) => (count === 0 ? '不提醒' : `提醒 ${format.number(count)} 次`),
})

/** 星期一 after 每週 is said 每週一. */
const day = (weekday: string) => weekday.replace(/^(星期|週)/, '')

const nths = {
  first: '第一個',
  second: '第二個',
  third: '第三個',
  fourth: '第四個',
  last: '最後一個',
} as const

const fields: Fields = {
  'team-form.title': () => '團隊設定',
  'team-form.now': () => '目前的設定',
  'team-form.channel': ({ channel }) => `#${channel} 的目標`,
  'team-form.leads.label': () => '團隊主管',
  'team-form.leads.hint': () => '可以更改這些設定，以及團隊的所有目標。',
  'team-form.leads.missing': () => '團隊至少要有一位主管，請選擇一位。',
  'team-form.cadence.label': () => '多久詢問一次？',
  'team-form.cadence.daily': () => '每個工作日',
  'team-form.cadence.weekly': () => '每週',
  'team-form.cadence.two-weekly': () => '每兩週',
  'team-form.cadence.monthly': () => '每月',
  'team-form.weekday.label': () => '哪一天？',
  'team-form.weekday.hint': () => '選「每個工作日」時不適用。',
  'team-form.monthly.label': () => '每月的哪一天？',
  'team-form.monthly.hint': () =>
    '只用於「每月」。第一個到最後一個是指上面選的星期；當月沒有的日期以月底為準。',
  'team-form.monthly.choice': ({ on, day }) => (on === 'date' ? `${day} 日` : `${nths[on]}該日`),
  'team-form.monthly.said': ({ on, day, weekday }) => (on === 'date' ? `${day} 日` : `${nths[on]}${weekday}`),
  'team-form.ladder.label': () => '目標一直卡住時',
  'team-form.ladder.hint': () => '兩個工作天後會告訴夥伴。回報卡住的人事先就會知道。',
  'team-form.ladder.on': () => '再過兩個工作天告訴團隊主管',
  'team-form.ladder.off': () => '不告訴團隊主管',
  'team-form.ladder': () => '目標卡住四個工作天時會告訴團隊主管。',
  'team-form.time.label': () => '幾點？',
  'team-form.time.hint': () => '以各人的當地時間為準。',
  'team-form.reminders.label': () => '提醒',
  'team-form.reminder-after.label': () => '多久後提醒',
  'team-form.window.label': () => '準時回報的期限',
  'team-form.window.hint': () => '下一次詢問開始時一律截止。',
  'team-form.weekly.label': () => '頻道每週收到',
  'team-form.weekly.hint': () => '每週一則訊息，之後的回報會更新在同一則。',
  'team-form.weekly.both': () => '摘要和排行榜，合成一則訊息',
  'team-form.weekly.summary': () => '只有摘要',
  'team-form.weekly.board': () => '只有排行榜',
  'team-form.weekly.nothing': () => '都不要',
  'team-form.board-weekday.label': () => '每週訊息的日子',
  'team-form.board-time.label': () => '每週訊息的時間',
  'team-form.fiscal-month.label': () => '年度從幾月開始',
  'team-form.fiscal-month.hint': () => '「季末」和「今年」都從這個月算起。',
  'team-form.working-days.label': () => '工作日',
  'team-form.working-days.hint': () => '遇到非工作日時，改在同一期間的下一個工作日詢問。',
  'team-form.working-days.none': () => '請至少選擇一個工作日。',
  'team-form.working-days.not-asked': ({ weekday }) =>
    `目前在${weekday}詢問，但那天不是工作日。請一併選取，或改在其他日子詢問。`,
  'team-form.holidays.label': () => '國定假日',
  'team-form.holidays.hint': () => '假日不會詢問任何人；同一期間還有工作日時，改在下一個工作日。',
  'team-form.company-days.label': () => '全員休假的日子',
  'team-form.company-days.hint': () => '公司休假日，以逗號分開：12/24、2026-12-28 到 2026-12-31',
  'team-form.company-days.unreadable': ({ typed }) =>
    `看不懂「${typed}」是哪一天。請寫成 12/24 或 2026-12-24。`,
  'team-form.holidays': ({ place }) => `國定假日：${place}。`,
  'form.place.placeholder': () => '搜尋國家或地區',
  'form.place.none': () => '不看國定假日',
  'form.place.part': ({ country, part }) => `${country}，${part}`,
  'form.place.unknown': () => '找不到這個國家或地區，請從清單中選擇。',
  'team-form.zone.label': () => '團隊時區',
  'team-form.zone.hint': () => '排行榜與團隊的一週都以此為準。',
  'form.zone.placeholder': () => '搜尋城市',
  'form.zone.unknown': () => '找不到這個時區，請從清單中選擇。',

  'my-form.title': () => '我的設定',
  'my-form.language.label': () => '語言',
  'my-form.language.slack': () => '與 Slack 相同',
  'my-form.language.en': () => 'English',
  'my-form.language.zh-Hant': () => '繁體中文',
  'my-form.zone-from.label': () => '時區',
  'my-form.zone-from.slack': () => '與 Slack 相同',
  'my-form.zone-from.own': () => '使用下方選擇的時區',
  'my-form.zone.label': () => '我的時區',
  'my-form.zone.now': ({ zone }) => `目前依 ${zone} 的時間詢問你。`,
  'my-form.zone.missing': () => '請選擇時區，或改用 Slack 的時區。',
  'my-form.holidays.label': () => '國定假日',
  'my-form.holidays.hint': () => '假日不會問你。',
  'my-form.holidays.team': () => '與我的團隊相同',
  'my-form.muted.label': () => '要關閉哪些訊息？',
  'my-form.muted.nothing': () => '都不關閉：詢問並提醒我',
  'my-form.muted.reminders': () => '關閉提醒：只詢問我',
  'my-form.muted.everything': () => '全部關閉：我會自己回報',
  'my-form.news.label': () => '其他人目標的消息',
  'my-form.news.hint': () => '身為夥伴或主管，目標一直卡住時會通知你。',
  'my-form.news.on': () => '通知我',
  'my-form.news.off': () => '不用通知',
  'my-form.board.label': () => '排行榜',
  'my-form.board.shown': () => '列出我的名字',
  'my-form.board.hidden': () => '不要列出我',
  'my-form.board.hint': () => '不列出時，你仍看得到自己的進度，也不會有人知道是誰沒列出。',
}
