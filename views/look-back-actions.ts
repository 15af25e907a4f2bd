/** What the buttons about a goal's end send, with `goalButton`. */
export const lookBackActions = {
  /** Opens the form. */
  open: 'look-back.open',
  decline: 'look-back.decline',
  /** Opens the goal form, filled from this goal. */
  next: 'look-back.next',
} as const
