import type { z } from 'zod'
import type { Fault } from '../blocks.ts'

/** Zod's findings in Slack's manner: what must hold, and a JSON pointer to where it does not. */
export function toldBy(error: z.ZodError, at: string): readonly Fault[] {
  return error.issues.flatMap((issue) => {
    const pointer = [at, ...issue.path.map(String)].join('/')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: `${pointer}/${key}`,
        message: `invalid additional property: ${key}`,
      }))
    }
    return [{ pointer, message: wordsOf(issue) }]
  })
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `must be at most ${issue.maximum} ${countedIn(issue.origin)}`.trimEnd()
    case 'too_small':
      return issue.minimum === 1 && countedIn(issue.origin) !== ''
        ? `must not be empty`
        : `must be at least ${issue.minimum} ${countedIn(issue.origin)}`.trimEnd()
    case 'invalid_union':
      return issue.discriminator === undefined ? 'has an unsupported shape' : 'unsupported type'
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`
    case 'invalid_type':
      return issue.input === undefined ? 'missing required field' : `must be a ${issue.expected}`
    default:
      return issue.message
  }
}

const countedIn = (origin: string) => ({ string: 'characters', array: 'items' })[origin] ?? ''
