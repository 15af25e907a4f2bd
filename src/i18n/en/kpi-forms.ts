import type { Formats } from '../formats.ts'

/** The workspace's own KPIs: their list and their form. */
export const kpiForms = (format: Formats) => ({
  ...plain,
  'kpi-list.more': ({ count }: { count: number }) =>
    `and ${format.number(count)} older ones, which every goal’s form offers`,
  'kpi-list.drop-one': ({ name }: { name: string }) => `Take ${name} off the list`,
  'kpi-form.too-many': ({ most }: { most: number }) =>
    `There are ${format.number(most)} KPIs already. Take one off the list first.`,
})

const plain = {
  'kpi.theme.workspace': () => 'Your workspace’s KPIs',
  'kpi-list.title': () => 'What can be measured',
  'kpi-list.own': () => 'Your workspace’s own KPIs',
  'kpi-list.none': () => 'None yet. A KPI that is added here can be chosen in every goal’s form.',
  'kpi-list.add': () => 'Add a KPI',
  'kpi-list.drop': () => 'Take off the list',
  'kpi-list.not-yours': () => 'Only whoever added this KPI, a lead or an admin can take it off the list.',
  'kpi-list.unknown': () => 'This KPI is no longer there.',
  'kpi-form.title': () => 'New KPI',
  'kpi-form.name.label': () => 'Name',
  'kpi-form.name.placeholder': () => 'Beds turned over within two hours',
  'kpi-form.kind.label': () => 'How does it count?',
  'kpi-form.kind.reach': () => 'A level that is read',
  'kpi-form.kind.reach.more': () => 'The last value counts, as with rates and scores',
  'kpi-form.kind.cumulative': () => 'Adds up',
  'kpi-form.kind.cumulative.more': () => 'Every new one counts, as with deals and sign-ups',
  'kpi-form.direction.label': () => 'Which way is better?',
  'kpi-form.cadence.label': () => 'How often is it read?',
  'kpi-form.formula.label': () => 'Formula',
  'kpi-form.formula.placeholder': () => 'Beds ready within two hours ÷ all discharges',
  'kpi-form.guard.label': () => 'What must not suffer for it?',
  'kpi-form.guard.hint': () => 'A counter-metric, such as complaints about cleanliness.',
  'kpi-form.name-missing': () => 'Give the KPI a name.',
  'kpi-form.name-taken': () => 'There is a KPI with this name already.',
}
