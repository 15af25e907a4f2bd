import { type Coaching, type Fix, fillIn, type Hint, splitUp, targetsOf } from '../src/domain/coach.ts'
import type { TypedGoal } from '../src/domain/draft.ts'
import type { Measure, Unit } from '../src/domain/goal.ts'
import type { GoalSentence } from '../src/domain/quick-create.ts'
import type { Letter } from '../src/domain/smart.ts'
import { readUnit } from '../src/domain/unit.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, escaped, mrkdwn, plain, section } from './blocks.ts'
import { fixValue } from './coach-fix.ts'
import { coachSentence } from './coach-sentence.ts'
import { goalForm } from './goal-form-ids.ts'
import type { MessageBlock } from './message.ts'
import { progressBar } from './progress-bar.ts'
import { sparkline } from './sparkline.ts'

export interface CoachParts {
  readonly say: Messages
  readonly coaching: Coaching
  readonly filled: Partial<TypedGoal>
  readonly measure: Measure
  readonly parent: string | undefined
}

/** The meter: five letters, the score, at most two hints with what one tap would mend, and the goal in one sentence. */
export function meterBlocks(parts: CoachParts): readonly MessageBlock[] {
  const { say, coaching } = parts
  const { score, band } = coaching.smart
  const head = `*${say['coach.score']({ score: Math.round(score), band: say[`coach.band.${band}`]() })}*`
  return [
    section(mrkdwn(`${progressBar(score / 100)}  ${head}\n${lettersOf(parts)}`)),
    ...coaching.hints.flatMap((hint) => hintBlocks(hint, parts)),
    ...readBlocks(parts),
    context(plain(coachSentence(parts))),
  ]
}

const marks = { pass: '✓', partial: '◐', fail: '○', unknown: '?' } as const

function lettersOf({ say, coaching }: CoachParts): string {
  return (Object.entries(coaching.smart.letters) as [Letter, (typeof coaching.smart.letters)[Letter]][])
    .map(([letter, { grade }]) => `${marks[grade]} ${say[`coach.letter.${letter}`]()}`)
    .join('  ')
}

function hintBlocks({ rule, fixes }: Hint, parts: CoachParts): readonly MessageBlock[] {
  const text = mrkdwn(`• ${escaped(parts.say[`coach.hint.${rule}`](), 300)}`)
  const [only] = fixes
  if (only === undefined) return [section(text)]
  if (fixes.length === 1) return [section(text, { accessory: fixButton(only, parts, 0, rule) })]
  return [section(text), actions(fixes.map((fix, index) => fixButton(fix, parts, index, rule)))]
}

/** Slack wants action ids that differ within a block; what the tap does is its value. */
function fixButton(fix: Fix, parts: CoachParts, index: number, place: string) {
  return button({
    text: fixText(fix, parts),
    actionId: `${goalForm.fix}/${place}-${index}`,
    value: fixValue(fix),
  })
}

function fixText(fix: Fix, { say, coaching }: CoachParts): string {
  switch (fix.kind) {
    case 'due':
      return say[`coach.fix.${fix.says}`]({ date: say.format.date(fix.due) })
    case 'target':
      return say[`coach.fix.${fix.says}`]({ value: say.format.amount(fix.target, coaching.unit) })
    case 'split':
      return say['coach.fix.split']()
    case 'fill':
      return say['coach.fix.fill']()
  }
}

/** What the title says beyond the fields, before anything is filled in. */
function readBlocks(parts: CoachParts): readonly MessageBlock[] {
  const { read, hints } = parts.coaching
  if (read === undefined) return []
  const line = mrkdwn(readLine(read, parts.say))
  const fill = fixButton(fillIn, parts, 0, fillIn.kind)
  const isSplitOffered = hints.some(({ fixes }) => fixes.includes(splitUp))
  if (!read.unsure.includes('two-goals') || isSplitOffered) return [section(line, { accessory: fill })]
  return [section(line), actions([fixButton(splitUp, parts, 0, splitUp.kind), fill])]
}

/** A sentence as it was read, its date in full, with what should be looked at again. */
export function readLine(read: GoalSentence, say: Messages): string {
  const pieces = [
    read.metric === undefined ? undefined : escaped(read.metric, 80),
    read.kind === 'milestone' ? say['coach.read.deliverable']() : undefined,
    numberRead(read, say),
    changeRead(read, say),
    read.due && say['coach.read.due']({ date: say.format.date(read.due), iso: read.due }),
    read.lever === undefined ? undefined : say['coach.read.lever']({ lever: escaped(read.lever, 120) }),
  ].filter((piece) => piece !== undefined)
  const doubts = read.unsure.map((doubt) => say[`coach.doubt.${doubt}`]())
  const unsure = doubts.length === 0 ? '' : `\n${say['coach.unsure']({ what: say.format.list(doubts) })}`
  return `${say['coach.read']({ what: pieces.join(' · ') })}${unsure}`
}

const unitRead = ({ unit }: GoalSentence): Unit =>
  unit === undefined ? { kind: 'count', noun: undefined } : readUnit(unit)

function numberRead(read: GoalSentence, say: Messages): string | undefined {
  const { baseline, target, low, high, every } = read
  const amount = (value: number) => escaped(say.format.amount(value, unitRead(read)), 80)
  if (baseline !== undefined && target !== undefined)
    return say['coach.read.from-to']({ from: amount(baseline), to: amount(target) })
  if (low !== undefined && high !== undefined)
    return say['coach.read.from-to']({ from: amount(low), to: amount(high) })
  const shown = target ?? low ?? high
  if (shown === undefined) return undefined
  return every === undefined
    ? say['coach.read.target']({ value: amount(shown) })
    : say['coach.read.each']({ value: amount(shown), every: say[`coach.every.${every}`]() })
}

function changeRead(read: GoalSentence, say: Messages): string | undefined {
  const { change } = read
  if (change === undefined) return undefined
  const unit = unitRead(read)
  const shown =
    'percent' in change
      ? say.format.change(change.percent, { kind: 'percent' })
      : say.format.change(change.points, unit)
  return say['coach.read.change']({ change: shown })
}

/** Under the target: whether it is within reach by one's own numbers, and three that are. */
export function reachBlocks(parts: CoachParts): readonly MessageBlock[] {
  const { say, coaching } = parts
  const { achievability } = coaching
  if (achievability === undefined) return []
  const targets = targetsOf(achievability)
  const lines = [verdictLine(parts), ...evidence(parts)]
  return [
    section(mrkdwn(lines.join('\n'))),
    ...(targets.length === 0
      ? []
      : [
          context(say['coach.targets']()),
          actions(targets.map((fix, index) => fixButton(fix, parts, index, 'band'))),
        ]),
    ...(coaching.load === undefined ? [] : [context(say['coach.load']({ goals: coaching.load }))]),
  ]
}

function verdictLine({ say, coaching }: CoachParts): string {
  const { achievability, values, unit } = coaching
  if (achievability === undefined || !hasAim(coaching)) return ''
  const { verdict, readings, expected, wantsMidpoint } = achievability
  if (
    verdict === 'over-ambitious' &&
    wantsMidpoint &&
    expected !== undefined &&
    values.target !== undefined
  ) {
    const gap = say.format.change(tidy(values.target - expected.mean), unit)
    return `*${say['coach.verdict.over-ambitious.levers']({ gap })}*`
  }
  return `*${say[`coach.verdict.${verdict}`]({ readings })}*`
}

const hasAim = ({ values }: Coaching) => (values.target ?? values.low ?? values.high) !== undefined

function evidence({ say, coaching }: CoachParts): readonly string[] {
  const { achievability, past, unit } = coaching
  if (achievability === undefined) return []
  const { verdict, certainty, step, expected, probability, reached } = achievability
  const shown = past.slice(-12)
  const values = shown.filter((value) => value !== undefined).slice(-6)
  const line =
    shown.length < 2
      ? []
      : [
          say['coach.past']({
            line: sparkline(shown),
            values: values.map((value) => say.format.amount(value, unit)).join(' · '),
          }),
        ]
  if (!hasAim(coaching)) return line
  if (verdict === 'unknown')
    return [
      ...line,
      ...(step === undefined ? [] : [say[`coach.step.${step}`]()]),
      say['coach.ask-confidence'](),
    ]
  return [
    ...line,
    ...(reached === undefined ? [] : [reachedLine(coaching, say, reached)]),
    ...(expected === undefined || probability === undefined
      ? []
      : [
          say['coach.expected']({
            value: say.format.amount(tidy(expected.mean), unit),
            chance: chanceOf(probability, say),
          }),
        ]),
    ...(certainty === 'low' ? [say['coach.certainty.low']()] : []),
    ...(verdict === 'comfortable' ? [say['coach.sandbag']()] : []),
  ]
}

/** What adds up is compared by what one period must bring. */
function reachedLine(
  { pace, unit }: Coaching,
  say: Messages,
  reached: { readonly times: number; readonly of: number },
): string {
  return pace === undefined
    ? say['coach.reached'](reached)
    : say['coach.reached.pace']({ ...reached, pace: say.format.amount(tidy(pace), unit) })
}

const tidy = (value: number) => Number(value.toPrecision(3))

/** Nobody knows a chance to the percent. */
const chanceOf = (probability: number, { format }: Messages) =>
  probability < 0.01
    ? `< ${format.share(0.01)}`
    : probability > 0.99
      ? `> ${format.share(0.99)}`
      : format.share(probability)
