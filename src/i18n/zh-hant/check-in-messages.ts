import type { checkInMessages as english } from '../en/check-in-messages.ts'
import type { Formats } from '../formats.ts'

type All = ReturnType<typeof english>
type Part<Prefix extends string> = Pick<All, Extract<keyof All, `${Prefix}${string}`>>

export const checkInMessages = (format: Formats): All => ({
  ...understood(format),
  ...howRead,
  ...questions,
  ...unread,
})

const understood = (format: Formats): Part<'understood.' | 'taken-back.'> => ({
  'understood.text': ({ count }) =>
    count === 1 ? '已記錄你的回報' : `已記錄 ${format.number(count)} 個目標的回報`,
  'understood.more': ({ count }) => `以及另外 ${format.number(count)} 個目標`,
  'understood.line': ({ goal, said }) => `${goal}：${said}`,
  'understood.set': ({ amount }) => amount,
  'understood.moved': ({ from, to }) => `${from} → ${to}`,
  'understood.no-change': ({ amount }) => `沒變，仍是 ${amount}`,
  'understood.no-change-yet': () => '沒變',
  'understood.done': () => '已完成',
  'understood.noted': () => '已記下',
  'understood.blocked': ({ blocker }) => `卡在：${blocker}`,
  'understood.note': ({ note }) => `備註：${note}`,
  'understood.confidence': ({ value }) => `把握 ${value}／10`,
  'understood.closed': () => '目標達成，已結束',
  'understood.early': () => '算在下一次回報裡，到時不會再問你這一項。',
  'understood.late': () => '已過準時回報的期限：數字會計入目標，但不算準時。',
  'understood.unasked': () => '目前沒有待回報的項目，數字一樣會保存。',
  'understood.unread': ({ typed }) => `「${typed}」看不太懂，這部分沒有記錄。`,
  'understood.target-met': () => '已達到目標值。確定之後可以結束這個目標。',
  'understood.counts': ({ numerator, denominator }) =>
    `${format.number(denominator)} 件裡有 ${format.number(numerator)} 件`,
  'understood.why': () => '為什麼？',
  'understood.undo': () => '復原',
  'understood.edit': () => '編輯',
  'understood.close': () => '以達成結束',
  'understood.close-for': ({ number }) => `將 G-${number} 以達成結束`,
  'taken-back.text': ({ count }) =>
    count === 1 ? '已收回你的回報' : `已收回 ${format.number(count)} 個目標的回報`,
  'taken-back.to': ({ amount }) => `恢復為 ${amount}`,
  'taken-back.none': () => '恢復為沒有數字',
  'taken-back.word': () => '已收回你寫的內容，數字不變',
})

const howRead: Part<'how-read.'> = {
  'how-read.text': () => '為什麼這樣讀',
  'how-read.nothing': () => '這是用按鈕或欄位填的，不需要解讀。',
  'how-read.because': ({ text, words }: { text: string; words: string }) => `${text}依據是「${words}」。`,
  'how-read.bare': () => '只寫一個數字，就是今天的數值。',
  'how-read.signed': () => '數字前面有正負號，所以是變化量。',
  'how-read.said-added': () => '讀成變化量。',
  'how-read.said-now': () => '讀成總數。',
  'how-read.fraction': () => '讀成多少分之多少。',
  'how-read.from-to': () => '從上次的數值到新的數值。',
  'how-read.remaining': () => '讀成還剩多少：目標減去它就是目前的數值。',
  'how-read.nothing-new': () => '沒有新增，數值維持不變。',
  'how-read.corrected': () => '這是在更正先前的數字。',
  'how-read.remembered': () => '照你上次的選擇來讀。按復原，下次就會再問你。',
  'how-read.no-change': () => '你說沒有變化。',
  'how-read.done': () => '你說已經完成。',
  'how-read.blocked': () => '你說了卡在哪裡。',
  'how-read.unblocked': () => '你說已經不卡了。',
  'how-read.status': () => '你說了目前的狀況。',
}

const questions: Part<'question.'> = {
  'question.which-goal': ({ typed }) => `「${typed}」是指哪一個目標？`,
  'question.which-goal.bare': () => '這是指哪一個目標？',
  'question.total-or-added': ({ typed, last }) => `上次是 ${last}。「${typed}」是目前總數，還是新增的量？`,
  'question.percent-of-target': ({ typed, target }) =>
    `這個目標不是以百分比計算。「${typed}」是指 ${target} 的這個比例嗎？`,
  'question.out-of-range': ({ typed }) => `「${typed}」超出這個目標的合理範圍。數字是多少？`,
  'question.large-jump': ({ typed, last }) => `從 ${last} 到「${typed}」差距很大，對嗎？`,
  'question.final-value': ({ target }) => `做得好！最後的數字是多少？目標值是 ${target}。`,
  'question.value-missing': () => '記下了。現在的數字是多少？',
  'question.unit-mismatch': ({ typed }) => `「${typed}」的單位和這個目標不同。以目標的單位來說，數字是多少？`,
  'question.currency-mismatch': ({ typed, currency }: { typed: string; currency: string }) =>
    `「${typed}」是別的幣別。換成 ${currency} 是多少？`,
  'question.points-or-relative': ({ typed }: { typed: string }) =>
    `「${typed}」是百分點，還是相對上次的比例？`,
  'question.forecast-not-value': () => '很好。那今天是多少？',
  'question.uncertain': ({ typed }: { typed: string }) => `「${typed}」：要記錄哪個數字？`,
  'question.range-midpoint': ({ typed }: { typed: string }) => `「${typed}」是一個範圍。要記錄哪個數字？`,
  'question.not-whole': ({ typed }: { typed: string }) => `「${typed}」：這個目標只算整數。是哪個數字？`,
  'question.delta-and-total-disagree': ({ typed }: { typed: string }) =>
    `「${typed}」：增加的數字和總數對不起來。以哪個為準？`,
  'question.passed': () => '我問了之後數字已經變了，請再寫一次。',
  'question.stale': () => '這個問題已經超過一天了，請再寫一次數字。',
  'question.unreadable': ({ typed }) => `「${typed}」看不太懂。數字是多少？`,
  'question.thousands-missing': ({ typed }) => `「${typed}」是以千為單位嗎？`,
  'question.fraction-or-percent': ({ typed }) => `「${typed}」是比例還是百分比？`,
  'question.choice.total': ({ amount }) => `總共 ${amount}`,
  'question.choice.added': ({ change, amount }) => `${change}（總共 ${amount}）`,
  'question.choice.yes': ({ amount }) => `對，${amount}`,
  'question.choice.no-change': () => '沒變',
  'question.choice.done': () => '已完成',
  'question.enter': () => '自己填',
  'question.stored-nothing': () => '在你回答之前，不會記錄任何數字。',
}

const unread: Part<
  'asked-back' | 'example.added' | 'example.blocked' | 'example.done' | 'example.no-change'
> = {
  'asked-back.text': () => '看不懂這則回覆',
  'asked-back': ({ typed }) => `「${typed}」看不出是什麼回報，所以沒有記錄。`,
  'asked-back.bare': () => '看不出是什麼回報，所以沒有記錄。',
  'asked-back.works': ({ examples }) => `可以這樣寫：${examples}`,
  'asked-back.example': ({ example }) => `「${example}」`,
  'asked-back.again': () => '表單裡每個目標都有一個欄位。',
  'asked-back.form': () => '開啟表單',
  'asked-back.help': () => '輸入「說明」可以看所有寫法。',
  'example.no-change': () => '沒變',
  'example.done': () => '完成',
  'example.blocked': () => '卡在法務',
  'example.added': () => '+3',
}
