import type { transferMessages as english } from '../en/transfer-messages.ts'
import type { Formats } from '../formats.ts'

export const transferMessages = (format: Formats): ReturnType<typeof english> => ({
  ...fixed,
  ...rows,
  'export.title.json': ({ day }) => `Goalpost 全部資料（${format.date(day)}）`,
  'export.title.goals': ({ day }) => `Goalpost 目標（${format.date(day)}）`,
  'export.title.readings': ({ day }) => `Goalpost 數字（${format.date(day)}）`,
  'import.file.hint': ({ megabytes, json, rows: most }) =>
    `CSV 最多 ${format.number(megabytes)} MB、${format.number(most)} 列；JSON 最多 ${format.number(json)} MB。`,
  'brought.hello': ({ by, count }) => `${by} 匯入了 ${format.number(count)} 個和你有關的目標：`,
  'brought.as.owner': () => '你負責',
  'brought.as.co-owner': () => '你協助',
  'brought.as.partner': () => '你是夥伴',
  'brought.means.owner': () =>
    '下次回報時會問你負責的目標的數字。有地方不對嗎？在這個應用程式的「首頁」打開目標，就能修改或結束。',
  'brought.means.other': () => '進展會顯示在這個應用程式的「首頁」，現在不需要做什麼。',
  'import.goals': ({ parts }) => `目標：${parts.join('、')}。`,
  'import.readings': ({ parts }) => `數字：${parts.join('、')}。`,
  'import.made.would': ({ count }) => `將新增 ${format.number(count)} 筆`,
  'import.made.did': ({ count }) => `已新增 ${format.number(count)} 筆`,
  'import.changed.would': ({ count }) => `將更改 ${format.number(count)} 筆`,
  'import.changed.did': ({ count }) => `已更改 ${format.number(count)} 筆`,
  'import.same': ({ count }) => `${format.number(count)} 筆已經相同`,
  'import.refused': ({ count }) => `有 ${format.number(count)} 列無法匯入。`,
  'import.refused.more': ({ count }) => `還有 ${format.number(count)} 列。`,
  'import.unknown': ({ columns, more }) =>
    `看不懂而略過的欄位：${columns.join('、')}${more > 0 ? `，以及另外 ${format.number(more)} 欄` : ''}`,
  'import.line.goal': ({ line }) => `目標，第 ${format.number(line)} 列`,
  'import.line.reading': ({ line }) => `第 ${format.number(line)} 列`,
  'import.fault.too-large': ({ megabytes }) =>
    `檔案太大，上限是 ${format.number(megabytes)} MB。請分成幾個檔案。沒有匯入任何資料。`,
  'import.fault.too-many-rows': ({ most }) =>
    `檔案超過 ${format.number(most)} 列。請分成幾個檔案。沒有匯入任何資料。`,
  'import.fault.too-many-goals': ({ most }) =>
    `檔案超過 ${format.number(most)} 個目標。請分成幾個檔案。沒有匯入任何資料。`,
  'import.fault.broken': ({ line }) =>
    `從第 ${format.number(line)} 列起無法讀取，可能少了一個引號。沒有匯入任何資料。`,
  'import.row-said-otherwise': ({ date, value }) =>
    `${format.date(date)} 已經在 Slack 回報 ${format.number(value)}，請在那裡更正。`,
  'import.row-twice': ({ line }) => `第 ${format.number(line)} 列對同一個目標、同一天寫了另一個數字。`,
  'import.row-goal-refused': ({ line }) => `它所屬的目標（第 ${format.number(line)} 列）無法匯入。`,
})

const fixed = {
  'export.title': () => '把你看得到的內容存成檔案。檔案會傳到你的私訊，只有你看得到。',
  'export.what': () =>
    '你自己的目標完整收錄，包含不公開與已結束的；別人的目標只包含你在他們頁面上看得到的。JSON 包含全部，兩個 CSV 適合試算表。每種檔案都可以再匯入。',
  'export.json': () => '全部（JSON）',
  'export.goals': () => '目標（CSV）',
  'export.readings': () => '數字（CSV）',
  'file.refused': ({ code }: { code: string }) => `Slack 沒有收下這個檔案（${code}）。請再試一次。`,
  'import.title': () => '從檔案匯入',
  'import.look': () => '先預覽',
  'import.what': () => 'Goalpost 會讀取檔案，並在私訊告訴你會做什麼。你確認之前不會寫入任何資料。',
  'import.file.label': () => '檔案',
  'import.file.missing': () => '請選擇檔案。',
  'import.team.label': () => '新目標的團隊',
  'import.team.hint': () => '用於沒有寫明團隊的目標。',
  'import.columns': () =>
    '匯入目標的數字：需要「目標」「日期」「數值」三欄，目標寫 G-12 或標題；也可以第一欄是日期，其餘每欄一個目標。匯入目標：需要「標題」「目標值」「期限」，其他欄位與匯出檔相同。',
  'import.reading': () => '正在讀取檔案…',
  'import.writing': () => '正在匯入…',
  'import.cancelled': () => '沒有匯入任何資料。',
  'import.tried.title': () => '這個檔案會做的事',
  'import.nothing.title': () => '這個檔案不會更改任何資料',
  'import.done.title': () => '匯入完成',
  'import.no-rows': () => '檔案裡沒有資料列。',
  'import.run': () => '匯入',
  'import.cancel': () => '取消',
  'import.refused.file': () => '下載所有無法匯入的列',
  'import.refused.title': () => 'Goalpost 無法匯入的列',
  'import.refused.line': () => '列',
  'import.refused.part': () => '內容',
  'import.refused.why': () => '原因',
  'import.part.goal': () => '目標',
  'import.part.reading': () => '數字',
  'import.fault.empty': () => '檔案是空的。沒有匯入任何資料。',
  'import.fault.not-text': () => '這不是文字檔。請另存為 CSV（UTF-8）後再試一次；無法直接讀取 Excel 檔。',
  'import.fault.not-json': () => '這個 JSON 已損毀，或不是 Goalpost 的匯出檔。沒有匯入任何資料。',
  'import.fault.no-columns': () =>
    '第一列必須是欄位名稱：數字需要「目標」「日期」「數值」；目標需要「標題」「目標值」「期限」。沒有匯入任何資料。',
  'import.fault.other-format': ({ format: found }: { format: string }) =>
    `這個檔案的格式（${found}）這個版本的 Goalpost 看不懂。沒有匯入任何資料。`,
  'import.fault.no-file': () => '檔案已經不在，或不是你的。請重新上傳。',
  'import.fault.no-read-scope': () =>
    'Goalpost 還不能在這裡讀取檔案。請管理 Goalpost 的人在 Slack 應用程式加上 files:read 權限，再重新安裝。',
  'import.fault.file-unread': () => 'Slack 沒有提供檔案。請一分鐘後再試一次。',
}

const rows = {
  'import.row-no-goal-named': () => '沒有寫是哪個目標：請寫 G-12 或標題。',
  'import.row-no-team': () => '你在這裡不屬於任何團隊。請先在頻道裡建立第一個目標。',
  'import.row-date-missing': () => '沒有日期。',
  'import.row-no-number': () => '這個目標只有完成與否：寫 1 或 0。',
  'import.row-no-such-goal': ({ typed }: { typed: string }) => `你沒有「${typed}」這個目標。`,
  'import.row-which-goal': ({ typed }: { typed: string }) =>
    `你有好幾個目標叫「${typed}」：請寫編號，例如 G-12。`,
  'import.row-not-yours': ({ typed }: { typed: string }) => `這是 ${typed} 的，只有本人與團隊主管可以匯入。`,
  'import.row-owner-unknown': ({ typed }: { typed: string }) => `這裡沒有人叫「${typed}」。`,
  'import.row-measure-unknown': ({ typed }: { typed: string }) =>
    `「${typed}」不是衡量方式，可參考匯出檔的寫法。`,
  'import.row-word-unknown': ({ typed, column }: { typed: string; column: string }) =>
    `欄位 ${column} 看不懂「${typed}」。`,
  'import.row-date-unreadable': ({ typed }: { typed: string }) => `「${typed}」不是日期，請寫成 2026-05-04。`,
  'import.row-date-ahead': ({ typed }: { typed: string }) => `${typed} 還沒到。`,
}
