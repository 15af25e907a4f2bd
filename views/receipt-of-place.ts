import type { Receipt, Step } from '../src/domain/receipt.ts'
import type { ReceiptSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, header, plain, section } from './blocks.ts'
import { goalName, SHORT_TITLE, valueText } from './goal-words.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** "Why am I 4th?": the sum as the board did it, for the person alone, and the smallest honest step up. */
export function placeReceipt({ team, receipt }: ReceiptSheet, say: Messages): Message {
  const title = say['receipt-of.title']({ channel: team.channelName })
  const place = placeText(receipt, say)
  return {
    text: spoken(`${title}: ${place}`),
    blocks: [
      header(title),
      section(place),
      ...(receipt.score === undefined ? [] : [section(plain(sumText(receipt, say)))]),
      ...(receipt.goals.length === 0 ? [] : [section(plain(goalsText(receipt, say)))]),
      ...(receipt.step === undefined ? [] : [section(stepText(receipt.step, say))]),
      context(say['receipt-of.only-you']()),
    ],
  }
}

function placeText({ place, of }: Receipt, say: Messages): string {
  switch (place) {
    case 'hidden':
      return say['board.you-hidden']()
    case 'warming-up':
      return say['board.you-warming-up']()
    case 'none':
      return say['board.you-none']()
    default:
      return say[place.isTied ? 'board.you-tied' : 'board.you']({
        score: place.score,
        rank: place.rank,
        count: of,
      })
  }
}

/** `70 × 0.95 + 25 × 6/6 + 5 × 1 = 97` in three lines that say what each part is. */
function sumText({ score }: Receipt, say: Messages): string {
  if (score === undefined) return ''
  const { number } = say.format
  const points = (value: number) => number(Math.round(value * 10) / 10)
  return [
    say['receipt-of.pace']({
      share: number(Math.round(score.pace * 100) / 100),
      points: points(70 * score.pace),
    }),
    say['receipt-of.on-time']({
      onTime: score.onTime,
      of: score.due,
      points: points((25 * score.onTime) / score.due),
    }),
    say['receipt-of.ambition']({
      share: say.format.share(score.ambition),
      points: points(5 * score.ambition),
    }),
    say['receipt-of.sum']({ score: score.score }),
  ].join('\n')
}

function goalsText({ goals }: Receipt, say: Messages): string {
  return [
    say['receipt-of.goals'](),
    ...goals.map(({ standing, pace }) =>
      say['receipt-of.goal']({
        goal: goalName(standing.goal, say, SHORT_TITLE),
        pace: say.format.number(Math.round(pace * 100) / 100),
      }),
    ),
  ].join('\n')
}

function stepText(step: Step, say: Messages): string {
  switch (step.kind) {
    case 'leads':
      return say['receipt-of.leads']()
    case 'answer':
      return say['receipt-of.answer']({ score: step.score })
    case 'goal': {
      const { goal } = step.standing
      return say['receipt-of.step']({
        goal: goalName(goal, say, SHORT_TITLE),
        value: valueText(goal, step.value, say),
        score: step.score,
      })
    }
  }
}
