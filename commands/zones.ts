import type { Option } from '../src/slack/feature.ts'

const zones = Intl.supportedValuesOf('timeZone')

/** Zones whose name has every word of what was typed: `new york` finds America/New_York. */
export function zonesLike(typed: string): readonly Option[] {
  const words = typed
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter((word) => word !== '')
  const names = [...zones, 'UTC'].filter((zone) => {
    const name = zone.toLowerCase()
    return words.every((word) => name.includes(word))
  })
  return names.slice(0, 100).map((zone) => ({ text: zone.replaceAll('_', ' '), value: zone }))
}
