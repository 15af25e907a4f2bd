import { z } from 'zod'
import type { CustomKpi } from '../src/domain/custom-kpi.ts'
import type { Measure } from '../src/domain/goal.ts'
import { isKpi, kpis } from '../src/domain/kpis.ts'
import type { KpiId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, header, quoted, type RichPart, rich, section } from './blocks.ts'
import { buttonValue } from './button-value.ts'
import { measureFormula, measureGroups, measureName, unitName } from './measures.ts'
import type { Message, MessageBlock } from './message.ts'

export const kpiActions = {
  /** Opens the form. */
  add: 'kpi.add',
  /** `dropButton` */
  drop: 'kpi.drop',
} as const

export const dropButton = buttonValue({
  kpi: z.custom<KpiId>((value) => typeof value === 'string' && value !== ''),
})

/** Slack's messages hold fifty blocks; the newest ones are shown with their buttons. */
const MOST_OWN = 20

/** Everything that can be measured: the catalogue by theme, then the workspace's own. */
export function kpiList(own: readonly CustomKpi[], say: Messages): Message {
  const themes = measureGroups(say).map(({ label, choices }) =>
    themeBlock(
      label,
      choices.map(({ value }) => value),
      say,
    ),
  )
  return {
    text: say['kpi-list.title'](),
    blocks: [
      header(say['kpi-list.title']()),
      ...themes.flat(),
      section(say['kpi-list.own']()),
      ...(own.length === 0
        ? [context(say['kpi-list.none']())]
        : own.slice(-MOST_OWN).map((kpi) => ownBlock(kpi, say))),
      ...(own.length > MOST_OWN ? [context(say['kpi-list.more']({ count: own.length - MOST_OWN }))] : []),
      actions([button({ text: say['kpi-list.add'](), actionId: kpiActions.add, style: 'primary' })]),
    ],
  }
}

function themeBlock(label: string, values: readonly string[], say: Messages): readonly MessageBlock[] {
  const named = values.filter((value): value is Measure & keyof typeof kpis => isKpi(value as Measure))
  if (named.length === 0) return []
  const lines = named.flatMap((key): (string | RichPart)[] => [
    { text: `\n${measureName(key, say)}`, style: { bold: true } },
    `  ${kpiFacts(key, say)}`,
  ])
  return [rich({ text: label, style: { italic: true } }, ...lines)]
}

/** `Won deals ÷ closed deals · Higher is better · percent · usually read weekly · watch as well: deals closed` */
function kpiFacts(key: keyof typeof kpis, say: Messages): string {
  const { direction, unit, cadence } = kpis[key]
  return [
    measureFormula(key, say),
    say[`better.${direction}`](),
    unitName(unit, say),
    say[`read.${cadence}`](),
    say['kpi.watch']({ guard: say[`kpi.${key}.guard`]() }),
  ].join(' · ')
}

function ownBlock(kpi: CustomKpi, say: Messages): MessageBlock {
  return section(`${quoted(kpi.name)} — ${ownFacts(kpi, say)}`, {
    accessory: button({
      text: say['kpi-list.drop'](),
      actionId: `${kpiActions.drop}/${kpi.id}`,
      value: JSON.stringify({ kpi: kpi.id }),
      spoken: say['kpi-list.drop-one']({ name: quoted(kpi.name) }),
    }),
  })
}

/** What a KPI of the workspace's own says of itself. */
export function ownFacts(kpi: CustomKpi, say: Messages): string {
  return [
    kpi.formula === undefined ? undefined : quoted(kpi.formula, 200),
    say[`kpi-form.kind.${kpi.kind}`](),
    say[`better.${kpi.direction}`](),
    kpi.unitTyped === '' ? unitName(kpi.unit, say) : quoted(kpi.unitTyped),
    say[`read.${kpi.cadence}`](),
    kpi.guard === undefined ? undefined : say['kpi.watch']({ guard: quoted(kpi.guard, 200) }),
  ]
    .filter((piece) => piece !== undefined)
    .join(' · ')
}
