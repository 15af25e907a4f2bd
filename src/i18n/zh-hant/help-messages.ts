import type { helpMessages as english } from '../en/help-messages.ts'

export const helpMessages: typeof english = {
  'guide.title': () => '你可以做的事',
  'help.new': () => '建立新目標',
  'help.list': () => '列出你的目標，最快到期的排在前面',
  'help.show': () => '查看一個目標的進展、數字與更動',
  'help.checkin': () => '隨時回報你的目標',
  'help.edit': () => '修改目標',
  'help.close': () => '以達成或中止結束目標',
  'help.leaderboard': () => '看看團隊跟上計畫的情形',
  'help.why': () => '看看最近四週為什麼問你、為什麼沒問',
  'help.rehearse': () => '預看接下來四週會問什麼，不會送出任何訊息',
  'help.when': () => '查看下一次問你的時間',
  'help.snooze': () => '晚一點再問',
  'help.skip': () => '跳過這次回報',
  'help.stop': () => '全部暫停；輸入「恢復」結束',
  'help.mute': () => '關閉提醒、消息或全部；輸入「取消靜音」開啟',
  'help.muted': () => '查看沒有傳給你的訊息',
  'help.setup': () => '選擇團隊的主管、日子與時間',
  'help.me': () => '選擇你的語言、時區，以及要關閉的訊息',
  'help.help': () => '顯示這份清單',
  'usage.stop': () => '[到週五]',
  'usage.mute': () => '[提醒]',
  'usage.sentence': () => '[想達成的事]',
  'usage.person': () => '[@某人]',
  'guide.replies': () => '在與 Goalpost 的私訊裡，直接輸入文字也可以：',
  'guide.reply-words': () =>
    '32%、+3、12/20、沒變、完成、卡在法務、進度正常、有風險、復原、跳過、延後 2 小時、請假到週三、回來了、下次、為什麼',
  'guide.board': () => '排行榜只列出名字，不會提及任何人。',
  'unknown.nearest': ({ typed, nearest }) => `沒有「${typed}」這個指令。你是指 ${nearest} 嗎？`,
  'unknown.bare': ({ typed }) => `沒有「${typed}」這個指令。`,
  'unknown.help': ({ help }) => `輸入 ${help} 可以看到全部。`,
  'trouble.fault': ({ reference }) =>
    `我們這邊出了問題，你剛才做的可能沒有存下來。請再試一次；如果還是不行，請把這個代碼交給管理 Goalpost 的人：${reference}`,
  'trouble.no-space': ({ reference }) =>
    `Goalpost 存放資料的磁碟已滿，剛才的內容都沒有存下來。請管理 Goalpost 的人騰出空間後再試一次。代碼：${reference}`,
  'trouble.too-late': () => '開啟視窗的三秒時限已過，請再試一次。',
}
