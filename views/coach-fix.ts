import { z } from 'zod'
import type { Fix } from '../src/domain/coach.ts'
import { localDate } from './answers.ts'

/** What a tap on one of the coach's buttons does, as the button carries it. */
export const fixValue = (fix: Fix): string => JSON.stringify(fix)

const fix = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('due'),
    due: localDate,
    says: z.enum(['month', 'quarter', 'year', 'date']),
  }),
  z.strictObject({
    kind: z.literal('target'),
    target: z.number().min(-1e15).max(1e15),
    says: z.enum(['committed', 'stretch', 'moonshot', 'points', 'relative', 'change']),
  }),
  z.strictObject({ kind: z.literal('split') }),
  z.strictObject({ kind: z.literal('fill') }),
])

/** Throws on anything that is none of our buttons. */
export const readFix = (value: string): Fix => fix.parse(JSON.parse(value))
