import type { refusals as english } from '../en/refusals.ts'
import type { Formats } from '../formats.ts'

type Refusals = ReturnType<typeof english>
type Counted =
  | 'title-too-long'
  | 'number-unreadable'
  | 'percent-out-of-range'
  | 'already-at-target'
  | 'bounds-crossed'
  | 'too-many-goals'
  | 'parent-too-deep'
  | 'too-many-milestones'
  | 'milestone-outside'
  | 'due-before-start'
  | 'due-in-past'
  | 'not-a-lead'

export const refusals = (format: Formats): Refusals => ({
  ...plainOnes,
  ...countedOnes(format),
})

const countedOnes = (format: Formats): Pick<Refusals, `refusal.${Counted}`> => ({
  'refusal.title-too-long': ({ length, most }) =>
    `標題有 ${format.number(length)} 個字元，請縮短到 ${format.number(most)} 個以內，其餘內容可以寫在「為什麼重要？」。`,
  'refusal.number-unreadable': ({ typed }) =>
    `看不出「${typed}」是什麼數字。請寫成 25、25%、NT$1,200 或十二萬。`,
  'refusal.percent-out-of-range': ({ value }) =>
    `${format.number(value)}% 超出 0% 到 100% 的範圍，請填介於其間的數字。`,
  'refusal.already-at-target': ({ target }) =>
    `起始值已經是 ${format.number(target)}，請填一個不同的目標值。`,
  'refusal.bounds-crossed': ({ low, high }) =>
    `下限（${format.number(low)}）必須小於上限（${format.number(high)}），請修改其中一個。`,
  'refusal.too-many-goals': ({ most }) =>
    `這個人已有 ${format.number(most)} 個進行中的目標，達到上限。請先結束一個。`,
  'refusal.parent-too-deep': ({ most }) =>
    `目標最多分成 ${format.number(most)} 層，這樣會多出一層。請選擇更上層的目標。`,
  'refusal.too-many-milestones': ({ most }) =>
    `一個目標最多有 ${format.number(most)} 個里程碑。請移除一個，或把其中幾個改成獨立的目標。`,
  'refusal.milestone-outside': ({ start, due }) =>
    `這個目標的期間是 ${format.date(start)} 到 ${format.date(due)}，請選擇其間的日期，或留空。`,
  'refusal.due-before-start': ({ start, due }) =>
    `到期日（${format.date(due)}）必須晚於開始日（${format.date(start)}），請選較晚的日期。`,
  'refusal.due-in-past': ({ due, today }) =>
    `${format.date(due)} 已經過了，今天是 ${format.date(today)}。請選較晚的到期日。`,
  'refusal.not-a-lead': ({ leads }) =>
    leads.length === 0
      ? '只有團隊主管可以更改，但這個團隊目前沒有主管。請工作空間管理員指定一位。'
      : `只有團隊主管可以更改，請找 ${format.list(leads)}。`,
})

const plainOnes: Omit<Refusals, `refusal.${Counted}`> = {
  'refusal.parent-cycle': () => '目標不能屬於自己，也不能屬於自己底下的目標。請選擇另一個。',
  'refusal.no-such-milestone': () => '這個里程碑已經不在了。請重新開啟里程碑，看看目前的內容。',
  'refusal.not-your-milestone': () =>
    '只有目標負責人、團隊主管或這個里程碑的負責人可以這麼做，請找其中一位。',
  'refusal.milestone-untitled': () => '請寫下完成時會有什麼，例如「價格談定」。',
  'refusal.assignee-unable': () => '只能指定團隊頻道裡的人。請先邀請對方加入，或選擇其他人。',
  'refusal.assignee-not-told': () => '這個目標不公開，請選擇負責人、共同負責人、夥伴或團隊主管。',
  'refusal.dependency-unknown': () => '其中有項目已經不在，或你看不到。請從清單重新選擇。',
  'refusal.dependency-cycle': () => '這樣會互相等待，誰都無法開始。請拿掉其中一項。',
  'refusal.title-missing': () => '請為目標取個標題：達成之後，什麼會不一樣？',
  'refusal.number-missing': () => '請填一個數字，例如 25、25% 或 NT$1,200。',
  'refusal.number-negative': () => '這裡不能小於零，請填 0 或更大的數字。',
  'refusal.number-not-whole': () => '這裡計算的是整數，請填沒有小數的數字。',
  'refusal.number-too-large': () => '這個數字太大，無法儲存。請檢查是否多打了幾位。',
  'refusal.unit-mismatch': ({ typed, expected }) =>
    `「${typed}」的單位和這個目標不同，目標的單位是 ${expected}。請使用相同的單位。`,
  'refusal.against-direction.up': () =>
    '這項指標越高越好，但目標值低於起始值。請調高目標值，或改選「達到某個數字」。',
  'refusal.against-direction.down': () =>
    '這項指標越低越好，但目標值高於起始值。請調低目標值，或改選「達到某個數字」。',
  'refusal.bounds-missing': () => '請填下限、上限，或兩者都填。',
  'refusal.date-missing.start': () => '請選擇開始日。',
  'refusal.date-missing.due': () => '請選擇到期日。',
  'refusal.owner-bot': () => '應用程式不能當負責人，請選擇一個人。',
  'refusal.owner-deactivated': () => '這個帳號已停用，請選擇使用中的人。',
  'refusal.owner-foreign': () => '這個人屬於其他組織，請選擇自己組織裡的人。',
  'refusal.owner-not-in-channel': () => '這個人不在團隊頻道裡。請先邀請加入，或選擇其他人。',
  'refusal.owner-unknown': () => 'Slack 找不到這個人，請選擇其他人。',
  'refusal.partner-is-owner': () => '夥伴不能是負責人自己。請選擇另一個人，或留空。',
  'refusal.helper-unable': ({ name }) =>
    `${name} 是應用程式、已離開，或屬於其他組織。請選擇自己工作區裡的人。`,
  'refusal.duplicate-goal': ({ number }) =>
    `G-${number} 已有相同的負責人、衡量方式與日期。請編輯該目標，或修改這裡的內容。`,

  'refusal.no-such-goal': () => '在你看得到的目標中找不到這一個。請在清單裡確認編號。',
  'refusal.no-such-goal.number': ({ number }) => `在你看得到的目標中找不到 G-${number}。請在清單裡確認編號。`,
  'refusal.not-your-goal': ({ number }) => `G-${number} 由其他人負責，請找負責人或團隊主管處理。`,
  'refusal.goal-closed': ({ number, title }) =>
    `G-${number}「${title}」已經結束，因此沒有更動。要繼續的話，請重新開啟。`,
  'refusal.goal-open': ({ number }) => `G-${number} 仍在進行中，可以直接回報。`,
  'refusal.which-goal': () => '你有好幾個目標。請加上要找的目標編號，例如 G-12；清單裡看得到編號。',
  'refusal.no-goals': () => '你目前沒有進行中的目標。先建立一個吧。',
  'refusal.baseline-needs-approval': () => '這個目標已鎖定，起始值只能由團隊主管或夥伴更改，請找他們協助。',
  'refusal.reason-needed': () => '這會讓已鎖定的目標變容易。請說明原因，讓大家了解這項更動。',
  'refusal.nothing-to-undo': () => '上次詢問之後，你沒有可以復原的內容。要更正數字，請再回報一次。',
  'refusal.no-open-prompt': () => '目前沒有待回答的詢問。你可以主動回報任何一個自己的目標。',
  'refusal.nothing-changed': () => '內容還沒有不同。請修改欄位，或取消。',
  'refusal.not-their-lead': () => '只有本人與其團隊主管看得到這些內容，請找他們了解。',
  'refusal.leave-needs-lead': () => '只有本人與其團隊主管可以登記這個人的請假。',
  'refusal.person-unclear': () => '看不出是指誰。請輸入 @，再從 Slack 的清單選擇一個人。',
  'refusal.outsider': () =>
    '只有這個工作空間裡、已加入團隊頻道的人可以這麼做。請先加入頻道，或找頻道裡的人協助。',
  'refusal.stale-button': () => '按鈕顯示之後，內容已經變動。請重新開啟，查看目前的狀況。',

  'refusal.no-team-here': () => '這個頻道還沒有目標。在這裡建立第一個就能開始。',
  'refusal.choose-team': () => '這可能是指好幾個團隊。請在你要的團隊頻道裡使用。',
  'refusal.not-in-channel': ({ channel }) =>
    `Goalpost 還不在 #${channel}。請用 /invite 邀請加入，然後再試一次。`,
  'refusal.channel-archived': ({ channel }) => `#${channel} 已封存，請選擇其他頻道。`,
  'refusal.channel-shared': ({ channel }) =>
    `#${channel} 與其他組織共用，而目標只留在自己的組織裡。請選擇其他頻道。`,
  'refusal.channel-unknown': () => 'Goalpost 看不到這個頻道。請先邀請加入，或選擇其他頻道。',
}
