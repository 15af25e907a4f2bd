import type { KnownBlock } from '@slack/types'
import type { GoalSheet } from '../src/domain/sheets.ts'
import type { Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { rich } from './blocks.ts'
import { changedLines } from './changes.ts'
import { joined, valueText } from './goal-words.ts'
import { clip } from './limits.ts'
import { dayOf } from './moments.ts'

const MOST_READINGS = 6
const MOST_VERSIONS = 6
const DETAIL_MOST = 300

type Version = GoalSheet['versions'][number]

/** The latest values, newest first, each with where it came from. */
export function readingsBlock({ readings, standing, owner }: GoalSheet, say: Messages): KnownBlock[] {
  if (standing.goal.kind === 'milestone' && readings.length === 0) return []
  const lines = readings
    .slice(-MOST_READINGS)
    .reverse()
    .map(({ value, at, byName, provenance }) =>
      say['show.reading']({
        amount: valueText(standing.goal, value, say),
        date: dayOf(at, say, owner.zone),
        name: byName,
        from: say[`show.from.${provenance}`](),
      }),
    )
  return [titled(say['show.readings'](), lines.length > 0 ? lines : [say['show.no-readings']()])]
}

/** What was changed, by whom and why, newest first; a goal never touched since its creation needs one line. */
export function versionsBlock({ versions, owner }: GoalSheet, say: Messages): KnownBlock[] {
  const newest = [...versions].reverse().slice(0, MOST_VERSIONS)
  const lines = newest.map((version) => {
    const before = versions.find((other) => other.version === version.version - 1)
    return [versionLine(version, owner.zone, say), ...detailLines(version, before, say)].join('\n    ')
  })
  return [titled(say['show.versions'](), lines)]
}

function versionLine(version: Version, zone: Zone, say: Messages): string {
  const facts = { name: version.byName, date: dayOf(version.at, say, zone) }
  return version.version === 1
    ? say['show.version.created'](facts)
    : say[`show.version.${version.ease}`](facts)
}

/** Old and new, and why. */
function detailLines(version: Version, before: Version | undefined, say: Messages): readonly string[] {
  const changes = before === undefined ? [] : changedLines(before.terms, version.terms, say)
  const reason = version.reason === undefined ? [] : [say['changed.reason']({ reason: version.reason })]
  return [joined(changes), ...reason].filter((line) => line !== '').map((line) => clip(line, DETAIL_MOST))
}

const titled = (title: string, lines: readonly string[]) =>
  rich({ text: title, style: { bold: true } }, `\n${lines.join('\n')}`)
