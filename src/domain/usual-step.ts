/** Fewer steps than these say nothing of what is usual. */
const LEAST_STEPS = 3

/** The median of the steps between readings, oldest first; days without a change are no steps. Absent while they are few. */
export function usualStep(values: readonly number[]): number | undefined {
  const steps = values
    .slice(1)
    .map((value, index) => Math.abs(value - (values[index] ?? value)))
    .filter((step) => step > 0)
    .toSorted((a, b) => a - b)
  if (steps.length < LEAST_STEPS) return undefined
  const middle = Math.floor(steps.length / 2)
  const [below = 0, above = 0] = [steps[middle - 1], steps[middle]]
  return steps.length % 2 === 1 ? above : (below + above) / 2
}
