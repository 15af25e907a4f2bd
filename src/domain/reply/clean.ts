/** Signs that emoji stand for, outside every alphabet so that nobody types them. */
export const emojiSigns = { green: '\uF8F1', yellow: '\uF8F2', red: '\uF8F3', check: '\uF8F4' } as const

const statusEmoji: readonly (readonly [RegExp, string])[] = [
  [/🟢|:(?:large_)?green_circle:/g, emojiSigns.green],
  [/🟡|:(?:large_)?yellow_circle:/g, emojiSigns.yellow],
  [/🔴|:(?:large_)?red_circle:/g, emojiSigns.red],
  [/✅|☑️?|:(?:white_check_mark|ballot_box_with_check):/gu, emojiSigns.check],
]
const shownAgain: Readonly<Record<string, string>> = {
  [emojiSigns.green]: '🟢',
  [emojiSigns.yellow]: '🟡',
  [emojiSigns.red]: '🔴',
  [emojiSigns.check]: '✅',
}

const MOST_READ = 2000
const FIRST_HELD = 0xe000

export interface Cleaned {
  /** Links, mentions, code, quotes, crossed-out words and emoji are one private sign each; `isHeld` knows them. */
  readonly text: string
  /** A piece of `text` with what was held put back. */
  readonly restored: (piece: string) => string
}

export const HELD = '\\uE000-\\uF7FF'

/** One form for what looks alike, and nothing left in which a number would be no value. */
export function cleaned(raw: string): Cleaned {
  const held: string[] = []
  const hold = (piece: string) => {
    held.push(piece)
    return ` ${String.fromCharCode(FIRST_HELD + held.length - 1)} `
  }
  const visible = cut(raw)
    .replace(/\r\n?/g, '\n')
    .replace(/[\uE000-\uF8FF]|(?![\n\t])\p{Cc}|(?!\u200d)\p{Cf}/gu, '')
  const text = plain(marked(withoutForeign(visible, hold), hold))
  return {
    text,
    restored: (piece) =>
      piece
        .replace(
          / ?([\uE000-\uF7FF]) ?/g,
          (_, sign: string) => ` ${held[sign.charCodeAt(0) - FIRST_HELD] ?? ''} `,
        )
        .replace(/[\uF8F1-\uF8F4]/g, (sign) => shownAgain[sign] ?? '')
        .replace(/[ \t]+/g, ' ')
        .trim(),
  }
}

/** Never in the middle of a number. */
function cut(raw: string): string {
  if (raw.length <= MOST_READ) return raw
  const at = raw.slice(0, MOST_READ).search(/\s\S*$/)
  return raw.slice(0, Math.max(0, at))
}

type Hold = (piece: string) => string

function withoutForeign(text: string, hold: Hold): string {
  return text
    .replace(/```[\s\S]*?```/g, hold)
    .replace(/`[^`\n]*`/g, hold)
    .replace(/<(?:[@#!]|https?:|mailto:|tel:)[^<>\n]*>/g, hold)
    .replace(/^[ \t]*>.*$/gm, hold)
    .replace(/(?<![\p{L}\p{N}~])~(?=[^\s~])[^~\n]*(?<=\S)~(?![\p{L}\p{N}~])/gu, hold)
    .replace(/\S+/g, (word) => (isForeign(word) ? hold(word) : word))
}

/** A link, an address, a name with an @, a channel. */
function isForeign(word: string): boolean {
  if (word.includes('://') || /^\W*www\./i.test(word)) return true
  if (/@[\p{L}\p{N}]/u.test(word) || /^#\p{L}/u.test(word)) return true
  return /^[a-z\d-]+\.(?:[a-z\d-]+\.)*[a-z]{2,}(?:[/?#:]|$)/i.test(word) && /[a-z]/i.test(word[0] ?? '')
}

/** `1️⃣` and `①` number a goal; `:+1:` and 💯 say nothing about one. */
function marked(text: string, hold: Hold): string {
  let marks = text
  for (const [emoji, sign] of statusEmoji) marks = marks.replace(emoji, ` ${sign} `)
  return (
    marks
      .replace(/(\d)\uFE0F?\u20E3/g, '$1) ')
      .replace(
        /:(one|two|three|four|five|six|seven|eight|nine):/g,
        (_, word: string) => `${numbers.indexOf(word) + 1}) `,
      )
      .replace(/[①-⑳]/g, (sign) => `${sign.charCodeAt(0) - 0x245f}) `)
      .replace(/(?<![\d\p{L}]):[a-z_+'-][a-z\d_+'-]*:(?:(?=:):skin-tone-\d:)?|:(?:100|1234|18):/giu, hold)
      .replace(
        /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\p{Extended_Pictographic}|\uFE0F|\u200d)*/gu,
        (sign) => (/^[\d#*©®™]/.test(sign) ? sign : hold(sign)),
      )
      // ㄎㄎ, ㄛ: sounds.
      .replace(/[\u3105-\u312F]+/g, hold)
      .replace(/\u200d/g, '')
  )
}
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

function plain(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞↉❶-➓㉑-㉟㊱-㊿]/g, '⁄')
    .replace(/(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g, ',')
    .replace(/^([ \t]*\d{1,2})、/gm, '$1) ')
    .replace(/(?<=\p{Script=Han})[~～]+\s/gu, ', ')
    .replace(/[，、]/g, ', ')
    .replace(/[；]/g, '; ')
    .replace(/[。｡]/g, '. ')
    .replace(/：(?![0-5０-５][0-9０-９](?![0-9０-９%％]))/g, ': ')
    .normalize('NFKC')
    .replace(/[’‘ʼ´]/g, "'")
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/(?:→|⇒|➡|=>|-->|–>|—>)/g, '->')
    .replace(/[−‐‑‒﹣]/g, '-')
    .replace(/(?<=\d)–(?=\d)|(?<![^\s(])–(?=[\d$€£.])/g, '-')
    .replace(/[–—―]/g, ' - ')
    .replace(/(?<![\p{L}\p{N}])[*_]+(?=\S)|(?<=\S)[*_]+(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
