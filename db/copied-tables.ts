import type { Schema } from './schema.ts'

/**
 * Every table with the columns that, behind the workspace, name a row of it; what is pointed at comes before what points
 * there. The compiler asks for a table that is missing here.
 */
export const keys: { readonly [T in keyof Schema]: readonly (string & keyof Schema[T])[] } = {
  workspace: [],
  person: ['id'],
  preference: ['person_id'],
  team: ['id'],
  team_lead: ['team_id', 'person_id'],
  team_member: ['team_id', 'person_id'],
  goal: ['id'],
  goal_co_owner: ['goal_id', 'person_id'],
  goal_version: ['goal_id', 'version'],
  check_in: ['id'],
  answer: ['id'],
  reversal: ['answer_id'],
  reading: ['id'],
  tally: ['team_id', 'person_id'],
  schedule: ['id'],
  occurrence: ['id'],
  ask: ['id'],
  ask_item: ['ask_id', 'goal_id'],
  snooze: ['occurrence_id'],
  leave: ['id'],
  outbox: ['id'],
  inbox: ['dedupe_key'],
  heard: ['message_key'],
  habit: ['person_id', 'goal_id', 'question'],
  kpi: ['id'],
  feed: ['id'],
  score: ['team_id', 'person_id', 'week'],
  look_back: ['goal_id'],
  plan_part: ['team_id', 'part', 'version'],
  home_choice: ['person_id'],
  draft: ['person_id', 'id'],
  audit: ['id'],
  setting: ['name'],
}
