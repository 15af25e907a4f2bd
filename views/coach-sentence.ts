import { leversIn } from '../src/domain/coach.ts'
import { isKpi, measureFacts } from '../src/domain/kpis.ts'
import { isLocalDate } from '../src/domain/time.ts'
import { readable } from './blocks.ts'
import type { CoachParts } from './goal-coach.ts'
import { clip } from './limits.ts'
import { measureName } from './measures.ts'

/** `{Increase|Reduce|Keep|Finish} {metric} from {baseline} to {target} by {date} by {lever}, to support {parent}`, domain.md §1.4. */
export function coachSentence(parts: CoachParts): string {
  const { say, filled, measure, parent } = parts
  if ((filled.title ?? '').trim() === '') return say['coach.note']()
  const { kind } = measureFacts(measure)
  const due = filled.due
  const levers = leversIn(filled.levers).map((lever) => clip(readable(lever), 120))
  return [
    kind === 'milestone' ? say['coach.sentence.finish']({ metric: metricOf(parts) }) : numbersOf(parts),
    due === undefined || !isLocalDate(due) ? '' : say['coach.sentence.by']({ date: say.format.date(due) }),
    levers.length === 0
      ? ''
      : say['coach.sentence.lever']({ lever: say.format.list(levers.slice(0, 3).map(inSentence)) }),
    parent === undefined ? '' : say['coach.sentence.parent']({ parent: clip(readable(parent), 80) }),
  ].join('')
}

/** A word that is not all capitals begins small within a sentence. */
const inSentence = (words: string) => words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())

function numbersOf(parts: CoachParts): string {
  const { say, measure, coaching } = parts
  const { values, unit } = coaching
  const metric = metricOf(parts)
  const shown = (value: number | undefined) =>
    value === undefined ? say['coach.sentence.missing']() : say.format.amount(value, unit)
  const { kind, direction } = measureFacts(measure)
  switch (kind) {
    case 'maintain':
      return `${say['coach.sentence.keep']({ metric })}${boundsOf(parts)}`
    case 'cadence':
      return `${say['coach.sentence.up']({ metric })}${say['coach.sentence.each-week']({ value: shown(values.target) })}`
    default: {
      const { baseline, target } = values
      const falls = baseline !== undefined && target !== undefined ? target < baseline : direction === 'down'
      const from =
        kind === 'cumulative' && (baseline ?? 0) === 0
          ? ''
          : say['coach.sentence.from']({ value: shown(baseline) })
      return `${say[falls ? 'coach.sentence.down' : 'coach.sentence.up']({ metric })}${from}${say['coach.sentence.to']({ value: shown(target) })}`
    }
  }
}

function boundsOf({ say, coaching }: CoachParts): string {
  const { values, unit } = coaching
  const { low, high } = values
  if (low !== undefined && high !== undefined)
    return say['coach.sentence.between']({
      low: say.format.amount(low, unit),
      high: say.format.amount(high, unit),
    })
  if (low !== undefined) return say['coach.sentence.at-least']({ value: say.format.amount(low, unit) })
  if (high !== undefined) return say['coach.sentence.at-most']({ value: say.format.amount(high, unit) })
  return say['coach.sentence.to']({ value: say['coach.sentence.missing']() })
}

/** What the title calls it; the catalogue's name where the title names nothing. */
function metricOf({ say, filled, measure, coaching }: CoachParts): string {
  const said = coaching.metric ?? (isKpi(measure) ? measureName(measure, say) : (filled.title ?? ''))
  return clip(inSentence(readable(said).trim()), 100)
}
