import { z } from 'zod'
import { ok, type Result, refuse } from '../domain/result.ts'
import {
  EXPORT_FORMAT,
  type FileFault,
  type FileGoal,
  type FileReading,
  type GoalCells,
  goalColumns,
  type ImportFile,
  MOST_FILE_GOALS,
  MOST_ROWS,
} from '../domain/transfer.ts'

/** Reads what `documentFrom` writes. Keys that mean nothing here are passed over: a later version may have more. */
export async function importFromJson(
  text: string,
  pause: () => Promise<void>,
): Promise<Result<ImportFile, FileFault>> {
  const read = outer.safeParse(parsed(text))
  await pause()
  if (!read.success) return refuse({ kind: 'not-json' })
  const { format, person, goals: all } = read.data
  if (format !== EXPORT_FORMAT) return refuse({ kind: 'other-format', format: format.slice(0, 60) })
  if (all.length > MOST_FILE_GOALS) return refuse({ kind: 'too-many-goals', most: MOST_FILE_GOALS })
  const goals: FileGoal[] = []
  const readings: FileReading[] = []
  for (const [index, one] of all.entries()) {
    const line = index + 1
    const told = goal.safeParse(one)
    if (!told.success) return refuse({ kind: 'broken', line })
    goals.push(goalFrom(told.data, line))
    if (readings.length + told.data.readings.length > MOST_ROWS)
      return refuse({ kind: 'too-many-rows', most: MOST_ROWS })
    const own = await readingsFrom(told.data.readings, line, pause)
    if (own === undefined) return refuse({ kind: 'broken', line })
    readings.push(...own)
  }
  return ok({ kind: 'json', hasPoints: true, exporter: person?.id, goals, readings, unknown: [] })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
}

const outer = z.looseObject({
  format: z.string(),
  person: z.looseObject({ id: z.string() }).optional(),
  goals: z.array(z.unknown()),
})

const scalar = z.union([z.string(), z.number(), z.null()])
const value = z.union([scalar, z.array(scalar)])

const milestone = z.looseObject({
  id: z.string(),
  title: z.string(),
  weight: z.number().positive().max(1000).default(1),
  due: z.string().nullish(),
  assignee_id: z.string().nullish(),
  done: z.boolean().default(false),
  done_at: z.string().nullish(),
  after: z.array(z.looseObject({ goal: z.string(), milestone: z.string().nullish() })).default([]),
})

const goal = z.looseObject({
  ...Object.fromEntries(goalColumns.map((column) => [column, value.optional()])),
  milestones: z.array(milestone).max(100).default([]),
  points: z
    .array(z.tuple([z.number().min(0).max(1), z.number()]))
    .max(100)
    .nullish(),
  readings: z.array(z.unknown()).default([]),
})
type ReadGoal = z.infer<typeof goal>

function goalFrom(read: ReadGoal, line: number): FileGoal {
  const told: Readonly<Record<string, unknown>> = read
  const cells: GoalCells = Object.fromEntries(
    goalColumns.flatMap((column) => {
      const held = value.optional().parse(told[column])
      return held === undefined ? [] : [[column, cellFrom(held)]]
    }),
  )
  return {
    line,
    cells,
    points: read.points ?? undefined,
    steps: read.milestones.map((one) => ({
      id: one.id,
      title: one.title,
      weight: one.weight,
      due: one.due ?? undefined,
      assignee: one.assignee_id ?? undefined,
      isDone: one.done,
      doneAt: one.done_at ?? undefined,
      after: one.after.map((link) => ({ goal: link.goal, step: link.milestone ?? undefined })),
    })),
  }
}

/** As a cell of the CSV has it: a list with commas and blanks between, `-` for what is missing in it. */
const cellFrom = (held: z.infer<typeof value>): string =>
  Array.isArray(held) ? held.map((one) => String(one ?? '-')).join(', ') : String(held ?? '')

const reading = z.looseObject({ at: z.string(), value: z.number(), note: z.string().nullish() })

const READ_AT_ONCE = 500

async function readingsFrom(all: readonly unknown[], line: number, pause: () => Promise<void>) {
  const found: FileReading[] = []
  for (let from = 0; from < all.length; from += READ_AT_ONCE) {
    const read = z.array(reading).safeParse(all.slice(from, from + READ_AT_ONCE))
    if (!read.success) return undefined
    for (const { at, value: number, note } of read.data) {
      const told = { date: undefined, at, value: String(number), note: note ?? undefined }
      found.push({ line, inGoal: line, goal: undefined, title: undefined, ...told })
    }
    await pause()
  }
  return found
}
