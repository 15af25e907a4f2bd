import type { ElementState } from './protocol.ts'

/** What elements hold when they are filled, in Slack's own shapes. */
export const text = (value: string): ElementState => ({ value })
export const option = (value: string): ElementState => ({ selected_option: { value } })
export const options = (...values: string[]): ElementState => ({
  selected_options: values.map((value) => ({ value })),
})
export const day = (date: string): ElementState => ({ selected_date: date })
export const person = (id: string): ElementState => ({ selected_user: id })
export const people = (...ids: string[]): ElementState => ({ selected_users: ids })
export const channel = (id: string): ElementState => ({ selected_conversation: id })
export const wallTime = (time: string): ElementState => ({ selected_time: time })
