import { z } from 'zod'
import { blockId, chars } from './text.ts'

const point = z.strictObject({ label: chars(20), value: z.number() })

const series = z.strictObject({ name: chars(20), data: z.array(point).min(1).max(20) })

const axisChart = <T extends string>(type: T) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z.array(series).min(1).max(6),
      axis_config: z.strictObject({
        categories: z.array(chars(20)).min(1).max(20),
        x_label: chars(50).optional(),
        y_label: chars(50).optional(),
      }),
    })
    .refine((chart) => isUnique(chart.series.map(({ name }) => name)), {
      error: 'series names must be unique',
    })
    .refine((chart) => isUnique(chart.axis_config.categories), { error: 'categories must be unique' })
    .refine((chart) => chart.series.every(({ data }) => covers(data, chart.axis_config.categories)), {
      error: 'each series needs exactly one point for each category',
    })

const isUnique = (words: readonly string[]) => new Set(words).size === words.length

function covers(data: readonly { label: string }[], categories: readonly string[]): boolean {
  const labels = new Set(data.map(({ label }) => label))
  return data.length === categories.length && categories.every((category) => labels.has(category))
}

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label: chars(20), value: z.number().positive() }))
    .min(1)
    .max(6),
})

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  ...blockId,
  title: chars(50),
  chart: z.discriminatedUnion('type', [axisChart('line'), axisChart('bar'), axisChart('area'), pie]),
})
