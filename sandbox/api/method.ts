import { z } from 'zod'
import { Refused, type Slack } from '../slack.ts'

export type Answer = Readonly<Record<string, unknown>>
export type Method = (slack: Slack, given: unknown) => Answer

/** A Web API method: reads its arguments, then runs. What it refuses it throws. */
export function method<S extends z.ZodType>(
  args: S,
  run: (slack: Slack, args: z.infer<S>) => Answer,
): Method {
  return (slack, given) => {
    const read = args.safeParse(given)
    if (read.success) return run(slack, read.data)
    const faults = read.error.issues.map(({ path, message }) => `[ERROR] ${path.join('/')}: ${message}`)
    throw new Refused('invalid_arguments', faults)
  }
}

/** Arguments come as form fields: objects as JSON, numbers and booleans as words. */
export const json = <T extends z.ZodType>(schema: T) => z.preprocess(parsed, schema)

function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}

export const flag = (otherwise: boolean) =>
  z.preprocess(
    (given) => (given === undefined ? otherwise : ['true', '1', true].includes(given as string)),
    z.boolean(),
  )

export const limit = (otherwise: number) => z.coerce.number().int().min(1).max(1000).default(otherwise)

export const page = { cursor: z.string().default(''), limit: limit(100) }

/** One page of a list, and the cursor of the next; a cursor that is none of ours is refused. */
export function paged<T>(all: readonly T[], { cursor, limit: most }: { cursor: string; limit: number }) {
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString())
  if (!Number.isInteger(from)) throw new Refused('invalid_cursor')
  const isMore = from + most < all.length
  const next_cursor = isMore ? Buffer.from(String(from + most)).toString('base64') : ''
  return { items: all.slice(from, from + most), isMore, response_metadata: { next_cursor } }
}
