import { z } from 'zod'

/** What a button of ours carries: strict JSON. Anything else, as an old version's button has, does not parse. */
export function buttonValue<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.string().transform(parsedJson).pipe(z.strictObject(shape))
}

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    context.addIssue({ code: 'custom', message: 'not-json' })
    return z.NEVER
  }
}
