import * as fc from 'fast-check'

/** Runs a property from a fixed seed; a failure prints the seed, the path to it and the smallest case. */
export function holds<T>(property: fc.IProperty<T>, runs = 200): void {
  fc.assert(property, { seed: 20_260_516, numRuns: runs })
}
